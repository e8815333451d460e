using System.Globalization;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.JavaScript;

internal sealed partial class JsFunctionLowerer
{
    private void Declarator(int node)
    {
        var pattern = tree.Field(node, JsField.Name);
        if (pattern < 0)
        {
            Unknown(node);
            return;
        }
        file.Visit();
        var value = tree.Field(node, JsField.Value);
        if (tree.Kind(pattern) == JsKind.Identifier)
        {
            var variable = Lookup(tree.Text(pattern));
            if (variable.Kind != VariableKind.Global)
            {
                variable.TypeName ??= JsNames.TypeName(tree, tree.Field(node, JsField.Type)) ?? ConstructedType(value);
            }
        }
        if (value >= 0)
        {
            var hint = tree.Kind(pattern) == JsKind.Identifier ? tree.Text(pattern) : "";
            Bind(pattern, Predicated(value, hint), node, value);
        }
        else if (tree.Kind(tree.Tree.ParentOf(node)) == JsKind.LexicalDeclaration && tree.Kind(pattern) == JsKind.Identifier)
        {
            // a declaration in a loop starts afresh each time
            b.Emit(new Assign(node, new Place(Lookup(tree.Text(pattern))), Literal(-1, "undefined"), pattern));
        }
    }

    private string? ConstructedType(int value)
    {
        value = tree.Unwrap(value);
        if (tree.Kind(value) != JsKind.NewExpression) return null;
        var constructor = tree.Unwrap(tree.Field(value, JsField.Constructor));
        return tree.Kind(constructor) switch
        {
            JsKind.Identifier => tree.Text(constructor),
            JsKind.MemberExpression => tree.Text(tree.Field(constructor, JsField.Property)),
            _ => null,
        };
    }

