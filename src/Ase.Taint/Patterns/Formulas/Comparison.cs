using System.Globalization;
using System.Text.RegularExpressions;
using Ase.Taint.Rules;

namespace Ase.Taint.Patterns.Formulas;

/// <summary>
/// The expression of <c>metavariable-comparison</c>: comparisons, arithmetic, <c>and</c>, <c>or</c>, <c>not</c>, <c>in</c>, lists,
/// <c>int()</c>, <c>str()</c>, <c>len()</c>, <c>re.match()</c>. A value that is no constant makes the comparison false.
/// </summary>
internal sealed partial class Comparison
{
    private const int MaxDepth = 60;
    private readonly Func<Func<string, string?>, object?> evaluate;

    private Comparison(Func<Func<string, string?>, object?> evaluate) => this.evaluate = evaluate;

    /// <summary>Parses.</summary>
    /// <exception cref="FormatException">Malformed; the message says where.</exception>
    public static Comparison Parse(string text)
    {
        var parser = new Parser(text);
        var expression = parser.Or(0);
        parser.End();
        return new Comparison(expression);
    }

    public bool Holds(Func<string, string?> valueOf) => evaluate(valueOf) is true;

    /// <summary>A number of another radix as decimal digits; the text itself when it is none.</summary>
    public static string FromRadix(string text, int radix)
    {
        try
        {
            var digits = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) || text.StartsWith("0o", StringComparison.OrdinalIgnoreCase) || text.StartsWith("0b", StringComparison.OrdinalIgnoreCase) ? text[2..] : text;
            return radix is 2 or 8 or 10 or 16 ? Convert.ToInt64(digits, radix).ToString(CultureInfo.InvariantCulture) : text;
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            return text;
        }
    }

    private static object? Literal(string? text)
    {
        if (text is null) return null;
        text = text.Trim().Replace("_", "", StringComparison.Ordinal) is var plain && Number(plain) is { } number ? number.ToString(CultureInfo.InvariantCulture) : text.Trim();
        if (Number(text) is { } value) return value;
        if (text.Length >= 2 && text[0] is '"' or '\'' or '`' && text[^1] == text[0]) return text[1..^1];
        return text switch { "true" or "True" => true, "false" or "False" => false, _ => text };
    }

    private static double? Number(string text)
    {
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && long.TryParse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hex)) return hex;
        if (text.StartsWith("0o", StringComparison.OrdinalIgnoreCase) && long.TryParse(FromRadix(text, 8), CultureInfo.InvariantCulture, out var octal)) return octal;
        if (text.StartsWith("0b", StringComparison.OrdinalIgnoreCase) && long.TryParse(FromRadix(text, 2), CultureInfo.InvariantCulture, out var binary)) return binary;
        return double.TryParse(text.TrimEnd('L', 'l'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private sealed class Parser(string text)
    {
        private readonly Match[] tokens = [.. Tokens().Matches(text).Cast<Match>()];
        private int next;

        public void End()
        {
            if (next < tokens.Length) throw new FormatException($"unexpected '{tokens[next].Value}' in the comparison");
        }

        public Func<Func<string, string?>, object?> Or(int depth)
        {
            if (depth > MaxDepth) throw new FormatException("the comparison is nested too deeply");
            var left = And(depth + 1);
            while (Accept("or"))
            {
                var (a, b) = (left, And(depth + 1));
                left = v => a(v) is true || b(v) is true;
            }
            return left;
        }

        private Func<Func<string, string?>, object?> And(int depth)
        {
            var left = Not(depth);
            while (Accept("and"))
            {
                var (a, b) = (left, Not(depth));
                left = v => a(v) is true && b(v) is true;
            }
            return left;
        }

        private Func<Func<string, string?>, object?> Not(int depth)
        {
            if (depth > MaxDepth) throw new FormatException("the comparison is nested too deeply");
            if (!Accept("not")) return Compare(depth);
            var inner = Not(depth + 1);
            return v => inner(v) is bool b ? !b : null;
        }

        private Func<Func<string, string?>, object?> Compare(int depth)
        {
            var left = Sum(depth);
            foreach (var sign in (string[])["==", "!=", "<=", ">=", "<", ">"])
            {
                if (!Accept(sign)) continue;
                var (a, b) = (left, Sum(depth));
                return v => Compared(a(v), sign, b(v));
            }
            if (Accept("in"))
            {
                var (a, b) = (left, Sum(depth));
                return v => Contains(b(v), a(v));
            }
            if (next + 1 < tokens.Length && tokens[next].Value == "not" && tokens[next + 1].Value == "in")
            {
                next += 2;
                var (a, b) = (left, Sum(depth));
                return v => Contains(b(v), a(v)) is bool c ? !c : null;
            }
            return left;
        }

        private Func<Func<string, string?>, object?> Sum(int depth)
        {
            var left = Product(depth);
            while (next < tokens.Length && tokens[next].Value is "+" or "-")
            {
                var sign = tokens[next++].Value;
                var (a, b) = (left, Product(depth));
                left = v => (a(v), b(v)) switch
                {
                    (double x, double y) => sign == "+" ? x + y : x - y,
                    (string x, string y) when sign == "+" => x + y,
                    _ => null,
                };
            }
            return left;
        }

        private Func<Func<string, string?>, object?> Product(int depth)
        {
            var left = Power(depth);
            while (next < tokens.Length && tokens[next].Value is "*" or "/" or "%")
            {
                var sign = tokens[next++].Value;
                var (a, b) = (left, Power(depth));
                left = v => (a(v), b(v)) is (double x, double y) ? sign switch { "*" => x * y, "/" => x / y, _ => x - y * Math.Floor(x / y) } : null;
            }
            return left;
        }

        private Func<Func<string, string?>, object?> Power(int depth)
        {
            var left = Atom(depth);
            if (!Accept("**")) return left;
            var right = Power(depth + 1);
            return v => (left(v), right(v)) is (double x, double y) ? Math.Pow(x, y) : null;
        }

        private Func<Func<string, string?>, object?> Atom(int depth)
        {
            if (depth > MaxDepth) throw new FormatException("the comparison is nested too deeply");
            if (next >= tokens.Length) throw new FormatException("the comparison ends early");
            var token = tokens[next++].Value;
            switch (token)
            {
                case "(":
                    var inner = Or(depth + 1);
                    Expect(")");
                    return inner;
                case "[":
                    var items = List("]", depth);
                    return v => items.ConvertAll(i => i(v));
                case "-":
                    var negated = Atom(depth + 1);
                    return v => negated(v) is double x ? -x : null;
                case "int" or "float" or "str" or "len" or "re.match" or "re.search" or "today" when Accept("("):
                    return Call(token, List(")", depth));
            }
            if (token[0] == '$') return v => Literal(v(token));
            var literal = Literal(token);
            return literal is string s && token[0] is not ('"' or '\'') ? throw new FormatException($"'{s}' is not known in a comparison") : _ => literal;
        }

        private static Func<Func<string, string?>, object?> Call(string name, List<Func<Func<string, string?>, object?>> arguments)
        {
            if (arguments.Count != (name.StartsWith("re.", StringComparison.Ordinal) ? 2 : 1)) throw new FormatException($"wrong number of arguments of {name}");
            var first = arguments[0];
            return name switch
            {
                "int" => v => first(v) switch { double d => Math.Truncate(d), string s => Number(s.Trim('"', '\'')) is { } n ? Math.Truncate(n) : null, _ => null },
                "float" => v => first(v) switch { double d => d, string s => Number(s.Trim('"', '\'')), _ => null },
                "str" => v => first(v) switch { double d => d.ToString(CultureInfo.InvariantCulture), bool b => b ? "True" : "False", var o => o },
                "len" => v => first(v) switch { string s => (double)s.Length, List<object?> l => (double)l.Count, _ => null },
                "re.match" => v => first(v) is string p && arguments[1](v) is string s && Matches(p, s, anchored: true),
                "re.search" => v => first(v) is string p && arguments[1](v) is string s && Matches(p, s, anchored: false),
                _ => throw new FormatException($"{name} is not supported in a comparison"),
            };
        }

        // the expression may come out of the code, so that a malformed one is no error of the rule
        private static bool Matches(string pattern, string value, bool anchored)
        {
            try
            {
                return PortableRegex.IsMatch(anchored ? MetavariableRegex.Anchored(pattern) : PortableRegex.Compile(pattern), value);
            }
            catch (ArgumentException)
            {
                return false;
            }
        }

        private List<Func<Func<string, string?>, object?>> List(string end, int depth)
        {
            List<Func<Func<string, string?>, object?>> items = [];
            while (!Accept(end))
            {
                items.Add(Or(depth + 1));
                if (!Accept(",") && !(next < tokens.Length && tokens[next].Value == end)) throw new FormatException($"'{end}' expected in the comparison");
            }
            return items;
        }

        private static bool Compared(object? a, string sign, object? b)
        {
            if (a is null || b is null) return false;
            int order;
            if (a is double x && b is double y) order = x.CompareTo(y);
            else if (a is string s && b is string t) order = string.CompareOrdinal(s, t);
            else if (a is bool p && b is bool q) order = p.CompareTo(q);
            else return sign == "!=";
            return sign switch { "==" => order == 0, "!=" => order != 0, "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
        }

        private static object? Contains(object? container, object? item) => container switch
        {
            List<object?> list => item is not null && list.Exists(i => Equals(i, item)),
            string s when item is string t => s.Contains(t, StringComparison.Ordinal),
            _ => null,
        };

        private bool Accept(string token)
        {
            if (next >= tokens.Length || tokens[next].Value != token) return false;
            next++;
            return true;
        }

        private void Expect(string token)
        {
            if (!Accept(token)) throw new FormatException($"'{token}' expected in the comparison");
        }
    }

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""|'(?:[^'\\]|\\.)*'|\$[A-Za-z_0-9]+|[A-Za-z_][A-Za-z_0-9.]*|0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|\d+(?:\.\d+)?|\*\*|[=!<>]=|\S", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tokens();
}
