using Ase.Code.Trees;

namespace Ase.Code.Symbols;

/// <summary>PHP. Variables live in functions; functions, classes, constants and members are looked up by name in the file.</summary>
internal sealed class PhpBinder(SyntaxTree tree, SymbolBuilder symbols) : Binder(tree, symbols)
{
    private HashSet<string>? classes;

    protected override void Visit(int node, string kind)
    {
        switch (kind)
        {
            case "function_definition":
                Symbols.Define(Lower(Field(node, "name")), DefinitionKind.Function, Field(node, "name"), space: NameSpace.Function);
                Symbols.Open(ScopeKind.Function, node, isClosed: true);
                break;
            case "method_declaration":
                Symbols.Define(Lower(Field(node, "name")), DefinitionKind.Method, Field(node, "name"), space: NameSpace.Member);
                Symbols.Open(ScopeKind.Function, node, isClosed: true);
                break;
            case "anonymous_function":
                Symbols.Open(ScopeKind.Function, node, isClosed: true);
                break;
            case "arrow_function":
                Symbols.Open(ScopeKind.Function, node);
                break;
            case "class_declaration" or "interface_declaration" or "trait_declaration" or "enum_declaration":
                Symbols.Define(Lower(Field(node, "name")), DefinitionKind.Class, Field(node, "name"), space: NameSpace.Type);
                break;
            case "const_element":
                Symbols.Define(Text(First(node)), DefinitionKind.Constant, First(node), space: NameSpace.Constant);
                break;
            case "enum_case":
                Symbols.Define(Text(Field(node, "name")), DefinitionKind.Constant, Field(node, "name"), space: NameSpace.Constant);
                break;
            case "function_call_expression":
                Call(node);
                break;
            case "include_expression" or "include_once_expression" or "require_expression" or "require_once_expression":
                // defines what it likes in the scope it stands in
                foreach (var space in new[] { NameSpace.Name, NameSpace.Function, NameSpace.Type, NameSpace.Constant }) Symbols.SetOpaque(space);
                break;
            case "namespace_use_clause":
                Import(node);
                break;
            case "dynamic_variable_name":
                Symbols.SetOpaque(NameSpace.Name);
                break;
            case "variable_name":
                Variable(node);
                break;
            case "name" when Kind(Parent(node)) != "variable_name":
                Name(node);
                break;
        }
    }

    private string Lower(int node) => Text(node).ToLowerInvariant();

    private void Import(int node)
    {
        var path = First(node);
        var alias = Field(node, "alias");
        var text = Text(path);
        var local = alias >= 0 ? Text(alias) : text[(text.LastIndexOf('\\') + 1)..];
        Symbols.Import(local, text, "*", node);
        Symbols.Define(local.ToLowerInvariant(), DefinitionKind.Import, alias >= 0 ? alias : path, space: Text(Field(node, "type")) == "function" ? NameSpace.Function : NameSpace.Type);
    }

    private void Call(int node)
    {
        var arguments = Named(Field(node, "arguments")).Select(First).ToList();
        switch (Lower(Field(node, "function")))
        {
            case "define" when arguments is [var name, ..] && Kind(name) is "string" or "encapsed_string":
                Symbols.Define(Text(name).Trim('"', '\''), DefinitionKind.Constant, name, space: NameSpace.Constant);
                break;
            case "extract" or "parse_str" or "eval":
                Symbols.SetOpaque(NameSpace.Name);
                break;
            case "compact":
                foreach (var argument in arguments)
                {
                    if (Kind(argument) is "string" or "encapsed_string") Symbols.Use("$" + Text(argument).Trim('"', '\''), argument);
                }
                break;
        }
    }

