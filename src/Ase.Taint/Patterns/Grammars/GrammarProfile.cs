using System.Collections.Concurrent;
using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;
using Ase.Taint.Patterns.Syntax;

namespace Ase.Taint.Patterns.Grammars;

/// <summary><see cref="GrammarFacts"/> by kind and field id. One per grammar, shared.</summary>
internal sealed class GrammarProfile
{
    private static readonly ConcurrentDictionary<LanguageId, GrammarProfile?> Profiles = new();

    // equal tables are one object, so that what is cached for one serves all patterns
    private readonly ConcurrentDictionary<string, bool[]> tables = new(StringComparer.Ordinal);
    private readonly bool[] statements;
    private readonly bool[] blocks;
    private readonly bool[] expressions;
    private readonly bool[] transparent;
    private readonly bool[] names;
    private readonly bool[] strings;
    private readonly bool[] functions;
    private readonly bool[] tokens;
    private readonly bool[] quotes;
    private readonly bool[] optionalKinds;
    private readonly bool[] optionalFields;
    private readonly bool[]?[] optionalSlots;
    private readonly bool[] nameFields;
    private readonly bool[] nameParents;
    private readonly bool[]?[] nameSlots;
    private readonly (bool Is, ushort Object, ushort Name)[] members;
    private readonly int[] chainSteps;
    private readonly int[] parameters;
    private readonly ushort[] fieldClasses;
    private readonly ushort equals;
    private readonly ushort colonEquals;
    private readonly ushort operatorField;
    private readonly ushort operatorsField;

    private GrammarProfile(Language language, GrammarFacts facts)
    {
        Language = language;
        Facts = facts;
        Grammar = language.Grammar;
        var count = Grammar.KindCount;
        transparent = Kinds(facts.Transparent);
        blocks = Kinds(facts.Blocks);
        names = Kinds(facts.Names);
        // a command in backticks is no string
        strings = Kinds([.. language.Syntax.Strings.Where(k => k != "shell_command_expression")]);
        functions = Kinds([.. language.Syntax.Functions]);
        tokens = Kinds(facts.Tokens);
        quotes = Kinds("string_start", "string_end", "heredoc_start", "heredoc_end");
        StringText = Kinds(facts.StringText);
        StringCode = Kinds(facts.StringCode);
        Keywords = Kinds(facts.Keywords);
        Binary = Kinds(facts.Binary);
        Atoms = Kinds(facts.Atoms);
        Calls = Kinds([.. language.Syntax.Calls]);
        statements = [.. Kinds(facts.Statements)];
        expressions = [.. Kinds(facts.Expressions)];
        for (ushort kind = 0; kind < count; kind++)
        {
            var name = Grammar.NameOf(kind);
            if (name.EndsWith("_statement", StringComparison.Ordinal) || name.EndsWith("_declaration", StringComparison.Ordinal)) statements[kind] = !blocks[kind];
            if (name.EndsWith("_expression", StringComparison.Ordinal) || name.EndsWith("_literal", StringComparison.Ordinal)) expressions[kind] = !transparent[kind];
        }
        fieldClasses = FieldClasses();
        (optionalKinds, optionalFields, optionalSlots) = Places(facts.Optional);
        (_, nameFields, nameSlots) = Places(facts.NameFields);
        nameParents = Kinds(facts.NameParents);
        members = new (bool, ushort, ushort)[count];
        foreach (var (kind, o, n) in facts.Members)
        {
            if (Grammar.KindOf(kind) is { } id) members[id] = (true, Grammar.FieldOf(o) ?? 0, Grammar.FieldOf(n) ?? 0);
        }
        chainSteps = Steps(facts.ChainSteps);
        parameters = Steps(facts.Parameters);
        equals = Grammar.KindOf("=") ?? ushort.MaxValue;
        colonEquals = Grammar.KindOf(":=") ?? ushort.MaxValue;
        StatementList = Grammar.KindOf("statement_list") ?? ushort.MaxValue;
        Modifiers = Grammar.KindOf("modifiers") ?? ushort.MaxValue;
        QualifiedName = Grammar.KindOf("qualified_name") ?? ushort.MaxValue;
        ExpressionStatement = Grammar.KindOf("expression_statement") ?? ushort.MaxValue;
        ArrowFunction = Grammar.KindOf("arrow_function") ?? ushort.MaxValue;
        Definitions = Kinds("variable_declarator", "field_definition", "public_field_definition", "property_element", "static_variable_declaration", "var_spec", "const_spec");
        ValueStatements = Kinds(
            "expression_statement", "return_statement", "lexical_declaration", "variable_declaration", "field_definition", "public_field_definition",
            "local_variable_declaration", "field_declaration", "resource", "var_declaration", "const_declaration", "short_var_declaration", "assignment_statement",
            "inc_statement", "dec_statement", "go_statement", "defer_statement", "send_statement", "echo_statement", "property_declaration");
        Shorthand = Kinds("shorthand_property_identifier", "shorthand_property_identifier_pattern");
        operatorField = Grammar.FieldOf("operator") ?? 0;
        operatorsField = Grammar.FieldOf("operators") ?? 0;
        Any = new bool[count];
        Array.Fill(Any, true);
    }

