using System.Text;
using System.Text.RegularExpressions;
using Ase.Code.Trees;
using Ase.Taint.Patterns.Grammars;
using Ase.Taint.Rules;

namespace Ase.Taint.Patterns.Syntax;

// String literals, regular expression literals.
internal sealed partial class PatternBuilder
{
    private PatternNode Text(SyntaxNode node)
    {
        var isFormat = node.Kind == "string" && node.NamedChild(0) is var start && start.Is("string_start") && start.TextSpan.ContainsAny('f', 'F');
        if (!isFormat && profile.TryStringContent(tree, node.Index, out var content)) return Content(PatternKind.String, tree.Source.Slice(content).ToString());
        return Parts(node, profile.Strings);
    }

    private PatternNode Parts(SyntaxNode node, bool[] accepts)
    {
        var container = node;
        foreach (var child in node.NamedChildren)
        {
            if (child.Kind is "heredoc_body") container = child;
        }
        List<PatternNode> parts = [];
        foreach (var child in container.NamedChildren)
        {
            if (GrammarProfile.Has(profile.StringText, child.KindId)) Fragments(child.Text, parts);
            else if (child.Kind is not ("string_start" or "string_end" or "heredoc_start" or "heredoc_end")) parts.Add(Build(Interpolated(child)));
        }
        var interpolated = List(PatternKind.Interpolated, accepts, parts, ChildMode.Sequence);
        // `"$X"` where a variable stands in a string as it is: a string of any content, or of one variable
        if (parts is not [{ Kind: PatternKind.Metavariable } only] || profile.StringCode.Contains(true) || node.Kind == "shell_command_expression") return interpolated;
        var any = PortableRegex.Compile(@"\A(?<g0>.*)\z", RegexOptions.Singleline);
        return Either(new PatternNode(PatternKind.String) { Accepts = profile.Strings, Content = any, Groups = [("g0", only.Slot)] }, interpolated);
    }

    private SyntaxNode Interpolated(SyntaxNode part) => GrammarProfile.Has(profile.StringCode, part.KindId) ? part.NamedChild(0) : part;

    private void Fragments(string text, List<PatternNode> parts)
    {
        // `...` at an end also stands for code and further text
        var (before, after) = (text.StartsWith("...", StringComparison.Ordinal), text.EndsWith("...", StringComparison.Ordinal));
        if (before) parts.Add(new PatternNode(PatternKind.Ellipsis));
        if (text.Replace("...", "", StringComparison.Ordinal).Length == 0) return;
        parts.Add(Content(PatternKind.Fragment, text));
        if (after) parts.Add(new PatternNode(PatternKind.Ellipsis));
    }

    private PatternNode Content(PatternKind kind, string content)
    {
        if (kind == PatternKind.String && content == "...") return new PatternNode(PatternKind.AnyString) { Accepts = profile.Strings };
        if (kind == PatternKind.String && Regular().Match(content) is { Success: true } regular)
        {
            var options = regular.Groups["flags"].Value.Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : RegexOptions.None;
            return new PatternNode(kind) { Accepts = profile.Strings, Content = PortableRegex.Compile(regular.Groups["re"].Value, options) };
        }
        if (!Wild().IsMatch(content))
        {
            if (content.Length > 2 && Plain().IsMatch(content)) Require(content);
            return new PatternNode(kind) { Accepts = profile.Strings, Text = content };
        }
        var regex = new StringBuilder(@"\A");
        List<(string, int)> groups = [];
        var last = 0;
        foreach (Match m in Wild().Matches(content))
        {
            regex.Append(Regex.Escape(content[last..m.Index]));
            last = m.Index + m.Length;
            if (m.Value == "...")
            {
                regex.Append(".*");
                continue;
            }
            var slot = Slot(m.Value);
            var group = "g" + slot;
            if (groups.Exists(g => g.Item2 == slot)) regex.Append(@"\k<").Append(group).Append('>');
            else regex.Append("(?<").Append(group).Append(">.").Append(m.Length == content.Length ? "*" : "+").Append(m.Index + m.Length == content.Length ? ")" : "?)");
            groups.Add((group, slot));
        }
        regex.Append(Regex.Escape(content[last..])).Append(@"\z");
        return new PatternNode(kind)
        {
            Accepts = profile.Strings,
            Content = PortableRegex.Compile(regex.ToString(), RegexOptions.Singleline),
            Groups = [.. groups],
        };
    }

    private PatternNode RegexLiteral(SyntaxNode node)
    {
        var body = node.Field("pattern").Text;
        if (body == "...") return new PatternNode(PatternKind.Leaf) { Accepts = Accepts("regex") };
        if (Metavariable().Match(body) is { Success: true } m) return new PatternNode(PatternKind.Leaf) { Accepts = Accepts("regex"), Slot = Slot(m.Value) };
        return new PatternNode(PatternKind.Leaf) { Accepts = Accepts("regex"), Text = node.Text };
    }

    [GeneratedRegex(@"^[\w-]+$", RegexOptions.NonBacktracking, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^=~/(?<re>.*)/(?<flags>[a-z]*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Regular();

    [GeneratedRegex(@"\.\.\.|\$(?:\.\.\.)?[A-Z_][A-Z0-9_]*(?![A-Za-z0-9_])", RegexOptions.None, 1000)]
    private static partial Regex Wild();

    [GeneratedRegex(@"^\$[A-Z_][A-Z0-9_]*$", RegexOptions.None, 1000)]
    private static partial Regex Metavariable();
}
