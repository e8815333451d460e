using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;

namespace Ase.Datasets.Duplicates;

/// <summary>
/// Finds copies of a region elsewhere in the repository (bundles, <c>dist/</c>, browser builds, source maps), so that they can be masked: a
/// subject must not read the answer there. A copy is a stretch of at most 1.5 times the region's tokens that holds at least 70% of its
/// distinct 6-token shingles (Broder 1997, "On the resemblance and containment of documents").
/// </summary>
internal static class NearDuplicates
{
    private const int Shingle = 6;
    private const int MinShingles = 12;
    private const int MaxFileBytes = 5_000_000;
    private const double Containment = 0.7;
    private const double Stretch = 1.5;

    /// <summary>The line ranges of copies, ordered by file and line, without the regions themselves.</summary>
    public static IReadOnlyList<FileRange> Find(IFileTree tree, IReadOnlyList<Region> regions)
    {
        var wanted = regions.Select(r => Wanted.Of(tree, r)).Where(w => w.Shingles.Count >= MinShingles).ToList();
        if (wanted.Count == 0) return [];
        var found = new List<FileRange>();
        foreach (var path in tree.Paths)
        {
            var isMap = path.EndsWith(".map", StringComparison.OrdinalIgnoreCase);
            if ((LanguageRegistry.ForPath(path) is null && !isMap) || path.Contains("node_modules/", StringComparison.Ordinal)) continue;
            if (tree.Read(path) is not { Length: < MaxFileBytes } bytes) continue;
            var text = SourceText.FromBytes(bytes).Text;
            var tokens = TokenLines.Of(isMap ? Unescaped(text) : text);
            foreach (var (first, last) in Stretches(tokens, [.. regions.Where(r => r.File == path)]))
            {
                foreach (var region in wanted) found.AddRange(Copies(path, tokens, first, last, region));
            }
        }
        return [.. found.Distinct().OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.First).ThenBy(f => f.Last)];
    }

    /// <summary>What is looked for: the shingles of a region, and how far apart those of a copy may lie.</summary>
    private sealed record Wanted(HashSet<long> Shingles, int Window)
    {
        public int Needed => (int)Math.Ceiling(Shingles.Count * Containment);

        public static Wanted Of(IFileTree tree, Region region)
        {
            var text = SourceText.FromBytes(tree.Read(region.File)!);
            var tokens = TokenLines.Of(text.Slice(text.LinesSpan(region.First, region.Last)));
            var shingles = new HashSet<long>();
            for (var i = 0; i + Shingle <= tokens.Hashes.Count; i++) shingles.Add(HashOf(tokens.Hashes, i));
            return new Wanted(shingles, (int)(tokens.Hashes.Count * Stretch));
        }
    }

    // A source map holds the sources as JSON texts. The same length keeps every line where it is.
    private static string Unescaped(string text) => text
        .Replace("\\n", "  ", StringComparison.Ordinal).Replace("\\r", "  ", StringComparison.Ordinal)
        .Replace("\\t", "  ", StringComparison.Ordinal).Replace("\\\"", " \"", StringComparison.Ordinal);

    /// <summary>The tokens of a file between its regions: <c>[First, Last)</c>.</summary>
    private static IEnumerable<(int First, int Last)> Stretches(TokenLines tokens, Region[] regions)
    {
        var first = 0;
        for (var i = 0; i < tokens.Lines.Count; i++)
        {
            if (!Array.Exists(regions, r => r.First <= tokens.Lines[i] && tokens.Lines[i] <= r.Last)) continue;
            if (i > first) yield return (first, i);
            first = i + 1;
        }
        if (tokens.Lines.Count > first) yield return (first, tokens.Lines.Count);
    }

    private static IEnumerable<FileRange> Copies(string path, TokenLines tokens, int first, int last, Wanted wanted)
    {
        var hits = new List<(int At, long Shingle)>();
        for (var i = first; i + Shingle <= last; i++)
        {
            var shingle = HashOf(tokens.Hashes, i);
            if (wanted.Shingles.Contains(shingle)) hits.Add((i, shingle));
        }
        var counts = new Dictionary<long, int>();
        for (int low = 0, high = 0; high < hits.Count; high++)
        {
            counts[hits[high].Shingle] = counts.GetValueOrDefault(hits[high].Shingle) + 1;
            for (; hits[high].At - hits[low].At > wanted.Window; low++)
            {
                if (--counts[hits[low].Shingle] == 0) counts.Remove(hits[low].Shingle);
            }
            if (counts.Count < wanted.Needed) continue;
            // what was met by chance before the copy is met again in it
            for (; counts[hits[low].Shingle] > 1; low++) counts[hits[low].Shingle]--;
            // take in what follows as long as it belongs to the copy
            while (high + 1 < hits.Count && hits[high + 1].At - hits[low].At <= wanted.Window) high++;
            yield return new FileRange(path, tokens.Lines[hits[low].At], tokens.Lines[hits[high].At + Shingle - 1]);
            low = high + 1;
            counts.Clear();
        }
    }

    private static long HashOf(List<int> hashes, int start)
    {
        var hash = 1469598103934665603UL;
        for (var i = start; i < start + Shingle; i++) hash = (hash ^ (uint)hashes[i]) * 1099511628211UL;
        return (long)hash;
    }
}
