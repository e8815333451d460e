namespace Ase.Taint.Ir;

/// <summary>One step of a block. Instructions are evaluated in order; each reads operands and writes at most one place.</summary>
/// <param name="Node">The syntax node that this instruction evaluates; -1 when synthetic.</param>
public abstract record Instruction(int Node);

/// <summary><c>Target = Value</c>. The load of a field is a copy from a place with a path. A target with a path is a store.</summary>
/// <param name="Node">The assignment (or the value's node, for <c>await x</c>, casts and the like).</param>
/// <param name="Target">Where to.</param>
/// <param name="Value">What.</param>
/// <param name="TargetNode">The syntax node of the target as written; -1 when synthetic.</param>
public sealed record Assign(int Node, Place Target, Operand Value, int TargetNode = -1) : Instruction(Node);

/// <summary>The operation's family; what matters to data flow, not the exact operator.</summary>
public enum OperationKind
{
    /// <summary>String building: <c>+</c> (also on numbers), <c>.</c>, <c>%</c> on strings, templates, f-strings.</summary>
    Concat,
    /// <summary>Arithmetic and bits, apart from <c>+</c>.</summary>
    Arithmetic,
    /// <summary>Comparison, membership (<c>in</c>), <c>instanceof</c>: a boolean.</summary>
    Compare,
    /// <summary>Negation: a boolean.</summary>
    Not,
    /// <summary>Either operand: <c>a ?? b</c>, joins of values.</summary>
    Select,
    /// <summary>A new array, list, tuple or set; elements are stored by later assignments.</summary>
    NewArray,
    /// <summary>A new object, map or dictionary; entries are stored by later assignments.</summary>
    NewObject,
    /// <summary>The keys of an object (<c>for in</c>, <c>foreach</c> keys, <c>range</c> index).</summary>
    Keys,
    /// <summary>Spread, unpacking: all elements of the operand.</summary>
    Spread,
    /// <summary>Cast to a type whose name is the operator.</summary>
    Cast,
    /// <summary>Cast or operator whose result is a number or a boolean whatever goes in: <c>(int)$x</c>, <c>+x</c>, <c>typeof</c>.</summary>
    Scalar,
    /// <summary>A construct the front-end does not know: depends on everything inside.</summary>
    Unknown,
}

/// <summary>A value computed from operands.</summary>
/// <param name="Node">The expression.</param>
/// <param name="Target">Where the result goes.</param>
/// <param name="Kind">The family.</param>
/// <param name="Operator">The operator as written, empty when there is none.</param>
/// <param name="Operands">What it reads.</param>
public sealed record Operation(int Node, Place Target, OperationKind Kind, string Operator, IReadOnlyList<Operand> Operands) : Instruction(Node);

/// <summary>An actual argument.</summary>
/// <param name="Value">The value.</param>
/// <param name="Keyword">The keyword in <c>f(name=value)</c>, else null.</param>
/// <param name="IsSpread">True for <c>...x</c>, <c>*x</c>, <c>**x</c>.</param>
/// <param name="ByReference">True for <c>&amp;x</c>.</param>
public sealed record Argument(Operand Value, string? Keyword = null, bool IsSpread = false, bool ByReference = false);

/// <summary>
/// A call of a function, method or constructor, or of a language construct that behaves like one (<c>echo</c>, <c>include</c>, <c>print</c>,
/// back-ticks: <see cref="Name"/> is then the construct's name).
/// </summary>
/// <param name="Node">The call expression or statement.</param>
/// <param name="Target">Where the result goes; a temporary when it is used, null when not.</param>
/// <param name="Name">The last name: <c>exec</c> in <c>child_process.exec(x)</c>; the class for a constructor; empty when the callee is computed.</param>
/// <param name="Receiver">The object before the last name (<c>child_process</c>), or null.</param>
/// <param name="Arguments">Positional and keyword arguments.</param>
public sealed record Call(int Node, Place? Target, string Name, Operand? Receiver, IReadOnlyList<Argument> Arguments) : Instruction(Node)
{
    /// <summary>The callee as a value, where it is not a plain member: a variable that holds a function, the result of another call.</summary>
    public Operand? Function { get; init; }

    /// <summary>The class in <c>Class::method()</c>, <c>Class.method()</c> where it is known to be one, <c>parent</c> and <c>self</c> resolved to names.</summary>
    public string? ClassName { get; init; }

    /// <summary>True for <c>new X()</c>.</summary>
    public bool IsNew { get; init; }
}

/// <summary><c>Target = function</c>: a function expression, closure, arrow, nested definition or method reference.</summary>
/// <param name="Node">The function's node.</param>
/// <param name="Target">Where the function value goes.</param>
/// <param name="Function">The function.</param>
public sealed record MakeClosure(int Node, Place Target, IrFunction Function) : Instruction(Node);

/// <summary>An expression whose value is not used, but which is evaluated: <c>x;</c>, <c>yield x</c>, a computed key. Sinks may match it.</summary>
public sealed record Evaluate(int Node, Operand Value) : Instruction(Node);

/// <summary>
/// States that <see cref="Target"/> is the truth of <see cref="Predicate"/>, emitted beside the ordinary instructions that compute it
/// (a logical expression in value position is lowered with branches, and this remembers its shape).
/// </summary>
public sealed record DefinePredicate(int Node, IrVariable Target, Predicate Predicate) : Instruction(Node);

/// <summary>A boolean expression over conditions; leaves are syntax nodes (never <c>!</c>, <c>&amp;&amp;</c>, <c>||</c> or parentheses).</summary>
public abstract record Predicate
{
    private Predicate() { }

    /// <summary>A condition.</summary>
    /// <param name="Node">Its syntax node.</param>
    /// <param name="Value">Its value.</param>
    public sealed record Leaf(int Node, Operand Value) : Predicate;

    /// <summary>Negation.</summary>
    public sealed record Not(Predicate Inner) : Predicate;

    /// <summary>Conjunction.</summary>
    public sealed record And(Predicate Left, Predicate Right) : Predicate;

    /// <summary>Disjunction.</summary>
    public sealed record Or(Predicate Left, Predicate Right) : Predicate;
}
