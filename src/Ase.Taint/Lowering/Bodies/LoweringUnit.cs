using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Lowering.Bodies;

/// <summary>What the functions of one file share while the file is lowered.</summary>
internal class LoweringUnit(IrFile file)
{
    /// <summary>Nesting of statements and expressions beyond which a construct becomes one unknown operation.</summary>
    public const int MaxDepth = 400;

    private readonly Dictionary<int, IrFunction> byNode = [];

    /// <summary>The file being made.</summary>
    public IrFile File { get; } = file;

    /// <summary>Its tree.</summary>
    public SyntaxTree Tree => File.Tree;

    /// <summary>Nesting at the moment, over all functions.</summary>
    public int Depth { get; set; }

    /// <summary>True inside a <c>finally</c> that is being lowered twice; further ones inside it are lowered once.</summary>
    public bool InFinally { get; set; }

    /// <summary>Counts a named node.</summary>
    public void Visit() => File.Stats.Nodes++;

    /// <summary>Counts a node that has no case.</summary>
    public void CountUnknown(string kind)
    {
        var unknown = File.Stats.Unknown;
        unknown[kind] = unknown.GetValueOrDefault(kind) + 1;
    }

    /// <summary>Adds a function to the file.</summary>
    public IrFunction NewFunction(string name, int node, IrFunction? enclosing, IrClass? type = null, bool constructor = false, bool isStatic = false)
    {
        var function = new IrFunction
        {
            Id = File.Functions.Count,
            Name = name,
            Node = node,
            Enclosing = enclosing,
            Class = type,
            IsConstructor = constructor,
            IsStatic = isStatic,
        };
        File.Functions.Add(function);
        return function;
    }

    /// <summary>The function of a node, made on first use: a <c>finally</c> block is lowered twice, the closures in it once.</summary>
    public IrFunction Once(int node, Func<IrFunction> make)
    {
        if (!byNode.TryGetValue(node, out var function)) byNode[node] = function = make();
        return function;
    }
}
