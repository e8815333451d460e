using Ase.Code.Trees;

namespace Ase.Taint.Patterns.Syntax;

// Shapes that a grammar writes in more than one way.
internal sealed partial class PatternBuilder
{
    private int alternatives;

    private PatternNode? Special(SyntaxNode node) => node.Kind switch
    {
        "import_statement" or "import_from_statement" when language is "python" => PythonImport(node),
        "lexical_declaration" or "variable_declaration" or "var_declaration" or "const_declaration" or "import_declaration" => SingleDeclarator(node),
        "function_declaration" or "generator_function_declaration" or "function_expression" when language is "javascript" or "typescript" or "tsx" => ScriptFunction(node),
        "method_invocation" or "function_call_expression" or "object_creation_expression" => CallOfMetavariable(node),
        "method_declaration" when language is "php" => PublicMethod(node),
        "optional_chain" => null,
        _ => null,
    };

    // `const x = E` matches the declarator wherever it stands
    private PatternNode? SingleDeclarator(SyntaxNode node)
    {
        SyntaxNode only = default;
        foreach (var child in node.NamedChildren)
        {
            if (child.Kind is not ("variable_declarator" or "var_spec" or "const_spec" or "import_spec" or "import_spec_list") || !only.IsNone) return null;
            only = child;
        }
        if (only.Is("import_spec_list"))
        {
            if (only.NamedChildren.ToList().Count != 1) return null;
            only = only.NamedChild(0);
        }
        if (only.IsNone || Placeholders.IsEllipsis(only.TextSpan)) return null;
        return Generic(only, Accepts(only.Kind));
    }

    // `import a` is also `import a.b`, `import a as c`, `from a import b`: what is imported begins with the name
    private PatternNode? PythonImport(SyntaxNode node)
    {
        List<string> parts = [];
        foreach (var child in node.NamedChildren)
        {
            if (child.Kind != "dotted_name" || child.TextSpan.Contains("__ase_", StringComparison.Ordinal)) return null;
            // one name only
            if (parts.Count > 0 && (node.Kind == "import_statement" || child.FieldName != "name" || node.NamedChildren.ToList().Count != 2)) return null;
            parts.AddRange(child.Text.Split('.', StringSplitOptions.TrimEntries));
        }
        if (parts.Count == 0) return null;
        foreach (var part in parts) Require(part);
        return new PatternNode(PatternKind.Import) { Accepts = profile.Kinds("import_statement", "import_from_statement"), Parts = [.. parts] };
    }

    // a named function is also a variable, property or field that holds one
    private PatternNode? ScriptFunction(SyntaxNode node)
    {
        var name = node.Field("name");
        if (name.IsNone) return null;
        alternatives++;
        var anyName = Placeholders.IsEllipsis(name.TextSpan);
        var declared = Generic(node, profile.Kinds("function_declaration", "generator_function_declaration", "method_definition", "function_expression", "generator_function"));
        var value = WithoutName(declared, profile.Kinds("function_expression", "generator_function", "arrow_function"));
        alternatives--;
        if (name.Kind is "identifier" && !name.TextSpan.Contains("__ase_", StringComparison.Ordinal)) Require(name.Text);
        if (anyName) return Either(declared, value);
        PatternNode Holder(ushort field, ushort valueField, params string[] kinds) => new(PatternKind.Node)
        {
            Accepts = profile.Kinds(kinds),
            Children = [declared.Children[0], value],
            Fields = [field, valueField],
            Mode = ChildMode.Slots,
        };
        if (node.Kind == "function_expression") return declared;
        return Either(
            declared,
            Holder(profile.FieldClass("name"), profile.FieldClass("value"), "variable_declarator", "field_definition", "public_field_definition"),
            Holder(profile.FieldClass("key"), profile.FieldClass("value"), "pair"));
    }

    private PatternNode WithoutName(PatternNode function, bool[] accepts)
    {
        var nameField = profile.FieldClass("name");
        var kept = Enumerable.Range(0, function.Children.Length).Where(i => function.Fields[i] != nameField).ToList();
        return new PatternNode(PatternKind.Node)
        {
            Accepts = accepts,
            Children = [.. kept.Select(i => function.Children[i])],
            Fields = [.. kept.Select(i => function.Fields[i])],
            Mode = function.Mode,
            Tokens = function.Tokens,
            Partial = function.Partial,
            Equivalence = Equivalence.Arrow,
        };
    }

