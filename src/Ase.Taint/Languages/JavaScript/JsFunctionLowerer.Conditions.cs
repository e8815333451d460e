using Ase.Taint.Ir;

namespace Ase.Taint.Languages.JavaScript;

internal sealed partial class JsFunctionLowerer
{
    /// <summary>
    /// Evaluates a condition and goes on in one of two blocks; the current block is ended. With a <paramref name="result"/> the value of
    /// the expression is left there on both ways.
    /// </summary>
    private Predicate Condition(int node, IrBlock whenTrue, IrBlock whenFalse, IrVariable? result = null)
    {
        node = tree.Unwrap(node);
        if (node < 0)
        {
            Terminate(new AnyOf(-1, [whenTrue.Id, whenFalse.Id]));
            return new Predicate.Leaf(-1, Literal(-1, "undefined"));
        }
        if (!Deeper()) return Leaf(node, TooDeep(node), whenTrue, whenFalse, result);
        var predicate = ConditionCore(node, whenTrue, whenFalse, result);
        file.Depth--;
        return predicate;
    }

    private Predicate ConditionCore(int node, IrBlock whenTrue, IrBlock whenFalse, IrVariable? result)
    {
        switch (tree.Kind(node))
        {
            case JsKind.BinaryExpression when LogicalOperator(node) is { } op:
                return Chain(node, op, whenTrue, whenFalse, result);
            case JsKind.UnaryExpression when tree.Span(tree.Field(node, JsField.Operator)) is "!":
                file.Visit();
                return Negation(node, whenTrue, whenFalse, result);
            case JsKind.SequenceExpression:
                file.Visit();
                return Condition(LastOfSequence(node), whenTrue, whenFalse, result);
            case JsKind.TernaryExpression:
                file.Visit();
                return Ternary(node, whenTrue, whenFalse, result);
            case JsKind.True or JsKind.False or JsKind.Number when tree.Span(node) is "true" or "false" or "0" or "1":
                file.Visit();
                var constant = Literal(node, tree.Text(node));
                if (result is not null) b.Emit(new Assign(node, new Place(result), constant));
                Jump(tree.Span(node) is "true" or "1" ? whenTrue : whenFalse);
                return new Predicate.Leaf(node, constant);
            default:
                return Leaf(node, Expression(node), whenTrue, whenFalse, result);
        }
    }

    private Predicate.Leaf Leaf(int node, Operand value, IrBlock whenTrue, IrBlock whenFalse, IrVariable? result)
    {
        if (result is not null) b.Emit(new Assign(node, new Place(result), value));
        if (whenTrue == whenFalse) Jump(whenTrue);
        else Terminate(new Branch(node, value, whenTrue.Id, whenFalse.Id));
        return new Predicate.Leaf(node, value);
    }

