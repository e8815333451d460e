using Ase.Taint.Constants;
using Ase.Taint.Ir;
using Ase.Taint.Library;
using Ase.Taint.Scanning;
using Ase.Taint.Summaries;

namespace Ase.Taint.Engine;

/// <summary>
/// Follows taint through one function for one rule: forward over the blocks to a fixpoint, with a state per block, guards on edges, and
/// the summaries of what it calls. The result is the function's own summary.
/// </summary>
internal sealed partial class FunctionAnalysis
{
    private const int MaxRounds = 4;

    /// <summary>Places looked at in all passes over one function; some seconds.</summary>
    private const int MaxWork = 8_000_000;

    private readonly IRuleContext context;
    private readonly TaintRule rule;
    private readonly FunctionUnit unit;
    private readonly IrFunction body;
    private readonly FileUnit file;
    private readonly PlaceTable places;
    private readonly NodeRoles roles;
    private readonly FunctionTargets targets;
    private readonly LibraryModels models;
    private readonly ConstantFacts constants;
    private readonly State?[] entries;
    private readonly State?[] exits;
    private readonly int[] passes;
    private readonly int[] homeOfTemp;
    private readonly int[] order;
    private readonly Dictionary<PlaceNode, ValueFacts> written = [];
    private readonly HashSet<IrVariable> shared;
    private State state = new();
    private int effort;
    private bool grown;
    private bool full;

    public FunctionAnalysis(IRuleContext context, FunctionUnit unit)
    {
        this.context = context;
        this.unit = unit;
        rule = context.Rule;
        body = unit.Ir;
        file = unit.File;
        targets = context.TargetsOf(unit);
        places = new PlaceTable(body, body.Variables.Count + targets.Foreign.Count);
        models = context.ModelsOf(file);
        roles = NodeRoles.Of(unit, context.MatchesIn(file));
        shared = file.WrittenByInner(unit);
        entries = new State?[body.Blocks.Count];
        exits = new State?[body.Blocks.Count];
        passes = new int[body.Blocks.Count];
        homeOfTemp = OperandWalk.HomesOfTemps(body, targets.Foreign.Count);
        constants = context.ConstantsOf(unit);
        order = Order(body);
        NumberChecks();
        FindLoops();
    }

