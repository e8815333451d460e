using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ase.Taint.Templates;

/// <summary>
/// Turns a template into what it does with data: code of plain assignments and of calls that show values. Blocks are no blocks there, each tag
/// takes effect once, in the order of the text.
/// </summary>
/// <example><c>{foreach $items as $item}{$item.name}{/foreach}</c> becomes <c>$item=$items[$_];__raw($item.name);</c>.</example>
internal sealed partial class TemplateTranslator
{
    private readonly TemplateDialect dialect;
    private readonly TemplateText result = new();
    private readonly Stack<string> dots = new(["$_dot"]);
    private readonly Stack<bool> escapes = new();

    private TemplateTranslator(TemplateDialect dialect)
    {
        this.dialect = dialect;
        escapes.Push(dialect.Escapes);
    }

    /// <exception cref="RegexMatchTimeoutException">The template takes too long to read.</exception>
    public static TemplateText Translate(TemplateDialect dialect, string text)
    {
        var translator = new TemplateTranslator(dialect);
        for (var match = dialect.Tags.Match(text); match.Success; match = match.NextMatch()) translator.Tag(match);
        return translator.result;
    }

    private void Tag(Match tag)
    {
        switch (KindOf(tag))
        {
            case TagKind.Output:
                Output(tag, escapes.Peek());
                break;
            case TagKind.Raw:
                Output(tag, isEscaped: false);
                break;
            case TagKind.Each:
                if (Variables(tag.Groups["in"]) is [var items, ..])
                {
                    foreach (Match name in Word().Matches(tag.Groups["each"].Value)) Assign(name.Value, name.Index + tag.Groups["each"].Index, items, "[$_]");
                }
                if (dialect.HasDot) dots.Push(dots.Peek());
                break;
            case TagKind.Set:
                foreach (var value in Variables(tag.Groups["value"])) Assign(tag.Groups["set"].Value, tag.Groups["set"].Index, value, "");
                break;
            case TagKind.Include:
                Include(tag);
                break;
            case TagKind.Code:
                result.Append(tag.Groups["value"].Value, tag.Groups["value"].Index, tag.Groups["value"].Index + tag.Groups["value"].Length);
                result.Append("\n", tag.Index + tag.Length, tag.Index + tag.Length);
                break;
            case TagKind.Enter:
                Enter(tag);
                break;
            case TagKind.Open:
                dots.Push(dots.Peek());
                break;
            case TagKind.Close:
                if (dots.Count > 1) dots.Pop();
                break;
            case TagKind.EscapeOff:
                escapes.Push(false);
                break;
            case TagKind.EscapeOn:
                escapes.Push(true);
                break;
            case TagKind.EscapeEnd:
                if (escapes.Count > 1) escapes.Pop();
                break;
            case TagKind.Nothing:
                break;
            default:
                throw new InvalidOperationException(KindOf(tag).ToString());
        }
    }

    private TagKind KindOf(Match tag)
    {
        for (var i = 0; i < dialect.Kinds.Count; i++)
        {
            if (tag.Groups["t" + i.ToString(CultureInfo.InvariantCulture)].Success) return dialect.Kinds[i];
        }
        return TagKind.Nothing;
    }

    // a filter has the last word
    private void Output(Match tag, bool isEscaped)
    {
        var value = tag.Groups["value"];
        var isDefault = isEscaped;
        if (dialect.Filters is { } filters)
        {
            foreach (Match filter in filters.Matches(value.Value))
            {
                var name = filter.Groups["filter"].Value;
                if (dialect.Escaping.Contains(name)) (isEscaped, isDefault) = (true, false);
                else if (dialect.Unescaping.Contains(name)) isEscaped = isDefault = false;
            }
        }
        // what a block or a filter escapes is escaped whatever the program asked for
        if (isEscaped && (!isDefault || escapes.Count > 1)) return;
        // an expression of the host stands as it is
        var isCode = dialect.IsCode;
        var variables = isCode ? [] : Variables(value);
        if (!isCode && variables.Count == 0) return;
        var (start, end) = (tag.Index, tag.Index + tag.Length);
        result.Append((isEscaped ? TemplateText.Plain : TemplateText.Raw) + "(", start, start);
        if (isCode) result.Append(value.Value, value.Index, value.Index + value.Length);
        for (var i = 0; i < variables.Count; i++)
        {
            if (i > 0) result.Append(",", variables[i].Start, variables[i].Start);
            result.Append(variables[i].Code, variables[i].Start, variables[i].End);
        }
        result.Append(");\n", end, end);
    }

