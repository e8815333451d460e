using System.Collections.Concurrent;
using Ase.Taint.Constants;
using Ase.Taint.Engine;
using Ase.Taint.Ir;
using Ase.Taint.Library;
using Ase.Taint.Summaries;

namespace Ase.Taint.Scanning;

/// <summary>The files of one language family: names, call targets, call graph. The same for every rule.</summary>
internal sealed class ProjectModel
{
    private readonly Dictionary<FunctionUnit, FunctionTargets> targets = [];
    private readonly Dictionary<FunctionUnit, List<FunctionUnit>> users = [];
    private readonly Dictionary<FunctionUnit, (int Group, int Position)> order = [];
    private readonly Lazy<Dictionary<string, List<FunctionUnit>>> writtenGlobals;
    private readonly ConcurrentDictionary<FunctionUnit, ConstantFacts> constants = new();

    public ProjectModel(IReadOnlyList<LoadedFile> members, ScanOptions options, CancellationToken cancellation)
    {
        FileUnit[] files = [.. members.Select(m => m.Unit!)];
        var reach = new Reach(members);
        Files = files;
        writtenGlobals = new(FindWrittenGlobals);
        Index = new ProjectIndex(files, f => reach.GroupOf(f.Path));
        var resolved = new Dictionary<FunctionUnit, FunctionTargets>[files.Length];
        Parallel.For(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellation }, i =>
        {
            var resolver = new CallResolver(Index, files[i], options.MaxCallees);
            resolved[i] = files[i].Functions.ToDictionary(f => f, resolver.Resolve);
        });
        foreach (var file in resolved)
        {
            foreach (var (function, found) in file) targets[function] = found;
        }
        SharedScopes.Complete(files, targets);
        foreach (var function in Index.Functions)
        {
            foreach (var needed in targets[function].Needs)
            {
                if (!users.TryGetValue(needed, out var list)) users[needed] = list = [];
                list.Add(function);
            }
        }
        var graph = CallGraph.Build(Index.Functions, f => targets[f].Needs);
        for (var i = 0; i < Index.Functions.Count; i++) order[Index.Functions[i]] = (graph.GroupOf[Index.Functions[i]], i);
    }

    public IReadOnlyList<FileUnit> Files { get; }

    public ProjectIndex Index { get; }

    public FunctionTargets TargetsOf(FunctionUnit function) => targets.GetValueOrDefault(function) ?? FunctionTargets.None;

    /// <summary>What the constants of a function decide; found when first asked for.</summary>
    public ConstantFacts ConstantsOf(FunctionUnit function) =>
        constants.GetOrAdd(function, static (f, model) => ConstantPropagation.Run(f, model.TargetsOf(f), LibraryModels.Of(f.File.Family)), this);

    /// <summary>Where a function stands: callees before callers.</summary>
    public (int Group, int Position) OrderOf(FunctionUnit function) => order[function];

    /// <summary>The functions that need a function's summary.</summary>
    public IReadOnlyList<FunctionUnit> UsersOf(FunctionUnit function) => users.GetValueOrDefault(function) ?? (IReadOnlyList<FunctionUnit>)[];

    public static bool HasSource(FunctionUnit function, IReadOnlyDictionary<FileUnit, FileMatches> matches) =>
        matches.TryGetValue(function.File, out var found) && !found.Starts.IsEmpty
        && found.Starts.Touches(function.Ir.Node, function.File.Tree.LastOf(function.Ir.Node));

    /// <summary>True when a function may read one of some shared things.</summary>
    public bool Reads(FunctionUnit function, IReadOnlySet<object> shared)
    {
        if (function.Ir.This is not null && Index.ClassOf.TryGetValue(function, out var type) && shared.Contains(type)) return true;
        if (function.Ir.Variables.Exists(v => v.Kind == VariableKind.Global && (shared.Contains(GlobalKey(function.File, v)) || shared.Contains(TopKey(function.File, v))))) return true;
        if (Exchanged(function).Any(shared.Contains)) return true;
        if (shared.Contains(ViewKey(function.File)) && TargetsOf(function).Shows.Count > 0) return true;
        var takes = function.Ir.Id == 0 || function.Definitions.Calls.Exists(c => c.Name == "require");
        return takes && function.File.Ir!.Imports.Exists(i => Index.Modules.Find(function.File, i.Module) is Value.Module module && shared.Contains(module.File));
    }

    /// <summary>The name under which functions of all files share a global.</summary>
    public static string GlobalKey(FileUnit file, IrVariable variable) => file.Family + ":" + variable.Name;

    /// <summary>
    /// True for a global through which functions hand values to each other within one run of the program. A session outlives it
    /// (<c>ase.stored</c>), and the scope of PHP files is that of their includer.
    /// </summary>
    public static bool IsExchanged(FunctionUnit function, IrVariable variable) =>
        variable.Kind == VariableKind.Global && variable.Name != "$_SESSION" && !SharedScopes.IsShared(function, variable);

    /// <summary>The name under which the top-level code of PHP files leaves a variable, apart from what functions do with it.</summary>
    public static string TopKey(FileUnit file, IrVariable variable) => file.Family + ":top:" + variable.Name;

    /// <summary>The name under which values are kept that are passed to a template through an object which a call gave.</summary>
    public static string ViewKey(FileUnit file) => "template:" + file.Family;

    /// <summary>
    /// The functions that a flow of a rule can lead through: what is called, at any depth, by functions from which both a source and a
    /// sink can be reached.
    /// </summary>
    public IReadOnlySet<FunctionUnit> Relevant(IReadOnlyDictionary<FileUnit, FileMatches> matches)
    {
        var sources = new HashSet<FunctionUnit>();
        var sinks = new HashSet<FunctionUnit>();
        foreach (var file in Files)
        {
            if (!matches.TryGetValue(file, out var found)) continue;
            foreach (var function in file.Functions)
            {
                if (HasSource(function, matches)) sources.Add(function);
            }
            foreach (var sink in found.Sinks) sinks.Add(file.Functions[sink.Owner]);
        }
        if (sources.Count == 0 || sinks.Count == 0) return sources.Count == 0 ? sources : sinks;
        var top = Closure(WithSharers(sources), Connected());
        top.IntersectWith(Closure(WithSharers(sinks), Connected()));
        return Closure(top, f => TargetsOf(f).Needs);
    }

    /// <summary>From a function to those that may get something from it without calling it: callers, and who shares something with it.</summary>
    private Func<FunctionUnit, IEnumerable<FunctionUnit>> Connected()
    {
        var seen = new HashSet<object>();
        return function =>
        {
            IEnumerable<FunctionUnit> result = users.GetValueOrDefault(function) ?? (IEnumerable<FunctionUnit>)[];
            // fields connect the methods of a class
            if (Index.ClassOf.TryGetValue(function, out var type) && seen.Add(type)) result = result.Concat(type.AllMethods);
            return result.Concat(Sharers(function, seen));
        };
    }

    /// <summary>The functions, and those that share something with them or with what they call: a callee may leave or fetch a value there.</summary>
    private HashSet<FunctionUnit> WithSharers(HashSet<FunctionUnit> functions)
    {
        var seen = new HashSet<object>();
        var result = new HashSet<FunctionUnit>(functions);
        foreach (var function in Closure(functions, f => TargetsOf(f).Needs)) result.UnionWith(Sharers(function, seen));
        return result;
    }

    /// <summary>Users of the variables that functions inside one function assign, and of the globals that somebody assigns, each once.</summary>
    private IEnumerable<FunctionUnit> Sharers(FunctionUnit function, HashSet<object> seen)
    {
        IEnumerable<FunctionUnit> result = [];
        foreach (var variable in Exchanged(function))
        {
            if (seen.Add(variable)) result = result.Concat(function.File.Exchanges[variable]);
        }
        foreach (var variable in function.Ir.Variables)
        {
            if (!IsExchanged(function, variable)) continue;
            var key = GlobalKey(function.File, variable);
            if (writtenGlobals.Value.TryGetValue(key, out var sharers) && seen.Add(key)) result = result.Concat(sharers);
        }
        return result;
    }

    private Dictionary<string, List<FunctionUnit>> FindWrittenGlobals()
    {
        var result = new Dictionary<string, List<FunctionUnit>>(StringComparer.Ordinal);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var function in Index.Functions)
        {
            foreach (var variable in function.Ir.Variables)
            {
                if (!IsExchanged(function, variable)) continue;
                var key = GlobalKey(function.File, variable);
                if (!result.TryGetValue(key, out var sharers)) result[key] = sharers = [];
                sharers.Add(function);
                if (function.Definitions.Of(variable).Count > 0 || function.Definitions.PartsOf(variable).Count > 0) written.Add(key);
            }
        }
        foreach (var key in result.Keys.Where(k => !written.Contains(k)).ToList()) result.Remove(key);
        return result;
    }

    private static IEnumerable<IrVariable> Exchanged(FunctionUnit function) => function.File.Exchanges.Count == 0 ? [] : function.Ir.Variables
        .Where(v => v.Kind == VariableKind.Captured)
        .Select(v => FunctionAnalysis.Original(function, v).Variable)
        .Where(function.File.Exchanges.ContainsKey);

    private static HashSet<FunctionUnit> Closure(IEnumerable<FunctionUnit> start, Func<FunctionUnit, IEnumerable<FunctionUnit>> next)
    {
        var result = new HashSet<FunctionUnit>(start);
        var open = new Stack<FunctionUnit>(result);
        while (open.TryPop(out var function))
        {
            foreach (var further in next(function))
            {
                if (result.Add(further)) open.Push(further);
            }
        }
        return result;
    }
}