    private void Variable(int node)
    {
        var name = Text(node);
        if (name is "$this" or "$GLOBALS" || name.StartsWith("$_", StringComparison.Ordinal) && name.Length > 2 && char.IsAsciiLetterUpper(name[2])) return;
        var target = Climb(node, IsTarget);
        var parent = Parent(target);
        var field = FieldOf(target);
        switch (Kind(parent))
        {
            case "property_element":
                Symbols.Define(name[1..], DefinitionKind.Field, node, space: NameSpace.Field);
                break;
            case "simple_parameter" or "variadic_parameter" or "property_promotion_parameter" when field == "name":
                Symbols.Define(name, DefinitionKind.Parameter, node);
                if (Kind(parent) == "property_promotion_parameter") Symbols.Define(name[1..], DefinitionKind.Field, node, space: NameSpace.Field);
                break;
            case "assignment_expression" or "reference_assignment_expression" when field == "left":
            case "catch_clause" or "static_variable_declaration" when field == "name":
            case "global_declaration":
            case "foreach_statement" when field != "body" && First(parent) != target:
                Symbols.Define(name, DefinitionKind.Variable, node);
                break;
            case "augmented_assignment_expression" when field == "left" && HasToken(parent, "??="):
                Symbols.Define(name, DefinitionKind.Variable, node);
                break;
            case "anonymous_function_use_clause":
                Symbols.Define(name, DefinitionKind.Parameter, node);
                Symbols.Use(name, node, scope: Symbols.ParentOf(Symbols.Current));
                break;
            case "scoped_property_access_expression" when field == "name":
                if (IsOwn(Field(parent, "scope"))) UseField(parent, name[1..], node);
                break;
            case "unset_statement":
            case "binary_expression" when field == "left" && HasToken(parent, "??"):
                break;
            case "argument" when Lower(Field(Parent(Parent(parent)), "function")) is "isset" or "empty":
                break;
            case "argument":
                // may be taken by reference and written
                Symbols.Define(name, DefinitionKind.Variable, node, isLoose: true);
                Symbols.Use(name, node);
                break;
            default:
                if (Kind(parent) == "reference_assignment_expression") Symbols.Define(name, DefinitionKind.Variable, node, isLoose: true);
                Symbols.Use(name, node);
                break;
        }
    }

    // $a[] = 1 makes $a as well; the index is read
    private bool IsTarget(int parent, string kind, int child) => kind switch
    {
        "list_literal" or "by_ref" => true,
        "pair" => Kind(Parent(parent)) is "foreach_statement",
        "array_creation_expression" or "array_element_initializer" => IsArrayTarget(parent),
        "subscript_expression" => First(parent) == child && IsAssigned(parent),
        _ => false,
    };

    private bool IsAssigned(int node)
    {
        while (Kind(Parent(node)) == "subscript_expression" && First(Parent(node)) == node) node = Parent(node);
        return Kind(Parent(node)) == "assignment_expression" && FieldOf(node) == "left";
    }

    private bool IsArrayTarget(int node)
    {
        for (var steps = 0; steps < 20 && Kind(node) is "array_creation_expression" or "array_element_initializer"; steps++)
        {
            if (Kind(Parent(node)) == "assignment_expression" && FieldOf(node) == "left") return true;
            if (Kind(Parent(node)) == "foreach_statement") return First(Parent(node)) != node;
            node = Parent(node);
        }
        return false;
    }

    private void Name(int node)
    {
        var parent = Parent(node);
        var field = FieldOf(node);
        switch (Kind(parent))
        {
            case "function_definition" or "method_declaration" or "class_declaration" or "interface_declaration" or "trait_declaration" or "enum_declaration" or "enum_case" when field == "name":
            case "namespace_name" or "namespace_use_clause" or "argument" when field is "name" or "alias":
            case "const_element" when First(parent) == node:
                break;
            case "function_call_expression" when field == "function":
                Symbols.Use(Lower(node), node, NameSpace.Function);
                break;
            case "member_call_expression" or "nullsafe_member_call_expression" when field == "name":
                if (Text(Field(parent, "object")) == "$this") Symbols.Use(Lower(node), node, NameSpace.Member);
                break;
            case "scoped_call_expression" when field == "name":
                if (IsOwn(Field(parent, "scope"))) Symbols.Use(Lower(node), node, NameSpace.Member);
                break;
            case "member_access_expression" or "nullsafe_member_access_expression" when field == "name":
                if (Text(Field(parent, "object")) == "$this") UseField(parent, Text(node), node);
                break;
            case "class_constant_access_expression" when First(parent) != node:
                if (IsOwn(First(parent))) Symbols.Use(Text(node), node, NameSpace.Constant);
                break;
            case "object_creation_expression" or "base_clause" or "class_interface_clause" or "named_type" or "use_declaration" or "class_constant_access_expression":
            case "scoped_call_expression" or "scoped_property_access_expression" when field == "scope":
            case "binary_expression" when field == "right" && HasToken(parent, "instanceof"):
                Symbols.Use(Lower(node), node, NameSpace.Type);
                break;
            default:
                Symbols.Use(Text(node), node, NameSpace.Constant);
                break;
        }
    }

    private void UseField(int access, string name, int node)
    {
        if (FieldOf(access) == "left" && Kind(Parent(access)) == "assignment_expression") Symbols.Define(name, DefinitionKind.Field, node, space: NameSpace.Field);
        else Symbols.Use(name, node, NameSpace.Field);
    }

    private bool IsOwn(int scope)
    {
        classes ??= NamesOf(StringComparer.OrdinalIgnoreCase, "class_declaration", "trait_declaration", "interface_declaration", "enum_declaration");
        return Text(scope) is "self" or "static" || (Kind(scope) == "name" && classes.Contains(Text(scope)));
    }
}
