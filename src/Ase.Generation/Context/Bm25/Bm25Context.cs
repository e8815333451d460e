using System.Text;
using System.Text.Json.Nodes;
using Ase.Code.Text;
using Ase.Core.Digests;
using Ase.Core.Ports;
using Ase.Core.Tasks;

namespace Ase.Generation.Context.Bm25;

/// <summary>Whole files by BM25: the question is the summary and the masked files, never the original.</summary>
/// <param name="options">How the index is asked.</param>
internal sealed class Bm25Context(Bm25Options options) : IContextStrategy
{
    private readonly RecentlyUsed<string, RepositoryIndex> indexes = new(options.CachedIndexes);

    public string Name => "bm25";

    /// <summary>Indexes in memory.</summary>
    internal int CachedIndexes => indexes.Count;

    public Task<IReadOnlyList<ContextHit>> RetrieveAsync(MaskedTask task, CancellationToken cancellationToken) => Task.Run(() => Retrieve(task, cancellationToken), cancellationToken);

    private IReadOnlyList<ContextHit> Retrieve(MaskedTask task, CancellationToken cancellationToken)
    {
        var index = indexes.Get(Key(task), () => RepositoryIndex.Build(task.Masked, options, cancellationToken));
        var regions = task.Task.Task.Regions.Select(r => r.File).ToHashSet(StringComparer.Ordinal);
        var code = new StringBuilder();
        foreach (var path in regions.Order(StringComparer.Ordinal))
            code.Append(path).Append('\n').Append(SourceText.FromBytes(task.Masked.Read(path) ?? []).Text).Append('\n');
        var found = index.Search(task.Task.Task.Summary, code.ToString(), regions);
        return [.. found.Select((hit, i) => new ContextHit(hit.Path, ContextFiles.Read(task.Masked, hit.Path)!, hit.Score, i + 1))];
    }

    // Tasks on the same revision mask different places, and what one hides the other must not find.
    private static string Key(MaskedTask task) => Digest.Of(new JsonArray(
        task.Task.BaseDigest,
        Masking.Masker.Version,
        new JsonArray([.. task.Task.Task.Regions.Select(r => Range(new FileRange(r.File, r.First, r.Last)))]),
        new JsonArray([.. task.Task.Duplicates.Select(Range)])));

    private static JsonArray Range(FileRange range) => new(range.File, range.First, range.Last);
}
