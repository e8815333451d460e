using System.Collections.Concurrent;
using Ase.Code.Text;
using Ase.Core.Digests;
using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;
using Ase.Datasets.Duplicates;
using Ase.Datasets.Sources;
using Ase.Datasets.TaskFiles;

namespace Ase.Datasets.Materialization;

/// <summary>Fetches revisions, proves that the task fits them, and reads what the task puts in place of its regions. Keeps results in memory.</summary>
/// <param name="sources">The sorts of sources, one of which handles a task.</param>
public sealed class TaskMaterializer(IReadOnlyList<IRevisionSource> sources) : ITaskMaterializer
{
    private readonly ConcurrentDictionary<(string Folder, string Id), Lazy<Task<MaterializedTask>>> known = new();

    /// <inheritdoc/>
    public async Task<MaterializedTask> MaterializeAsync(BenchmarkTask task, CancellationToken cancellationToken)
    {
        var key = (task.Folder, task.Id);
        while (true)
        {
            var entry = known.GetOrAdd(key, _ => new Lazy<Task<MaterializedTask>>(() => LoadAsync(task, cancellationToken)));
            try
            {
                return await entry.Value.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                known.TryRemove(KeyValuePair.Create(key, entry)); // somebody else waited for it and gave up
            }
            catch
            {
                if (entry.Value.IsCompleted) known.TryRemove(KeyValuePair.Create(key, entry)); // a later attempt may find the source reachable
                throw;
            }
        }
    }

    private async Task<MaterializedTask> LoadAsync(BenchmarkTask task, CancellationToken cancellationToken)
    {
        var source = sources.FirstOrDefault(s => s.Handles(task.Source)) ?? throw new InvalidOperationException($"no source for {task.Source.GetType().Name}");
        var vulnerable = await source.FetchAsync(task, cancellationToken);
        var @fixed = await source.FetchFixedAsync(task, cancellationToken);
        var tree = WithSupport(task, vulnerable.Tree, @fixed.Tree);
        var @base = vulnerable with { Tree = tree };
        foreach (var region in task.Regions) CheckRegion(task, @base, region);
        foreach (var rule in task.Static.Rules) TaskPaths.Resolve(task.Folder, rule);
        var upstream = task.Fixed.Upstream.Regions.Select(r => Lines(task, @fixed, r)).ToList();
        var original = task.Regions.Select(r => Lines(task, @base, new FileRange(r.File, r.First, r.Last))).ToList();
        return new MaterializedTask
        {
            Task = task,
            Base = tree,
            BaseDigest = BaseDigest(task, tree),
            UpstreamFix = upstream,
            Upstream = @fixed.Tree,
            Reference = task.Fixed.Hardened is { } file ? [TaskPaths.ReadText(task.Folder, file), .. upstream.Skip(1)] : upstream,
            Variants = [.. task.Variants.Select(v => new VariantText(v, [.. v.Files.Select(f => TaskPaths.ReadText(task.Folder, f)), .. original.Skip(v.Files.Count)]))],
            Duplicates = NearDuplicates.Find(tree, task.Regions),
            Omitted = vulnerable.Omitted,
        };
    }

    private static IFileTree WithSupport(BenchmarkTask task, IFileTree vulnerable, IFileTree @fixed)
    {
        if (task.Fixed.Support.Count == 0) return vulnerable;
        var overlay = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        foreach (var path in task.Fixed.Support)
            overlay[path] = @fixed.Read(path) ?? throw new AseException(ErrorCode.InvalidFile, $"{task.Id}: the fixed revision has no support file '{path}'.");
        return new OverlayTree(vulnerable, overlay);
    }

    private static void CheckRegion(BenchmarkTask task, Revision revision, Region region)
    {
        var text = Lines(task, revision, new FileRange(region.File, region.First, region.Last), out var source);
        var actual = Digest.Of(source.Encode(text));
        if (actual != region.Sha256)
            throw new AseException(ErrorCode.RegionMismatch, $"{task.Id}: the lines {region.First}-{region.Last} of {region.File} have the SHA-256 {actual}, not {region.Sha256}.");
    }

    private static string Lines(BenchmarkTask task, Revision revision, FileRange range) => Lines(task, revision, range, out _);

    private static string Lines(BenchmarkTask task, Revision revision, FileRange range, out SourceText source)
    {
        var bytes = revision.Tree.Read(range.File) ?? throw (revision.Omitted.Contains(range.File)
            ? new AseException(ErrorCode.SourceMissing, $"{task.Id}: the file '{range.File}' of the revision is not at hand: it is a link, too large, or missing from the mirror.")
            : new AseException(ErrorCode.RegionMismatch, $"{task.Id}: the revision has no file '{range.File}'."));
        source = SourceText.FromBytes(bytes);
        if (range.Last < range.First) return "";
        if (range.Last > source.LineCount)
            throw new AseException(ErrorCode.RegionMismatch, $"{task.Id}: {range.File} has {source.LineCount} lines; the region names {range.First}-{range.Last}.");
        return source.Slice(source.LinesSpan(range.First, range.Last)).ToString();
    }

    // A commit or a package version names its content; a support overlay changes it.
    private static string BaseDigest(BenchmarkTask task, IFileTree tree) => task.Source switch
    {
        TaskSource.Directory d when task.Fixed.Support.Count == 0 => d.Digest,
        TaskSource.Npm n when task.Fixed.Support.Count == 0 => Digest.Of($"npm:{n.Package}@{n.Version}:{n.Integrity}"),
        TaskSource.Git g when task.Fixed.Support.Count == 0 => Digest.Of($"git:{g.Commit}"),
        _ => Digest.OfTree(tree.Paths.Select(p => (p, Digest.Of(tree.Read(p) ?? [])))),
    };
}
