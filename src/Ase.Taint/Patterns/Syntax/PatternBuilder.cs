using Ase.Code.Trees;
using Ase.Taint.Patterns.Grammars;

namespace Ase.Taint.Patterns.Syntax;

/// <summary>Turns a parsed pattern into what the matcher works on.</summary>
internal sealed partial class PatternBuilder
{
    private const int MaxDepth = 200;
    private readonly GrammarProfile profile;
    private readonly ParsedPattern parsed;
    private readonly SyntaxTree tree;
    private readonly List<string> metavariables = [];
    private readonly HashSet<string> literals = new(StringComparer.Ordinal);
    private readonly string language;
    private int depth;

    private PatternBuilder(GrammarProfile profile, ParsedPattern parsed)
    {
        this.profile = profile;
        this.parsed = parsed;
        tree = parsed.Tree;
        language = profile.Language.Name;
    }

    /// <summary>Builds; the second value says what cannot be expressed.</summary>
    public static (CompiledPattern? Pattern, string? Error) Build(GrammarProfile profile, ParsedPattern parsed)
    {
        var builder = new PatternBuilder(profile, parsed);
        var nodes = new List<PatternNode>();
        foreach (var root in parsed.Roots) nodes.Add(parsed.Roots.Count > 1 ? builder.Statement(root) : builder.Build(root));
        if (builder.depth > MaxDepth) return (null, "the pattern is nested too deeply");
        if (nodes.Count > 1 && nodes.TrueForAll(n => n.Kind == PatternKind.Ellipsis)) return (null, "the pattern is nothing but '...'");
        var node = nodes.Count == 1 ? nodes[0] : List(PatternKind.Sequence, [], nodes, ChildMode.Statements);
        // alone it is any expression
        if (node.Kind == PatternKind.Ellipsis) node = new PatternNode(PatternKind.Metavariable);
        if (node.IsRun) return (null, "the pattern is nothing but '$...X'");
        if (node.Kind == PatternKind.Node && parsed.Roots is [var only] && parsed.Tree[profile.Unwrap(parsed.Tree, only.Index)].Kind == "member_access_expression") node = builder.WithCallees(node);
        // `f();` is a statement that computes f(), alone or as a part of what it does
        if (nodes.Count == 1 && parsed.IsStatement && builder.IsExpression(parsed.Roots[0])) node = Wrap(PatternKind.Statement, node);
        return (new CompiledPattern(profile, node, builder.metavariables, parsed.Wrapper.Name, [.. builder.literals]), null);
    }

    private PatternNode Build(SyntaxNode node)
    {
        if (++depth > MaxDepth) return new PatternNode(PatternKind.Ellipsis);
        try
        {
            node = tree[profile.Unwrap(tree, node.Index)];
            return Placeholder(node) ?? Shape(node);
        }
        finally
        {
            if (depth <= MaxDepth) depth--;
        }
    }

    private PatternNode? Placeholder(SyntaxNode node)
    {
        if (!node.TextSpan.Contains("__ase_", StringComparison.Ordinal) && node.Kind != "variable_name") return null;
        if (Placeholders.IsEllipsis(node.TextSpan)) return new PatternNode(PatternKind.Ellipsis);
        var text = node.Text;
        if (Placeholders.RunName(text) is { } run) return new PatternNode(PatternKind.MetavariableEllipsis) { Slot = Slot(run) };
        // in a PHP string `$X` is left as it is
        if (node.Kind == "variable_name" && Metavariable().IsMatch(text) && !IsReserved(text)) return new PatternNode(PatternKind.Metavariable) { Slot = Slot(text) };
        if (Placeholders.MetavariableName(text) is { } name) return new PatternNode(PatternKind.Metavariable) { Slot = Slot(name) };
        if (Placeholders.TypedIndex(text) is var index and >= 0)
        {
            var typed = parsed.Text.Typed[index];
            return new PatternNode(PatternKind.Typed) { Slot = Slot(typed.Name), Text = typed.Type };
        }
        if (GrammarProfile.Has(profile.Calls, node.KindId) && CalledName(node) == Placeholders.Deep) return Wrap(PatternKind.Deep, Build(Arguments(node).NamedChild(0)));
        return Chain(node);
    }

    // `x.__ase_c` alone, or `x.__ase_c()` where the grammar makes one node of object, name and arguments
    private PatternNode? Chain(SyntaxNode node)
    {
        var step = profile.ChainStep(tree, node.Index);
        if (step < 0) return null;
        foreach (var child in node.NamedChildren)
        {
            if (child.Index != step && child.TextSpan is Placeholders.Chain && GrammarProfile.Has(profile.Names, child.KindId)) return Wrap(PatternKind.Chain, Build(tree[step]));
        }
        return null;
    }