    public Language Language { get; }
    public GrammarFacts Facts { get; }
    public Grammar Grammar { get; }
    public bool[] StringText { get; }
    public bool[] StringCode { get; }
    public bool[] Keywords { get; }
    public bool[] Binary { get; }
    public bool[] Atoms { get; }
    public bool[] Calls { get; }
    public bool[] Names => names;
    public bool[] Strings => strings;
    public bool[] Expressions => expressions;
    public bool[] Any { get; }
    public bool[] Shorthand { get; }
    public bool[] Definitions { get; }

    /// <summary>Statements that compute a value and hold no other statement.</summary>
    public bool[] ValueStatements { get; }

    public ushort ArrowFunction { get; }
    public ushort StatementList { get; }
    public ushort Modifiers { get; }
    public ushort QualifiedName { get; }
    public ushort ExpressionStatement { get; }

    /// <summary>The profile of a grammar, or null for a language that has no patterns.</summary>
    public static GrammarProfile? Find(LanguageId id) =>
        Profiles.GetOrAdd(id, static i => GrammarTable.Find(i) is { } facts ? new GrammarProfile(LanguageRegistry.Get(i), facts) : null);

    public bool IsStatement(ushort kind) => Has(statements, kind);
    public bool IsBlock(ushort kind) => Has(blocks, kind);
    public bool IsExpression(ushort kind) => Has(expressions, kind);
    public bool IsTransparent(ushort kind) => Has(transparent, kind);
    public bool IsName(ushort kind) => Has(names, kind);
    public bool IsString(ushort kind) => Has(strings, kind);
    public bool IsFunction(ushort kind) => Has(functions, kind);

    /// <summary>True for a kind in a table of this profile; error nodes are in none.</summary>
    public static bool Has(bool[] table, ushort kind) => kind < table.Length && table[kind];

    /// <summary>The class of a field: fields that are compared as one have one class.</summary>
    public ushort FieldClass(ushort field) => fieldClasses[field];

    /// <summary>The class of a field by its name; 0 when the grammar has none.</summary>
    public ushort FieldClass(string field) => Grammar.FieldOf(field) is { } id ? fieldClasses[id] : (ushort)0;

    /// <summary>True for a child that takes part in comparisons: named, no comment, or an operator.</summary>
    public bool IsSignificant(SyntaxTree tree, int node)
    {
        var flags = tree.FlagsOf(node);
        if ((flags & NodeFlags.Extra) != 0) return false;
        var kind = tree.KindOf(node);
        if ((flags & NodeFlags.Named) != 0) return !Has(quotes, kind);
        if (Has(tokens, kind)) return true;
        var field = tree.FieldOf(node);
        return field != 0 && (field == operatorField || field == operatorsField) && !IsAssignmentToken(tree, node);
    }