    private void Assign(string name, int start, (string Code, int Start, int End) value, string suffix)
    {
        result.Append(Name(name) + "=", start, start + name.Length);
        result.Append(value.Code, value.Start, value.End);
        result.Append(suffix + ";\n", value.End, value.End);
    }

    private void Include(Match tag)
    {
        foreach (Match pair in Pair().Matches(tag.Groups["with"].Value))
        {
            var value = pair.Groups["value"];
            foreach (var variable in Variables(value.Value, tag.Groups["with"].Index + value.Index)) Assign(pair.Groups["name"].Value, tag.Groups["with"].Index + pair.Index, variable, "");
        }
        var given = dialect.HasDot ? Variables(tag.Groups["in"]) : [];
        if (given.Count > 0)
        {
            result.Append("$_outer=$_dot;", tag.Index, tag.Index);
            Assign("_dot", tag.Index, given[0], "");
        }
        result.Append(TemplateText.Include + "(\"" + tag.Groups["file"].Value + "\");\n", tag.Index, tag.Index + tag.Length);
        if (given.Count > 0) result.Append("$_dot=$_outer;\n", tag.Index + tag.Length, tag.Index + tag.Length);
    }

    private void Enter(Match tag)
    {
        var name = "$_dot" + dots.Count.ToString(CultureInfo.InvariantCulture);
        if (Variables(tag.Groups["in"]) is [var items, ..])
        {
            Assign(name, tag.Index, items, "");
            Assign(name, tag.Index, items, "[$_]");
            foreach (Match each in Word().Matches(tag.Groups["each"].Value)) Assign(each.Value, tag.Index, items, "[$_]");
        }
        dots.Push(name);
    }

    private List<(string Code, int Start, int End)> Variables(Group group) => group.Success ? Variables(group.Value, group.Index) : [];

    private List<(string Code, int Start, int End)> Variables(string expression, int offset)
    {
        var found = new List<(string, int, int)>();
        // quoted text and the names of filters hold no variables
        var plain = Quoted().Replace(expression, m => IsKey(expression, m) ? m.Value : new string(' ', m.Length));
        if (dialect.Filters is { } filters) plain = filters.Replace(plain, m => Blank(m, m.Groups["filter"]));
        foreach (Match match in dialect.Variables.Matches(plain))
        {
            var root = match.Groups["root"].Value;
            if (dialect.Words.Contains(root)) continue;
            if (root.Length == 0 && !dialect.HasDot) continue;
            var (rest, start, end) = (Rest(match.Groups["rest"].Value), offset + match.Index, offset + match.Index + match.Length);
            var isDot = root.Length == 0 || dialect.HasDot && dialect.Self.Contains(root);
            found.Add(((isDot ? dots.Peek() : Name(root)) + rest, start, end));
            if (dialect.IsImplicit && !isDot && dots.Count > 1) found.Add((dots.Peek() + "." + root + rest, start, end));
        }
        return found;
    }

    private bool IsKey(string expression, Match quoted) => dialect.Keys.Any(k => expression.AsSpan(0, quoted.Index).EndsWith(k, StringComparison.Ordinal));

    private static string Blank(Match match, Group part) => match.Value[..(part.Index - match.Index)] + new string(' ', part.Length) + match.Value[(part.Index + part.Length - match.Index)..];

    // a name may be a word of the language that the code is in
    private string Name(string name) => dialect.IsCode || name.StartsWith("$_", StringComparison.Ordinal) ? name : "$" + name;

    // .a, ->a, ['a'], [0], [$i], .0
    private static string Rest(string rest)
    {
        var code = new StringBuilder();
        foreach (Match step in Step().Matches(rest))
        {
            if (step.Groups["field"] is { Success: true } field) code.Append('.').Append(field.Value);
            else if (step.Groups["number"] is { Success: true } number) code.Append('[').Append(number.Value).Append(']');
            else if (step.Groups["key"] is { Success: true } key) code.Append("[\"").Append(key.Value).Append("\"]");
            else code.Append("[$_]");
        }
        return code.ToString();
    }

    [GeneratedRegex(@"(?:\.|->)(?<field>[A-Za-z_]\w*)|\.(?<number>\d+)|\[\s*(?<number>\d+)\s*\]|\[\s*[""'](?<key>[\w\- ]+)[""']\s*\]|\[[^\]]*\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""|'(?:[^'\\]|\\.)*'", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[A-Za-z_]\w*", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"[""']?(?<name>[A-Za-z_]\w*)[""']?\s*(?:=>|[=:])\s*(?<value>[^\s,}\]]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pair();
}
