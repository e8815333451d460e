using System.Text.RegularExpressions;

namespace Ase.Taint.Rules;

/// <summary>Parses <c>A and not (B or C)</c>.</summary>
public static partial class LabelParser
{
    private const int MaxDepth = 60;

    /// <summary>Parses an expression over labels.</summary>
    /// <exception cref="FormatException">Malformed; the message says where.</exception>
    public static LabelExpression Parse(string text)
    {
        var parser = new Parser([.. Token().Matches(text).Select(m => m.Value)]);
        var expression = parser.Or(0);
        parser.End();
        return expression;
    }

    private sealed class Parser(string[] tokens)
    {
        private int next;

        public LabelExpression Or(int depth)
        {
            var left = And(depth);
            while (Accept("or")) left = new LabelExpression.Or(left, And(depth));
            return left;
        }

        public void End()
        {
            if (next < tokens.Length) throw new FormatException($"unexpected '{tokens[next]}' in the condition on labels");
        }

        private LabelExpression And(int depth)
        {
            var left = Not(depth);
            while (Accept("and")) left = new LabelExpression.And(left, Not(depth));
            return left;
        }

        private LabelExpression Not(int depth)
        {
            if (depth > MaxDepth) throw new FormatException("the condition on labels is nested too deeply");
            if (Accept("not")) return new LabelExpression.Not(Not(depth + 1));
            if (Accept("("))
            {
                var inner = Or(depth + 1);
                return Accept(")") ? inner : throw new FormatException("')' expected in the condition on labels");
            }
            if (next >= tokens.Length) throw new FormatException("the condition on labels ends early");
            var token = tokens[next++];
            return token switch
            {
                "true" or "True" => new LabelExpression.Constant(true),
                "false" or "False" => new LabelExpression.Constant(false),
                "and" or "or" => throw new FormatException($"'{token}' has nothing before it in the condition on labels"),
                _ when char.IsLetter(token[0]) || token[0] == '_' => new LabelExpression.Label(token),
                _ => throw new FormatException($"'{token}' is no label"),
            };
        }

        private bool Accept(string token)
        {
            if (next >= tokens.Length || tokens[next] != token) return false;
            next++;
            return true;
        }
    }

    [GeneratedRegex(@"[\w-]+|\S", RegexOptions.NonBacktracking, 1000)]
    private static partial Regex Token();
}