    /// <summary>Runs to the fixpoint.</summary>
    public Summary Run()
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            grown = false;
            Array.Clear(passes);
            var start = Begin();
            if (entries[0] is { } known) known.Join(start, InheritedFacts);
            else entries[0] = start;
            Iterate();
            if (!grown) break;
        }
        if (full) context.ReportIncomplete(file, $"more than {FactSet.MaxFacts} facts in one place in {Describe()}");
        return Summarise();
    }

    private string Describe() => body.Id == 0 ? "top-level code" : body.ToString();

    private void Iterate()
    {
        var queue = new PriorityQueue<int, int>();
        var queued = new bool[body.Blocks.Count];
        Enqueue(0);
        while (queue.TryDequeue(out var id, out _))
        {
            queued[id] = false;
            context.Cancellation.ThrowIfCancellationRequested();
            effort += 1 + entries[id]!.Entries.Count;
            if (effort > MaxWork)
            {
                context.ReportIncomplete(file, $"{Describe()} is too large");
                return;
            }
            if (++passes[id] > context.Options.MaxPasses)
            {
                context.ReportIncomplete(file, $"more than {context.Options.MaxPasses} passes over {Describe()}");
                continue;
            }
            foreach (var next in Transfer(body.Blocks[id])) Enqueue(next);
        }

        void Enqueue(int block)
        {
            if (queued[block]) return;
            queued[block] = true;
            queue.Enqueue(block, order[block]);
        }
    }

    /// <summary>Runs one block from its entry state and hands the result on.</summary>
    /// <returns>The blocks whose entry state changed.</returns>
    private List<int> Transfer(IrBlock block)
    {
        var changed = new List<int>();
        currentBlock = block.Id;
        state = entries[block.Id]!.Clone();
        if (block.Handler >= 0) Flow(block.Handler, state, changed);
        foreach (var instruction in block.Instructions)
        {
            Step(instruction);
            if (block.Handler >= 0 && instruction is Call) Flow(block.Handler, state, changed);
        }
        switch (block.Terminator)
        {
            case Branch branch:
                TransferBranch(block, branch, changed);
                break;
            case Return end:
                TransferReturn(block, end);
                break;
            case Throw { Value: { } thrown }:
                Read(thrown);
                break;
        }
        DropTemps(block.Id);
        if (block.Terminator is not Branch)
        {
            var loop = loops.GetValueOrDefault(block.Id);
            foreach (var next in block.Successors) Flow(next, loop is not null && next == loop.Exit ? Leaving(loop) : state, changed);
        }
        if (block.Handler >= 0 && block.Terminator is not Throw) Flow(block.Handler, state, changed);
        full |= state.Full;
        foreach (var head in spoiled)
        {
            if (!changed.Contains(head)) changed.Add(head);
        }
        spoiled.Clear();
        return changed;
    }

    private void TransferBranch(IrBlock block, Branch branch, List<int> changed)
    {
        Read(branch.Condition);
        var condition = ConditionOf(branch.Node, branch.Condition);
        DropTemps(block.Id);
        var truth = branch.Condition.Place is null ? Truth(branch.Condition) : constants.Truth(block.Id);
        if (truth != false) Flow(branch.WhenTrue, Assuming(condition.WhenTrue), changed);
        if (truth != true) Flow(branch.WhenFalse, Assuming(condition.WhenFalse), changed);
    }

    private State Assuming(IReadOnlyList<(PlaceNode Place, ulong Labels)> checks)
    {
        if (checks.Count == 0) return state;
        var before = state;
        state = before.Clone();
        foreach (var (place, labels) in checks) Clean(place, labels);
        var result = state;
        state = before;
        return result;
    }

    private void Flow(int block, State from, List<int> changed)
    {
        EndRound(block, from, changed);
        if (entries[block] is not { } known)
        {
            entries[block] = from.Clone();
            changed.Add(block);
        }
        else if (known.Join(from, InheritedFacts) && !changed.Contains(block))
        {
            changed.Add(block);
        }
        full |= entries[block]!.Full;
    }

    /// <summary>The state at the start: what the caller passes in, as symbols, and what is known of shared things.</summary>
    private State Begin()
    {
        state = new State();
        var demand = context.DemandOf(unit);
        var called = unit.Definitions.Called;
        for (var i = 0; i < body.Parameters.Count; i++)
        {
            var parameter = body.Parameters[i];
            var root = places.Root(parameter.Variable);
            if (demand.Has(i) || called.Contains(parameter.Variable)) Put(root, Symbol(new Origin(OriginKind.Parameter, i, AccessPath.Empty)));
            foreach (var fact in roles.OfParameter(parameter)) Put(root, fact);
        }
        if (body.This is { } receiver)
        {
            var root = places.Root(receiver);
            if (demand.Receiver) Put(root, Symbol(new Origin(OriginKind.Receiver, 0, AccessPath.Empty)));
            if (ClassAround() is { } type) PutCell(root, type);
        }
        foreach (var variable in AllVariables)
        {
            if (SharedScopes.IsShared(unit, variable)) PutShared(variable, demand);
            else if (variable.Kind == VariableKind.Captured)
            {
                if (demand.Has(variable) || called.Contains(variable)) Put(places.Root(variable), Symbol(new Origin(OriginKind.Captured, 0, AccessPath.Empty, variable)));
                if (ExchangedBy(variable) is { } original) PutCell(places.Root(variable), original);
            }
            else if (variable.Kind == VariableKind.Global)
            {
                PutCell(places.Root(variable), GlobalKey(variable));
                PutCell(places.Root(variable), ProjectModel.TopKey(file, variable));
            }
        }
        if (body.Id == 0) PutImports();
        foreach (var (place, facts) in written) Write(place, facts, strong: false);
        return state;
    }

    private ClassUnit? ClassAround() => context.Index.ClassOf.GetValueOrDefault(unit);

    private static Fact Symbol(Origin origin) => new(origin, Fact.AnyLabel, 0, 0, isWhole: true, revived: false, trace: null);

    private void Put(PlaceNode place, Fact fact)
    {
        var entry = state.Of(place);
        state.Set(place, entry with { Facts = entry.Facts.Add(fact, ref full) });
    }

    /// <summary>What other files put into the variables that hold their exports.</summary>
    private void PutImports()
    {
        foreach (var import in file.Ir!.Imports)
        {
            if (import.LocalName.Length == 0 || context.Index.Modules.Find(file, import.Module) is not Value.Module module || ReferenceEquals(module.File, file)) continue;
            var cell = context.CellOf(module.File);
            if (cell.IsEmpty) continue;
            foreach (var variable in body.Variables)
            {
                if (variable.Name != import.LocalName || variable.Kind is VariableKind.Temp) continue;
                var path = import.ImportedName == "*" ? AccessPath.Empty : AccessPath.Of(new PathStep(AccessorKind.Field, import.ImportedName));
                foreach (var part in cell.Part(path).Parts)
                {
                    if (part.Fact is { } fact) Put(places.Part(places.Root(variable), part.Path), fact);
                }
            }
        }
    }

    private void DropTemps(int block)
    {
        List<PlaceNode>? dead = null;
        foreach (var place in state.Entries.Keys)
        {
            if (homeOfTemp[place.Variable.Id] == block) (dead ??= []).Add(place);
        }
        foreach (var place in dead ?? []) state.Remove(place);
        if (state.Conditions is not { Count: > 0 } conditions) return;
        foreach (var place in conditions.Keys.ToList())
        {
            if (homeOfTemp[place.Variable.Id] == block) state.SetCondition(place, Condition.Nothing);
        }
    }

    /// <summary>Positions of the blocks in reverse postorder.</summary>
    private static int[] Order(IrFunction function)
    {
        var position = new int[function.Blocks.Count];
        var seen = new bool[function.Blocks.Count];
        var stack = new Stack<(int Block, int Next, int[] Successors)>();
        var next = function.Blocks.Count;
        Push(0);
        while (stack.TryPop(out var frame))
        {
            if (frame.Next < frame.Successors.Length)
            {
                stack.Push((frame.Block, frame.Next + 1, frame.Successors));
                if (!seen[frame.Successors[frame.Next]]) Push(frame.Successors[frame.Next]);
            }
            else
            {
                position[frame.Block] = --next;
            }
        }
        return position;

        void Push(int block)
        {
            seen[block] = true;
            var code = function.Blocks[block];
            // the last successor first: what is left early gets the later position
            int[] successors = code.Handler >= 0 ? [code.Handler, .. code.Successors.Reverse()] : [.. code.Successors.Reverse()];
            stack.Push((block, 0, successors));
        }
    }
}
