using Ase.Code.Text;
using Ase.Core.Ports;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;

namespace Ase.Generation.Masking;

/// <summary>What was masked in a file.</summary>
/// <param name="Line">The 1-based line of the placeholder in the masked file.</param>
/// <param name="Placeholder">Its text, indentation included, without line end.</param>
/// <param name="Original">The text that it stands for, line ends included.</param>
/// <param name="Region">The index of the region, or -1 for a copy.</param>
internal sealed record Mask(int Line, string Placeholder, string Original, int Region);

/// <summary>A file with its masks.</summary>
internal sealed record MaskedFile(string Path, SourceText Source, string Text, IReadOnlyList<Mask> Masks);

/// <summary>Replaces regions and their copies by one comment line each.</summary>
internal static class Masker
{
    /// <summary>Changes whenever masked text changes: part of the question's identity.</summary>
    public const string Version = "1";

    public static MaskedTask Mask(MaterializedTask task)
    {
        var overlay = Files(task).ToDictionary(f => f.Path, f => (byte[]?)f.Source.Encode(f.Text), StringComparer.Ordinal);
        return new MaskedTask(task, new OverlayTree(task.Base, overlay), Placeholders.Region(task.Task.Regions[0].File, 1));
    }

    /// <summary>The masked files of a task: those with regions and those with copies.</summary>
    public static IReadOnlyList<MaskedFile> Files(MaterializedTask task)
    {
        var ranges = task.Task.Regions.Select((r, i) => (Range: new FileRange(r.File, r.First, r.Last), Region: i))
            .Concat(task.Duplicates.Select(d => (Range: d, Region: -1)));
        var copies = 0;
        return [.. ranges.GroupBy(r => r.Range.File, StringComparer.Ordinal).Select(g => File(task.Base, g.Key, [.. g.OrderBy(r => r.Range.First)], ref copies))];
    }

    /// <summary>The masked file of a path, or null when nothing in it is masked.</summary>
    public static MaskedFile? File(MaterializedTask task, string path) => Files(task).FirstOrDefault(f => f.Path == path);

    private static MaskedFile File(IFileTree tree, string path, IReadOnlyList<(FileRange Range, int Region)> ranges, ref int copies)
    {
        var source = SourceText.FromBytes(tree.Read(path)!);
        var text = new System.Text.StringBuilder();
        var masks = new List<Mask>();
        var (position, line, lastOriginal) = (0, 1, 0);
        foreach (var (range, region) in ranges)
        {
            if (range.First <= lastOriginal) continue; // a copy that overlaps what is masked already
            var span = source.LinesSpan(range.First, range.Last);
            var original = source.Slice(span).ToString();
            text.Append(source.Text, position, span.Start - position);
            line += range.First - lastOriginal - 1;
            var placeholder = region >= 0 ? Lines.IndentOf(original) + Placeholders.Region(path, region + 1) : Placeholders.Copy(path, ++copies);
            text.Append(placeholder).Append(Lines.EndingOf(original));
            masks.Add(new Mask(line, placeholder, original, region));
            (position, lastOriginal) = (span.End, range.Last);
            line++;
        }
        text.Append(source.Text, position, source.Text.Length - position);
        return new MaskedFile(path, source, text.ToString(), masks);
    }
}
