using Ase.Taint.Ir;

namespace Ase.Taint.Languages.JavaScript;

internal sealed partial class JsFunctionLowerer
{
    /// <summary>The value of an expression.</summary>
    /// <param name="node">The expression.</param>
    /// <param name="hint">The name that a function or class without one gets.</param>
    private Operand Expression(int node, string hint = "")
    {
        node = tree.Unwrap(node);
        if (node < 0) return Literal(-1, "undefined");
        if (!Deeper()) return TooDeep(node);
        file.Visit();
        var value = ExpressionCore(node, hint);
        file.Depth--;
        return value;
    }

    private Operand ExpressionCore(int node, string hint)
    {
        switch (tree.Kind(node))
        {
            case JsKind.Identifier or JsKind.ShorthandPropertyIdentifier:
                return Name(node);
            case JsKind.This:
                return This(node);
            case JsKind.Undefined or JsKind.Null or JsKind.True or JsKind.False or JsKind.Number or JsKind.Regex or JsKind.MetaProperty:
                return Literal(node, tree.Text(node));
            case JsKind.String:
                return Literal(node, JsNames.StringValue(tree, node), isString: true);
            case JsKind.TemplateString:
                return Template(node);
            case JsKind.MemberExpression or JsKind.SubscriptExpression or JsKind.CallExpression:
                return Postfix(node, wanted: true);
            case JsKind.NewExpression:
                return New(node, wanted: true);
            case JsKind.BinaryExpression:
                return Binary(node);
            case JsKind.UnaryExpression:
                return Unary(node);
            case JsKind.UpdateExpression:
                return Update(node);
            case JsKind.AssignmentExpression:
                return Assignment(node);
            case JsKind.AugmentedAssignmentExpression:
                return Augmented(node);
            case JsKind.TernaryExpression:
                return TernaryValue(node, hint);
            case JsKind.SequenceExpression:
                var last = LastOfSequence(node);
                return Expression(last) with { Node = node };
            case JsKind.Array:
                return Array(node);
            case JsKind.Object:
                return Object(node);
            case JsKind.FunctionExpression or JsKind.GeneratorFunction or JsKind.ArrowFunction:
                return Closure(node, hint);
            case JsKind.Class:
                return ClassExpression(node, hint);
            case JsKind.AwaitExpression:
                return Await(node);
            case JsKind.YieldExpression:
                return Yield(node);
            case JsKind.JsxElement or JsKind.JsxSelfClosingElement:
                return Jsx(node);
            case JsKind.JsxExpression or JsKind.TemplateSubstitution or JsKind.ComputedPropertyName:
                return Expression(tree.First(node));
            case JsKind.SpreadElement:
                return Spread(node);
            case JsKind.AsExpression or JsKind.SatisfiesExpression or JsKind.NonNullExpression or JsKind.InstantiationExpression:
                return Typed(node, tree.First(node), hint);
            case JsKind.TypeAssertion:
                return Typed(node, tree.Last(node), hint);
            case JsKind.InternalModule or JsKind.Module:
                Namespace(node);
                return Literal(node, "undefined");
            case JsKind.Super:
                return This(node);
            case JsKind.EmptyStatement:
                return Literal(node, "undefined");
            case JsKind.Pair or JsKind.MethodDefinition:
                // outside of an object only in text that did not parse
                return Unknown(node);
            default:
                return Unknown(node);
        }
    }

    // a cast that only the compiler sees: the value as before, under the node of the whole
    private Operand Typed(int node, int inner, string hint)
    {
        var value = Expression(inner, hint);
        return value with { Node = node, BaseNode = value.BaseNode >= 0 ? value.BaseNode : value.Node };
    }

    /// <summary>An expression for what it does.</summary>
    private void Effect(int node)
    {
        node = tree.Unwrap(node);
        if (node < 0) return;
        if (!Deeper())
        {
            TooDeep(node);
            return;
        }
        EffectCore(node);
        file.Depth--;
    }

    private void EffectCore(int node)
    {
        switch (tree.Kind(node))
        {
            case JsKind.CallExpression:
                file.Visit();
                Postfix(node, wanted: false);
                break;
            case JsKind.NewExpression:
                file.Visit();
                New(node, wanted: false);
                break;
            case JsKind.SequenceExpression:
                file.Visit();
                Effect(LastOfSequence(node));
                break;
            case JsKind.BinaryExpression when LogicalOperator(node) is { } op:
                file.Visit();
                var (then, end) = (b.NewBlock(), b.NewBlock());
                if (op == "&&") Condition(tree.Field(node, JsField.Left), then, end);
                else Condition(tree.Field(node, JsField.Left), end, then);
                b.MoveTo(then);
                Effect(tree.Field(node, JsField.Right));
                b.Enter(end);
                break;
            case JsKind.TernaryExpression:
                file.Visit();
                var (yes, no, after) = (b.NewBlock(), b.NewBlock(), b.NewBlock());
                Condition(tree.Field(node, JsField.Condition), yes, no);
                b.MoveTo(yes);
                Effect(tree.Field(node, JsField.Consequence));
                Jump(after);
                b.MoveTo(no);
                Effect(tree.Field(node, JsField.Alternative));
                b.Enter(after);
                break;
            case JsKind.AssignmentExpression or JsKind.AugmentedAssignmentExpression or JsKind.UpdateExpression or JsKind.YieldExpression
                or JsKind.AwaitExpression or JsKind.JsxElement or JsKind.JsxSelfClosingElement or JsKind.Error:
                Expression(node);
                break;
            default:
                var value = Expression(node);
                if (value.Place is not null) b.Emit(new Evaluate(node, value));
                break;
        }
    }