    /// <summary>True when a pattern may leave this child out.</summary>
    public bool IsOptional(SyntaxTree tree, int parent, int child)
    {
        if (Has(optionalKinds, tree.KindOf(child))) return true;
        var field = tree.FieldOf(child);
        if (optionalFields[field]) return true;
        var kind = tree.KindOf(parent);
        return kind < optionalSlots.Length && optionalSlots[kind] is { } slots && slots[field];
    }

    /// <summary>True when the node is a mere name: a property, a keyword, the name of a definition.</summary>
    public bool IsNamePlace(SyntaxTree tree, int node)
    {
        var field = tree.FieldOf(node);
        var parent = tree.ParentOf(node);
        if (field == 0) return parent >= 0 && Has(nameParents, tree.KindOf(parent));
        if (nameFields[field]) return true;
        return parent >= 0 && tree.KindOf(parent) is var kind && kind < nameSlots.Length && nameSlots[kind] is { } slots && slots[field];
    }

    /// <summary>The object and name of a member access.</summary>
    public bool TryMember(SyntaxTree tree, int node, out int target, out int name)
    {
        (target, name) = (-1, -1);
        var kind = tree.KindOf(node);
        if (!IsMember(kind)) return false;
        var (_, o, n) = members[kind];
        for (int child = node + 1, last = tree.LastOf(node); child < last; child = tree.LastOf(child))
        {
            if ((tree.FlagsOf(child) & (NodeFlags.Named | NodeFlags.Extra)) != NodeFlags.Named) continue;
            var field = tree.FieldOf(child);
            if (field == o && target < 0) target = child;
            else if (field == n) name = child;
        }
        return target >= 0 && name >= 0;
    }

    public bool IsMember(ushort kind) => kind < members.Length && members[kind].Is;

    /// <summary>What a call, access or index stands on, or -1.</summary>
    public int ChainStep(SyntaxTree tree, int node) => Step(chainSteps, tree, node);

    /// <summary>The name of a parameter that carries a type or default as well, or -1.</summary>
    public int ParameterName(SyntaxTree tree, int node) => Step(parameters, tree, node);

    /// <summary>Skips wrapping.</summary>
    public int Unwrap(SyntaxTree tree, int node)
    {
        while (IsTransparent(tree.KindOf(node)))
        {
            var only = -1;
            for (int child = node + 1, last = tree.LastOf(node); child < last; child = tree.LastOf(child))
            {
                if (!IsSignificant(tree, child)) continue;
                if (only >= 0) return node;
                only = child;
            }
            if (only < 0) return node;
            node = only;
        }
        return node;
    }

    /// <summary>The first child at or after <paramref name="position"/> that takes part in comparisons, or <paramref name="end"/>.</summary>
    public int NextSignificant(SyntaxTree tree, int position, int end)
    {
        while (position < end && !IsSignificant(tree, position)) position = tree.LastOf(position);
        return position;
    }

    /// <summary>The table of kinds by name; names that the grammar lacks are left out.</summary>
    public bool[] Kinds(params string[] kinds) => tables.GetOrAdd(string.Join(' ', kinds.Order(StringComparer.Ordinal)), static (_, state) =>
    {
        var table = new bool[state.Grammar.KindCount];
        foreach (var kind in state.kinds)
        {
            if (state.Grammar.KindOf(kind) is { } id) table[id] = true;
        }
        return table;
    }, (Grammar, kinds));

