using System.Globalization;

namespace Ase.Taint.Languages.Php;

/// <summary>Escapes in string literals.</summary>
internal static class PhpStrings
{
    /// <summary>The text that an escape sequence stands for.</summary>
    /// <param name="escape">The sequence with its backslash.</param>
    /// <param name="raw">True within single quotes, where only the backslash and the quote are escaped.</param>
    public static string Unescape(ReadOnlySpan<char> escape, bool raw)
    {
        if (escape.Length < 2) return escape.ToString();
        if (raw) return escape[1..].ToString();
        return escape[1] switch
        {
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'v' => "\v",
            'e' => "\u001b",
            'f' => "\f",
            'x' => Code(escape[2..], 16),
            'u' => Code(escape[2..].Trim("{}"), 16),
            >= '0' and <= '7' => Code(escape[1..], 8),
            _ => escape[1..].ToString(),
        };
    }

    private static string Code(ReadOnlySpan<char> digits, int radix)
    {
        var code = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit)) return "";
            code = code * radix + int.Parse([digit], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (code > 0x10FFFF) return "";
        }
        return code is >= 0xD800 and <= 0xDFFF ? "\uFFFD" : char.ConvertFromUtf32(code);
    }
}
