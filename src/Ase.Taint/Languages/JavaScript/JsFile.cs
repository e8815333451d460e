using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.JavaScript;

/// <summary>One file being lowered: what its functions share.</summary>
internal sealed class JsFile
{
    /// <summary>Nesting beyond which a construct is lowered as unknown, so that no input overflows the stack.</summary>
    public const int MaxDepth = 400;

    private readonly Dictionary<string, IrClass> prototypes = new(StringComparer.Ordinal);

    public JsFile(string path, SyntaxTree tree)
    {
        Tree = new JsTree(tree);
        Ir = new IrFile { Path = path, Tree = tree };
        Prepass = new JsPrepass(Tree);
        Top = new FunctionBuilder(NewFunction("", 0, null), null);
        Modules = new JsModules(this);
    }

    public JsTree Tree { get; }

    public IrFile Ir { get; }

    public JsPrepass Prepass { get; }

    /// <summary>The builder of the top-level code.</summary>
    public FunctionBuilder Top { get; }

    public JsModules Modules { get; }

    /// <summary>Current nesting of statements and expressions over all functions.</summary>
    public int Depth { get; set; }

    /// <summary>Above zero while code is lowered a second time (copies of <c>finally</c>), which is not counted again.</summary>
    public int Copies { get; set; }

    /// <summary>The getters of each class.</summary>
    public Dictionary<IrClass, HashSet<string>> Getters { get; } = [];

    /// <summary>The setters of each class.</summary>
    public Dictionary<IrClass, HashSet<string>> Setters { get; } = [];

    /// <summary>Functions by node, so that a copy of <c>finally</c> shares them.</summary>
    public Dictionary<int, IrFunction> Functions { get; } = [];

    public IrFile Lower()
    {
        new JsFunctionLowerer(this, Top).Program();
        Modules.Finish();
        return Ir;
    }

    public IrFunction NewFunction(string name, int node, IrFunction? enclosing, IrClass? type = null, bool isConstructor = false, bool isStatic = false)
    {
        var function = new IrFunction
        {
            Id = Ir.Functions.Count,
            Name = name,
            Node = node,
            Enclosing = enclosing,
            Class = type,
            IsConstructor = isConstructor,
            IsStatic = isStatic,
        };
        Ir.Functions.Add(function);
        return function;
    }

    /// <summary>Counts a visited node.</summary>
    public void Visit()
    {
        if (Copies == 0) Ir.Stats.Nodes++;
    }

    /// <summary>Counts a node that is lowered as unknown.</summary>
    public void Unknown(int node)
    {
        if (Copies > 0) return;
        var kind = Tree.KindName(node);
        Ir.Stats.Unknown[kind] = Ir.Stats.Unknown.GetValueOrDefault(kind) + 1;
    }

    /// <summary>The class made of a constructor function and its prototype, by its simple name.</summary>
    public IrClass PrototypeClass(string name, int node)
    {
        if (prototypes.TryGetValue(name, out var known)) return known;
        var type = new IrClass { Name = name, Node = node };
        prototypes[name] = type;
        Ir.Classes.Add(type);
        return type;
    }

    /// <summary>The class of a constructor function, or null.</summary>
    public IrClass? FindPrototype(string name) => prototypes.GetValueOrDefault(name);
}
