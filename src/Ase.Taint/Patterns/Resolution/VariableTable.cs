using Ase.Code.Trees;
using Ase.Taint.Patterns.Grammars;

namespace Ase.Taint.Patterns.Resolution;

/// <summary>
/// The variables of a file as far as patterns ask for them: the constant that one holds (assigned once in its scope, with a literal) and
/// its declared type. Scopes are functions and the file.
/// </summary>
internal sealed partial class VariableTable
{
    private const int FileScope = -1;
    private readonly Dictionary<(int Scope, string Name), Entry> variables = [];

    private HashSet<string>? constants;

    private sealed class Entry
    {
        public int Assignments;
        public int Value = -1;
        public int Expression = -1;
        public int Type = -1;
        public bool Declared;
        public List<Store> Stores = [];
    }

    /// <summary>Reads the declarations and assignments of a file.</summary>
    public static VariableTable Read(SyntaxTree tree)
    {
        var table = new VariableTable();
        if (GrammarProfile.Find(tree.Language.Id) is not { } profile) return table;
        var declaresByAssignment = tree.Language.Name is "python" or "php";
        var scopes = new Stack<int>();
        List<(int Scope, int Name, int Value, int Node)> assignments = [];
        for (var i = 0; i < tree.Count; i++)
        {
            while (scopes.Count > 0 && i >= tree.LastOf(scopes.Peek())) scopes.Pop();
            var kind = tree.KindOf(i);
            var scope = scopes.Count > 0 ? scopes.Peek() : FileScope;
            if (profile.IsFunction(kind) && tree.LastOf(i) > i + 1) scopes.Push(i);
            var node = tree[i];
            switch (node.Kind)
            {
                case "variable_declarator":
                    table.Declare(tree, profile, scope, node.Field("name"), node.Field("value"), DeclaredType(node));
                    break;
                case "var_spec" or "const_spec":
                    table.Declare(tree, profile, scope, node.Field("name"), node.Field("value"), node.Field("type"));
                    break;
                case "short_var_declaration":
                    table.Declare(tree, profile, scope, node.Field("left"), node.Field("right"), default);
                    break;
                case "const_element":
                    table.Declare(tree, profile, FileScope, node.NamedChild(0), node.NamedChild(1), default);
                    break;
                case "formal_parameter" or "simple_parameter" or "required_parameter" or "optional_parameter" or "catch_formal_parameter" or "resource" or "enhanced_for_statement":
                    table.Parameter(tree, profile, scope, node.Field(node.Field("name").IsNone ? "pattern" : "name"), node.Field("type"));
                    break;
                case "parameter_declaration" or "variadic_parameter_declaration":
                    foreach (var child in node.NamedChildren)
                    {
                        if (child.FieldName == "name") table.Parameter(tree, profile, scope, child, node.Field("type"));
                    }
                    break;
                case "default_parameter" or "typed_default_parameter":
                    table.Parameter(tree, profile, scope, node.Field("name"), node.Field("type"));
                    break;
                case "typed_parameter":
                    table.Parameter(tree, profile, scope, node.NamedChild(0), node.Field("type"));
                    break;
                case "identifier" when node.Parent is { IsNone: false, Kind: "formal_parameters" or "parameters" or "lambda_parameters" }:
                    table.Parameter(tree, profile, scope, node, default);
                    break;
                case "assignment_expression" or "assignment" or "assignment_statement":
                    var isPlain = node.Field("operator") is var sign && (sign.IsNone || sign.TextSpan is "=");
                    assignments.Add((scope, profile.Unwrap(tree, node.Field("left") is { IsNone: false } l ? l.Index : i), isPlain && !node.Field("right").IsNone ? node.Field("right").Index : -1, i));
                    break;
                case "augmented_assignment_expression" or "augmented_assignment" or "update_expression" or "for_in_statement" or "for_statement" or "foreach_statement" or "range_clause" or "for_in_clause":
                    foreach (var child in node.NamedChildren)
                    {
                        if (profile.IsBlock(child.KindId) || child.FieldName is "body" or "right") continue;
                        assignments.Add((scope, profile.Unwrap(tree, child.Index), -1, i));
                        if (node.Kind is not ("foreach_statement" or "for_statement")) break;
                    }
                    break;
            }
        }
        foreach (var (scope, name, value, node) in assignments) table.Assign(tree, profile, scope, name, value, node, declaresByAssignment);
        return table;
    }