    // evaluates all but the last part
    private int LastOfSequence(int node)
    {
        var last = -1;
        foreach (var part in tree.Named(node))
        {
            if (last >= 0) Effect(last);
            last = part;
        }
        return last;
    }

    // long sums nest to the left: the operators are collected first, then evaluated from the inside out
    private Operand Binary(int node)
    {
        if (LogicalOperator(node) is not null) return Logical(node);
        var spine = new List<int>();
        var left = node;
        while (tree.Kind(left) == JsKind.BinaryExpression && LogicalOperator(left) is null)
        {
            spine.Add(left);
            left = tree.Unwrap(tree.Field(left, JsField.Left));
        }
        var value = tree.Kind(left) == JsKind.PrivatePropertyIdentifier ? Literal(left, tree.Text(left)) : Expression(left);
        for (var i = spine.Count - 1; i >= 0; i--)
        {
            if (i > 0) file.Visit();
            var right = Expression(tree.Field(spine[i], JsField.Right));
            var op = tree.Text(tree.Field(spine[i], JsField.Operator));
            var result = TempPlace();
            b.Emit(new Operation(spine[i], result, Family(op), op, [value, right]));
            value = Read(spine[i], result);
        }
        return value;
    }

    private static OperationKind Family(string op) => op switch
    {
        "+" => OperationKind.Concat,
        "??" => OperationKind.Select,
        "==" or "===" or "!=" or "!==" or "<" or ">" or "<=" or ">=" or "in" or "instanceof" => OperationKind.Compare,
        _ => OperationKind.Arithmetic,
    };

    private Operand Unary(int node)
    {
        var op = tree.Text(tree.Field(node, JsField.Operator));
        switch (op)
        {
            case "!":
                return Not(node);
            case "void":
                Effect(tree.Field(node, JsField.Argument));
                return Literal(node, "undefined");
            case "-" or "+" when tree.Kind(tree.Field(node, JsField.Argument)) == JsKind.Number:
                return Literal(node, tree.Text(node));
        }
        var value = Expression(tree.Field(node, JsField.Argument));
        var result = TempPlace();
        b.Emit(new Operation(node, result, OperationKind.Scalar, op, [value]));
        if (op == "delete" && value.Place is { Path.Count: > 0 } place) b.Emit(new Assign(node, place, Literal(-1, "undefined"), value.Node));
        return Read(node, result);
    }

    private Operand Update(int node)
    {
        var target = tree.Unwrap(tree.Field(node, JsField.Argument));
        var value = Expression(target);
        var result = TempPlace();
        b.Emit(new Operation(node, result, OperationKind.Scalar, tree.Text(tree.Field(node, JsField.Operator)), [value]));
        if (value.Place is { } place) b.Emit(new Assign(node, place, Read(node, result), target));
        return Read(node, result);
    }

    private Operand TernaryValue(int node, string hint)
    {
        var result = TempPlace();
        var (yes, no, end) = (b.NewBlock(), b.NewBlock(), b.NewBlock());
        Condition(tree.Field(node, JsField.Condition), yes, no);
        b.MoveTo(yes);
        b.Emit(new Assign(node, result, Expression(tree.Field(node, JsField.Consequence), hint)));
        Jump(end);
        b.MoveTo(no);
        // a chain of conditionals nests to the right
        var alternative = tree.Field(node, JsField.Alternative);
        while (tree.Kind(tree.Unwrap(alternative)) == JsKind.TernaryExpression)
        {
            alternative = tree.Unwrap(alternative);
            file.Visit();
            (yes, no) = (b.NewBlock(), b.NewBlock());
            Condition(tree.Field(alternative, JsField.Condition), yes, no);
            b.MoveTo(yes);
            b.Emit(new Assign(alternative, result, Expression(tree.Field(alternative, JsField.Consequence), hint)));
            Jump(end);
            b.MoveTo(no);
            alternative = tree.Field(alternative, JsField.Alternative);
        }
        b.Emit(new Assign(node, result, Expression(alternative, hint)));
        b.Enter(end);
        return Read(node, result);
    }

    private Operand Await(int node)
    {
        var value = Expression(tree.First(node));
        var result = TempPlace();
        b.Emit(new Assign(node, result, value));
        return Read(node, result);
    }

    // a yielded value leaves through the iterator; what comes back is taken to be the same (co-routines over promises)
    private Operand Yield(int node)
    {
        var value = tree.First(node) is var expression and >= 0 ? Expression(expression) : Literal(node, "undefined");
        b.Emit(new Evaluate(node, value));
        if (yields is not null)
        {
            var item = tree.HasToken(node, "*") ? Elements(value) : value;
            b.Emit(new Assign(-1, new Place(yields, [new Accessor(AccessorKind.Any, "", -1)]), item));
        }
        var result = TempPlace();
        b.Emit(new Assign(node, result, value));
        return Read(node, result);
    }
}
