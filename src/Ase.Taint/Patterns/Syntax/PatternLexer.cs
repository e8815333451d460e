using System.Text;
using System.Text.RegularExpressions;

namespace Ase.Taint.Patterns.Syntax;

/// <summary>Finds what a grammar would not accept: metavariables, ellipses, deep brackets, typed metavariables. Leaves strings and comments alone.</summary>
internal sealed partial class PatternLexer
{
    private readonly string text;
    private readonly PatternDialect dialect;
    private readonly bool interpolatesBraces;
    private readonly List<string> literals = [];
    private readonly List<PatternHole> holes = [];
    private readonly List<TypedHole> typed = [];
    private readonly Stack<(char Bracket, int Group, bool Parameters, int Statements, int Values)> brackets = new();
    private readonly StringBuilder literal = new();
    private int groups;
    private int deep;
    private int position;

    private PatternLexer(string text, PatternDialect dialect)
    {
        this.text = text;
        this.dialect = dialect;
        interpolatesBraces = dialect.LineComments[0] == "#";
        brackets.Push(('\0', groups++, false, -1, -1));
    }

    /// <summary>Cuts a pattern.</summary>
    public static (PatternText Text, int Groups) Cut(string pattern, PatternDialect dialect)
    {
        var lexer = new PatternLexer(pattern, dialect);
        lexer.Code('\0');
        lexer.literals.Add(lexer.literal.ToString());
        return (new PatternText(lexer.literals, lexer.holes, lexer.typed), lexer.groups);
    }

    private void Code(char until)
    {
        var depth = 0;
        while (position < text.Length)
        {
            var c = text[position];
            if (until != '\0' && depth == 0 && c == until) return;
            if (Comment() || Quoted() || Special()) continue;
            if (c is '(' or '[' or '{')
            {
                if (c == '(' && TypedMetavariable()) continue;
                depth++;
                brackets.Push((c, groups++, c == '(' && IsParameterList(), -1, -1));
            }
            else if (c is ')' or ']' or '}')
            {
                depth--;
                if (brackets.Count > 1) brackets.Pop();
            }
            literal.Append(c);
            position++;
        }
    }

    private bool Special()
    {
        var c = text[position];
        if (c == '<' && Ahead("<..."))
        {
            deep++;
            return Replace(4, Placeholders.Deep + "(");
        }
        if (c == '.' && deep > 0 && Ahead("...>"))
        {
            deep--;
            return Replace(4, ")");
        }
        if (c == '.' && dialect.DotChains && ChainEllipsis().Match(text, position) is { Success: true } chain && chain.Index == position) return Replace(chain.Length - 1, "." + dialect.Chain);
        if (c == '-' && ArrowChain().Match(text, position) is { Success: true } arrow && arrow.Index == position) return Replace(arrow.Length - 2, "->" + dialect.Chain);
        if (c == '.' && dialect.DotChains && TrailingChain().Match(text, position) is { Success: true } tail && tail.Index == position) return Replace(tail.Length, "." + dialect.Chain);
        if (c == '.' && Ahead("...") && !IsSpread()) return Hole(3, [.. dialect.Ellipsis], Preferred(), EllipsisGroup());
        if (c != '$') return false;
        if (dialect.TypedArguments && brackets.Peek() is { Bracket: '(', Parameters: false } && TypedArgument().Match(text, position) is { Success: true } typed && typed.Index == position)
            return Typed(typed.Length, typed.Groups["name"].Value, typed.Groups["type"].Value);
        if (Run().Match(text, position) is { Success: true } run && run.Index == position)
        {
            var name = Placeholders.RunPrefix + run.Groups["name"].Value;
            return Hole(run.Length, [.. dialect.Ellipsis.Select(f => f.Replace(Placeholders.Ellipsis, name, StringComparison.Ordinal))], Preferred(), EllipsisGroup());
        }
        if (Metavariable().Match(text, position) is not { Success: true } m || m.Index != position || dialect.Reserved.Contains(m.Value)) return false;
        return Hole(m.Length, [.. dialect.Metavariable.Select(f => f.Replace("{0}", m.Groups["name"].Value, StringComparison.Ordinal))], 0, groups++);
    }

    // the statements of one pair of brackets take one form, what stands within its expressions another
    private int EllipsisGroup()
    {
        var (bracket, group, parameters, statements, values) = brackets.Pop();
        var (isStatement, isValue) = (IsStatement(), IsValue());
        if (isStatement && statements < 0) statements = groups++;
        if (isValue && values < 0) values = groups++;
        brackets.Push((bracket, group, parameters, statements, values));
        return isStatement ? statements : isValue ? values : group;
    }

    // `key: ...`, `x = ...`
    private bool IsValue()
    {
        var i = position - 1;
        while (i >= 0 && char.IsWhiteSpace(text[i])) i--;
        return i >= 0 && text[i] is ':' or '=';
    }

    private bool IsStatement()
    {
        var i = position - 1;
        var isFirst = false;
        for (; i >= 0 && char.IsWhiteSpace(text[i]); i--) isFirst |= text[i] == '\n';
        var next = position + 3;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        if (next < text.Length && text[next] == ',') return false;
        return i < 0 || text[i] is ';' or '{' or '}' || isFirst && !",([=+-*/%&|?:.<>".Contains(text[i], StringComparison.Ordinal);
    }

