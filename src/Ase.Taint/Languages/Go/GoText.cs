using System.Globalization;
using System.Text;
using Ase.Code.Trees;

namespace Ase.Taint.Languages.Go;

/// <summary>Constants as the text spells them.</summary>
internal static class GoText
{
    /// <summary>The value of an interpreted or raw string literal.</summary>
    public static string StringValue(SyntaxNode literal)
    {
        var raw = literal.TextSpan;
        if (raw.Length > 0 && raw[0] is '"' or '`') raw = raw[1..];
        if (raw.Length > 0 && raw[^1] is '"' or '`') raw = raw[..^1];
        return literal.Is("raw_string_literal") || !raw.Contains('\\') ? raw.ToString() : Unescape(raw);
    }

    /// <summary>The name under which an import path is used when no other is given: its last element, without version and decoration.</summary>
    public static string PackageName(string path)
    {
        var parts = path.Split('/');
        var last = parts.Length - 1;
        if (last > 0 && IsVersion(parts[last])) last--;
        var name = parts[last];
        if (name.LastIndexOf(".v", StringComparison.Ordinal) is var version and > 0 && IsVersion(name[(version + 1)..])) name = name[..version];
        if (!name.AsSpan().ContainsAny('-', '.')) return name;
        foreach (var prefix in (string[])["go-", "golang-"])
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal)) name = name[prefix.Length..];
        }
        foreach (var suffix in (string[])["-go", ".go", "-golang"])
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal)) name = name[..^suffix.Length];
        }
        return name.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
    }

    private static bool IsVersion(string part) => part.Length > 1 && part[0] == 'v' && part.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static string Unescape(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 1 >= raw.Length)
            {
                text.Append(raw[i]);
                continue;
            }
            var kind = raw[++i];
            var digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
            if (digits > 0)
            {
                var end = Math.Min(raw.Length, i + 1 + digits);
                Append(text, raw[(i + 1)..end]);
                i = end - 1;
            }
            else
            {
                text.Append(kind switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'a' => '\a', 'b' => '\b', 'f' => '\f', 'v' => '\v', _ => kind });
            }
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, ReadOnlySpan<char> digits)
    {
        if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) return;
        if (Rune.TryCreate(code, out var rune)) text.Append(rune.ToString());
    }
}
