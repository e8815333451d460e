using Ase.Code.Trees;

namespace Ase.Code.Symbols;

/// <summary>Go. Methods and fields are members by their name alone.</summary>
internal sealed class GoBinder(SyntaxTree tree, SymbolBuilder symbols) : Binder(tree, symbols)
{
    protected override void Visit(int node, string kind)
    {
        switch (kind)
        {
            case "function_declaration":
                Symbols.Define(Text(Field(node, "name")), DefinitionKind.Function, Field(node, "name"), 0);
                Symbols.Open(ScopeKind.Function, node);
                break;
            case "method_declaration":
                Symbols.Define(Text(Field(node, "name")), DefinitionKind.Method, Field(node, "name"), space: NameSpace.Member);
                Symbols.Open(ScopeKind.Function, node);
                break;
            case "func_literal" or "function_type" or "method_elem":
                Symbols.Open(ScopeKind.Function, node);
                break;
            case "block" or "if_statement" or "for_statement" or "expression_switch_statement" or "type_switch_statement" or "select_statement"
                or "expression_case" or "default_case" or "type_case" or "communication_case":
                Symbols.Open(ScopeKind.Block, node);
                break;
            case "type_spec" or "type_alias":
                Symbols.Define(Text(Field(node, "name")), DefinitionKind.Class, Field(node, "name"));
                break;
            case "import_spec":
                Import(node);
                break;
            case "field_identifier":
                FieldIdentifier(node);
                break;
            case "type_identifier" when Kind(Parent(node)) is not ("type_spec" or "type_alias") || FieldOf(node) != "name":
                Symbols.Use(Text(node), node);
                break;
            case "package_identifier" when Kind(Parent(node)) == "qualified_type":
                Symbols.Use(Text(node), node);
                break;
            case "identifier":
                Identifier(node);
                break;
        }
    }

    private void Import(int node)
    {
        var path = Text(Field(node, "path")).Trim('"', '`');
        var name = Field(node, "name");
        if (Kind(name) == "dot") Symbols.SetOpaque(NameSpace.Name);
        var local = Kind(name) == "package_identifier" ? Text(name) : name >= 0 ? "" : path[(path.LastIndexOf('/') + 1)..];
        Symbols.Define(local, DefinitionKind.Import, name >= 0 ? name : Field(node, "path"), 0);
        Symbols.Import(local, path, "*", node);
    }

    private void FieldIdentifier(int node)
    {
        switch (Kind(Parent(node)))
        {
            case "field_declaration":
                Symbols.Define(Text(node), DefinitionKind.Field, node, space: NameSpace.Member);
                break;
            case "selector_expression":
                Symbols.Use(Text(node), node, NameSpace.Member);
                break;
        }
    }

    private void Identifier(int node)
    {
        var name = Text(node);
        if (name == "_") return;
        var parent = Parent(node);
        var field = FieldOf(node);
        switch (Kind(parent))
        {
            case "function_declaration" when field == "name":
                break;
            case "parameter_declaration" or "variadic_parameter_declaration" or "type_parameter_declaration" when field == "name":
                Symbols.Define(name, DefinitionKind.Parameter, node);
                break;
            case "var_spec" or "const_spec" when field == "name":
                Symbols.Define(name, DefinitionKind.Variable, node);
                break;
            case "expression_list" when FieldOf(parent) is "left" or "alias":
                Target(name, node, Parent(parent), FieldOf(parent));
                break;
            case "literal_element" when FieldOf(parent) == "key":
                // a field of a structure, mostly
                break;
            default:
                Symbols.Use(name, node);
                break;
        }
    }

    private void Target(string name, int node, int statement, string field)
    {
        if (Kind(statement) == "short_var_declaration" || field == "alias" || (Kind(statement) is "range_clause" or "receive_statement" && HasToken(statement, ":="))) Symbols.Define(name, DefinitionKind.Variable, node);
        else if (Kind(statement) == "assignment_statement" && !HasToken(statement, "=")) Symbols.Use(name, node);
        else Symbols.Write(name, node, defines: false);
    }
}