    private PatternNode Shape(SyntaxNode node)
    {
        if (profile.IsString(node.KindId)) return Text(node);
        if (node.Kind == "shell_command_expression") return Parts(node, profile.Kinds(node.Kind));
        if (Special(node) is { } special) return special;
        if (Tail(node) is { } tail) return tail;
        if (!profile.IsNamePlace(tree, node.Index) && DottedName(node) is { } parts)
        {
            foreach (var part in parts) Require(part);
            return new PatternNode(PatternKind.Name) { Parts = parts, Accepts = NameKinds(parts.Length), Text = string.Join('.', parts) };
        }
        if (IsLeaf(node)) return Leaf(node);
        if (GrammarProfile.Has(profile.Binary, node.KindId) && Chained(node) is { } chained) return chained;
        // `{...}` is a dictionary as well
        if (node.Kind == "set" && node.NamedChildren.ToList().TrueForAll(c => Placeholders.IsEllipsis(c.TextSpan))) return Generic(node, profile.Kinds("set", "dictionary"));
        return Generic(node, Accepts(node.Kind));
    }

    private PatternNode Generic(SyntaxNode node, bool[] accepts)
    {
        var mode = profile.ModeOf(node.Kind);
        var container = ListContainer(node);
        List<PatternNode> children = [];
        List<ushort> fields = [];
        List<ushort> tokens = [];
        foreach (var child in container.Children)
        {
            if (!parsed.Body.Contains(child.Span)) continue;
            if (!child.IsNamed && node.Kind == "modifiers")
            {
                children.Add(new PatternNode(PatternKind.Leaf) { Accepts = profile.Kinds(child.Kind) });
                continue;
            }
            if (!profile.IsSignificant(tree, child.Index))
            {
                if (!child.IsNamed && profile.Facts.Attributes.Contains(child.Kind)) tokens.Add(child.KindId);
                continue;
            }
            children.Add(mode == ChildMode.Statements || mode == ChildMode.Unordered && profile.IsBlock(node.KindId) ? Statement(child) : Build(child));
            fields.Add(profile.FieldClass(tree.FieldOf(child.Index)));
        }
        return List(PatternKind.Node, accepts, children, mode, [.. fields], [.. tokens], profile.Facts.Partial.Contains(node.Kind) || mode == ChildMode.Unordered && children.Exists(c => c.IsRun), IsCut(node), Optional(node), Keyword(node));
    }

    private static PatternNode List(PatternKind kind, bool[] accepts, List<PatternNode> children, ChildMode mode, ushort[]? fields = null, ushort[]? tokens = null, bool partial = false, bool cut = false,
        Equivalence equivalence = Equivalence.None, string? text = null) => new(kind)
        {
            Accepts = accepts,
            Children = [.. children],
            Fields = fields ?? new ushort[children.Count],
            Mode = mode,
            Tokens = tokens ?? [],
            Partial = partial || cut || mode == ChildMode.Statements && kind == PatternKind.Node && MayGoOn(children),
            HasEllipsis = children.Exists(c => c.IsRun),
            Equivalence = equivalence,
            Text = text,
        };

    // after `...` a block may go on behind what the pattern names
    private static bool MayGoOn(List<PatternNode> statements)
    {
        var dots = statements.FindLastIndex(c => c.Kind == PatternKind.Ellipsis);
        return dots >= 0 && statements.FindLastIndex(c => c.Kind == PatternKind.MetavariableEllipsis) < dots;
    }

    private static Equivalence Optional(SyntaxNode node) => node.Kind switch
    {
        "assignment_expression" or "assignment_statement" => Equivalence.Definition,
        "function_expression" or "function_declaration" or "generator_function" or "generator_function_declaration" => Equivalence.Arrow,
        "variable_declarator" when Keyword(node) is not null => Equivalence.Keyword,
        _ => Equivalence.None,
    };

    // const, let or var
    private static string? Keyword(SyntaxNode node)
    {
        if (node.Kind != "variable_declarator" || node.Parent.Kind is not ("lexical_declaration" or "variable_declaration")) return null;
        foreach (var token in node.Parent.Children) return token.Text;
        return null;
    }

    // an expression as a statement may stand anywhere in the expressions of the statement
    private PatternNode Statement(SyntaxNode node)
    {
        var built = Build(node);
        if (built.IsRun || built.Kind is PatternKind.Metavariable or PatternKind.Statement) return built;
        return StatementWrappers.Contains(node.Kind) || !profile.IsStatement(node.KindId) && !profile.IsBlock(node.KindId) ? Wrap(PatternKind.Statement, built) : built;
    }

    private bool IsExpression(SyntaxNode node)
    {
        node = tree[profile.Unwrap(tree, node.Index)];
        return profile.IsExpression(node.KindId) && !profile.IsStatement(node.KindId) && !Placeholders.IsEllipsis(node.TextSpan) && Placeholders.MetavariableName(node.Text) is null;
    }

