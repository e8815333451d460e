using Ase.Code.Trees;

namespace Ase.Code.Symbols;

/// <summary>JavaScript, TypeScript, TSX. Members are named with their base: <c>this.x</c>, <c>Name.x</c>; <c>*.x</c> is a member of any object.</summary>
internal sealed partial class EcmaScriptBinder(SyntaxTree tree, SymbolBuilder symbols) : Binder(tree, symbols)
{
    protected override void Visit(int node, string kind)
    {
        switch (kind)
        {
            case "function_declaration" or "generator_function_declaration" or "function_signature":
                var name = Field(node, "name");
                if (kind != "function_signature") Symbols.Define(Text(name), DefinitionKind.Function, name, Symbols.FunctionScope(Symbols.Current));
                Symbols.Open(ScopeKind.Function, node);
                break;
            case "function_expression" or "generator_function" or "arrow_function":
                Symbols.Open(ScopeKind.Function, node);
                if (Field(node, "name") is var own and >= 0) Symbols.Define(Text(own), DefinitionKind.Function, own);
                break;
            case "method_definition":
                Method(node);
                Symbols.Open(ScopeKind.Function, node);
                break;
            case "function_type" or "constructor_type" or "call_signature" or "construct_signature" or "method_signature" or "abstract_method_signature" or "class_static_block":
                Symbols.Open(ScopeKind.Function, node);
                break;
            case "class_declaration" or "abstract_class_declaration" or "interface_declaration" or "type_alias_declaration" or "enum_declaration":
                Symbols.Define(Text(Field(node, "name")), DefinitionKind.Class, Field(node, "name"));
                Symbols.Open(ScopeKind.Class, node);
                break;
            case "class" when First(node) >= 0:
                Symbols.Open(ScopeKind.Class, node);
                Symbols.Define(Text(Field(node, "name")), DefinitionKind.Class, Field(node, "name"));
                break;
            case "internal_module" or "module":
                var root = Field(node, "name");
                while (Kind(root) == "nested_identifier") root = First(root);
                Symbols.Define(Text(root), DefinitionKind.Class, root);
                break;
            case "statement_block" or "for_statement" or "for_in_statement" or "switch_body" or "catch_clause" or "mapped_type_clause":
                Symbols.Open(ScopeKind.Block, node);
                if (kind == "mapped_type_clause") Symbols.Define(Text(Field(node, "name")), DefinitionKind.Class, Field(node, "name"));
                break;
            case "type_parameter":
                Symbols.Define(Text(Field(node, "name")), DefinitionKind.Class, Field(node, "name"));
                break;
            case "field_definition" or "public_field_definition":
                FieldDefinition(node);
                break;
            case "pair" or "shorthand_property_identifier":
                var key = kind == "pair" ? Field(node, "key") : node;
                Symbols.Define("*." + KeyText(key), DefinitionKind.Field, key, space: NameSpace.Member);
                if (kind != "pair") Symbols.Use(Text(node), node);
                break;
            case "import_statement":
                Import(node);
                break;
            case "export_statement":
                Export(node);
                break;
            case "assignment_expression":
                Assignment(node);
                break;
            case "call_expression":
                Call(node);
                break;
            case "member_expression":
                Member(node);
                break;
            case "identifier" or "shorthand_property_identifier_pattern":
                Identifier(node);
                break;
            case "type_identifier" when FieldOf(node) != "name" || Kind(Parent(node)) is "generic_type" or "nested_type_identifier":
                Symbols.Use(Text(node), node);
                break;
        }
    }

