using Ase.Taint.Summaries;

namespace Ase.Taint.Scanning;

/// <summary>The files of one language family: names, call targets, call graph. The same for every rule.</summary>
internal sealed class ProjectModel
{
    private readonly Dictionary<FunctionUnit, FunctionTargets> targets = [];
    private readonly Dictionary<FunctionUnit, List<FunctionUnit>> users = [];

    public ProjectModel(IReadOnlyList<FileUnit> files, ScanOptions options, CancellationToken cancellation)
    {
        Files = files;
        Index = new ProjectIndex(files);
        var resolved = new Dictionary<FunctionUnit, FunctionTargets>[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellation }, i =>
        {
            var resolver = new CallResolver(Index, files[i], options.MaxCallees);
            resolved[i] = files[i].Functions.ToDictionary(f => f, resolver.Resolve);
        });
        foreach (var file in resolved)
        {
            foreach (var (function, found) in file) targets[function] = found;
        }
        foreach (var function in Index.Functions)
        {
            foreach (var needed in targets[function].Needs)
            {
                if (!users.TryGetValue(needed, out var list)) users[needed] = list = [];
                list.Add(function);
            }
        }
        Graph = CallGraph.Build(Index.Functions, f => targets[f].Needs);
    }

    public IReadOnlyList<FileUnit> Files { get; }

    public ProjectIndex Index { get; }

    public CallGraph Graph { get; }

    public FunctionTargets TargetsOf(FunctionUnit function) => targets.GetValueOrDefault(function) ?? FunctionTargets.None;

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
                var first = function.Ir.Node;
                if (!found.Sources.IsEmpty && found.Sources.Touches(first, file.Tree.LastOf(first))) sources.Add(function);
            }
            foreach (var sink in found.Sinks) sinks.Add(file.Functions[sink.Owner]);
        }
        if (sources.Count == 0 || sinks.Count == 0) return sources.Count == 0 ? sources : sinks;
        var top = Closure(sources, UsersAndClass);
        top.IntersectWith(Closure(sinks, UsersAndClass));
        return Closure(top, f => TargetsOf(f).Needs);
    }

    private IEnumerable<FunctionUnit> UsersAndClass(FunctionUnit function)
    {
        IEnumerable<FunctionUnit> result = users.GetValueOrDefault(function) ?? (IEnumerable<FunctionUnit>)[];
        // fields connect the methods of a class
        if (Index.ClassOf.TryGetValue(function, out var type)) result = result.Concat(type.AllMethods);
        return result;
    }

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
