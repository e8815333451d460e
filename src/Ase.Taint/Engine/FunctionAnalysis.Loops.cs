using Ase.Taint.Ir;

namespace Ase.Taint.Engine;

/// <summary>
/// Loops over the elements of something. Who leaves such a loop at its end has been round with every element, so that what every round
/// checked of its element holds of the whole; a loop that was left by <c>break</c> says nothing.
/// </summary>
/// <example><c>foreach ($ids as $id) if (!is_numeric($id)) exit;</c> cleans <c>$ids</c>.</example>
internal sealed partial class FunctionAnalysis
{
    private readonly Dictionary<int, ElementLoop> loops = [];
    private readonly List<int> spoiled = [];
    private int currentBlock;

    /// <summary>A loop over elements.</summary>
    private sealed class ElementLoop(int head, int exit, PlaceNode element, PlaceNode collection, IrVariable? key, HashSet<int> blocks)
    {
        private ulong common = Fact.AllLabels;

        /// <summary>The block before each round.</summary>
        public int Head { get; } = head;

        /// <summary>The block after the last round.</summary>
        public int Exit { get; } = exit;

        public PlaceNode Element { get; } = element;

        public PlaceNode Collection { get; } = collection;

        /// <summary>The variable that holds the element's key, or null.</summary>
        public IrVariable? Key { get; } = key;

        /// <summary>The blocks of a round.</summary>
        public HashSet<int> Blocks { get; } = blocks;

        /// <summary>The labels that every round so far checked; all of them before the first, because then there is no element.</summary>
        public ulong Checked => common;

        /// <summary>
        /// Variables that a round sets to one truth only: who finds the other at the end knows that no round did. By variable that truth, and
        /// the labels that every round checked which did not set it.
        /// </summary>
        public Dictionary<PlaceNode, (bool Kept, ulong Labels)> Flags { get; } = [];

        /// <summary>A round ends.</summary>
        /// <returns>True when fewer labels are checked than was known.</returns>
        public bool End(ulong labels)
        {
            var before = common;
            common &= labels;
            return common != before;
        }

        /// <summary>Something was put into the collection on the way.</summary>
        /// <returns>True when that is new.</returns>
        public bool Spoil()
        {
            var isNew = common != 0;
            common = 0;
            foreach (var flag in Flags.Keys.ToList())
            {
                isNew |= Flags[flag].Labels != 0;
                Flags[flag] = Flags[flag] with { Labels = 0 };
            }
            return isNew;
        }
    }

    private void FindLoops()
    {
        List<int>?[]? predecessors = null;
        foreach (var head in body.Blocks)
        {
            if (head.Terminator is not AnyOf { Node: >= 0, Targets: [var inside, var exit] } || inside == exit) continue;
            if (ElementOf(body.Blocks[inside]) is not var (variable, collection, key)) continue;
            predecessors ??= Predecessors();
            var blocks = new HashSet<int>();
            var open = new Stack<int>((predecessors[head.Id] ?? []).Where(p => order[p] >= order[head.Id]));
            while (open.TryPop(out var block))
            {
                if (block == head.Id || !blocks.Add(block)) continue;
                foreach (var before in predecessors[block] ?? []) open.Push(before);
            }
            if (!blocks.Contains(inside) || blocks.Contains(exit)) continue;
            var loop = new ElementLoop(head.Id, exit, places.Root(variable), places.Of(collection), key, blocks);
            loops[head.Id] = loop;
            if (checkedPlaces > 0) FindFlags(loop);
            if (loop.Element.CheckBit != 0) NumberCheck(loop.Collection);
        }
    }

    /// <summary>The variable that takes an element at the start of a block, what it is an element of, and the variable of its key.</summary>
    private static (IrVariable Element, Place Collection, IrVariable? Key)? ElementOf(IrBlock block)
    {
        IrVariable? key = null;
        var keys = new List<IrVariable>();
        foreach (var instruction in block.Instructions)
        {
            switch (instruction)
            {
                case Operation { Kind: OperationKind.Keys, Target: { Path.Count: 0 } target }:
                    keys.Add(target.Variable);
                    break;
                case Assign { Target: { Path.Count: 0, Variable: var named }, Value.Place: { Path.Count: 0, Variable: var source } } when keys.Contains(source):
                    key = named;
                    break;
                case Assign { Target: { Path.Count: 0, Variable: var variable }, Value.Place: { Path: [.., { Kind: AccessorKind.Any, Key: null }] } part } when variable.Kind != VariableKind.Temp:
                    return (variable, part with { Path = [.. part.Path.Take(part.Path.Count - 1)] }, key);
                default:
                    return null;
            }
        }
        return null;
    }