    private void Identifier(int node)
    {
        var name = Text(node);
        if (name is "arguments" or "undefined") return;
        var target = Climb(node, IsPattern);
        var parent = Parent(target);
        var field = FieldOf(target);
        switch (Kind(parent))
        {
            case "variable_declarator" when field == "name":
                Symbols.Define(name, DefinitionKind.Variable, node, Kind(Parent(parent)) == "variable_declaration" ? Symbols.FunctionScope(Symbols.Current) : Symbols.Current);
                break;
            case "for_in_statement" when field == "left":
                if (Field(parent, "kind") is var declared and >= 0) Symbols.Define(name, DefinitionKind.Variable, node, Text(declared) == "var" ? Symbols.FunctionScope(Symbols.Current) : Symbols.Current);
                else Write(name, node);
                break;
            case "formal_parameters":
            case "arrow_function" when field == "parameter":
            case "required_parameter" or "optional_parameter" when field is "pattern" or "name":
                Parameter(name, node, parent);
                break;
            case "catch_clause" when field == "parameter":
                Symbols.Define(name, DefinitionKind.Variable, node);
                break;
            case "assignment_expression" when field == "left":
                Write(name, node);
                break;
            case "import_specifier" or "import_clause" or "namespace_import" or "import_require_clause" or "namespace_export":
                break;
            case "import_alias" when First(parent) == node:
                Symbols.Define(name, DefinitionKind.Import, node);
                break;
            case "export_specifier":
                // of another module, or the name that others see
                if (field == "name" && Field(Parent(Parent(parent)), "source") < 0) Symbols.Use(name, node);
                break;
            case "function_declaration" or "generator_function_declaration" or "function_signature" or "function_expression" or "generator_function"
                or "class_declaration" or "abstract_class_declaration" or "class" or "enum_declaration" or "internal_module" or "module" when field == "name":
                break;
            case "nested_identifier" when Kind(Climb(node, (_, k, _) => k == "nested_identifier")) == "nested_identifier" && FieldOf(Climb(node, (_, k, _) => k == "nested_identifier")) == "name":
            case "index_signature" or "jsx_namespace_name":
                break;
            case "unary_expression" when HasToken(parent, "typeof"):
                // never fails, defined or not
                break;
            default:
                Symbols.Use(name, node);
                break;
        }
    }

    private static readonly HashSet<string> Ambient = new(StringComparer.Ordinal) { "module", "exports", "window", "global", "globalThis", "self", "document", "process", "location" };

    private void Write(string name, int node) => Symbols.Write(name, node, defines: !Ambient.Contains(name));

    private void Parameter(string name, int node, int parameter)
    {
        Symbols.Define(name, DefinitionKind.Parameter, node);
        foreach (var child in Named(parameter))
        {
            if (Kind(parameter) != "formal_parameters" && Kind(child) is "accessibility_modifier" or "override_modifier") DefineMember("this", name, DefinitionKind.Field, node);
        }
    }

    private bool IsPattern(int parent, string kind, int child) => kind switch
    {
        "array_pattern" or "object_pattern" or "rest_pattern" => true,
        "pair_pattern" => FieldOf(child) == "value",
        "assignment_pattern" or "object_assignment_pattern" => FieldOf(child) == "left",
        "parenthesized_expression" => FieldOf(parent) == "left",
        _ => false,
    };

    private void Import(int node)
    {
        var module = Unquote(Field(node, "source"));
        foreach (var clause in Named(node))
        {
            if (Kind(clause) == "import_require_clause")
            {
                Bind(First(clause), Unquote(Field(clause, "source")), "*");
                continue;
            }
            if (Kind(clause) != "import_clause") continue;
            foreach (var part in Named(clause))
            {
                switch (Kind(part))
                {
                    case "identifier":
                        Bind(part, module, "default");
                        break;
                    case "namespace_import":
                        Bind(First(part), module, "*");
                        break;
                    case "named_imports":
                        foreach (var specifier in Named(part))
                        {
                            var name = Field(specifier, "name");
                            var alias = Field(specifier, "alias");
                            Bind(alias >= 0 ? alias : name, module, KeyText(name));
                        }
                        break;
                }
            }
        }
        if (!Named(node).Any(c => Kind(c) is "import_clause" or "import_require_clause")) Symbols.Import("", module, "*", node);

        void Bind(int local, string from, string imported)
        {
            Symbols.Define(Text(local), DefinitionKind.Import, local, 0);
            Symbols.Import(Text(local), from, imported, local);
        }
    }

    private string Unquote(int node) => Text(node).Trim('"', '\'', '`');

    private string KeyText(int key) => Kind(key) is "string" ? Unquote(key) : Text(key);
}