    // `$F(...)` calls methods as well, $F is then `object.name`; and in PHP `include(...)`, $F is then the keyword
    private PatternNode? CallOfMetavariable(SyntaxNode node)
    {
        var callee = node.Field(node.Kind == "method_invocation" ? "name" : "function");
        if (callee.IsNone || !node.Field("object").IsNone || Placeholders.MetavariableName(callee.Text) is null) return null;
        var plain = Generic(node, Accepts(node.Kind));
        var keyword = node.Kind == "function_call_expression" ? profile.Kinds("include_expression", "include_once_expression", "require_expression", "require_once_expression") : [];
        var methods = profile.Kinds("member_call_expression", "nullsafe_member_call_expression", "scoped_call_expression", "method_invocation");
        return Either(plain, new PatternNode(PatternKind.Node)
        {
            Accepts = methods,
            Children = [new PatternNode(PatternKind.Metavariable) { Slot = plain.Children[0].Slot, Text = "callee" }, plain.Children[^1]],
            Fields = [0, plain.Fields[^1]],
            Mode = ChildMode.Slots,
            Text = "callee",
        }, new PatternNode(PatternKind.Node)
        {
            Accepts = keyword,
            Children = [new PatternNode(PatternKind.Metavariable) { Slot = plain.Children[0].Slot, Text = "keyword" }, .. plain.Children[^1].Children],
            Mode = ChildMode.Sequence,
            HasEllipsis = plain.Children[^1].HasEllipsis,
        });
    }

    // `$a->b` is also the callee of `$a->b()`
    private PatternNode WithCallees(PatternNode access) => Either(access, new PatternNode(PatternKind.Node)
    {
        Accepts = profile.Kinds("member_call_expression", "nullsafe_member_call_expression"),
        Children = access.Children,
        Fields = access.Fields,
        Mode = access.Mode,
        Partial = true,
        IsCallee = true,
    });

    // a method is public unless it says otherwise
    private PatternNode? PublicMethod(SyntaxNode node)
    {
        if (!node.NamedChildren.ToList().Exists(c => c.Kind == "visibility_modifier" && c.TextSpan is "public")) return null;
        var plain = Generic(node, Accepts(node.Kind));
        var modifiers = profile.Kinds("visibility_modifier");
        var kept = Enumerable.Range(0, plain.Children.Length).Where(i => !ReferenceEquals(plain.Children[i].Accepts, modifiers)).ToList();
        return Either(plain, new PatternNode(PatternKind.Node)
        {
            Accepts = plain.Accepts,
            Children = [.. kept.Select(i => plain.Children[i])],
            Fields = [.. kept.Select(i => plain.Fields[i])],
            Mode = plain.Mode,
            Partial = plain.Partial,
            Forbids = modifiers,
        });
    }

    private static PatternNode Either(params PatternNode[] shapes)
    {
        var accepts = new bool[shapes.Max(s => s.Accepts.Length)];
        foreach (var shape in shapes)
        {
            for (var i = 0; i < shape.Accepts.Length; i++) accepts[i] |= shape.Accepts[i];
        }
        return new PatternNode(PatternKind.Either) { Children = shapes, Accepts = accepts };
    }

    // operand by operand, so that `$A && ...` matches whatever way the chain nests
    private PatternNode? Chained(SyntaxNode node)
    {
        var sign = node.Field("operator").Text;
        var associative = profile.Facts.AssociativeOperators.Contains(sign);
        if (!associative && sign != "+") return null;
        List<SyntaxNode> operands = [];
        for (var current = node; ; current = tree[profile.Unwrap(tree, current.Field("left").Index)])
        {
            if (current.Kind != node.Kind || current.Field("operator").Text != sign)
            {
                operands.Add(current);
                break;
            }
            operands.Add(current.Field("right"));
        }
        operands.Reverse();
        if (!associative && !operands.Exists(o => Placeholders.IsEllipsis(o.TextSpan) || Placeholders.RunName(o.Text) is not null)) return null;
        var children = operands.ConvertAll(Build);
        var commutative = associative && sign != ".";
        return List(PatternKind.Chained, profile.Kinds(node.Kind), children, ChildMode.Sequence, tokens: [node.Field("operator").KindId], partial: commutative);
    }

    private static string? CalledName(SyntaxNode call)
    {
        var name = call.Field("function") is { IsNone: false } f ? f : call.Field("name");
        return name.IsNone ? null : name.Text;
    }

    private static SyntaxNode Arguments(SyntaxNode call)
    {
        var arguments = call.Field("arguments");
        return arguments.NamedChild(0) is var first && first.Is("argument") ? first : arguments;
    }
}
