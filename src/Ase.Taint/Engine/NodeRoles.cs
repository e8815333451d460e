using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Scanning;
using Ase.Taint.Summaries;

namespace Ase.Taint.Engine;

/// <summary>A sink as it concerns one node of a function.</summary>
internal readonly record struct SinkUse(SinkMatch Sink, int Slot);

/// <summary>What a rule's matches mean for the nodes of one function.</summary>
internal sealed class NodeRoles
{
    private static readonly NodeRoles Empty = new();
    private readonly FunctionUnit? unit;
    private readonly FileMatches? matches;
    private readonly Dictionary<SourceMatch, Fact> sourceFacts = [];
    private readonly Dictionary<int, List<SinkUse>> operandSinks = [];
    private readonly Dictionary<int, List<SinkUse>> instructionSinks = [];
    private readonly Dictionary<int, List<PropagatorMatch>> propagators = [];
    private readonly HashSet<int> moves = [];
    private Dictionary<int, Operand>? operands;

    private NodeRoles() { }

    private NodeRoles(FunctionUnit unit, FileMatches matches)
    {
        this.unit = unit;
        this.matches = matches;
        var (first, last) = (unit.Ir.Node, unit.File.Tree.LastOf(unit.Ir.Node));
        HasSources = matches.Sources.Touches(first, last);
        HasSanitizers = matches.Sanitizers.Touches(first, last);
        HasTransforms = matches.Transforms.Any(t => t >= first && t < last);
        Guards = matches.Guards.Where(g => g.Key >= first && g.Key < last).ToDictionary(g => g.Key, g => g.Value);
        PlaceSinks();
        foreach (var propagator in matches.Propagators)
        {
            if (propagator.Owner != unit.Ir.Id) continue;
            foreach (var anchor in Anchors(propagator)) Of(propagators, anchor).Add(propagator);
        }
    }

    public bool HasSources { get; }

    public bool HasSanitizers { get; }

    public bool HasTransforms { get; }

    public bool HasSinks => operandSinks.Count > 0 || instructionSinks.Count > 0;

    public bool HasPropagators => propagators.Count > 0;

    /// <summary>Guards by canonical node of the condition.</summary>
    public IReadOnlyDictionary<int, List<GuardMatch>> Guards { get; } = new Dictionary<int, List<GuardMatch>>();

    /// <summary>The function's operands by canonical node, prefixes of places and assigned places included.</summary>
    public Dictionary<int, Operand> Operands => operands ??= unit is null ? [] : CollectOperands(unit);

    public static NodeRoles Of(FunctionUnit unit, FileMatches? matches) => matches is null ? Empty : new NodeRoles(unit, matches);

    /// <summary>The sources around a canonical node.</summary>
    public void FindSources(int node, List<SourceMatch> result)
    {
        if (node >= 0) matches!.Sources.Find(node, result);
    }

    public bool IsSanitized(int node)
    {
        if (node < 0 || !matches!.Sanitizers.Any(node)) return false;
        var around = new List<SanitizerMatch>();
        matches.Sanitizers.Find(node, around);
        return around.Exists(s => !s.Spec.BySideEffect && (!s.Spec.Exact || s.Node == node));
    }

    /// <summary>True when the node is exactly a sanitizer that cleans an l-value from there on.</summary>
    public bool IsCleanedHere(int node)
    {
        if (node < 0 || !matches!.Sanitizers.Any(node)) return false;
        var around = new List<SanitizerMatch>();
        matches.Sanitizers.Find(node, around);
        return around.Exists(s => s.Spec.BySideEffect && s.Node == node);
    }

    public bool IsTransform(int node) => HasTransforms && matches!.Transforms.Contains(node);

    public IReadOnlyList<SinkUse> SinksOfOperand(int node) => operandSinks.GetValueOrDefault(node) ?? (IReadOnlyList<SinkUse>)[];

    public IReadOnlyList<SinkUse> SinksOfInstruction(int node) => instructionSinks.GetValueOrDefault(node) ?? (IReadOnlyList<SinkUse>)[];

    public IReadOnlyList<PropagatorMatch> PropagatorsAt(int node) => propagators.GetValueOrDefault(node) ?? (IReadOnlyList<PropagatorMatch>)[];

    /// <summary>The fact that a source puts on a value.</summary>
    public Fact FactOf(SourceMatch source)
    {
        if (sourceFacts.TryGetValue(source, out var fact)) return fact;
        var trace = new Trace(null, TraceStepKind.Source, source.File, source.Match.Node >= 0 ? source.Match.Node : source.First);
        return sourceFacts[source] = new Fact(new Origin(OriginKind.Source, 0, AccessPath.Empty, null, source), source.Label, 0, 0, isWhole: true, revived: false, trace);
    }

    /// <summary>The facts of a source; of a read from a store those that were written.</summary>
    public IEnumerable<Fact> FactsOf(SourceMatch source, IRuleContext context)
    {
        if (source.StoreKey is not { } key) return [FactOf(source)];
        var node = source.Match.Node >= 0 ? source.Match.Node : source.First;
        return context.CellOf(key).Whole().Select(f => f.At(Trace.Extend(f.Trace, TraceStepKind.Propagation, source.File, node)));
    }

    /// <summary>The facts of a formal parameter that is a source.</summary>
    public IEnumerable<Fact> OfParameter(IrParameter parameter)
    {
        if (!HasSources || parameter.Node < 0) yield break;
        var tree = unit!.File.Tree;
        var last = tree.LastOf(parameter.Node);
        var name = parameter.Variable.Name;
        foreach (var source in matches!.Sources.All)
        {
            var around = source.First <= parameter.Node && last <= source.Last && (!source.Spec.Exact || source.Node == unit.File.Canonical(parameter.Node));
            var named = source.Node > parameter.Node && source.Node < last && tree[source.Node].TextSpan.SequenceEqual(name);
            if (around || named) yield return FactOf(source);
        }
    }

