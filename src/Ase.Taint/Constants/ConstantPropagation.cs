using System.Text.RegularExpressions;
using Ase.Code.Languages;
using Ase.Taint.Ir;
using Ase.Taint.Library;
using Ase.Taint.Summaries;

namespace Ase.Taint.Constants;

/// <summary>
/// Conditional constant propagation over one function: forward over the blocks that can be reached, taking only the edges that constants
/// allow. What is not certain is not known.
/// </summary>
internal sealed partial class ConstantPropagation
{
    private const int MaxWork = 400_000;

    private readonly FunctionUnit unit;
    private readonly IrFunction body;
    private readonly FunctionTargets targets;
    private readonly LibraryModels models;
    private readonly LanguageId family;
    private readonly bool[] followed;
    private readonly bool[] captured;
    private readonly int[] homeOfTemp;
    private readonly Dictionary<int, object>?[] entries;
    private Dictionary<int, object> state = [];
    private int effort;

    private ConstantPropagation(FunctionUnit unit, FunctionTargets targets, LibraryModels models)
    {
        (this.unit, this.targets, this.models) = (unit, targets, models);
        body = unit.Ir;
        family = unit.File.Family;
        entries = new Dictionary<int, object>?[body.Blocks.Count];
        homeOfTemp = Engine.OperandWalk.HomesOfTemps(body);
        followed = new bool[body.Variables.Count];
        captured = new bool[body.Variables.Count];
        FindFollowed();
    }

    /// <summary>What the constants of a function decide.</summary>
    public static ConstantFacts Run(FunctionUnit unit, FunctionTargets targets, LibraryModels models)
    {
        if (!IsWorthwhile(unit.Ir)) return ConstantFacts.None;
        var run = new ConstantPropagation(unit, targets, models);
        return run.Iterate() ? run.Collect() : ConstantFacts.None;
    }

    // something must be there to decide: a branch, or a call that may put something at a known place
    private static bool IsWorthwhile(IrFunction function)
    {
        foreach (var block in function.Blocks)
        {
            if (block.Terminator is Branch) return true;
            foreach (var instruction in block.Instructions)
            {
                if (instruction is Call { Receiver: not null }) return true;
            }
        }
        return false;
    }

    private void FindFollowed()
    {
        var written = unit.File.WrittenByInner(unit);
        var addressed = Addressed();
        foreach (var variable in body.Variables)
        {
            followed[variable.Id] = variable.Kind is VariableKind.Local or VariableKind.Temp or VariableKind.Parameter
                && !written.Contains(variable) && !addressed.Contains(variable.Name);
        }
        foreach (var inner in unit.File.Functions)
        {
            if (!ReferenceEquals(inner.Ir.Enclosing, body)) continue;
            foreach (var variable in inner.Ir.Variables)
            {
                if (variable is { Kind: VariableKind.Captured, Outer: { } outer } && outer.Id < captured.Length) captured[outer.Id] = true;
            }
        }
    }

    /// <summary>Variables of which something else may hold the address: any assignment through it would go unseen.</summary>
    private HashSet<string> Addressed()
    {
        var result = new HashSet<string>(StringComparer.Ordinal);
        if (family is not (LanguageId.Go or LanguageId.Php)) return result;
        var tree = unit.File.Tree;
        var (start, end) = (tree.StartOf(body.Node), tree.EndOf(body.Node));
        foreach (var match in Address().EnumerateMatches(unit.File.Source.Text.AsSpan(start, end - start)))
        {
            result.Add(unit.File.Source.Text.Substring(start + match.Index, match.Length).TrimStart('&', ' ', '('));
        }
        return result;
    }

    [GeneratedRegex(@"&[ (]*\$?\w+", RegexOptions.NonBacktracking, 1000)]
    private static partial Regex Address();

    private bool Iterate()
    {
        // names of names, and code that brings its own variables
        if (family == LanguageId.Php && HasDynamicNames()) return false;
        entries[0] = Captures();
        var queue = new SortedSet<int> { 0 };
        while (queue.Count > 0)
        {
            var id = queue.Min;
            queue.Remove(id);
            effort += 1 + entries[id]!.Count + body.Blocks[id].Instructions.Count;
            if (effort > MaxWork) return false;
            Transfer(body.Blocks[id], queue);
        }
        return true;
    }

