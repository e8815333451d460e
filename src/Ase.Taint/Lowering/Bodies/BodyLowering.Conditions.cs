using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Lowering.Bodies;

/// <summary>The shape of a condition.</summary>
internal enum LogicKind
{
    /// <summary>No logical operator.</summary>
    Leaf,
    /// <summary>Negation of the left part.</summary>
    Not,
    /// <summary>Both parts.</summary>
    And,
    /// <summary>Either part.</summary>
    Or,
}

internal abstract partial class BodyLowering
{
    /// <summary>The logical operator of a node without parentheses, and its parts.</summary>
    protected abstract LogicKind Logic(SyntaxNode node, out SyntaxNode left, out SyntaxNode right);

    /// <summary>The truth of a literal, or null when it is not a constant condition.</summary>
    protected abstract bool? ConstantTruth(Operand literal);

    /// <summary>True when <c>a || b</c> yields one of its operands, false when it yields a boolean.</summary>
    protected abstract bool LogicYieldsOperand { get; }

    /// <summary>Branches on an expression: short-circuit operators and negation become edges.</summary>
    /// <param name="node">The condition.</param>
    /// <param name="whenTrue">Entered when it holds.</param>
    /// <param name="whenFalse">Entered when it does not.</param>
    /// <param name="into">Receives the value with which the condition holds, where the language yields operands.</param>
    /// <returns>The shape, for conditions that are kept in variables.</returns>
    protected Predicate Condition(SyntaxNode node, IrBlock whenTrue, IrBlock whenFalse, IrVariable? into = null)
    {
        node = Unwrap(node);
        var kind = Logic(node, out var left, out var right);
        var negations = 0;
        while (kind == LogicKind.Not)
        {
            Unit.Visit();
            negations++;
            node = Unwrap(left);
            kind = Logic(node, out left, out right);
        }
        if (negations > 0)
        {
            var inner = (negations & 1) == 0 ? Condition(node, Storing(whenTrue, into), whenFalse) : Condition(node, whenFalse, Storing(whenTrue, into));
            return (negations & 1) == 0 ? inner : new Predicate.Not(inner);
        }
        if (kind == LogicKind.Leaf || Unit.Depth >= LoweringUnit.MaxDepth) return Leaf(node, whenTrue, whenFalse, into);

        var parts = new List<SyntaxNode>();
        for (var operation = kind; operation == kind; operation = Logic(node, out left, out right))
        {
            Unit.Visit();
            parts.Add(right);
            node = Unwrap(left);
        }
        parts.Add(node);
        parts.Reverse();
        Unit.Depth++;
        var predicates = new List<Predicate>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            var last = i == parts.Count - 1;
            var next = last ? null : B.NewBlock();
            predicates.Add(kind == LogicKind.And
                ? Condition(parts[i], next ?? whenTrue, whenFalse, last ? into : null)
                : Condition(parts[i], whenTrue, next ?? whenFalse, into));
            if (next is not null) B.MoveTo(next);
        }
        Unit.Depth--;
        return Balance(predicates, 0, predicates.Count, kind);
    }

    /// <summary>The value of a logical expression, with its shape remembered.</summary>
    protected Operand LogicValue(SyntaxNode node)
    {
        var result = B.Temp();
        B.Emit(new Assign(-1, new Place(result), Truth(false)));
        var join = B.NewBlock();
        Predicate predicate;
        if (LogicYieldsOperand)
        {
            predicate = Condition(node, join, join, result);
        }
        else
        {
            var holds = Storing(join, result)!;
            predicate = Condition(node, holds, join);
        }
        B.MoveTo(join);
        B.Emit(new DefinePredicate(node.Index, result, predicate));
        return Result(node, result);
    }

    /// <summary>Evaluates a logical expression for its effects (<c>$ok or die();</c>).</summary>
    protected void LogicStatement(SyntaxNode node)
    {
        var join = B.NewBlock();
        Condition(node, join, join);
        B.MoveTo(join);
    }

    /// <summary>Remembers that a variable holds the outcome of a condition, when the expression is one.</summary>
    protected void RememberCondition(SyntaxNode expression, Operand value, IrVariable target)
    {
        expression = Unwrap(expression);
        if (expression.IsNone || value.Place is null || !IsCondition(expression)) return;
        var predicate = KnownPredicate(value) ?? new Predicate.Leaf(expression.Index, value);
        B.Emit(new DefinePredicate(expression.Index, target, predicate));
    }

    /// <summary>True for calls, comparisons and logical expressions.</summary>
    protected abstract bool IsCondition(SyntaxNode node);

    /// <summary>A conditional expression.</summary>
    protected Operand Choose(SyntaxNode node, SyntaxNode condition, SyntaxNode whenTrue, SyntaxNode whenFalse)
    {
        var result = B.Temp();
        var (yes, no, join) = (B.NewBlock(), B.NewBlock(), B.NewBlock());
        Condition(condition, yes, no);
        B.MoveTo(yes);
        Store(node, result, Expression(whenTrue), join);
        B.MoveTo(no);
        Store(node, result, Expression(whenFalse), join);
        B.MoveTo(join);
        return Result(node, result);
    }

    /// <summary><c>result = value</c>, then on in <paramref name="join"/>.</summary>
    protected void Store(SyntaxNode node, IrVariable result, Operand value, IrBlock join)
    {
        B.Emit(new Assign(node.Index, new Place(result), value));
        B.End(new Goto(join.Id), join);
    }

    private Predicate? KnownPredicate(Operand value)
    {
        if (value.Place is not { Path.Count: 0, Variable: { Kind: VariableKind.Temp } variable }) return null;
        return B.Current.Instructions is [.., DefinePredicate known] && known.Target == variable ? known.Predicate : null;
    }

    private Predicate.Leaf Leaf(SyntaxNode node, IrBlock whenTrue, IrBlock whenFalse, IrVariable? into)
    {
        var value = Expression(node);
        var index = node.IsNone ? -1 : node.Index;
        var target = whenTrue;
        if (into is not null)
        {
            target = B.NewBlock();
            target.Instructions.Add(new Assign(index, new Place(into), value));
            target.Terminator = new Goto(whenTrue.Id);
        }
        Terminator end = ConstantTruth(value) is { } constant
            ? new Goto(constant ? target.Id : whenFalse.Id)
            : new Branch(index, value, target.Id, whenFalse.Id);
        B.End(end, whenTrue);
        return new Predicate.Leaf(index, value);
    }

    /// <summary>A block that stores "true" and goes on; the block itself when nothing is to be stored.</summary>
    private IrBlock Storing(IrBlock next, IrVariable? into)
    {
        if (into is null) return next;
        var block = B.NewBlock();
        block.Instructions.Add(new Assign(-1, new Place(into), Truth(true)));
        block.Terminator = new Goto(next.Id);
        return block;
    }

    /// <summary>A long chain becomes a tree of logarithmic depth; and and or are associative.</summary>
    private static Predicate Balance(List<Predicate> parts, int start, int end, LogicKind kind)
    {
        if (end - start == 1) return parts[start];
        var middle = (start + end) / 2;
        var (left, right) = (Balance(parts, start, middle, kind), Balance(parts, middle, end, kind));
        return kind == LogicKind.And ? new Predicate.And(left, right) : new Predicate.Or(left, right);
    }
}
