using System.Globalization;
using System.Text;
using Ase.Code.Trees;

namespace Ase.Taint.Languages.Python;

/// <summary>The values of string literals.</summary>
internal static class PythonStrings
{
    /// <summary>The text of a <c>string_content</c> with its escapes resolved.</summary>
    public static string Content(SyntaxNode content, bool raw)
    {
        var span = content.TextSpan;
        if (raw || !span.Contains('\\')) return content.Text;
        var text = new StringBuilder(span.Length);
        for (var i = 0; i < span.Length; i++)
        {
            if (span[i] != '\\' || i + 1 == span.Length)
            {
                text.Append(span[i]);
                continue;
            }
            i++;
            switch (span[i])
            {
                case 'n': text.Append('\n'); break;
                case 't': text.Append('\t'); break;
                case 'r': text.Append('\r'); break;
                case '\n': break;
                case '\\' or '\'' or '"': text.Append(span[i]); break;
                case 'x' when Hex(span, i + 1, 2) is { } code: text.Append((char)code); i += 2; break;
                case 'u' when Hex(span, i + 1, 4) is { } code: text.Append((char)code); i += 4; break;
                case '0': text.Append('\0'); break;
                default: text.Append('\\').Append(span[i]); break;
            }
        }
        return text.ToString();
    }

    private static int? Hex(ReadOnlySpan<char> span, int start, int length) =>
        start + length <= span.Length && int.TryParse(span.Slice(start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? code : null;
}
