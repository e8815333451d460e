using System.Globalization;
using System.Text;
using Ase.Code.Text;
using Ase.Core.Workspaces;
using Ase.Generation.Masking;
using DiffPlex;
using DiffPlex.Model;

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
        var blocks = Blocks(oldLines, newLines);
        for (var i = 0; i < blocks.Count;)
        {
            var last = i;
            while (last + 1 < blocks.Count && blocks[last + 1].DeleteStartA - (blocks[last].DeleteStartA + blocks[last].DeleteCountA) <= 2 * Context) last++;
            AppendHunk(text, oldLines, newLines, [.. blocks.Skip(i).Take(last - i + 1)]);
            i = last + 1;
        }
    }

    private static IList<DiffBlock> Blocks(List<string> oldLines, List<string> newLines)
    {
        // lines are compared with their ends; a marker keeps the differ from splitting at a lone carriage return
        static string Joined(List<string> lines) => string.Concat(lines.Select(l => l.Replace("\r", "\u240D", StringComparison.Ordinal).TrimEnd('\n') + (l.EndsWith('\n') ? "\n" : "\u2404\n")));
        return Differ.Instance.CreateLineDiffs(Joined(oldLines), Joined(newLines), ignoreWhitespace: false).DiffBlocks;
    }

    private static void AppendHunk(StringBuilder text, List<string> oldLines, List<string> newLines, List<DiffBlock> blocks)
    {
        var oldStart = Math.Max(0, blocks[0].DeleteStartA - Context);
        var lastBlock = blocks[^1];
        var oldEnd = Math.Min(oldLines.Count, lastBlock.DeleteStartA + lastBlock.DeleteCountA + Context);
        var newStart = blocks[0].InsertStartB - (blocks[0].DeleteStartA - oldStart);
        var newCount = oldEnd - oldStart + blocks.Sum(b => b.InsertCountB - b.DeleteCountA);
        text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(oldStart, oldEnd - oldStart)} +{Range(newStart, newCount)} @@\n");
        var at = oldStart;
        foreach (var block in blocks)
        {
            for (; at < block.DeleteStartA; at++) Line(text, ' ', oldLines[at]);
            for (; at < block.DeleteStartA + block.DeleteCountA; at++) Line(text, '-', oldLines[at]);
            for (var i = 0; i < block.InsertCountB; i++) Line(text, '+', newLines[block.InsertStartB + i]);
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