    private static readonly HashSet<string> StatementWrappers = new(StringComparer.Ordinal)
    {
        "expression_statement", "lexical_declaration", "variable_declaration", "var_declaration", "const_declaration", "short_var_declaration",
        "assignment_statement", "import_declaration",
    };

    private bool IsReserved(string name) => PatternDialect.Find(profile.Language.Id)!.Reserved.Contains(name);

    private bool IsCut(SyntaxNode node) => parsed.Wrapper.IsPartial && node.Span.End > parsed.Body.End;

    private bool IsLeaf(SyntaxNode node)
    {
        if (GrammarProfile.Has(profile.Atoms, node.KindId)) return true;
        foreach (var child in node.Children)
        {
            if (profile.IsSignificant(tree, child.Index)) return false;
        }
        return true;
    }

    private PatternNode Leaf(SyntaxNode node)
    {
        if (node.Kind == "regex") return RegexLiteral(node);
        // an empty list or block is no token: `f()`, `{}`
        if (profile.ModeOf(node.Kind) != ChildMode.Slots) return List(PatternKind.Node, Accepts(node.Kind), [], profile.ModeOf(node.Kind), partial: profile.Facts.Partial.Contains(node.Kind));
        var isName = GrammarProfile.Has(profile.Names, node.KindId);
        if (isName) Require(node.Text);
        // a bare statement such as `return` has nothing inside
        if (profile.IsStatement(node.KindId)) return List(PatternKind.Node, Accepts(node.Kind), [], ChildMode.Slots);
        var text = node.IsNamed ? node.Text : null;
        return new PatternNode(PatternKind.Leaf)
        {
            Accepts = isName ? profile.Names : Accepts(node.Kind),
            Text = text,
            IgnoreCase = profile.Facts.IgnoreCase && isName,
        };
    }

    private static PatternNode Wrap(PatternKind kind, PatternNode inner) => new(kind) { Children = [inner], Accepts = kind == PatternKind.Statement ? inner.Accepts : [] };

    private bool[] Accepts(string kind)
    {
        List<string> kinds = [kind];
        foreach (var group in profile.Facts.Groups)
        {
            if (group.Contains(kind)) kinds.AddRange(group);
        }
        if (profile.Facts.Widens.TryGetValue(kind, out var more)) kinds.AddRange(more);
        return profile.Kinds([.. kinds]);
    }

    private bool[] NameKinds(int parts)
    {
        List<string> kinds = [.. profile.Facts.Names, "qualified_name"];
        if (parts > 1) kinds.AddRange(profile.Facts.Members.Select(m => m.Kind));
        // `require('module')`
        if (parts == 1 && language is "javascript" or "typescript" or "tsx") kinds.Add("call_expression");
        return profile.Kinds([.. kinds]);
    }

    // `module.$F`, which may be written `f` after an import
    private PatternNode? Tail(SyntaxNode node)
    {
        if (!profile.TryMember(tree, node.Index, out var target, out var name) || Placeholders.MetavariableName(tree[name].Text) is not { } metavariable) return null;
        if (DottedName(tree[target]) is not { } parts) return null;
        foreach (var part in parts) Require(part);
        return new PatternNode(PatternKind.Name) { Parts = parts, Accepts = NameKinds(parts.Length + 1), HasTail = true, Slot = Slot(metavariable) };
    }

    private string[]? DottedName(SyntaxNode node)
    {
        List<string> parts = [];
        while (true)
        {
            node = tree[profile.Unwrap(tree, node.Index)];
            if (node.Kind == "qualified_name")
            {
                parts.AddRange(node.Text.Split('\\', StringSplitOptions.RemoveEmptyEntries).Reverse());
                break;
            }
            if (profile.TryMember(tree, node.Index, out var target, out var name))
            {
                if (tree[name].TextSpan.Contains("__ase_", StringComparison.Ordinal) || !GrammarProfile.Has(profile.Names, tree.KindOf(name))) return null;
                parts.Add(tree[name].Text);
                node = tree[target];
                continue;
            }
            if (!GrammarProfile.Has(profile.Names, node.KindId) || node.TextSpan.Contains("__ase_", StringComparison.Ordinal)) return null;
            parts.Add(node.Text);
            break;
        }
        parts.Reverse();
        return [.. parts];
    }

    private static SyntaxNode ListContainer(SyntaxNode node)
    {
        foreach (var child in node.NamedChildren)
        {
            if (child.Kind == "statement_list") return child;
            break;
        }
        return node;
    }

    private int Slot(string name)
    {
        if (name == "$_") return -1;
        var slot = metavariables.IndexOf(name);
        if (slot >= 0) return slot;
        metavariables.Add(name);
        return metavariables.Count - 1;
    }

    private void Require(string name)
    {
        if (alternatives == 0 && name.Length > 1 && !name.StartsWith("__ase_", StringComparison.OrdinalIgnoreCase)) literals.Add(name);
    }
}
