using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering.Bodies;

namespace Ase.Taint.Languages.Java;

/// <summary>What is known of a Java file before its methods are lowered: package, imports, classes with their members.</summary>
internal sealed class JavaUnit : LoweringUnit
{
    private readonly Dictionary<int, JavaType> byNode = [];
    private readonly Dictionary<string, JavaType> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<IrVariable, SyntaxNode> variableTypes = [];
    private readonly HashSet<int> lowered = [];

    /// <summary>Surveys the tree: every declaration, wherever a syntax error may have put it.</summary>
    public JavaUnit(IrFile file) : base(file)
    {
        NewFunction("", 0, null);
        var tree = file.Tree;
        var open = new Stack<JavaType>();
        for (var i = 0; i < tree.Count; i++)
        {
            var node = tree[i];
            if (!node.IsNamed) continue;
            while (open.TryPeek(out var around) && tree.LastOf(around.Node.Index) <= i) open.Pop();
            switch (node.Kind)
            {
                case "package_declaration":
                    file.Namespace = JavaTypes.Dotted(JavaTypes.Last(node));
                    break;
                case "import_declaration":
                    AddImport(node);
                    break;
                case "class_declaration" or "interface_declaration" or "enum_declaration" or "record_declaration" or "annotation_type_declaration":
                    open.Push(AddType(node, open.TryPeek(out var outer) ? outer : null));
                    break;
                case "object_creation_expression" when JavaTypes.Last(node).Is("class_body"):
                    open.Push(AddAnonymous(node, JavaTypes.Name(node.Field("type")), open.TryPeek(out outer) ? outer : null));
                    break;
                case "enum_constant" when !node.Field("body").IsNone:
                    open.Push(AddAnonymous(node, open.TryPeek(out outer) ? outer.Class.Name : null, outer));
                    break;
            }
        }
    }

    /// <summary>Imported classes by simple name.</summary>
    public Dictionary<string, IrImport> Imports { get; } = new(StringComparer.Ordinal);

    /// <summary>Imported static members by name.</summary>
    public Dictionary<string, IrImport> StaticImports { get; } = new(StringComparer.Ordinal);

    /// <summary>The class that a node declares, or null.</summary>
    public JavaType? TypeAt(SyntaxNode node) => byNode.GetValueOrDefault(node.Index);

    /// <summary>The class of that name in this file, or null.</summary>
    public JavaType? Type(string? name) => name is null ? null : byName.GetValueOrDefault(name);

    /// <summary>True the first time it is asked for a class: a <c>finally</c> block is lowered twice, the classes in it once.</summary>
    public bool Begin(JavaType type) => lowered.Add(type.Node.Index);

    /// <summary>Remembers the type of a variable.</summary>
    public void SetType(IrVariable variable, SyntaxNode type)
    {
        if (type.IsNone) return;
        variableTypes[variable] = type;
        variable.TypeName = JavaTypes.Name(type);
    }

    /// <summary>The type of a variable as written, or none.</summary>
    public SyntaxNode TypeOf(IrVariable variable)
    {
        while (variable.Outer is { } outer) variable = outer;
        return variableTypes.GetValueOrDefault(variable);
    }

    private void AddImport(SyntaxNode node)
    {
        var name = "";
        var wildcard = false;
        var isStatic = false;
        foreach (var child in node.Children)
        {
            if (child.Is("static")) isStatic = true;
            else if (child.Is("asterisk")) wildcard = true;
            else if (child.Is("identifier") || child.Is("scoped_identifier")) name = JavaTypes.Dotted(child);
        }
        var dot = name.LastIndexOf('.');
        if (wildcard) File.Imports.Add(new IrImport("*", name, "*", node.Index));
        if (wildcard || dot < 0) return;
        var local = name[(dot + 1)..];
        // a class is a module of its own, of which a static import takes one member
        var import = isStatic ? new IrImport(local, name[..dot], local, node.Index) : new IrImport(local, name, "*", node.Index);
        File.Imports.Add(import);
        (isStatic ? StaticImports : Imports).TryAdd(local, import);
    }

    private JavaType AddType(SyntaxNode node, JavaType? outer)
    {
        var name = node.Field("name").IsNone ? "" : node.Field("name").Text;
        var type = new JavaType(new IrClass { Name = name, Node = node.Index }, node, outer) { Superclass = JavaTypes.Name(node.Field("superclass")) };
        if (type.Superclass is not null) type.Class.Bases.Add(type.Superclass);
        foreach (var child in node.NamedChildren)
        {
            if (!child.Is("super_interfaces") && !child.Is("extends_interfaces")) continue;
            foreach (var name2 in child.NamedChild(0).NamedChildren)
            {
                if (JavaTypes.Name(name2) is { } known && !type.Class.Bases.Contains(known, StringComparer.Ordinal)) type.Class.Bases.Add(known);
            }
        }
        byName.TryAdd(name, type);
        return Add(type);
    }

    private JavaType AddAnonymous(SyntaxNode node, string? name, JavaType? outer)
    {
        var type = new JavaType(new IrClass { Name = "", Node = node.Index }, node, outer) { Superclass = name };
        if (name is not null) type.Class.Bases.Add(name);
        return Add(type);
    }

    private JavaType Add(JavaType type)
    {
        byNode[type.Node.Index] = type;
        File.Classes.Add(type.Class);
        foreach (var component in type.Components())
        {
            if (JavaType.ParameterName(component) is { IsNone: false } name) AddField(type, name.Text, component.Field("type"), isStatic: false);
        }
        foreach (var member in type.Members())
        {
            switch (member.Kind)
            {
                case "field_declaration" or "constant_declaration":
                    var isStatic = member.Is("constant_declaration") || JavaType.Has(member, "static") || type.Node.Is("interface_declaration");
                    foreach (var declarator in member.NamedChildren)
                    {
                        if (declarator.Is("variable_declarator") && declarator.Field("name") is { IsNone: false } name) AddField(type, name.Text, declarator.Field("dimensions").IsNone ? member.Field("type") : default, isStatic);
                    }
                    break;
                case "enum_constant" when member.Field("name") is { IsNone: false } name:
                    type.Fields.TryAdd(name.Text, new JavaField(default, IsStatic: true));
                    type.Class.FieldTypes.TryAdd(name.Text, type.Class.Name);
                    break;
                case "method_declaration" when member.Field("name") is { IsNone: false } name:
                    type.Methods.TryAdd(name.Text, new JavaMethod(member.Field("type"), JavaType.Has(member, "static")));
                    break;
            }
        }
        return type;
    }

    private static void AddField(JavaType type, string name, SyntaxNode kind, bool isStatic)
    {
        type.Fields.TryAdd(name, new JavaField(kind, isStatic));
        if (JavaTypes.Name(kind) is { } typeName) type.Class.FieldTypes.TryAdd(name, typeName);
    }
}
