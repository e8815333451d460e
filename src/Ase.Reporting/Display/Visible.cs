using System.Globalization;
using System.Text;

namespace Ase.Reporting.Display;

/// <summary>
/// Makes characters visible that steer a terminal or reorder text: what models, packages and servers say is shown, never obeyed.
/// coupling: Html/Page/dom.js does the same in the page.
/// </summary>
internal static class Visible
{
    /// <summary>The text on one line: line ends and tabs become spaces, other hidden characters their escapes.</summary>
    /// <example>The character U+202E becomes the eight characters <c>\u{202e}</c>.</example>
    public static string Line(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t') result.Append(' ');
            else if (rune.Value is '\r') continue;
            else if (IsHidden(rune)) result.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x4}}}");
            else result.Append(rune.ToString());
        }
        return result.ToString();
    }

    /// <summary>The text on one line of at most so many characters, the rest replaced by an ellipsis.</summary>
    public static string Line(string text, int length)
    {
        var line = Line(text.Length > length * 2 ? text[..(length * 2)] : text);
        return line.Length <= length ? line : line[..(length - 1)] + "…";
    }

    /// <summary>Controls, bidirectional controls, line separators and invisible format characters.</summary>
    public static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