    // a = b = c = v: nests to the right, sometimes hundreds deep in generated code
    private Operand Assignment(int node)
    {
        var chain = new List<(int Node, int Left, Operand? Target)>();
        var right = node;
        while (tree.Kind(right) == JsKind.AssignmentExpression)
        {
            if (chain.Count > 0) file.Visit();
            var left = Transparent(tree.Field(right, JsField.Left));
            var target = tree.Kind(left) is JsKind.ObjectPattern or JsKind.ArrayPattern || left < 0 ? null : Target(left);
            chain.Add((right, left, target));
            right = tree.Unwrap(tree.Field(right, JsField.Right));
        }
        var value = Predicated(right, HintOf(chain[^1].Left));
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            var (assignment, left, target) = chain[i];
            if (target is not null) Store(assignment, target.Place!, value, left, right);
            else if (left >= 0) Bind(left, value, assignment, right);
            value = value with { Node = assignment, BaseNode = value.Place is null ? -1 : value.BaseNode >= 0 ? value.BaseNode : value.Node };
        }
        return value;
    }

    private Operand Augmented(int node)
    {
        var left = Transparent(tree.Field(node, JsField.Left));
        var op = tree.Text(tree.Field(node, JsField.Operator));
        var right = tree.Field(node, JsField.Right);
        var target = Target(left);
        var place = target.Place!;
        if (op is "&&=" or "||=")
        {
            var (then, end) = (b.NewBlock(), b.NewBlock());
            Terminate(op == "&&=" ? new Branch(left, target, then.Id, end.Id) : new Branch(left, target, end.Id, then.Id));
            b.MoveTo(then);
            Store(node, place, Predicated(right, HintOf(left)), left, right);
            b.Enter(end);
            return Read(node, place) with { BaseNode = target.BaseNode };
        }
        var value = Expression(right, HintOf(left));
        var result = TempPlace();
        b.Emit(new Operation(node, result, Family(op[..^1]), op, [target, value]));
        Store(node, place, Read(node, result), left);
        return Read(node, result);
    }

    private int Transparent(int node)
    {
        while (tree.Kind(node) is JsKind.ParenthesizedExpression or JsKind.NonNullExpression or JsKind.AsExpression or JsKind.SatisfiesExpression && tree.First(node) is var inner and >= 0) node = inner;
        return node;
    }

    private string HintOf(int target) => tree.Kind(target) switch
    {
        JsKind.Identifier => tree.Text(target),
        JsKind.MemberExpression => tree.Text(tree.Field(target, JsField.Property)),
        JsKind.SubscriptExpression => JsNames.Key(tree, tree.Unwrap(tree.Field(target, JsField.Index))) ?? "",
        _ => "",
    };

    /// <summary>The place that is assigned to, as an operand; getters on the way run, the last step does not.</summary>
    private Operand Target(int node)
    {
        file.Visit();
        switch (tree.Kind(node))
        {
            case JsKind.Identifier or JsKind.ShorthandPropertyIdentifierPattern when Name(node) is { Place: not null } named:
                return named;
            case JsKind.MemberExpression when tree.Field(node, JsField.Object) is var target and >= 0 && tree.Kind(target) != JsKind.Import:
                return Part(Expression(target), node, AccessorKind.Field, tree.Text(tree.Field(node, JsField.Property)));
            case JsKind.SubscriptExpression when tree.Field(node, JsField.Object) is var target and >= 0:
                return Member(node, Expression(target));
            default:
                // not assignable: broken code; the value goes nowhere
                if (tree.Kind(node) is not (JsKind.Identifier or JsKind.Undefined)) Unknown(node);
                return Read(node, TempPlace());
        }
    }

    /// <summary>Assigns; setters run, and exports, methods and aliases are taken notice of.</summary>
    private void Store(int node, Place target, Operand value, int targetNode, int valueNode = -1)
    {
        b.Emit(new Assign(node, target, value, targetNode));
        if (target is { Variable.Name: "this", Path: [{ Kind: AccessorKind.Field } field] } && CurrentClass() is { } type
            && file.Setters.TryGetValue(type, out var setters) && setters.Contains(field.Name))
        {
            b.Emit(new Call(-1, null, field.Name, Read(-1, target.Variable), [new Argument(value)]));
        }
        file.Modules.Stored(target, value, valueNode, b, CurrentClass());
    }

    /// <summary>Gives a value to a pattern: the name, place, object or array that it is.</summary>
    private void Bind(int pattern, Operand value, int node, int valueNode = -1)
    {
        if (!Deeper())
        {
            TooDeep(pattern);
            return;
        }
        BindCore(pattern, value, node, valueNode);
        file.Depth--;
    }

    private void BindCore(int pattern, Operand value, int node, int valueNode)
    {
        switch (tree.Kind(pattern))
        {
            case JsKind.ObjectPattern:
                file.Visit();
                file.Modules.Destructured(pattern, valueNode, b);
                ObjectPattern(pattern, value);
                break;
            case JsKind.ArrayPattern:
                file.Visit();
                ArrayPattern(pattern, value);
                break;
            case JsKind.AssignmentPattern or JsKind.ObjectAssignmentPattern:
                file.Visit();
                var left = tree.Field(pattern, JsField.Left);
                Bind(left, Default(pattern, value, tree.Field(pattern, JsField.Right), HintOf(left)), pattern);
                break;
            case JsKind.RestPattern:
                file.Visit();
                if (tree.First(pattern) is var rest and >= 0) Bind(rest, value, pattern);
                break;
            case JsKind.Undefined:
                break;
            default:
                var target = Transparent(pattern);
                if (tree.Kind(target) is JsKind.ObjectPattern or JsKind.ArrayPattern) Bind(target, value, node, valueNode);
                else Store(node, Target(target).Place!, value, pattern, valueNode);
                break;
        }
    }

    // either the value or the default
    private Operand Default(int node, Operand value, int expression, string hint)
    {
        if (expression < 0) return value;
        var result = TempPlace();
        b.Emit(new Operation(node, result, OperationKind.Select, "=", [value, Expression(expression, hint)]));
        return Read(node, result);
    }

    private void ObjectPattern(int pattern, Operand value)
    {
        value = value with { Place = PlaceOf(value), Literal = null };
        foreach (var child in tree.Named(pattern))
        {
            switch (tree.Kind(child))
            {
                case JsKind.ShorthandPropertyIdentifierPattern:
                    Bind(child, Part(value, child, AccessorKind.Field, tree.Text(child)), child);
                    break;
                case JsKind.ObjectAssignmentPattern:
                    var name = tree.Field(child, JsField.Left);
                    Bind(child, JsNames.Key(tree, name) is { } shorthand ? Part(value, name, AccessorKind.Field, shorthand) : value, child);
                    break;
                case JsKind.PairPattern:
                    file.Visit();
                    var key = tree.Field(child, JsField.Key);
                    var part = JsNames.Key(tree, key) is { } field
                        ? Part(value, key, AccessorKind.Field, field)
                        : Part(value, key, AccessorKind.Any, "", Expression(key));
                    if (tree.Field(child, JsField.Value) is var inner and >= 0) Bind(inner, part, child);
                    break;
                case JsKind.RestPattern:
                    Bind(child, value, child);
                    break;
                default:
                    Unknown(child);
                    break;
            }
        }
    }

    private void ArrayPattern(int pattern, Operand value)
    {
        value = value with { Place = PlaceOf(value), Literal = null };
        var index = 0;
        for (int child = pattern + 1, last = tree.Tree.LastOf(pattern); child < last; child = tree.Tree.LastOf(child))
        {
            if (!tree.IsNamed(child))
            {
                // holes count
                if (tree.Span(child) is ",") index++;
                continue;
            }
            if (tree.Kind(child) == JsKind.RestPattern)
            {
                var rest = TempPlace();
                b.Emit(new Operation(-1, rest, OperationKind.NewArray, "", []));
                b.Emit(new Assign(-1, rest.With(new Accessor(AccessorKind.Any, "", -1)), Elements(value)));
                Bind(child, Read(child, rest), child);
            }
            else if (tree.Kind(child) is not (JsKind.Comment or JsKind.HtmlComment))
            {
                Bind(child, Part(value, child, AccessorKind.Index, index.ToString(CultureInfo.InvariantCulture)), child);
            }
        }
    }
}