    private bool HasDynamicNames()
    {
        var tree = unit.File.Tree;
        var text = unit.File.Source.Text.AsSpan(tree.StartOf(body.Node), tree.EndOf(body.Node) - tree.StartOf(body.Node));
        return text.Contains("$$", StringComparison.Ordinal) || text.Contains("extract(", StringComparison.OrdinalIgnoreCase) || text.Contains("eval(", StringComparison.OrdinalIgnoreCase)
            || text.Contains("include", StringComparison.OrdinalIgnoreCase) || text.Contains("require", StringComparison.OrdinalIgnoreCase) || text.Contains("parse_str", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What a variable of an enclosing function holds is constant when it is assigned once, with a literal.</summary>
    private Dictionary<int, object> Captures()
    {
        var start = new Dictionary<int, object>();
        foreach (var variable in body.Variables)
        {
            if (variable.Kind != VariableKind.Captured) continue;
            var (owner, original) = Engine.FunctionAnalysis.Original(unit, variable);
            if (ReferenceEquals(owner, unit) || original.Kind != VariableKind.Local || owner.File.WrittenByInner(owner).Contains(original)) continue;
            if (owner.Definitions.Of(original) is not [Assign { Value: { Place: null } value }] || owner.Definitions.PartsOf(original).Count > 0) continue;
            if (ConstantFold.Literal(value) is not { } constant) continue;
            start[variable.Id] = constant;
            followed[variable.Id] = true;
        }
        return start;
    }

    private void Transfer(IrBlock block, SortedSet<int> queue)
    {
        state = new Dictionary<int, object>(entries[block.Id]!);
        if (block.Handler >= 0) Flow(block.Handler, queue);
        foreach (var instruction in block.Instructions)
        {
            Step(instruction);
            if (block.Handler >= 0) Flow(block.Handler, queue);
        }
        if (block.Terminator is Branch branch)
        {
            var truth = TruthOf(branch);
            DropTemps(block.Id);
            if (truth != false) Flow(branch.WhenTrue, queue);
            if (truth != true) Flow(branch.WhenFalse, queue);
            return;
        }
        DropTemps(block.Id);
        foreach (var next in block.Successors) Flow(next, queue);
    }

    private bool? TruthOf(Branch branch) => ConstantFold.Truth(ValueOf(branch.Condition));

    private void DropTemps(int block)
    {
        List<int>? dead = null;
        foreach (var variable in state.Keys)
        {
            if (homeOfTemp[variable] == block) (dead ??= []).Add(variable);
        }
        foreach (var variable in dead ?? []) state.Remove(variable);
    }

    private void Flow(int block, SortedSet<int> queue)
    {
        if (entries[block] is not { } known)
        {
            entries[block] = new Dictionary<int, object>(state);
            queue.Add(block);
            return;
        }
        List<int>? lost = null;
        foreach (var (variable, value) in known)
        {
            if (!state.TryGetValue(variable, out var other) || !other.Equals(value)) (lost ??= []).Add(variable);
        }
        if (lost is null) return;
        foreach (var variable in lost) known.Remove(variable);
        queue.Add(block);
    }

    private object? ValueOf(Operand operand) =>
        operand.Place is not { } place ? ConstantFold.Literal(operand) : place.Path.Count == 0 ? state.GetValueOrDefault(place.Variable.Id) : null;

    private void Set(IrVariable variable, object? value)
    {
        if (value is null || !followed[variable.Id] || (value is Sized && captured[variable.Id])) state.Remove(variable.Id);
        else state[variable.Id] = value;
    }

    /// <summary>The final states are known: what they decide.</summary>
    private ConstantFacts Collect()
    {
        var facts = new ConstantFacts();
        foreach (var block in body.Blocks)
        {
            if (entries[block.Id] is not { } entry) continue;
            state = new Dictionary<int, object>(entry);
            foreach (var instruction in block.Instructions)
            {
                if (instruction is Call call) Record(call, facts);
                Step(instruction);
            }
            if (block.Terminator is Branch branch && branch.Condition.Place is not null && TruthOf(branch) is { } truth) facts.Decide(block.Id, truth);
        }
        return facts;
    }

    private void Record(Call call, ConstantFacts facts)
    {
        if (ModelOf(call) is not { UsesConstants: true } model) return;
        facts.Record(call, [.. call.Arguments.Select(a => ValueOf(a.Value))]);
        if (model.Sequence != SequenceChange.None && call.Receiver is { } receiver && ValueOf(receiver) is Sized sized) facts.Record(call, sized.Count);
    }
}
