using System.Globalization;
using Ase.Code.Languages;
using Ase.Taint.Ir;

namespace Ase.Taint.Constants;

/// <summary>Literals, operators and a few methods of texts on constants, as far as all languages or the one at hand agree.</summary>
internal static class ConstantFold
{
    private const int LongestText = 4096;

    /// <summary>The value of a literal; null for one that is not told apart (<c>null</c>, fractions).</summary>
    public static object? Literal(Operand operand)
    {
        if (operand.Place is not null || operand.Literal is not { } text) return null;
        if (operand.IsString) return text.Length <= LongestText ? text : null;
        if (text.Length == 0) return null;
        if (text[0] == '\'') return Character(text);
        return text switch
        {
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            _ => Number(text),
        };
    }

    /// <summary>How a constant counts as a condition; null when languages differ.</summary>
    public static bool? Truth(object? value) => value switch
    {
        bool truth => truth,
        long number => number != 0,
        string text when text.Length > 0 && text != "0" => true,
        _ => null,
    };

    /// <summary>The value of an operation; null when it is not known.</summary>
    public static object? Operation(OperationKind kind, string sign, object?[] operands, LanguageId family)
    {
        if (Array.Exists(operands, o => o is null or Sized)) return null;
        if (operands.Length == 1) return Unary(kind, sign, operands[0]!);
        if (kind == OperationKind.Concat && (sign.Length == 0 || sign == "."))
        {
            return Array.TrueForAll(operands, o => o is string or long or char) ? Joined(operands) : null;
        }
        if (operands.Length != 2) return null;
        var (left, right) = (operands[0]!, operands[1]!);
        return kind switch
        {
            OperationKind.Compare => Compare(sign, left, right, family),
            OperationKind.Concat or OperationKind.Arithmetic => Binary(sign is ['+' or '-' or '*' or '/' or '%' or '.', '='] ? sign[..1] : sign, left, right, family),
            _ => null,
        };
    }

    /// <summary>A method of a text that library models name as <c>folds</c>; null when it is not known.</summary>
    public static object? Method(string name, object receiver, object?[] arguments, LanguageId family)
    {
        if (receiver is not string text || Array.Exists(arguments, a => a is null or Sized)) return null;
        return (name, arguments) switch
        {
            ("length", []) => (long)text.Length,
            ("char-at", [long at]) when at >= 0 && at < text.Length => family == LanguageId.Java ? text[(int)at] : text[(int)at].ToString(),
            ("substring", [long from]) when from >= 0 && from <= text.Length => text[(int)from..],
            ("substring", [long from, long to]) when from >= 0 && from <= to && to <= text.Length => text[(int)from..(int)to],
            ("equals", [var other]) => other is string same ? text == same : null,
            ("equals-any-case", [string other]) => text.Equals(other, StringComparison.OrdinalIgnoreCase),
            ("is-empty", []) => text.Length == 0,
            ("contains", [string part]) => text.Contains(part, StringComparison.Ordinal),
            ("starts-with", [string part]) => text.StartsWith(part, StringComparison.Ordinal),
            ("ends-with", [string part]) => text.EndsWith(part, StringComparison.Ordinal),
            ("index-of", [string part]) => (long)text.IndexOf(part, StringComparison.Ordinal),
            ("lower", []) => text.ToLowerInvariant(),
            ("upper", []) => text.ToUpperInvariant(),
            ("trim", []) => text.Trim(),
            ("concat", [string tail]) => text + tail,
            _ => null,
        };
    }

    private static object? Unary(OperationKind kind, string sign, object operand) => (kind, operand) switch
    {
        (OperationKind.Not, bool truth) => !truth,
        (OperationKind.Scalar or OperationKind.Arithmetic, long number) when sign == "-" => -number,
        (OperationKind.Scalar, long number) when sign is "+" or "int" or "long" or "integer" => number,
        (OperationKind.Cast, string text) when sign is "String" or "string" or "CharSequence" or "Object" => text,
        _ => null,
    };

    private static object? Compare(string sign, object left, object right, LanguageId family)
    {
        if (sign is "==" or "===" or "is" or "eq") return Equal(left, right, family);
        if (sign is "!=" or "!==" or "<>" or "is not" or "ne") return Equal(left, right, family) is { } same ? !same : null;
        if (AsNumber(left) is not { } a || AsNumber(right) is not { } b) return null;
        return sign switch
        {
            "<" => a < b,
            ">" => a > b,
            "<=" => a <= b,
            ">=" => a >= b,
            _ => null,
        };
    }

    private static bool? Equal(object left, object right, LanguageId family) => (left, right) switch
    {
        (string a, string b) when a == b => true,
        // PHP compares numeric texts as numbers
        (string, string) => family == LanguageId.Php ? null : false,
        (bool a, bool b) => a == b,
        _ => AsNumber(left) is { } x && AsNumber(right) is { } y ? x == y : null,
    };

    private static object? Binary(string sign, object left, object right, LanguageId family)
    {
        if (sign == "+" && (left is string || right is string))
        {
            var joins = family is LanguageId.Java or LanguageId.JavaScript || (left is string && right is string && family != LanguageId.Php);
            return joins && left is string or long or char && right is string or long or char ? Joined([left, right]) : null;
        }
        if (AsNumber(left) is not { } a || AsNumber(right) is not { } b) return null;
        var truncates = family is LanguageId.Java or LanguageId.Go;
        long? result = sign switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" when Math.Abs(a) < int.MaxValue && Math.Abs(b) < int.MaxValue => a * b,
            "/" when b != 0 && (truncates || a % b == 0) => a / b,
            "%" when b > 0 && a >= 0 => a % b,
            "&" when a >= 0 && b >= 0 => a & b,
            "|" when a >= 0 && b >= 0 => a | b,
            _ => null,
        };
        // what may have overflowed is not known
        return result is { } number && Math.Abs(number) <= int.MaxValue ? number : null;
    }

    private static long? AsNumber(object value) => value switch
    {
        long number => number,
        char code => code,
        _ => null,
    };

    private static string? Joined(object?[] parts)
    {
        var text = string.Concat(parts.Select(p => Convert.ToString(p, CultureInfo.InvariantCulture)));
        return text.Length <= LongestText ? text : null;
    }

    private static object? Character(string literal) => literal switch
    {
        ['\'', var c, '\''] when c != '\\' => c,
        "'\\n'" => '\n',
        "'\\t'" => '\t',
        "'\\r'" => '\r',
        "'\\\\'" => '\\',
        "'\\''" => '\'',
        _ => null,
    };

    private static long? Number(string text)
    {
        if (!char.IsAsciiDigit(text[0])) return null;
        var digits = text.Replace("_", "", StringComparison.Ordinal).TrimEnd('L', 'l', 'n');
        if (digits.Length > 2 && digits[0] == '0' && digits[1] is 'x' or 'X')
        {
            return long.TryParse(digits.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) && hex is >= 0 and <= int.MaxValue ? hex : null;
        }
        // a leading zero means another base in some languages
        if (digits.Length > 1 && digits[0] == '0') return null;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= int.MaxValue ? number : null;
    }
}
