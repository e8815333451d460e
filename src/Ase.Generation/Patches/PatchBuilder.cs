using Ase.Code.Text;
using Ase.Core.Attempts;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;
using Ase.Generation.Masking;

namespace Ase.Generation.Patches;

/// <summary>
/// Turns new texts of masked files into a patch of the base tree: copies of the region are put back, and it is found out which lines stand
/// where the placeholders were and which other lines changed.
/// </summary>
internal static class PatchBuilder
{
    /// <summary>Builds the patch.</summary>
    /// <param name="task">The task.</param>
    /// <param name="texts">New texts by path, as changes of the masked tree; null for a deleted file.</param>
    /// <param name="fuzz">See <see cref="Patch.Fuzz"/>.</param>
    public static Patch Build(MaterializedTask task, IReadOnlyDictionary<string, string?> texts, int fuzz)
    {
        var masked = Masker.Files(task).ToDictionary(f => f.Path, StringComparer.Ordinal);
        var files = new SortedDictionary<string, byte[]?>(StringComparer.Ordinal);
        var replaced = new FileRange?[task.Task.Regions.Count];
        var elsewhere = new List<FileRange>();
        // a region's file that the answer left alone still has its hole
        var all = masked.Values.Where(f => f.Masks.Any(m => m.Region >= 0) && !texts.ContainsKey(f.Path)).Select(f => KeyValuePair.Create(f.Path, (string?)f.Text)).Concat(texts);
        foreach (var (path, text) in all.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var file = masked.GetValueOrDefault(path);
            var original = task.Base.Read(path);
            if (text is null)
            {
                if (original is not null) files[path] = null;
                continue;
            }
            var (before, masks) = file is null ? (original is null ? "" : SourceText.FromBytes(original).Text, []) : (file.Text, file.Masks);
            var (full, ranges) = Locate(path, before, text, masks, replaced);
            elsewhere.AddRange(ranges);
            var bytes = (file?.Source ?? (original is null ? new SourceText("") : SourceText.FromBytes(original))).Encode(full);
            if (original is null || !bytes.AsSpan().SequenceEqual(original)) files[path] = bytes;
        }
        // only a deleted file has no place for its region
        for (var i = 0; i < replaced.Length; i++) replaced[i] ??= new FileRange(task.Task.Regions[i].File, 1, 0);
        return new Patch
        {
            Files = files,
            Replaced = [.. replaced.Select(r => r!)],
            Elsewhere = [.. elsewhere.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.First)],
            Fuzz = fuzz,
            Diff = DiffText.Of(task.Base, files),
        };
    }

    private static (string Text, List<FileRange> Elsewhere) Locate(string path, string before, string after, IReadOnlyList<Mask> masks, FileRange?[] replaced)
    {
        var oldLines = Lines.Split(before);
        var newLines = Lines.Split(after);
        // where each old line went, and which new lines are new; in lines of the text whose copies are still masked
        var blocks = LineDiff.Between([.. oldLines.Select(Lines.Bare)], [.. newLines.Select(Lines.Bare)]);
        var elsewhere = new List<(int First, int Last)>();
        var owner = new Dictionary<int, (int First, int Last)>();
        foreach (var block in blocks)
        {
            var inserted = (First: block.NewStart + 1, Last: block.NewStart + block.NewCount);
            var regions = masks.Where(m => m.Region >= 0 && m.Line - 1 >= block.OldStart && m.Line - 1 < block.OldStart + block.OldCount).ToList();
            foreach (var mask in regions) owner[mask.Region] = inserted;
            if (regions.Count == 0 && inserted.Last >= inserted.First) elsewhere.Add(inserted);
        }
        foreach (var mask in masks.Where(m => m.Region >= 0 && !owner.ContainsKey(m.Region)))
        {
            // kept as it was: the placeholder's own line
            var shift = blocks.Where(b => b.OldStart < mask.Line - 1).Sum(b => b.NewCount - b.OldCount);
            owner[mask.Region] = (mask.Line + shift, mask.Line + shift);
        }

        // put copies back; what follows them moves
        var text = new System.Text.StringBuilder();
        var moved = new int[newLines.Count + 2];
        var line = 1;
        for (var i = 0; i < newLines.Count; i++)
        {
            moved[i + 1] = line;
            var copy = masks.FirstOrDefault(m => m.Region < 0 && Lines.Bare(newLines[i]) == m.Placeholder);
            var written = copy is null ? newLines[i] : copy.Original;
            text.Append(written);
            line += copy is null ? 1 : Math.Max(1, Lines.Split(written).Count);
        }
        moved[newLines.Count + 1] = line;
        foreach (var (region, range) in owner) replaced[region] = Moved(range);
        return (text.ToString(), [.. elsewhere.Select(Moved)]);

        FileRange Moved((int First, int Last) range) =>
            new(path, moved[Math.Min(range.First, newLines.Count + 1)], range.Last < range.First ? moved[Math.Min(range.First, newLines.Count + 1)] - 1 : moved[range.Last + 1] - 1);
    }
}
