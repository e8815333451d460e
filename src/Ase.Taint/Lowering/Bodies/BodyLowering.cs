using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Lowering.Bodies;

/// <summary>
/// Lowers the body of one function. Holds what does not depend on the language: depth, unknown constructs, temporaries, conditions, jumps;
/// a language adds its dispatch over node kinds.
/// </summary>
internal abstract partial class BodyLowering(LoweringUnit unit, FunctionBuilder builder)
{
    /// <summary>The file.</summary>
    protected LoweringUnit Unit { get; } = unit;

    /// <summary>The blocks being built.</summary>
    protected FunctionBuilder B { get; } = builder;

    /// <summary>The function being built.</summary>
    protected IrFunction Function => B.Function;

    /// <summary>The value of an expression; parentheses are looked through.</summary>
    public Operand Expression(SyntaxNode node)
    {
        node = Unwrap(node);
        if (node.IsNone) return Nothing(-1);
        Unit.Visit();
        if (Unit.Depth >= LoweringUnit.MaxDepth) return TooDeep(node);
        Unit.Depth++;
        if (node.HasError) LowerErrors(node);
        var value = DispatchExpression(node) ?? Unknown(node);
        Unit.Depth--;
        return value;
    }

    /// <summary>Lowers a statement.</summary>
    public void Statement(SyntaxNode node)
    {
        if (node.IsNone) return;
        if (!IsStatement(node))
        {
            if (node.IsNamed) Discard(node);
            return;
        }
        Unit.Visit();
        if (Unit.Depth >= LoweringUnit.MaxDepth)
        {
            TooDeep(node);
            return;
        }
        Unit.Depth++;
        if (node.HasError) LowerErrors(node);
        DispatchStatement(node);
        Unit.Depth--;
    }

    /// <summary>Lowers the statements among the children of a node in order; text that did not parse as far as it can be understood.</summary>
    protected void Statements(SyntaxNode block)
    {
        foreach (var child in block.Children)
        {
            if (IsPart(child)) Statement(child);
        }
    }

    /// <summary>True when the kind has a case among the statements.</summary>
    protected abstract bool IsStatement(SyntaxNode node);

    /// <summary>True for a list of statements, which handles text that did not parse itself.</summary>
    protected abstract bool IsBlock(SyntaxNode node);

    /// <summary>Lowers a node whose kind has a case among the statements.</summary>
    protected abstract void DispatchStatement(SyntaxNode node);

    /// <summary>The value of an expression, or null when the kind has no case.</summary>
    protected abstract Operand? DispatchExpression(SyntaxNode node);

    /// <summary>Looks through parentheses, however deep.</summary>
    protected abstract SyntaxNode Unwrap(SyntaxNode node);

    /// <summary>The variable that a leaf names, or null when it names none.</summary>
    protected abstract Operand? VariableAt(SyntaxNode node);

    /// <summary>A literal operand for the absence of a value.</summary>
    protected abstract Operand Nothing(int node);

    /// <summary>The literal operand for a truth value.</summary>
    protected abstract Operand Truth(bool value);

    /// <summary>Evaluates an expression whose value is not used.</summary>
    protected virtual void Discard(SyntaxNode node) => Use(node, Expression(node));

    /// <summary>Keeps an evaluated operand visible to sinks and sources when no instruction holds it yet.</summary>
    protected void Use(SyntaxNode node, Operand value)
    {
        if (value.Place is { Variable.Kind: not VariableKind.Temp } || value.Place is { Path.Count: > 0 }) B.Emit(new Evaluate(node.Index, value));
    }

    /// <summary>Takes back the result of a call that was just emitted and that nobody uses.</summary>
    protected void Drop(Operand value)
    {
        var emitted = B.Current.Instructions;
        if (emitted is [.., Call { Target: { Path.Count: 0, Variable: { Kind: VariableKind.Temp } result } } call] && value.Place is { Path.Count: 0 } place && place.Variable == result)
        {
            emitted[^1] = call with { Target = null };
        }
    }

    /// <summary>A named child that carries meaning: no comment, no text between islands of code, but text that did not parse.</summary>
    protected static bool IsPart(SyntaxNode node) => node.IsError || (node.IsNamed && !node.IsExtra);

