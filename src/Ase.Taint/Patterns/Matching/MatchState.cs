using Ase.Taint.Patterns.Syntax;

namespace Ase.Taint.Patterns.Matching;

/// <summary>What is left to do.</summary>
internal enum Step : byte
{
    /// <summary>Pattern against node <c>A</c>.</summary>
    Node,
    /// <summary>Children from <c>A</c> on against the nodes from <c>B</c> to <c>C</c> under <c>D</c>, by field.</summary>
    Slots,
    /// <summary>Children from <c>A</c> on against the siblings from <c>B</c> to <c>C</c>; <c>D</c> is the last one taken.</summary>
    List,
    /// <summary>The same, but entering nested statements.</summary>
    DeepList,
    /// <summary>A run that began at <c>D</c> may end before <c>B</c>.</summary>
    Run,
    /// <summary>Children from <c>A</c> on in any order; <c>B</c> is the next candidate of the list from <c>D</c> to <c>C</c>.</summary>
    Unordered,
    /// <summary>The pattern somewhere from <c>A</c> to <c>B</c>.</summary>
    Search,
    /// <summary>Shape <c>B</c> of several against node <c>A</c>.</summary>
    Either,
    /// <summary>A chain on the pattern, of which <c>A</c> is a link.</summary>
    Chain,
    /// <summary>Operands from <c>A</c> on against those from <c>B</c> on of the chain kept at <c>C</c>.</summary>
    Operands,
}

/// <summary>A step with its arguments and the step after it.</summary>
internal struct Goal
{
    public PatternNode Pattern;
    public int A;
    public int B;
    public int C;
    public int D;
    public int Next;
    public ulong Used;
    public Step Step;
    public bool Flag;
}

/// <summary>An alternative to return to.</summary>
internal struct Choice
{
    public Goal Goal;
    public int Trail;
    public int Pool;
    public int RangeEnd;
}

/// <summary>The value of a metavariable: the nodes from <c>First</c> to before <c>End</c> (in preorder), or text alone when <c>First</c> is -1.</summary>
internal struct Bound
{
    public int First;
    public int End;
    public int Start;
    public int Stop;
    public bool IsSet;
}
