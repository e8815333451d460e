using System.Collections.Concurrent;
using Ase.Taint.Engine;
using Ase.Taint.Ir;
using Ase.Taint.Scanning;

namespace Ase.Taint.Summaries;

/// <summary>A function of a scan, with what is known of it whatever the rule.</summary>
internal sealed class FunctionUnit(FileUnit file, IrFunction ir)
{
    private Definitions? definitions;

    public FileUnit File { get; } = file;

    public IrFunction Ir { get; } = ir;

    /// <summary>Where each variable gets its values.</summary>
    public Definitions Definitions => definitions ??= new Definitions(Ir);

    /// <summary>The function around it, or null for top-level code.</summary>
    public FunctionUnit? Enclosing => Ir.Enclosing is { } outer ? File.Functions[outer.Id] : null;

    public override string ToString() => File.Path + ":" + Ir;
}

/// <summary>Where the variables of a function get their values; the order of the code does not matter here.</summary>
internal sealed class Definitions
{
    private readonly List<Instruction>?[] whole;
    private readonly List<Instruction>?[] parts;
    private readonly ConcurrentDictionary<IrVariable, Dictionary<PathStep, List<Instruction>>> byStep = new();
    private Dictionary<string, List<Instruction>>? prototypes;

    public Definitions(IrFunction function)
    {
        whole = new List<Instruction>?[function.Variables.Count];
        parts = new List<Instruction>?[function.Variables.Count];
        foreach (var block in function.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                if (instruction is Call call)
                {
                    Calls.Add(call);
                    if (call.Function?.Place is { Path.Count: 0, Variable: { Kind: VariableKind.Parameter or VariableKind.Captured } called }) Called.Add(called);
                }
                else if (instruction is MakeClosure closure) Closures.Add(closure);
                if (TargetOf(instruction) is not { } target) continue;
                ref var list = ref (target.Path.Count == 0 ? whole : parts)[target.Variable.Id];
                (list ??= []).Add(instruction);
            }
            if (block.Terminator is Return { Values.Count: > 0 } end) Returns.Add(end);
        }
    }

    /// <summary>The calls in order.</summary>
    public List<Call> Calls { get; } = [];

    /// <summary>Parameters and captured variables that are called.</summary>
    public HashSet<IrVariable> Called { get; } = [];

    /// <summary>The functions made inside, in order.</summary>
    public List<MakeClosure> Closures { get; } = [];

    /// <summary>The returns that carry values.</summary>
    public List<Return> Returns { get; } = [];

    /// <summary>The instructions that assign a variable as a whole.</summary>
    public IReadOnlyList<Instruction> Of(IrVariable variable) => variable.Id < whole.Length ? whole[variable.Id] ?? (IReadOnlyList<Instruction>)[] : [];

    /// <summary>The instructions that assign a part of a variable whose first step may be <paramref name="step"/>.</summary>
    public IReadOnlyList<Instruction> PartsOf(IrVariable variable, PathStep step)
    {
        var all = PartsOf(variable);
        if (all.Count < 16 || step.Kind == AccessorKind.Any) return all;
        if (!byStep.TryGetValue(variable, out var index))
        {
            index = [];
            foreach (var part in all)
            {
                var first = TargetOf(part)!.Path[0];
                var key = new PathStep(first.Kind, first.Name);
                if (!index.TryGetValue(key, out var list)) index[key] = list = [];
                list.Add(part);
            }
            byStep[variable] = index;
        }
        var exact = index.GetValueOrDefault(step) ?? (IReadOnlyList<Instruction>)[];
        return index.TryGetValue(PathStep.Any, out var any) ? [.. exact, .. any] : exact;
    }

    /// <summary>The instructions that assign a member of some prototype, by the member's name.</summary>
    public IReadOnlyList<Instruction> PrototypeMembers(string name)
    {
        if (prototypes is null)
        {
            var found = new Dictionary<string, List<Instruction>>(StringComparer.Ordinal);
            foreach (var list in parts)
            {
                foreach (var part in list ?? [])
                {
                    if (TargetOf(part) is not { Path: [.., { Name: "prototype" }, { Kind: AccessorKind.Field } last] }) continue;
                    if (!found.TryGetValue(last.Name, out var members)) found[last.Name] = members = [];
                    members.Add(part);
                }
            }
            prototypes = found;
        }
        return prototypes.GetValueOrDefault(name) ?? (IReadOnlyList<Instruction>)[];
    }

    /// <summary>The instructions that assign a part of a variable.</summary>
    public IReadOnlyList<Instruction> PartsOf(IrVariable variable) => variable.Id < parts.Length ? parts[variable.Id] ?? (IReadOnlyList<Instruction>)[] : [];

    public static Place? TargetOf(Instruction instruction) => instruction switch
    {
        Assign a => a.Target,
        Operation o => o.Target,
        Call c => c.Target,
        MakeClosure m => m.Target,
        _ => null,
    };
}
