using Ase.Code.Trees;

namespace Ase.Code.Symbols;

/// <summary>Java. Types are names of the file; methods and fields are looked up by name when called on <c>this</c>, nothing, or a class of the file.</summary>
internal sealed class JavaBinder(SyntaxTree tree, SymbolBuilder symbols) : Binder(tree, symbols)
{
    private HashSet<string>? classes;

    protected override void Visit(int node, string kind)
    {
        switch (kind)
        {
            case "class_declaration" or "interface_declaration" or "enum_declaration" or "record_declaration" or "annotation_type_declaration":
                Symbols.Define(Text(Field(node, "name")), DefinitionKind.Class, Field(node, "name"), 0);
                Symbols.Open(ScopeKind.Class, node);
                break;
            case "class_body":
                Symbols.Open(ScopeKind.Class, node);
                break;
            case "method_declaration":
                Symbols.Define(Text(Field(node, "name")), DefinitionKind.Method, Field(node, "name"), space: NameSpace.Member);
                Symbols.Open(ScopeKind.Function, node);
                break;
            case "constructor_declaration" or "compact_constructor_declaration" or "lambda_expression":
                Symbols.Open(ScopeKind.Function, node);
                break;
            case "block" or "constructor_body" or "for_statement" or "enhanced_for_statement" or "catch_clause" or "try_with_resources_statement" or "switch_block" or "switch_rule":
                Symbols.Open(ScopeKind.Block, node);
                break;
            case "import_declaration":
                Import(node);
                break;
            case "type_parameter":
                Symbols.Define(Text(First(node)), DefinitionKind.Class, First(node));
                break;
            case "type_identifier" when Kind(Parent(node)) != "type_parameter":
                Symbols.Use(Text(node), node);
                break;
            case "identifier":
                Identifier(node);
                break;
        }
    }

    private void Import(int node)
    {
        var path = First(node);
        var text = Text(path);
        var isAll = Named(node).Any(c => Kind(c) == "asterisk");
        if (isAll && HasToken(node, "static")) Symbols.SetOpaque(NameSpace.Name);
        var dot = text.LastIndexOf('.');
        var local = isAll ? "" : text[(dot + 1)..];
        Symbols.Define(local, DefinitionKind.Import, path, 0);
        if (HasToken(node, "static") && !isAll) Symbols.Define(local, DefinitionKind.Import, path, space: NameSpace.Member);
        Symbols.Import(local, isAll || dot < 0 ? text : text[..dot], isAll ? "*" : local, node);
    }

    private void Identifier(int node)
    {
        var name = Text(node);
        var parent = Parent(node);
        var field = FieldOf(node);
        switch (Kind(parent))
        {
            case "variable_declarator" when field == "name":
                Symbols.Define(name, DefinitionKind.Variable, node);
                if (Kind(Parent(parent)) is "field_declaration" or "constant_declaration") Symbols.Define(name, DefinitionKind.Field, node, space: NameSpace.Field);
                break;
            case "formal_parameter" or "catch_formal_parameter" or "resource" or "enhanced_for_statement" or "instanceof_expression" when field == "name":
                Symbols.Define(name, DefinitionKind.Parameter, node);
                if (Kind(Parent(Parent(parent))) == "record_declaration") Symbols.Define(name, DefinitionKind.Field, node, space: NameSpace.Field);
                break;
            case "lambda_expression" when field == "parameters":
            case "inferred_parameters" or "type_pattern" or "record_pattern_component":
                Symbols.Define(name, DefinitionKind.Parameter, node);
                break;
            case "enum_constant" when field == "name":
                Symbols.Define(name, DefinitionKind.Field, node);
                Symbols.Define(name, DefinitionKind.Field, node, space: NameSpace.Field);
                break;
            case "method_invocation" when field == "name":
                if (IsOwn(Field(parent, "object"))) Symbols.Use(name, node, NameSpace.Member);
                break;
            case "field_access" when field == "field":
                if (IsOwn(Field(parent, "object"))) Symbols.Use(name, node, NameSpace.Field);
                break;
            case "method_reference" when First(parent) != node:
                if (IsOwn(First(parent))) Symbols.Use(name, node, NameSpace.Member);
                break;
            case "class_declaration" or "interface_declaration" or "enum_declaration" or "record_declaration" or "annotation_type_declaration"
                or "method_declaration" or "constructor_declaration" or "compact_constructor_declaration" or "annotation_type_element_declaration" when field == "name":
            case "scoped_identifier" or "package_declaration" or "import_declaration" or "annotation" or "marker_annotation" or "module_declaration":
            case "element_value_pair" when field == "key":
            case "labeled_statement" or "break_statement" or "continue_statement":
                break;
            default:
                Symbols.Use(name, node);
                break;
        }
    }

    // nothing, `this`, or a name that starts like a class: what the class does not have is resolved to nothing
    private bool IsOwn(int receiver) => receiver < 0 || Kind(receiver) == "this" || (Kind(receiver) == "identifier" && (classes ??= NamesOf(StringComparer.Ordinal, "class_declaration", "interface_declaration", "enum_declaration", "record_declaration")).Contains(Text(receiver)));
}