    /// <summary>A construct without a case: depends on everything inside.</summary>
    protected Operand Unknown(SyntaxNode node)
    {
        Unit.CountUnknown(node.Kind);
        var operands = new List<Operand>();
        foreach (var child in node.Children)
        {
            if (!IsPart(child) || (child.IsError && node.HasError && !node.IsError)) continue;
            if (IsStatement(child)) Statement(child);
            else operands.Add(Expression(child));
        }
        return Compute(node, OperationKind.Unknown, "", operands);
    }

    /// <summary>A literal.</summary>
    protected static Operand Literal(SyntaxNode node, string value, bool isString = false) => new(node.Index, null, value, node.Index) { IsString = isString };

    /// <summary>The operand of a variable as written at a node.</summary>
    protected static Operand Variable(SyntaxNode node, IrVariable variable) => new(node.Index, new Place(variable), BaseNode: node.Index);

    /// <summary>The result of an instruction, held by a temporary.</summary>
    protected static Operand Result(SyntaxNode node, IrVariable temp) => Variable(node, temp);

    /// <summary>Emits an operation into a new temporary.</summary>
    protected Operand Compute(SyntaxNode node, OperationKind kind, string text, IReadOnlyList<Operand> operands)
    {
        var temp = B.Temp();
        B.Emit(new Operation(node.Index, new Place(temp), kind, text, operands));
        return Result(node, temp);
    }

    /// <summary>Emits a call into a new temporary.</summary>
    protected Operand Invoke(SyntaxNode node, string name, Operand? receiver, IReadOnlyList<Argument> arguments, Operand? function = null, string? className = null, bool isNew = false)
    {
        var temp = B.Temp();
        B.Emit(new Call(node.Index, new Place(temp), name, receiver, arguments) { Function = function, ClassName = className, IsNew = isNew });
        return Result(node, temp);
    }

    /// <summary>Emits a call whose result is not used, for a construct that behaves like one.</summary>
    protected void Construct(SyntaxNode node, string name, IEnumerable<Operand> arguments) =>
        B.Emit(new Call(node.Index, null, name, null, [.. arguments.Select(a => new Argument(a))]));

    /// <summary>A part of a value. A literal, and a value without a place of its own, is first kept in a temporary.</summary>
    protected Operand Part(SyntaxNode node, Operand whole, AccessorKind kind, string name, Operand? key = null) =>
        Part(node.Index, whole, kind, name, key);

    /// <summary>A part of a value; <paramref name="node"/> is -1 for a part that is not written as one.</summary>
    protected Operand Part(int node, Operand whole, AccessorKind kind, string name, Operand? key = null)
    {
        var place = whole.Place ?? Hold(whole);
        return new Operand(node, place.With(new Accessor(kind, name, node, key)), BaseNode: whole.BaseNode);
    }

    /// <summary>Any element of a value, as iteration yields them.</summary>
    protected Operand Element(Operand whole) => Part(-1, whole, AccessorKind.Any, "");

    /// <summary>Copies a value to a temporary.</summary>
    protected Place Hold(Operand value)
    {
        var place = new Place(B.Temp());
        B.Emit(new Assign(-1, place, value));
        return place;
    }

    private void LowerErrors(SyntaxNode node)
    {
        if (node.IsError || IsBlock(node)) return;
        foreach (var child in node.Children)
        {
            if (child.IsError) Expression(child);
        }
    }

    /// <summary>Beyond the depth: one operation over all variables inside, found without recursion.</summary>
    private Operand TooDeep(SyntaxNode node)
    {
        const int most = 64;
        var operands = new List<Operand>();
        var seen = new HashSet<IrVariable>();
        var tree = node.Tree;
        for (int i = node.Index, last = tree.LastOf(i); i < last; i++)
        {
            var inner = tree[i];
            if (!inner.IsNamed || inner.IsExtra) continue;
            Unit.Visit();
            Unit.CountUnknown(inner.Kind);
            if (operands.Count < most && VariableAt(inner) is { Place: { } place } operand && seen.Add(place.Variable)) operands.Add(operand);
        }
        return Compute(node, OperationKind.Unknown, "", operands);
    }
}
