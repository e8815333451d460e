namespace Ase.Generation.Answers;

/// <summary>A fenced block of an answer.</summary>
/// <param name="Info">What follows the opening fence on its line.</param>
/// <param name="Header">The last line before the fence that is not blank; empty when there is none.</param>
/// <param name="Content">The text between the fences, line ends included.</param>
/// <param name="Closed">False when the answer ended first.</param>
internal sealed record Fence(string Info, string Header, string Content, bool Closed);

/// <summary>Finds fenced blocks as CommonMark has them: a closing fence is of the same sign and at least as long.</summary>
internal static class Fences
{
    public static IReadOnlyList<Fence> Find(string answer)
    {
        var blocks = new List<Fence>();
        var lines = Masking.Lines.Split(answer);
        var header = "";
        for (var i = 0; i < lines.Count; i++)
        {
            if (!Opens(lines[i], out var sign, out var length, out var indent, out var info))
            {
                if (!string.IsNullOrWhiteSpace(lines[i])) header = lines[i].Trim();
                continue;
            }
            var start = ++i;
            while (i < lines.Count && !Closes(lines[i], sign, length)) i++;
            var content = string.Concat(lines.Skip(start).Take(i - start).Select(l => Dedent(l, indent)));
            blocks.Add(new Fence(info, header, content, i < lines.Count));
            header = "";
        }
        return blocks;
    }

    /// <summary>A fence that the content cannot close.</summary>
    public static string Around(string content, string info)
    {
        var longest = 0;
        for (int i = 0, run = 0; i < content.Length; i++)
        {
            run = content[i] == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        var fence = new string('`', Math.Max(3, longest + 1));
        return $"{fence}{info}\n{content}{(content.EndsWith('\n') || content.Length == 0 ? "" : "\n")}{fence}\n";
    }

    private static bool Opens(string line, out char sign, out int length, out int indent, out string info)
    {
        var text = line.TrimStart(' ');
        indent = line.Length - text.Length;
        sign = text.Length > 0 ? text[0] : '\0';
        length = 0;
        info = "";
        if (sign is not ('`' or '~') || indent > 12) return false;
        while (length < text.Length && text[length] == sign) length++;
        info = text[length..].Trim();
        return length >= 3 && (sign == '~' || !info.Contains('`', StringComparison.Ordinal));
    }

    private static bool Closes(string line, char sign, int length)
    {
        var text = line.Trim();
        return text.Length >= length && text.All(c => c == sign);
    }

    // The content of an indented fence (in a list) is indented as much.
    private static string Dedent(string line, int indent)
    {
        var cut = 0;
        while (cut < indent && cut < line.Length && line[cut] == ' ') cut++;
        return line[cut..];
    }
}
