using Ase.Taint.Ir;

namespace Ase.Taint.Lowering.Bodies;

/// <summary>The names of nested blocks: a declaration hides an outer one of the same name until its block ends.</summary>
internal sealed class BlockScopes(FunctionBuilder builder)
{
    private readonly Stack<Dictionary<string, IrVariable?>> open = new();

    /// <summary>Enters a block.</summary>
    public void Enter() => open.Push(new Dictionary<string, IrVariable?>(StringComparer.Ordinal));

    /// <summary>Leaves the innermost block; the names it hid mean again what they meant before.</summary>
    public void Leave()
    {
        foreach (var (name, hidden) in open.Pop()) builder.Restore(name, hidden);
    }

    /// <summary>Declares a name in the innermost block; a second declaration in the same block is the same variable.</summary>
    public IrVariable Declare(string name, VariableKind kind = VariableKind.Local)
    {
        if (!open.TryPeek(out var block) || block.ContainsKey(name)) return builder.Declare(name, kind);
        var (variable, hidden) = builder.Shadow(name, kind);
        block.Add(name, hidden);
        return variable;
    }

    /// <summary>True when the innermost block declares the name.</summary>
    public bool IsDeclaredHere(string name) => open.TryPeek(out var block) && block.ContainsKey(name);
}