    /// <summary>The literal that a name certainly holds, or -1.</summary>
    public int ConstantOf(SyntaxTree tree, GrammarProfile profile, int node)
    {
        if (!IsVariable(profile, tree, node) || profile.IsNamePlace(tree, node)) return -1;
        constants ??= variables.Where(v => v.Value is { Assignments: 1, Value: >= 0 } || v.Value.Stores.Exists(s => s.Value >= 0)).Select(v => v.Key.Name).ToHashSet(StringComparer.Ordinal);
        if (!constants.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tree[node].TextSpan)) return -1;
        var entry = Lookup(tree, profile, node);
        if (entry is null) return -1;
        return entry is { Assignments: 1, Value: >= 0 } ? entry.Value : Reaching(tree, profile, entry, node);
    }

    /// <summary>The one expression that a variable is ever assigned, if that stands before; or -1.</summary>
    public int ValueOf(SyntaxTree tree, GrammarProfile profile, int node)
    {
        if (!IsVariable(profile, tree, node) || profile.IsNamePlace(tree, node)) return -1;
        return Lookup(tree, profile, node) is { Assignments: 1, Expression: >= 0 } entry && tree.EndOf(entry.Expression) <= tree.StartOf(node) ? entry.Expression : -1;
    }

    /// <summary>True when an expression is of the type: by declaration, construction, cast or literal.</summary>
    public bool HasType(SyntaxTree tree, GrammarProfile profile, ImportTable imports, int node, string type)
    {
        if (profile.IsString(tree.KindOf(node))) return type is "String" or "string" or "str" or "java.lang.String";
        var expression = tree[node];
        if (type is "bool" or "boolean" && IsTruth(expression)) return true;
        if (type is "int" && expression.Kind is "integer" or "int_literal" or "decimal_integer_literal" || type is "float" && expression.Kind is "float" or "float_literal") return true;
        var declared = expression.Kind switch
        {
            "object_creation_expression" or "cast_expression" or "composite_literal" or "array_creation_expression" => expression.Field("type"),
            "unary_expression" when expression.Field("operand") is var literal && literal.Is("composite_literal") => literal.Field("type"),
            "new_expression" => expression.Field("constructor"),
            "field_access" when expression.Field("object").Is("this") => TypeOf(Find(FileScope, expression.Field("field").Text), tree),
            _ => IsVariable(profile, tree, node) ? TypeOf(Lookup(tree, profile, node), tree) : default,
        };
        return !declared.IsNone && TypeNames.Same(declared, type, imports);
    }

    // comparisons and the like, whatever they compare
    private static bool IsTruth(SyntaxNode expression) => expression.Kind switch
    {
        "true" or "false" or "comparison_operator" or "not_operator" => true,
        "unary_expression" => expression.Field("operator").Text is "!",
        "binary_expression" => expression.Field("operator").Text is "==" or "!=" or "<" or "<=" or ">" or ">=" or "===" or "!==" or "&&" or "||",
        _ => false,
    };

    /// <summary>False for two variables of one name that different functions declare.</summary>
    public bool MayBeSame(SyntaxTree tree, GrammarProfile profile, int a, int b)
    {
        if (!IsVariable(profile, tree, a) || !IsVariable(profile, tree, b) || profile.IsNamePlace(tree, a) || profile.IsNamePlace(tree, b)) return true;
        return ScopeOf(tree, profile, a) == ScopeOf(tree, profile, b);
    }

    private int ScopeOf(SyntaxTree tree, GrammarProfile profile, int node)
    {
        var name = tree[node].Text;
        for (var scope = tree.ParentOf(node); scope >= 0; scope = tree.ParentOf(scope))
        {
            if (profile.IsFunction(tree.KindOf(scope)) && Find(scope, name) is { Declared: true }) return scope;
        }
        return FileScope;
    }

    private static SyntaxNode TypeOf(Entry? entry, SyntaxTree tree) => entry is { Type: >= 0 } ? tree[entry.Type] : default;

    private Entry? Lookup(SyntaxTree tree, GrammarProfile profile, int node)
    {
        var name = tree[node].Text;
        for (var scope = tree.ParentOf(node); scope >= 0; scope = tree.ParentOf(scope))
        {
            if (profile.IsFunction(tree.KindOf(scope)) && Find(scope, name) is { } own) return own;
        }
        return Find(FileScope, name);
    }

    private Entry? Find(int scope, string name) => variables.GetValueOrDefault((scope, name));

    private static bool IsVariable(GrammarProfile profile, SyntaxTree tree, int node) =>
        profile.IsName(tree.KindOf(node)) || tree.Language.Grammar.NameOf(tree.KindOf(node)) == "variable_name";

    // Java writes the type beside the declarators, TypeScript behind the name; both may leave it to the value
    private static SyntaxNode DeclaredType(SyntaxNode declarator)
    {
        var type = declarator.Field("type");
        if (type.IsNone && declarator.Parent is { IsNone: false } parent) type = parent.Field("type");
        if ((type.IsNone || type.TextSpan is "var") && declarator.Field("value") is { IsNone: false } value) return value.Field(value.Is("new_expression") ? "constructor" : "type");
        return type;
    }

    private void Declare(SyntaxTree tree, GrammarProfile profile, int scope, SyntaxNode name, SyntaxNode value, SyntaxNode type)
    {
        if (name.IsNone) return;
        var target = profile.Unwrap(tree, name.Index);
        if (!IsVariable(profile, tree, target) && tree[target].Kind != "name")
        {
            foreach (var part in tree[target].NamedChildren)
            {
                if (!IsVariable(profile, tree, part.Index)) continue;
                var other = Get(scope, part.Text);
                other.Assignments += 2;
                other.Stores.Add(new Store(part.Index, -1, -1));
            }
            return;
        }
        var entry = Get(scope, tree[target].Text);
        entry.Declared = true;
        if (!value.IsNone)
        {
            Value(tree, profile, entry, value.Index, name.Index, DeclarationOf(tree, profile, name.Index));
            if (type.IsNone) type = ConstructedType(tree[profile.Unwrap(tree, value.Index)]);
        }
        if (!type.IsNone && entry.Type < 0) entry.Type = type.Index;
    }

    private static SyntaxNode ConstructedType(SyntaxNode value) => value.Kind switch
    {
        "composite_literal" => value.Field("type"),
        "unary_expression" when value.Field("operand") is var literal && literal.Is("composite_literal") => literal.Field("type"),
        _ => default,
    };

    private void Parameter(SyntaxTree tree, GrammarProfile profile, int scope, SyntaxNode name, SyntaxNode type)
    {
        if (name.IsNone || !IsVariable(profile, tree, name.Index)) return;
        var entry = Get(scope, name.Text);
        entry.Declared = true;
        entry.Assignments += 2;
        entry.Stores.Add(new Store(name.Index, -1, -1));
        if (!type.IsNone) entry.Type = type.Index;
    }

    private void Assign(SyntaxTree tree, GrammarProfile profile, int scope, int target, int value, int node, bool declares)
    {
        if (!IsVariable(profile, tree, target))
        {
            AssignParts(tree, profile, scope, target, node, declares);
            return;
        }
        var name = tree[target].Text;
        if (!declares)
        {
            // to the variable of the nearest scope that declares it
            for (var outer = scope; outer != FileScope; outer = EnclosingFunction(tree, profile, outer))
            {
                if (Find(outer, name) is { Declared: true }) break;
                scope = EnclosingFunction(tree, profile, outer);
            }
        }
        var entry = Get(scope, name);
        entry.Declared |= declares;
        Value(tree, profile, entry, value, target, node);
    }

    private static int EnclosingFunction(SyntaxTree tree, GrammarProfile profile, int node)
    {
        for (var parent = tree.ParentOf(node); parent >= 0; parent = tree.ParentOf(parent))
        {
            if (profile.IsFunction(tree.KindOf(parent))) return parent;
        }
        return FileScope;
    }

    private static void Value(SyntaxTree tree, GrammarProfile profile, Entry entry, int value, int target, int node)
    {
        entry.Assignments++;
        if (value < 0)
        {
            entry.Assignments++;
            entry.Stores.Add(new Store(target, node, -1));
            return;
        }
        value = profile.Unwrap(tree, value);
        entry.Expression = value;
        var isLiteral = IsLiteral(tree, profile, value);
        if (isLiteral) entry.Value = value;
        entry.Stores.Add(new Store(target, node, isLiteral ? value : -1));
    }

    private static bool IsLiteral(SyntaxTree tree, GrammarProfile profile, int node)
    {
        if (profile.IsString(tree.KindOf(node))) return true;
        var kind = tree[node].Kind;
        return kind is "number" or "integer" or "float" or "true" or "false" or "null" or "none" or "nil" or "boolean" or "regex"
            or "binary_expression" or "binary_operator" or "concatenated_string" || kind.EndsWith("_literal", StringComparison.Ordinal) && kind != "composite_literal";
    }

    private Entry Get(int scope, string name)
    {
        if (!variables.TryGetValue((scope, name), out var entry)) variables[(scope, name)] = entry = new Entry();
        return entry;
    }
}
