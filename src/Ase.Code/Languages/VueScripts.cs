using System.Buffers;

namespace Ase.Code.Languages;

/// <summary>The scripts of a Vue single-file component, at their places: what else stands in the file becomes blanks.</summary>
/// <example><code>VueScripts.Of("&lt;b/&gt;\n&lt;script&gt;f()&lt;/script&gt;") == "    \n        f()         "</code></example>
internal static class VueScripts
{
    private const string Open = "<script";
    private const string Close = "</script";
    private static readonly SearchValues<char> TagNameEnd = SearchValues.Create(" \t\r\n>/");

    /// <summary>A text of the same length with the same line ends.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (result, text) =>
    {
        for (var i = 0; i < text.Length; i++) result[i] = text[i] is '\n' or '\r' ? text[i] : ' ';
        var at = 0;
        while (Find(text, Open, at) is >= 0 and var tag)
        {
            var start = EndOfTag(text, tag);
            if (start < 0) return;
            at = start;
            if (text[start - 2] == '/') continue;
            var end = Find(text, Close, start);
            if (end < 0) end = text.Length;
            text.AsSpan(start, end - start).CopyTo(result[start..]);
            at = end;
        }
    });

    private static int Find(string text, string tag, int from)
    {
        for (var at = from; ; at += tag.Length)
        {
            at = text.IndexOf(tag, at, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || at + tag.Length >= text.Length) return -1;
            if (TagNameEnd.Contains(text[at + tag.Length])) return at;
        }
    }

    // attribute values may hold a '>'
    private static int EndOfTag(string text, int tag)
    {
        var quote = '\0';
        for (var i = tag; i < text.Length; i++)
        {
            if (quote != '\0') quote = text[i] == quote ? '\0' : quote;
            else if (text[i] is '"' or '\'') quote = text[i];
            else if (text[i] == '>') return i + 1;
        }
        return -1;
    }
}