    private void PlaceSinks()
    {
        var own = matches!.Sinks.Where(s => s.Owner == unit!.Ir.Id).ToList();
        if (own.Count == 0) return;
        var instructions = InstructionNodes(unit!);
        foreach (var sink in own)
        {
            if (sink.Slots is { } slots)
            {
                for (var i = 0; i < slots.Count; i++) Of(operandSinks, slots[i].Node).Add(new SinkUse(sink, i));
                continue;
            }
            var use = new SinkUse(sink, 0);
            if (!sink.Spec.Exact)
            {
                foreach (var node in Operands.Keys)
                {
                    if (sink.Contains(node)) Of(operandSinks, node).Add(use);
                }
                foreach (var node in instructions)
                {
                    if (sink.Contains(node)) Of(instructionSinks, node).Add(use);
                }
            }
            else if (sink.Node >= 0 && sink.IsValue && Operands.ContainsKey(sink.Node)) Of(operandSinks, sink.Node).Add(use);
            else if (sink.Node >= 0 && instructions.Contains(sink.Node)) Of(instructionSinks, sink.Node).Add(use);
            else if (sink.Node >= 0 && Operands.ContainsKey(sink.Node)) Of(operandSinks, sink.Node).Add(use);
            else
            {
                foreach (var node in Outermost(sink, instructions)) Of(instructionSinks, node).Add(use);
            }
        }
    }

    private List<int> Anchors(PropagatorMatch propagator)
    {
        var instructions = InstructionNodes(unit!);
        if (propagator.Node >= 0 && instructions.Contains(propagator.Node)) return [propagator.Node];
        return Outermost(propagator, instructions);
    }

    /// <summary>The outermost instructions inside a match, and where one only stores or returns a value also the one that computes it.</summary>
    private List<int> Outermost(SpecMatch match, HashSet<int> instructions)
    {
        var tree = unit!.File.Tree;
        var result = new List<int>();
        var end = -1;
        foreach (var node in instructions.Where(match.Contains).Order())
        {
            if (node < end) continue;
            result.Add(node);
            if (!moves.Contains(node)) end = tree.LastOf(node);
        }
        return result;
    }

    private HashSet<int> InstructionNodes(FunctionUnit function)
    {
        var result = new HashSet<int>();
        var computed = new HashSet<int>();
        foreach (var block in function.Ir.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                if (instruction.Node < 0 || instruction is DefinePredicate) continue;
                var node = function.File.Canonical(instruction.Node);
                result.Add(node);
                if (instruction is Assign) moves.Add(node);
                else computed.Add(node);
            }
            if (block.Terminator is not (Return or Throw) || block.Terminator.Node < 0) continue;
            result.Add(function.File.Canonical(block.Terminator.Node));
            moves.Add(function.File.Canonical(block.Terminator.Node));
        }
        moves.ExceptWith(computed);
        return result;
    }

    private static Dictionary<int, Operand> CollectOperands(FunctionUnit unit)
    {
        var result = new Dictionary<int, Operand>();
        var targets = new Dictionary<int, Operand>();
        foreach (var parameter in unit.Ir.Parameters) Add(targets, new Operand(parameter.Node, new Place(parameter.Variable)));
        foreach (var block in unit.Ir.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                foreach (var operand in OperandWalk.Operands(instruction)) AddWithParts(result, operand);
                if (Definitions.TargetOf(instruction) is not { } target) continue;
                var node = instruction is Assign { TargetNode: >= 0 } assign ? assign.TargetNode : -1;
                if (target.Path.Count > 0 || node >= 0) AddWithParts(targets, new Operand(node, target, BaseNode: BaseOf(unit.File.Tree, target)));
                if (instruction is Call or Operation) Add(targets, new Operand(instruction.Node, target));
            }
            foreach (var operand in OperandWalk.Operands(block.Terminator!)) AddWithParts(result, operand);
        }
        foreach (var (node, operand) in targets) result.TryAdd(node, operand);
        return result;

        void AddWithParts(Dictionary<int, Operand> map, Operand operand)
        {
            Add(map, operand);
            if (operand.Place is not { } place) return;
            if (place.Path.Count > 0) Add(map, new Operand(operand.BaseNode, new Place(place.Variable)));
            for (var i = 0; i < place.Path.Count; i++)
            {
                if (i < place.Path.Count - 1) Add(map, new Operand(place.Path[i].Node, new Place(place.Variable, [.. place.Path.Take(i + 1)])));
                else Add(map, operand with { Node = place.Path[i].Node });
                if (place.Path[i].Key is { } key) AddWithParts(map, key);
            }
        }

        void Add(Dictionary<int, Operand> map, Operand operand)
        {
            if (operand.Node >= 0) map.TryAdd(unit.File.Canonical(operand.Node), operand);
        }
    }

    /// <summary>The node of an assigned place's variable: what the first access selects from.</summary>
    public static int BaseOf(SyntaxTree tree, Place target)
    {
        if (target.Path.Count == 0 || target.Path[0].Node < 0) return -1;
        return tree[target.Path[0].Node].NamedChild(0) is { IsNone: false } child ? child.Index : -1;
    }

    private static List<T> Of<T>(Dictionary<int, List<T>> map, int key)
    {
        if (!map.TryGetValue(key, out var list)) map[key] = list = [];
        return list;
    }
}