    private void FindFlags(ElementLoop loop)
    {
        var found = new Dictionary<IrVariable, bool?>();
        foreach (var block in loop.Blocks)
        {
            foreach (var instruction in body.Blocks[block].Instructions)
            {
                if (Summaries.Definitions.TargetOf(instruction) is not { Path.Count: 0 } target || target.Variable.Kind == VariableKind.Temp) continue;
                bool? truth = instruction is Assign assign && IsFlag(assign) ? Truth(assign.Value) : null;
                found[target.Variable] = found.TryGetValue(target.Variable, out var known) && known != truth ? null : truth;
            }
        }
        foreach (var (variable, truth) in found)
        {
            if (truth is { } set) loop.Flags[places.Root(variable)] = (!set, Fact.AllLabels);
        }
    }

    private List<int>?[] Predecessors()
    {
        var result = new List<int>?[body.Blocks.Count];
        foreach (var block in body.Blocks)
        {
            foreach (var next in block.Successors) (result[next] ??= []).Add(block.Id);
        }
        return result;
    }

    /// <summary>Control passes to a block: perhaps the end of a round.</summary>
    private void EndRound(int block, State from, List<int> changed)
    {
        if (loops.Count == 0 || !loops.TryGetValue(block, out var loop) || !loop.Blocks.Contains(currentBlock)) return;
        var labels = from.Of(loop.Element).Checked;
        var isNew = loop.End(labels);
        foreach (var (flag, (kept, before)) in loop.Flags.ToList())
        {
            var condition = from.ConditionOf(flag);
            var here = condition.Constant == !kept ? Fact.AllLabels : labels;
            foreach (var (place, more) in kept ? condition.WhenTrue : condition.WhenFalse)
            {
                if (ReferenceEquals(place, loop.Element)) here |= more;
            }
            if ((before & here) == before) continue;
            loop.Flags[flag] = (kept, before & here);
            isNew = true;
        }
        if (isNew && !changed.Contains(block)) changed.Add(block);
    }

    /// <summary>The state in which a loop is left at its end.</summary>
    private State Leaving(ElementLoop loop)
    {
        if (!IsTainted(loop.Collection)) return state;
        var result = loop.Checked == 0 ? state.Clone() : Assuming([(loop.Collection, loop.Checked)]);
        foreach (var (flag, (kept, labels)) in loop.Flags)
        {
            if (labels == 0) continue;
            var condition = result.ConditionOf(flag);
            IReadOnlyList<(PlaceNode, ulong)> more = [(loop.Collection, labels)];
            result.SetCondition(flag, condition.With(kept ? new Condition(more, []) : new Condition([], more)));
        }
        return result;
    }

    /// <summary>A part of something changes: perhaps the collection that is gone through, whose element is then replaced by a clean one, or not.</summary>
    private void NoteElement(Place target, PlaceNode place, ValueFacts value, Operand? source)
    {
        if (loops.Count == 0 || target.Path.Count == 0) return;
        foreach (var loop in loops.Values)
        {
            if (!loop.Blocks.Contains(currentBlock) || !loop.Collection.Holds(place)) continue;
            if (!value.IsEmpty || place.Depth != loop.Collection.Depth + 1) continue;
            var key = target.Path[^1].Key?.Place;
            var isOwn = loop.Key is not null && key is { Path.Count: 0 } && ReferenceEquals(key.Variable, loop.Key)
                || source?.Place is { Path.Count: 0 } own && ReferenceEquals(places.Of(own), loop.Element);
            if (isOwn) state.Set(loop.Element, state.Of(loop.Element) with { Checked = Fact.AllLabels });
        }
    }

    /// <summary>Tainted data goes into a place: into a collection that is gone through, whose elements are then not only those that were checked.</summary>
    private void SpoilLoops(PlaceNode place, ValueFacts value)
    {
        if (!value.Parts.Exists(p => p.Fact is { IsLive: true })) return;
        foreach (var loop in loops.Values)
        {
            if (loop.Blocks.Contains(currentBlock) && (loop.Collection.Holds(place) || place.Holds(loop.Collection)) && loop.Spoil()) spoiled.Add(loop.Head);
        }
    }
}
