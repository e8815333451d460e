using System.Globalization;
using System.Text;
using Ase.Code.Trees;

namespace Ase.Taint.Languages.Java;

/// <summary>Constants as the text spells them.</summary>
internal static class JavaText
{
    /// <summary>The value of a string literal or text block without interpolations.</summary>
    public static string StringValue(SyntaxNode literal)
    {
        var raw = literal.TextSpan;
        if (raw.StartsWith("\"\"\""))
        {
            raw = raw[3..];
            if (raw.EndsWith("\"\"\"")) raw = raw[..^3];
            return Unescape(Strip(raw.ToString()));
        }
        if (raw.Length > 0 && raw[0] == '"') raw = raw[1..];
        if (raw.Length > 0 && raw[^1] == '"') raw = raw[..^1];
        return Unescape(raw);
    }

    /// <summary>The value of a part of a literal.</summary>
    public static string Fragment(SyntaxNode part) => Unescape(part.TextSpan);

    /// <summary>A text block without its first line break and the indentation that all its lines have.</summary>
    private static string Strip(string block)
    {
        var start = block.IndexOf('\n', StringComparison.Ordinal);
        if (start < 0) return block;
        var lines = block[(start + 1)..].Split('\n');
        var margin = int.MaxValue;
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = lines[i].Length - lines[i].AsSpan().TrimStart().Length;
            // the line of the closing delimiter counts even when it is blank
            if (indent < lines[i].Length || i == lines.Length - 1) margin = Math.Min(margin, indent);
        }
        return string.Join('\n', lines.Select(l => (l.Length >= margin ? l[margin..] : "").TrimEnd()));
    }

    private static string Unescape(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('\\')) return raw.ToString();
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 1 >= raw.Length)
            {
                text.Append(raw[i]);
                continue;
            }
            var kind = raw[++i];
            if (kind == 'u')
            {
                while (i + 1 < raw.Length && raw[i + 1] == 'u') i++;
                var end = Math.Min(raw.Length, i + 5);
                if (ushort.TryParse(raw[(i + 1)..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) text.Append((char)code);
                i = end - 1;
            }
            else if (kind != '\n')
            {
                text.Append(kind switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', 's' => ' ', '0' => '\0', _ => kind });
            }
        }
        return text.ToString();
    }
}
