namespace Ase.Taint.Patterns.Syntax;

// Comments, strings, regular expressions: copied as they are, apart from code inside interpolations.
internal sealed partial class PatternLexer
{
    private bool Comment()
    {
        foreach (var start in dialect.LineComments)
        {
            if (!Ahead(start)) continue;
            if (start == "#" && Ahead("#[")) return false;
            return Copy(text.IndexOf('\n', position) is var end and >= 0 ? end : text.Length);
        }
        if (dialect.BlockComments && Ahead("/*")) return Copy(text.IndexOf("*/", position + 2, StringComparison.Ordinal) is var end and >= 0 ? end + 2 : text.Length);
        return false;
    }

    private bool Quoted()
    {
        var c = text[position];
        if (c == '/' && dialect.RegexLiterals && IsRegexStart()) return RegexLiteral();
        if (c is not ('"' or '\'' or '`')) return false;
        if (Ahead("\"\"\"") || Ahead("'''")) return String(text.Substring(position, 3), interpolatesBraces && HasFormatPrefix());
        return String(text.Substring(position, 1), c == '`' ? dialect.RegexLiterals : interpolatesBraces && HasFormatPrefix());
    }

    private bool String(string quote, bool interpolated)
    {
        literal.Append(quote);
        position += quote.Length;
        while (position < text.Length)
        {
            if (Ahead(quote))
            {
                literal.Append(quote);
                position += quote.Length;
                return true;
            }
            if (text[position] == '\\' && position + 1 < text.Length && !(quote == "`" && !dialect.RegexLiterals))
            {
                literal.Append(text, position, 2);
                position += 2;
            }
            else if (interpolated && (quote == "`" ? Ahead("${") : text[position] == '{' && !Ahead("{{")))
            {
                var open = quote == "`" ? 2 : 1;
                literal.Append(text, position, open);
                position += open;
                Code('}');
            }
            else
            {
                literal.Append(text[position++]);
            }
        }
        return true;
    }

    private bool HasFormatPrefix()
    {
        for (var i = position - 1; i >= 0 && char.IsLetter(text[i]); i--)
        {
            if (text[i] is 'f' or 'F') return position - i <= 2;
        }
        return false;
    }

    private bool IsRegexStart()
    {
        var i = position - 1;
        while (i >= 0 && char.IsWhiteSpace(text[i])) i--;
        return i < 0 || "(,=:[!&|?{};+-*%~^<>".Contains(text[i], StringComparison.Ordinal)
            || text.AsSpan(0, i + 1).EndsWith("return", StringComparison.Ordinal);
    }

    private bool RegexLiteral()
    {
        var inClass = false;
        for (var i = position + 1; i < text.Length && text[i] != '\n'; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '[') inClass = true;
            else if (text[i] == ']') inClass = false;
            else if (text[i] == '/' && !inClass)
            {
                i++;
                while (i < text.Length && char.IsLetter(text[i])) i++;
                return i > position + 2 && Copy(i);
            }
        }
        return false;
    }

    private bool Copy(int end)
    {
        literal.Append(text, position, end - position);
        position = end;
        return true;
    }
}