    // `a && b && c` and `a || b || c`: left-deep, so the parts are collected first
    private Predicate Chain(int node, string op, IrBlock whenTrue, IrBlock whenFalse, IrVariable? result)
    {
        var parts = new List<int>();
        for (; tree.Kind(node) == JsKind.BinaryExpression && LogicalOperator(node) == op; node = tree.Unwrap(tree.Field(node, JsField.Left)))
        {
            file.Visit();
            parts.Add(tree.Field(node, JsField.Right));
        }
        parts.Add(node);
        parts.Reverse();
        var predicates = new List<Predicate>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            var next = i == parts.Count - 1 ? null : b.NewBlock();
            predicates.Add(op == "&&"
                ? Condition(parts[i], next ?? whenTrue, whenFalse, result)
                : Condition(parts[i], whenTrue, next ?? whenFalse, result));
            if (next is not null) b.MoveTo(next);
        }
        // pairwise, so that a chain of n parts is log n deep
        while (predicates.Count > 1)
        {
            var pairs = new List<Predicate>((predicates.Count + 1) / 2);
            for (var i = 0; i < predicates.Count; i += 2)
            {
                pairs.Add(i + 1 == predicates.Count ? predicates[i]
                    : op == "&&" ? new Predicate.And(predicates[i], predicates[i + 1])
                    : new Predicate.Or(predicates[i], predicates[i + 1]));
            }
            predicates = pairs;
        }
        return predicates[0];
    }

    private Predicate.Not Negation(int node, IrBlock whenTrue, IrBlock whenFalse, IrVariable? result)
    {
        var argument = tree.Field(node, JsField.Argument);
        if (result is null) return new Predicate.Not(Condition(argument, whenFalse, whenTrue));
        var (yes, no) = (b.NewBlock(), b.NewBlock());
        var inner = Condition(argument, yes, no);
        b.MoveTo(yes);
        b.Emit(new Assign(node, new Place(result), Literal(-1, "false")));
        Jump(whenFalse);
        b.MoveTo(no);
        b.Emit(new Assign(node, new Place(result), Literal(-1, "true")));
        Jump(whenTrue);
        return new Predicate.Not(inner);
    }

    private Predicate Ternary(int node, IrBlock whenTrue, IrBlock whenFalse, IrVariable? result)
    {
        var (yes, no) = (b.NewBlock(), b.NewBlock());
        var test = Condition(tree.Field(node, JsField.Condition), yes, no);
        b.MoveTo(yes);
        var first = Condition(tree.Field(node, JsField.Consequence), whenTrue, whenFalse, result);
        b.MoveTo(no);
        var second = Condition(tree.Field(node, JsField.Alternative), whenTrue, whenFalse, result);
        // the test stands twice in the formula: only a small one, or nesting would double it each time
        if (test is not (Predicate.Leaf or Predicate.Not { Inner: Predicate.Leaf })) return new Predicate.Leaf(node, result is null ? Literal(node, "?") : Read(node, result));
        return new Predicate.Or(new Predicate.And(test, first), new Predicate.And(new Predicate.Not(test), second));
    }

    private string? LogicalOperator(int node) => tree.Span(tree.Field(node, JsField.Operator)) switch
    {
        "&&" => "&&",
        "||" => "||",
        _ => null,
    };

    /// <summary>A logical expression for its value.</summary>
    private Operand Logical(int node)
    {
        var result = b.Temp();
        var end = b.NewBlock();
        var predicate = Condition(node, end, end, result);
        b.MoveTo(end);
        b.Emit(new DefinePredicate(node, result, predicate));
        return Read(node, result);
    }

    private Operand Not(int node)
    {
        var argument = tree.Unwrap(tree.Field(node, JsField.Argument));
        var result = b.Temp();
        var value = argument < 0 ? Literal(-1, "undefined") : Expression(argument);
        var inner = PredicateOf(value) ?? new Predicate.Leaf(argument, value);
        b.Emit(new Operation(node, new Place(result), OperationKind.Not, "!", [value]));
        b.Emit(new DefinePredicate(node, result, new Predicate.Not(inner)));
        return Read(node, result);
    }

    // the predicate that was defined for a value a moment ago
    private Predicate? PredicateOf(Operand value) =>
        value.Place is { Path.Count: 0, Variable: var variable } && b.Current.Instructions is [.., DefinePredicate last] && ReferenceEquals(last.Target, variable) ? last.Predicate : null;

    /// <summary>A value that is assigned or returned: if it is a call or a comparison, remembers that its truth is that of this expression.</summary>
    private Operand Predicated(int node, string hint = "")
    {
        var value = Expression(node, hint);
        var inner = tree.Unwrap(node);
        var leaf = tree.Kind(inner) == JsKind.AwaitExpression ? tree.Unwrap(tree.First(inner)) : inner;
        var isCondition = tree.Kind(leaf) == JsKind.CallExpression || (tree.Kind(leaf) == JsKind.BinaryExpression && IsComparison(leaf));
        if (isCondition && value.Place is { Path.Count: 0, Variable: { Kind: VariableKind.Temp } temp })
        {
            b.Emit(new DefinePredicate(leaf, temp, new Predicate.Leaf(leaf, value with { Node = leaf })));
        }
        return value;
    }

    private bool IsComparison(int node) =>
        tree.Span(tree.Field(node, JsField.Operator)) is "==" or "===" or "!=" or "!==" or "<" or ">" or "<=" or ">=" or "in" or "instanceof";
}
