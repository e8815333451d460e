using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ase.Core.Digests;

/// <summary>Canonical JSON by RFC 8785: members sorted by UTF-16 code units, no white space, shortest escapes, ECMAScript numbers.</summary>
public static class CanonicalJson
{
    /// <summary>The canonical text of a value.</summary>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public static string Serialize(JsonNode? value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject o:
                text.Append('{');
                var first = true;
                foreach (var (name, member) in o.OrderBy(m => m.Key, StringComparer.Ordinal))
                {
                    if (!first) text.Append(',');
                    first = false;
                    WriteString(name, text);
                    text.Append(':');
                    Write(member, text);
                }
                text.Append('}');
                break;
            case JsonArray a:
                text.Append('[');
                for (var i = 0; i < a.Count; i++)
                {
                    if (i > 0) text.Append(',');
                    Write(a[i], text);
                }
                text.Append(']');
                break;
            default:
                WriteScalar(node.AsValue(), text);
                break;
        }
    }

    private static void WriteScalar(JsonValue value, StringBuilder text)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True:
                text.Append("true");
                break;
            case JsonValueKind.False:
                text.Append("false");
                break;
            case JsonValueKind.String:
                WriteString(value.GetValue<string>(), text);
                break;
            case JsonValueKind.Number:
                WriteNumber(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture), text);
                break;
            default:
                throw new ArgumentException($"no JSON scalar: {value}", nameof(value));
        }
    }

    private static void WriteString(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\t': text.Append("\\t"); break;
                case '\n': text.Append("\\n"); break;
                case '\f': text.Append("\\f"); break;
                case '\r': text.Append("\\r"); break;
                case < ' ': text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)); break;
                default: text.Append(c); break;
            }
        }
        text.Append('"');
    }

    // RFC 8785, 3.2.2.3: the shortest digits that round-trip, laid out as ECMAScript's Number::toString does.
    private static void WriteNumber(double value, StringBuilder text)
    {
        if (!double.IsFinite(value)) throw new ArgumentException("JSON has no such number", nameof(value));
        if (value == 0)
        {
            text.Append('0');
            return;
        }
        var r = value.ToString("R", CultureInfo.InvariantCulture);
        var (digits, exponent) = Shortest(r);
        if (value < 0) text.Append('-');
        var n = exponent;
        var k = digits.Length;
        if (k <= n && n <= 21) text.Append(digits).Append('0', n - k);
        else if (0 < n && n <= 21) text.Append(digits, 0, n).Append('.').Append(digits, n, k - n);
        else if (-6 < n && n <= 0) text.Append("0.").Append('0', -n).Append(digits);
        else
        {
            text.Append(digits[0]);
            if (k > 1) text.Append('.').Append(digits, 1, k - 1);
            text.Append('e').Append(n - 1 >= 0 ? "+" : "-").Append(Math.Abs(n - 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    // Digits d1…dk and n with |value| = 0.d1…dk × 10^n.
    private static (string Digits, int Exponent) Shortest(string text)
    {
        var mantissa = text.TrimStart('-');
        var exponent = 0;
        var e = mantissa.IndexOf('E', StringComparison.Ordinal);
        if (e >= 0)
        {
            exponent = int.Parse(mantissa.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            mantissa = mantissa[..e];
        }
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa.Length : point;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits.Trim('0') is { Length: > 0 } d ? d : "0", whole - leading + exponent);
    }
}
