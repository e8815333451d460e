namespace Ase.Taint.Ir;

/// <summary>How a block ends.</summary>
/// <param name="Node">The statement; -1 when synthetic.</param>
public abstract record Terminator(int Node);

/// <summary>To one block.</summary>
public sealed record Goto(int Target) : Terminator(-1);

/// <summary>
/// To one of two blocks by a condition. Short-circuit operators and negation are already expanded: the condition is a leaf.
/// A <c>switch</c> is a chain of these, each comparing the subject with a case (the node is then the case's value or label).
/// </summary>
/// <param name="Node">The condition's node.</param>
/// <param name="Condition">Its value.</param>
/// <param name="WhenTrue">Block taken when it holds.</param>
/// <param name="WhenFalse">Block taken when it does not.</param>
public sealed record Branch(int Node, Operand Condition, int WhenTrue, int WhenFalse) : Terminator(Node);

/// <summary>One of several blocks, for a reason that data does not decide (loop entry of a <c>for-of</c>, <c>try</c>, <c>select</c>).</summary>
public sealed record AnyOf(int Node, IReadOnlyList<int> Targets) : Terminator(Node);

/// <summary>Leaves the function with values (several in Go); none for a plain return or the end of the body.</summary>
public sealed record Return(int Node, IReadOnlyList<Operand> Values) : Terminator(Node);

/// <summary>Leaves by exception, to <see cref="IrBlock.Handler"/> if there is one.</summary>
public sealed record Throw(int Node, Operand? Value) : Terminator(Node);

/// <summary>Ends the program: <c>exit</c>, <c>die</c>, <c>process.exit()</c>, <c>os.Exit</c>, <c>log.Fatal</c>, <c>panic</c>.</summary>
public sealed record Stop(int Node) : Terminator(Node);

/// <summary>A run of instructions with one entry and one end.</summary>
public sealed class IrBlock(int id)
{
    /// <summary>Index in <see cref="IrFunction.Blocks"/>.</summary>
    public int Id { get; } = id;

    /// <summary>The instructions in order.</summary>
    public List<Instruction> Instructions { get; } = [];

    /// <summary>How it ends; null only while the function is being built.</summary>
    public Terminator? Terminator { get; set; }

    /// <summary>The block that an exception in this one goes to (<c>catch</c> or <c>finally</c>); -1: leaves the function.</summary>
    public int Handler { get; set; } = -1;

    /// <summary>The blocks that may follow, exceptions apart.</summary>
    public IReadOnlyList<int> Successors => Terminator switch
    {
        Goto g => [g.Target],
        Branch b => b.WhenTrue == b.WhenFalse ? [b.WhenTrue] : [b.WhenTrue, b.WhenFalse],
        AnyOf a => a.Targets,
        Return or Stop => [],
        Throw => Handler >= 0 ? [Handler] : [],
        null => throw new InvalidOperationException($"block {Id} has no end"),
        _ => throw new InvalidOperationException(Terminator.GetType().Name),
    };
}
