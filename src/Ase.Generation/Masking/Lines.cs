namespace Ase.Generation.Masking;

/// <summary>Small facts about lines of text.</summary>
internal static class Lines
{
    /// <summary>Splits after every <c>\n</c>; the parts joined are the text.</summary>
    public static List<string> Split(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }
        return lines;
    }

    /// <summary>A line without its end.</summary>
    public static string Bare(string line) => line.TrimEnd('\n').TrimEnd('\r');

    /// <summary>The end of a text's last line: <c>\r\n</c>, <c>\n</c> or nothing.</summary>
    public static string EndingOf(string text) => text.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : text.EndsWith('\n') ? "\n" : "";

    /// <summary>The line end that most lines have; <c>\n</c> when there is none.</summary>
    public static string DominantEnding(string text)
    {
        int crlf = 0, lf = 0;
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            if (i > 0 && text[i - 1] == '\r') crlf++;
            else lf++;
        }
        return crlf > lf ? "\r\n" : "\n";
    }

    /// <summary>The white space before a line's first other character.</summary>
    public static string LeadingOf(string line) => line[..^line.TrimStart(' ', '\t').Length];

    /// <summary>The smallest indentation of the lines that are not blank.</summary>
    public static string IndentOf(string text)
    {
        string? least = null;
        foreach (var line in Split(text))
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            var leading = LeadingOf(line);
            if (least is null || leading.Length < least.Length) least = leading;
        }
        return least ?? "";
    }

    /// <summary>Gives every line another end.</summary>
    public static string WithEnding(string text, string ending) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", ending, StringComparison.Ordinal);
}
