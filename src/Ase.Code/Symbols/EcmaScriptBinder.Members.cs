namespace Ase.Code.Symbols;

internal sealed partial class EcmaScriptBinder
{
    private void DefineMember(string owner, string name, DefinitionKind kind, int node)
    {
        Symbols.Define(owner + "." + name, kind, node, space: NameSpace.Member);
        Symbols.Define("*." + name, kind, node, space: NameSpace.Member);
    }

    private void DefineExport(string name, int node) => Symbols.Define(name, DefinitionKind.Export, node, space: NameSpace.Export);

    private string ClassName(int member)
    {
        var type = Parent(Parent(member));
        return Text(Field(type, "name"));
    }

    private void Method(int node)
    {
        var name = Field(node, "name");
        if (Kind(Parent(node)) != "class_body") Symbols.Define("*." + KeyText(name), DefinitionKind.Method, name, space: NameSpace.Member);
        else DefineMember(HasToken(node, "static") ? ClassName(node) : "this", KeyText(name), DefinitionKind.Method, name);
    }

    private void FieldDefinition(int node)
    {
        var name = Field(node, "property") is var property and >= 0 ? property : Field(node, "name");
        DefineMember(HasToken(node, "static") ? ClassName(node) : "this", KeyText(name), DefinitionKind.Field, name);
    }

    // `this` and its customary aliases, a plain name, or nothing
    private string? Base(int node) => Kind(node) switch
    {
        "this" => "this",
        "identifier" when Text(node) is "self" or "that" or "_this" or "me" or "vm" => "this",
        "identifier" => Text(node),
        _ => null,
    };

    private bool IsModuleExports(int node) =>
        (Kind(node) == "identifier" && Text(node) == "exports")
        || (Kind(node) == "member_expression" && Text(Field(node, "property")) == "exports" && Text(Field(node, "object")) == "module");

    private void Member(int node)
    {
        // what is written is a definition, see Assignment
        if (FieldOf(node) == "left" && Kind(Parent(node)) == "assignment_expression") return;
        var property = Field(node, "property");
        if (property >= 0 && Base(Field(node, "object")) is { } owner) Symbols.Use(owner + "." + Text(property), property, NameSpace.Member);
    }

    private void Assignment(int node)
    {
        var left = Field(node, "left");
        var right = Field(node, "right");
        if (Kind(left) == "subscript_expression" && Base(Field(left, "object")) == "this" && Kind(Field(left, "index")) != "string") Symbols.SetOpaque(NameSpace.Member);
        if (Kind(left) == "subscript_expression" && IsModuleExports(Field(left, "object")))
        {
            if (Kind(Field(left, "index")) == "string") DefineExport(Unquote(Field(left, "index")), Field(left, "index"));
            else Symbols.SetOpaque(NameSpace.Export);
        }
        if (Kind(left) == "identifier" && Text(left) == "exports") ExportModule(right, left);
        if (Kind(left) != "member_expression") return;
        var target = Field(left, "object");
        var property = Field(left, "property");
        var name = Text(property);
        if (IsModuleExports(left)) ExportModule(right, left);
        else if (IsModuleExports(target)) DefineExport(name, property);
        else if (Base(target) is "this") DefineMember("this", name, DefinitionKind.Field, property);
        else if (Kind(target) == "member_expression" && Text(Field(target, "property")) == "prototype") DefineMember("this", name, DefinitionKind.Method, property);
        else if (Base(target) is { } owner && Kind(right) is "function_expression" or "arrow_function" or "class" or "generator_function") DefineMember(owner, name, DefinitionKind.Method, property);
        else Symbols.Define("*." + name, DefinitionKind.Field, property, space: NameSpace.Member);
    }

    // the value of the module: its members are exports where they can be read
    private void ExportModule(int value, int node)
    {
        while (Kind(value) is "parenthesized_expression" or "assignment_expression") value = Kind(value) == "assignment_expression" ? Field(value, "right") : First(value);
        DefineExport("*", node);
        if (Kind(value) == "object") ExportMembers(value);
        else if (Kind(value) is not ("function_expression" or "arrow_function" or "class" or "generator_function")) Symbols.SetOpaque(NameSpace.Export);
    }

    private void ExportMembers(int value)
    {
        foreach (var child in Named(value))
        {
            switch (Kind(child))
            {
                case "pair":
                    DefineExport(KeyText(Field(child, "key")), Field(child, "key"));
                    break;
                case "method_definition":
                    DefineExport(KeyText(Field(child, "name")), Field(child, "name"));
                    break;
                case "shorthand_property_identifier":
                    DefineExport(Text(child), child);
                    break;
                default:
                    Symbols.SetOpaque(NameSpace.Export);
                    break;
            }
        }
    }

    private void Call(int node)
    {
        var callee = Field(node, "function");
        var name = Kind(callee) == "member_expression" ? Text(Field(callee, "property")) : Text(callee);
        if (name is not ("assign" or "extend" or "defineProperty" or "defineProperties" or "__exportStar" or "__export" or "_export")) return;
        var arguments = Named(Field(node, "arguments")).ToList();
        if (name is "__exportStar" or "__export" or "_export")
        {
            Symbols.SetOpaque(NameSpace.Export);
            return;
        }
        if (arguments.Count < 2) return;
        if (name == "defineProperty" && Kind(arguments[1]) == "string")
        {
            if (IsModuleExports(arguments[0])) DefineExport(Unquote(arguments[1]), arguments[1]);
            else DefineMember(Base(arguments[0]) ?? "*", Unquote(arguments[1]), DefinitionKind.Field, arguments[1]);
            return;
        }
        if (Base(arguments[0]) == "this") Symbols.SetOpaque(NameSpace.Member);
        if (!IsModuleExports(arguments[0])) return;
        foreach (var argument in arguments.Skip(1))
        {
            if (Kind(argument) == "object") ExportMembers(argument);
            else Symbols.SetOpaque(NameSpace.Export);
        }
    }

    private void Export(int node)
    {
        // in a namespace, exports are its members
        if (Parent(node) != 0) return;
        var declaration = Field(node, "declaration");
        if (HasToken(node, "default"))
        {
            DefineExport("default", node);
            return;
        }
        if (HasToken(node, "=")) DefineExport("*", node);
        if (HasToken(node, "*") && !Named(node).Any(c => Kind(c) == "namespace_export")) Symbols.SetOpaque(NameSpace.Export);
        foreach (var part in Named(node))
        {
            if (Kind(part) == "namespace_export") DefineExport(KeyText(First(part)), part);
            if (Kind(part) != "export_clause") continue;
            foreach (var specifier in Named(part))
            {
                var alias = Field(specifier, "alias");
                DefineExport(KeyText(alias >= 0 ? alias : Field(specifier, "name")), specifier);
            }
        }
        if (Kind(declaration) is "lexical_declaration" or "variable_declaration")
        {
            foreach (var declarator in Named(declaration))
            {
                var pattern = Field(declarator, "name");
                for (int name = pattern, last = pattern < 0 ? -1 : Tree.LastOf(pattern); name < last; name++)
                {
                    if (Kind(name) is "identifier" or "shorthand_property_identifier_pattern") DefineExport(Text(name), name);
                }
            }
        }
        else if (declaration >= 0)
        {
            DefineExport(Text(Field(declaration, "name")), Field(declaration, "name") is var name and >= 0 ? name : declaration);
        }
    }
}