    /// <summary>The content of a string literal without interpolation (the text between its quotes, as written).</summary>
    public bool TryStringContent(SyntaxTree tree, int node, out TextSpan content)
    {
        content = default;
        if (!IsString(tree.KindOf(node))) return false;
        var (start, end) = (-1, -1);
        for (int child = node + 1, last = tree.LastOf(node); child < last; child = tree.LastOf(child))
        {
            var kind = tree.KindOf(child);
            if (Has(StringText, kind))
            {
                if (start < 0) start = tree.StartOf(child);
                end = tree.EndOf(child);
            }
            else if ((tree.FlagsOf(child) & NodeFlags.Named) != 0 && Grammar.NameOf(kind) is not ("string_start" or "string_end" or "heredoc_start" or "heredoc_end"))
            {
                // PHP keeps the text of here-documents in a body of its own
                if (Grammar.NameOf(kind) is not ("heredoc_body" or "nowdoc_body")) return false;
                if (!BodyContent(tree, child, ref start, ref end)) return false;
            }
        }
        var text = tree.Source.Text;
        if (start < 0)
        {
            // no text at all: whatever lies between the quotes is empty
            start = end = tree.EndOf(node) - 1;
            if (tree.EndOf(node) - tree.StartOf(node) < 2) return false;
        }
        else
        {
            // blank text at the edges may belong to no child
            while (start > tree.StartOf(node) && char.IsWhiteSpace(text[start - 1])) start--;
            while (end < tree.EndOf(node) && char.IsWhiteSpace(text[end])) end++;
        }
        content = new TextSpan(start, Math.Max(start, end));
        return true;
    }

    private bool BodyContent(SyntaxTree tree, int body, ref int start, ref int end)
    {
        for (int child = body + 1, last = tree.LastOf(body); child < last; child = tree.LastOf(child))
        {
            if (!Has(StringText, tree.KindOf(child))) return false;
            if (start < 0) start = tree.StartOf(child);
            end = tree.EndOf(child);
        }
        return true;
    }

    /// <summary>How the children of a kind are compared.</summary>
    public ChildMode ModeOf(string kind)
    {
        if (Facts.Unordered.Contains(kind)) return ChildMode.Unordered;
        if (Facts.Blocks.Contains(kind)) return ChildMode.Statements;
        return Facts.Lists.Contains(kind) ? ChildMode.Sequence : ChildMode.Slots;
    }

    private bool IsAssignmentToken(SyntaxTree tree, int node) => tree.KindOf(node) is var kind && (kind == equals || kind == colonEquals);

    private static int Step(int[] table, SyntaxTree tree, int node)
    {
        var kind = tree.KindOf(node);
        if (kind >= table.Length || table[kind] == 0) return -1;
        var field = table[kind] - 1;
        for (int child = node + 1, last = tree.LastOf(node); child < last; child = tree.LastOf(child))
        {
            if (field > 0 ? tree.FieldOf(child) == field : (tree.FlagsOf(child) & (NodeFlags.Named | NodeFlags.Extra)) == NodeFlags.Named) return child;
        }
        return -1;
    }

    private int[] Steps((string Kind, string Field)[] steps)
    {
        var table = new int[Grammar.KindCount];
        foreach (var (kind, field) in steps)
        {
            if (Grammar.KindOf(kind) is { } id) table[id] = 1 + (Grammar.FieldOf(field) ?? 0);
        }
        return table;
    }

    private ushort[] FieldClasses()
    {
        var classes = Enumerable.Range(0, 256).Select(i => (ushort)i).ToArray();
        foreach (var pair in Facts.SameFields)
        {
            var (a, b) = (pair[..pair.IndexOf('=')], pair[(pair.IndexOf('=') + 1)..]);
            if (Grammar.FieldOf(a) is { } x && Grammar.FieldOf(b) is { } y) classes[y] = classes[x];
        }
        return classes;
    }

    private (bool[] Kinds, bool[] Fields, bool[]?[] Slots) Places(string[] places)
    {
        var fields = new bool[256];
        var slots = new bool[]?[Grammar.KindCount];
        foreach (var place in places)
        {
            var dot = place.IndexOf('.');
            if (dot < 0 || Grammar.FieldOf(place[(dot + 1)..]) is not { } field) continue;
            if (dot == 0) fields[field] = true;
            else if (Grammar.KindOf(place[..dot]) is { } kind) (slots[kind] ??= new bool[256])[field] = true;
        }
        return (Kinds([.. places.Where(p => !p.Contains('.'))]), fields, slots);
    }
}
