using System.Globalization;
using System.Text.RegularExpressions;
using Ase.Generation.Masking;

namespace Ase.Generation.Patches;

/// <summary>One change of a file.</summary>
/// <param name="OldStart">The 1-based line the header names; 0 when it names none.</param>
/// <param name="Lines">The body: a sign (<c>' '</c>, <c>'-'</c>, <c>'+'</c>) and the text without line end.</param>
internal sealed record Hunk(int OldStart, IReadOnlyList<(char Sign, string Text)> Lines)
{
    public IReadOnlyList<string> Old { get; } = [.. Lines.Where(l => l.Sign != '+').Select(l => l.Text)];
}

/// <summary>The changes of one file. A null path stands for <c>/dev/null</c>.</summary>
internal sealed record FileDiff(string? OldPath, string? NewPath, IReadOnlyList<Hunk> Hunks);

/// <summary>A diff that cannot be used, and why.</summary>
internal sealed class DiffException(string reason) : Exception(reason);

/// <summary>
/// Reads unified diffs as models write them: line counts in headers are not believed, header lines may be missing, a lost blank before an
/// empty context line is put back.
/// </summary>
internal static partial class UnifiedDiff
{
    public const int MaxHunks = 2_000;
    public const int MaxLines = 200_000;

    public static IReadOnlyList<FileDiff> Parse(string text)
    {
        var lines = Lines.Split(text.Replace("\r\n", "\n", StringComparison.Ordinal)).Select(Lines.Bare).ToList();
        if (lines.Count > MaxLines) throw new DiffException($"the diff has more than {MaxLines} lines");
        var files = new List<FileDiff>();
        var hunks = 0;
        for (var i = 0; i < lines.Count;)
        {
            if (lines[i].StartsWith("GIT binary patch", StringComparison.Ordinal) || lines[i].StartsWith("Binary files ", StringComparison.Ordinal))
                throw new DiffException("the diff has a binary part");
            if (lines[i].StartsWith("new file mode 120000", StringComparison.Ordinal) || lines[i].StartsWith("new mode 120000", StringComparison.Ordinal))
                throw new DiffException("the diff makes a symbolic link");
            if (lines[i].StartsWith("rename from ", StringComparison.Ordinal) || lines[i].StartsWith("copy from ", StringComparison.Ordinal))
                throw new DiffException("the diff renames or copies a file");
            if (!IsFileHeader(lines, i))
            {
                i++;
                continue;
            }
            var (oldPath, newPath) = (PathOf(lines[i]), PathOf(lines[i + 1]));
            i += 2;
            var body = new List<Hunk>();
            while (i < lines.Count && !IsFileHeader(lines, i) && !lines[i].StartsWith("diff --git ", StringComparison.Ordinal))
            {
                if (HunkHeader().Match(lines[i]) is not { Success: true } header)
                {
                    i++;
                    continue;
                }
                if (++hunks > MaxHunks) throw new DiffException($"the diff has more than {MaxHunks} hunks");
                i++;
                body.Add(ReadHunk(lines, ref i, header));
            }
            files.Add(new FileDiff(oldPath, newPath, body));
        }
        return files;
    }

    private static Hunk ReadHunk(List<string> lines, ref int i, Match header)
    {
        var start = header.Groups["start"].Success ? int.Parse(header.Groups["start"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var body = new List<(char, string)>();
        for (; i < lines.Count; i++)
        {
            var line = lines[i];
            if (HunkHeader().IsMatch(line) || IsFileHeader(lines, i) || line.StartsWith("diff --git ", StringComparison.Ordinal)) break;
            if (line.StartsWith('\\')) continue; // "\ No newline at end of file"
            if (line.Length == 0) body.Add((' ', ""));
            else if (line[0] is ' ' or '+' or '-') body.Add((line[0], line[1..]));
            else break;
        }
        // blank lines at the end are usually the answer's, not the hunk's
        while (body.Count > 0 && body[^1] == (' ', "")) body.RemoveAt(body.Count - 1);
        return new Hunk(start, body);
    }

    private static bool IsFileHeader(List<string> lines, int i) =>
        i + 1 < lines.Count && lines[i].StartsWith("--- ", StringComparison.Ordinal) && lines[i + 1].StartsWith("+++ ", StringComparison.Ordinal);

    private static string? PathOf(string header)
    {
        var path = header[4..];
        var tab = path.IndexOf('\t', StringComparison.Ordinal);
        if (tab >= 0) path = path[..tab];
        path = path.Trim().Trim('"');
        if (path == "/dev/null") return null;
        return path.StartsWith("a/", StringComparison.Ordinal) || path.StartsWith("b/", StringComparison.Ordinal) ? path[2..] : path;
    }

    [GeneratedRegex(@"^@@(?: -(?<start>\d{1,9})(?:,\d{1,9})? \+\d{1,9}(?:,\d{1,9})? @@|.*@@\s*$|\s*$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HunkHeader();
}
