using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;

namespace Ase.Datasets.Duplicates;

/// <summary>
/// Finds copies of a region elsewhere in the repository (bundles, <c>dist/</c>, browser builds), so that they can be masked: a subject must not
/// read the answer there. A copy is a stretch of at most 1.5 times the region's tokens that holds at least 70% of its distinct 6-token
/// shingles (Broder 1997, "On the resemblance and containment of documents").
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
        var found = new List<FileRange>();
        foreach (var region in regions)
        {
            var text = SourceText.FromBytes(tree.Read(region.File)!);
            var tokens = TokenLines.Of(text.Slice(text.LinesSpan(region.First, region.Last)));
            var shingles = Shingles(tokens.Hashes);
            if (shingles.Count < MinShingles) continue;
            foreach (var path in tree.Paths)
            {
                if (LanguageRegistry.ForPath(path) is null && !path.EndsWith(".map", StringComparison.Ordinal)) continue;
                if (path.Contains("node_modules/", StringComparison.Ordinal) || tree.Read(path) is not { Length: < MaxFileBytes } bytes) continue;
                found.AddRange(InFile(path, bytes, shingles, (int)(tokens.Hashes.Count * Stretch), regions));
            }
        }
        return [.. found.Distinct().OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.First)];
    }

    private static IEnumerable<FileRange> InFile(string path, byte[] bytes, HashSet<long> wanted, int window, IReadOnlyList<Region> regions)
    {
        var tokens = TokenLines.Of(SourceText.FromBytes(bytes).Text);
        var hits = new List<(int At, long Shingle)>();
        for (var i = 0; i + Shingle <= tokens.Hashes.Count; i++)
        {
            var shingle = HashOf(tokens.Hashes, i);
            if (wanted.Contains(shingle)) hits.Add((i, shingle));
        }
        var needed = (int)Math.Ceiling(wanted.Count * Containment);
        var counts = new Dictionary<long, int>();
        for (int low = 0, high = 0; high < hits.Count; high++)
        {
            counts[hits[high].Shingle] = counts.GetValueOrDefault(hits[high].Shingle) + 1;
            for (; hits[high].At - hits[low].At > window; low++)
            {
                if (--counts[hits[low].Shingle] == 0) counts.Remove(hits[low].Shingle);
            }
            if (counts.Count < needed) continue;
            // take in what follows as long as it belongs to the copy
            while (high + 1 < hits.Count && hits[high + 1].At - hits[low].At <= window) high++;
            var range = new FileRange(path, tokens.Lines[hits[low].At], tokens.Lines[hits[high].At + Shingle - 1]);
            if (!regions.Any(r => r.File == path && r.First <= range.Last && range.First <= r.Last)) yield return range;
            low = high + 1;
            counts.Clear();
        }
    }

    private static HashSet<long> Shingles(List<int> hashes)
    {
        var set = new HashSet<long>();
        for (var i = 0; i + Shingle <= hashes.Count; i++) set.Add(HashOf(hashes, i));
        return set;
    }

    private static long HashOf(List<int> hashes, int start)
    {
        var hash = 1469598103934665603UL;
        for (var i = start; i < start + Shingle; i++) hash = (hash ^ (uint)hashes[i]) * 1099511628211UL;
        return (long)hash;
    }
}
