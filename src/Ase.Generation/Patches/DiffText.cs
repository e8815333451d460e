using System.Globalization;
using System.Text;
using Ase.Code.Text;
using Ase.Core.Workspaces;
using Ase.Generation.Masking;

namespace Ase.Generation.Patches;

/// <summary>Writes unified diffs.</summary>
internal static class DiffText
{
    private const int Context = 3;
    private const int MaxFileChars = 2_000_000;

    /// <summary>The diff of changed files against a tree; a very large file is named only.</summary>
    public static string Of(IFileTree tree, IReadOnlyDictionary<string, byte[]?> files)
    {
        var text = new StringBuilder();
        foreach (var (path, bytes) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var before = tree.Read(path);
            Append(text, path, before is null ? null : SourceText.FromBytes(before).Text, bytes is null ? null : SourceText.FromBytes(bytes).Text);
        }
        return text.ToString();
    }

    /// <summary>Appends the diff of one file; null stands for no file.</summary>
    public static void Append(StringBuilder text, string path, string? before, string? after)
    {
        text.Append("--- ").Append(before is null ? "/dev/null" : "a/" + path).Append('\n');
        text.Append("+++ ").Append(after is null ? "/dev/null" : "b/" + path).Append('\n');
        if ((before?.Length ?? 0) + (after?.Length ?? 0) > MaxFileChars)
        {
            text.Append("(the file is too large to show)\n");
            return;
        }
        var oldLines = Lines.Split(before ?? "");
        var newLines = Lines.Split(after ?? "");
        var blocks = LineDiff.Between(oldLines, newLines);
        for (var i = 0; i < blocks.Count;)
        {
            var last = i;
            while (last + 1 < blocks.Count && blocks[last + 1].OldStart - (blocks[last].OldStart + blocks[last].OldCount) <= 2 * Context) last++;
            AppendHunk(text, oldLines, newLines, [.. blocks.Skip(i).Take(last - i + 1)]);
            i = last + 1;
        }
    }

    private static void AppendHunk(StringBuilder text, List<string> oldLines, List<string> newLines, List<LineBlock> blocks)
    {
        var oldStart = Math.Max(0, blocks[0].OldStart - Context);
        var lastBlock = blocks[^1];
        var oldEnd = Math.Min(oldLines.Count, lastBlock.OldStart + lastBlock.OldCount + Context);
        var newStart = blocks[0].NewStart - (blocks[0].OldStart - oldStart);
        var newCount = oldEnd - oldStart + blocks.Sum(b => b.NewCount - b.OldCount);
        text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(oldStart, oldEnd - oldStart)} +{Range(newStart, newCount)} @@\n");
        var at = oldStart;
        foreach (var block in blocks)
        {
            for (; at < block.OldStart; at++) Line(text, ' ', oldLines[at]);
            for (; at < block.OldStart + block.OldCount; at++) Line(text, '-', oldLines[at]);
            for (var i = 0; i < block.NewCount; i++) Line(text, '+', newLines[block.NewStart + i]);
        }
        for (; at < oldEnd; at++) Line(text, ' ', oldLines[at]);
    }

    private static string Range(int start, int count) => string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");

    private static void Line(StringBuilder text, char sign, string line)
    {
        text.Append(sign).Append(Lines.Bare(line)).Append('\n');
        if (!line.EndsWith('\n')) text.Append("\\ No newline at end of file\n");
    }
}
