using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering.Bodies;

namespace Ase.Taint.Languages.Go;

/// <summary>A type that the file declares.</summary>
/// <param name="Class">Its class, with the methods of this file.</param>
internal sealed record GoType(IrClass Class)
{
    /// <summary>What it is declared as; none when only methods of it are here.</summary>
    public SyntaxNode Definition { get; set; }

    /// <summary>The fields of a struct in order, embedded ones under the names of their types.</summary>
    public List<(string Name, SyntaxNode Type)> Fields { get; } = [];

    /// <summary>The methods of this file by name.</summary>
    public Dictionary<string, IrFunction> Methods { get; } = new(StringComparer.Ordinal);
}

/// <summary>What is known of a Go file before its functions are lowered: imports, types, functions and their results.</summary>
internal sealed class GoUnit : LoweringUnit
{
    private readonly Dictionary<IrVariable, SyntaxNode> variableTypes = [];
    private readonly Dictionary<int, SyntaxNode> results = [];

    /// <summary>Surveys the tree: every declaration, wherever a syntax error may have put it.</summary>
    public GoUnit(IrFile file) : base(file)
    {
        var tree = file.Tree;
        var top = NewFunction("", 0, null);
        for (var i = 0; i < tree.Count; i++)
        {
            var node = tree[i];
            if (!node.IsNamed) continue;
            switch (node.Kind)
            {
                case "import_spec":
                    AddImport(node);
                    break;
                case "type_spec" or "type_alias":
                    AddType(node);
                    break;
                case "function_declaration":
                    AddFunction(node, top);
                    break;
                case "method_declaration":
                    AddMethod(node, top);
                    break;
            }
        }
    }

    /// <summary>Import paths by the names they have in this file.</summary>
    public Dictionary<string, string> Imports { get; } = new(StringComparer.Ordinal);

    /// <summary>The types declared here, or that methods declared here belong to.</summary>
    public Dictionary<string, GoType> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>The functions of the package that stand in this file.</summary>
    public Dictionary<string, IrFunction> Functions { get; } = new(StringComparer.Ordinal);

    /// <summary>The functions and methods with their declarations, in order.</summary>
    public List<(IrFunction Function, SyntaxNode Node)> Declared { get; } = [];

    /// <summary>The type that a name stands for here, or null when it is none of this file's.</summary>
    public GoType? TypeOf(SyntaxNode type) => !type.IsNone && GoTypes.Bare(type) is var bare && (bare.Is("type_identifier") || bare.Is("generic_type"))
        && GoTypes.Name(bare) is { } name ? Types.GetValueOrDefault(name) : null;

    /// <summary>What a type is made of: the definition behind a name of this file, else the type itself without pointers.</summary>
    public SyntaxNode Underlying(SyntaxNode type)
    {
        for (var steps = 0; steps < 16 && TypeOf(type) is { Definition.IsNone: false } known; steps++) type = known.Definition;
        return GoTypes.Bare(type);
    }

    /// <summary>Remembers the type of a variable.</summary>
    public void SetType(IrVariable variable, SyntaxNode type)
    {
        if (type.IsNone) return;
        variableTypes[variable] = type;
        variable.TypeName = GoTypes.Name(type);
    }

    /// <summary>The type of a variable, or none when it is not known.</summary>
    public SyntaxNode TypeOf(IrVariable variable)
    {
        while (variable.Outer is { } outer) variable = outer;
        return variableTypes.GetValueOrDefault(variable);
    }

    /// <summary>The type of a function's result, or of one of several; none when it has none.</summary>
    public SyntaxNode ResultOf(IrFunction function, int position)
    {
        if (!results.TryGetValue(function.Id, out var result)) return default;
        if (!result.Is("parameter_list")) return position == 0 ? result : default;
        foreach (var declaration in result.NamedChildren)
        {
            var count = Math.Max(1, declaration.NamedChildren.ToList().Count(c => c.FieldName == "name"));
            if (position < count) return declaration.Field("type");
            position -= count;
        }
        return default;
    }

    private void AddImport(SyntaxNode spec)
    {
        var path = spec.Field("path") is { IsNone: false } text ? GoText.StringValue(text) : "";
        if (path.Length == 0) return;
        var alias = spec.Field("name");
        var local = alias.IsNone ? GoText.PackageName(path) : alias.Is("dot") ? "*" : alias.Is("blank_identifier") ? "" : alias.Text;
        if (local.Length > 0 && local != "*") Imports[local] = path;
        File.Imports.Add(new IrImport(local, path, "*", spec.Index));
    }

    private void AddType(SyntaxNode spec)
    {
        var name = spec.Field("name");
        var definition = spec.Field("type");
        if (name.IsNone || definition.IsNone) return;
        var type = Declare(name.Text, spec);
        type.Definition = definition;
        switch (definition.Kind)
        {
            case "struct_type":
                foreach (var field in definition.NamedChild(0).NamedChildren) AddField(type, field);
                break;
            case "interface_type":
                foreach (var element in definition.NamedChildren)
                {
                    if (element.Is("type_elem") && element.NamedChildren.Count() == 1 && GoTypes.Name(element) is { } known) AddBase(type.Class, known);
                }
                break;
            default:
                if (spec.Is("type_alias") && GoTypes.Name(definition) is { } other) AddBase(type.Class, other);
                break;
        }
    }

    private static void AddField(GoType type, SyntaxNode field)
    {
        var kind = field.Field("type");
        if (!field.Is("field_declaration") || kind.IsNone) return;
        var typeName = GoTypes.Name(kind);
        var embedded = true;
        foreach (var name in field.NamedChildren)
        {
            if (name.FieldName != "name") continue;
            embedded = false;
            type.Fields.Add((name.Text, kind));
            if (typeName is not null) type.Class.FieldTypes.TryAdd(name.Text, typeName);
        }
        if (!embedded || typeName is null) return;
        type.Fields.Add((typeName, kind));
        type.Class.FieldTypes.TryAdd(typeName, typeName);
        AddBase(type.Class, typeName);
    }

    private static void AddBase(IrClass type, string name)
    {
        if (name != type.Name && !type.Bases.Contains(name, StringComparer.Ordinal)) type.Bases.Add(name);
    }

    private GoType Declare(string name, SyntaxNode node)
    {
        if (Types.TryGetValue(name, out var known)) return known;
        var type = new IrClass { Name = name, Node = node.Index };
        File.Classes.Add(type);
        return Types[name] = new GoType(type);
    }

    private void AddFunction(SyntaxNode node, IrFunction top)
    {
        var name = node.Field("name").IsNone ? "" : node.Field("name").Text;
        var function = NewFunction(name, node.Index, top);
        Functions.TryAdd(name, function);
        Declared.Add((function, node));
        if (node.Field("result") is { IsNone: false } result) results[function.Id] = result;
        if (name.Length > 0 && name is not ("init" or "_")) File.Exports.Add(new IrExport(name, null, function));
    }

    private void AddMethod(SyntaxNode node, IrFunction top)
    {
        var name = node.Field("name").IsNone ? "" : node.Field("name").Text;
        var receiver = node.Field("receiver").NamedChild(0);
        var type = receiver.IsNone || GoTypes.Name(receiver.Field("type")) is not { } typeName ? null : Declare(typeName, node);
        var function = NewFunction(name, node.Index, top, type?.Class);
        type?.Class.Methods.Add(function);
        type?.Methods.TryAdd(name, function);
        Declared.Add((function, node));
        if (node.Field("result") is { IsNone: false } result) results[function.Id] = result;
    }
}