    private int Preferred() => dialect.TypedParameters && brackets.Peek().Parameters ? 1 : IsStatement() && IsBeforeBracket() ? Math.Max(0, Array.FindIndex(dialect.Ellipsis, f => f.TrimStart('$') == Placeholders.Ellipsis + ";")) : 0;

    // without a semicolon the statement that follows would continue this one
    private bool IsBeforeBracket()
    {
        var next = position;
        while (next < text.Length && !char.IsWhiteSpace(text[next])) next++;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        return next < text.Length && text[next] is '(' or '[' or '`';
    }

    // `func name(`, `func (r T) name(`, `func(`; `def name(`
    private bool IsParameterList() => dialect.TypedParameters && GoFunction().IsMatch(text[..position]) || dialect.TypedArguments && PythonFunction().IsMatch(text[..position]);

    private bool IsSpread()
    {
        var next = position + 3 < text.Length ? text[position + 3] : ' ';
        if (char.IsLetter(next) || next is '_' or '$' or '[') return next != '$' || !Ahead("...$...");
        var before = position > 0 ? text[position - 1] : ' ';
        return (char.IsLetterOrDigit(before) || before is '_' or ']' or ')') && next is ')' or ' ';
    }

    private bool TypedMetavariable()
    {
        if (dialect.TypeFirst && TypeFirst().Match(text, position) is { Success: true } first && first.Index == position && !IsCallParenthesis())
            return Typed(first.Length, first.Groups["name"].Value, first.Groups["type"].Value);
        if (dialect.TypeLast && TypeLast().Match(text, position) is { Success: true } last && last.Index == position && !IsCallParenthesis() && !IsBeforeArrow(position + last.Length))
            return Typed(last.Length, last.Groups["name"].Value, last.Groups["type"].Value);
        return false;
    }

    private bool IsCallParenthesis()
    {
        var i = position - 1;
        while (i >= 0 && text[i] == ' ') i--;
        if (i < 0 || !(char.IsLetterOrDigit(text[i]) || text[i] is '_' or '$' or '>' or ']')) return false;
        var end = i + 1;
        while (i >= 0 && (char.IsLetterOrDigit(text[i]) || text[i] is '_' or '$')) i--;
        return text.AsSpan(i + 1, end - i - 1) is not ("return" or "throw" or "in" or "case");
    }

    private bool IsBeforeArrow(int end)
    {
        while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
        return end + 1 < text.Length && text[end] is '=' or ':' && (text[end] == ':' || text[end + 1] == '>');
    }

    private bool Typed(int length, string name, string type)
    {
        literal.Append(Placeholders.TypedPrefix).Append(typed.Count);
        typed.Add(new TypedHole(name, type.Trim()));
        position += length;
        return true;
    }

    private bool Replace(int length, string by)
    {
        literal.Append(by);
        position += length;
        return true;
    }

    private bool Hole(int length, string[] forms, int preferred, int group)
    {
        literals.Add(literal.ToString());
        literal.Clear();
        holes.Add(new PatternHole(position, group, forms, preferred));
        position += length;
        return true;
    }

    private bool Ahead(string s) => string.CompareOrdinal(text, position, s, 0, s.Length) == 0;

    [GeneratedRegex(@"\.\s*\.\.\.\s*\.", RegexOptions.NonBacktracking, 1000)]
    private static partial Regex ChainEllipsis();

    [GeneratedRegex(@"->\s*\.\.\.\s*->", RegexOptions.NonBacktracking, 1000)]
    private static partial Regex ArrowChain();

    [GeneratedRegex(@"\.\s+\.\.\.", RegexOptions.NonBacktracking, 1000)]
    private static partial Regex TrailingChain();

    [GeneratedRegex(@"\$\.\.\.(?<name>[A-Z_][A-Z0-9_]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Run();

    [GeneratedRegex(@"\$(?<name>[A-Z_][A-Z0-9_]*)(?![A-Za-z0-9_])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Metavariable();

    [GeneratedRegex(@"\(\s*(?<type>[A-Za-z_$][\w.$]*(?:<[^()]*>)?(?:\[\])*)\s+(?<name>\$[A-Z_][A-Z0-9_]*)\s*\)", RegexOptions.None, 1000)]
    private static partial Regex TypeFirst();

    [GeneratedRegex(@"\(\s*(?<name>\$[A-Z_][A-Z0-9_]*)\s*:\s*(?<type>[^()=]+?)\s*\)", RegexOptions.None, 1000)]
    private static partial Regex TypeLast();

    [GeneratedRegex(@"(?<name>\$[A-Z_][A-Z0-9_]*)\s*:\s*(?<type>[A-Za-z_][\w.]*)(?=\s*[,)])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypedArgument();

    [GeneratedRegex(@"\bdef\s+[\w$]+\s*$", RegexOptions.None, 1000)]
    private static partial Regex PythonFunction();

    [GeneratedRegex(@"\bfunc\s*(?:\([^()]*\)\s*[\w$]*|[\w$]*)\s*$", RegexOptions.None, 1000)]
    private static partial Regex GoFunction();
}
