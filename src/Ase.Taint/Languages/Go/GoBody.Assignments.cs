using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Go;

/// <summary>Declarations and assignments, of one value or several.</summary>
internal sealed partial class GoBody
{
    private void Declare(SyntaxNode spec)
    {
        var names = spec.NamedChildren.ToList().FindAll(c => c.FieldName == "name" && c.Is("identifier"));
        var type = spec.Field("type");
        var value = spec.Field("value");
        if (!value.IsNone)
        {
            Assign(spec, names, Items(value), declares: true, type);
            return;
        }
        foreach (var name in names)
        {
            if (name.TextSpan is "_") continue;
            var variable = Scopes.Declare(name.Text);
            Unit.SetType(variable, type);
            // no more than its zero value, also in the next round of a loop
            B.Emit(new Assign(spec.Index, new Place(variable), Nothing(-1), name.Index));
        }
    }

    private void ShortDeclaration(SyntaxNode node) => Assign(node, Items(node.Field("left")), Items(node.Field("right")), declares: true);

    private void Assignment(SyntaxNode node)
    {
        var text = node.Field("operator").IsNone ? "=" : node.Field("operator").Text;
        var left = Items(node.Field("left"));
        var right = Items(node.Field("right"));
        if (text != "=" && left.Count == 1 && right.Count == 1) Augment(node, left[0], text, right[0]);
        else Assign(node, left, right, declares: false);
    }

    /// <summary>Assigns values, all of them evaluated before the first is stored.</summary>
    private void Assign(SyntaxNode node, List<SyntaxNode> left, List<SyntaxNode> right, bool declares, SyntaxNode type = default)
    {
        var spread = right.Count == 1 && left.Count > 1;
        var values = spread ? Spread(Unwrap(right[0]), left.Count) : Values(left, right);
        var types = declares ? left.Select((_, i) => !type.IsNone ? type : spread ? StaticType(right[0], i) : i < right.Count ? StaticType(right[i]) : default).ToList() : null;
        for (var i = 0; i < left.Count; i++)
        {
            if (i >= values.Count)
            {
                Discard(left[i]);
                continue;
            }
            var variable = Store(left[i], values[i].Value, node, declares, types is null ? default : types[i]);
            if (variable is null) continue;
            if (!spread) RememberCondition(right[i], values[i].Value, variable);
            else if (values[i].Truth is { } truth) B.Emit(new DefinePredicate(node.Index, variable, truth));
        }
    }

    private List<(Operand Value, Predicate? Truth)> Values(List<SyntaxNode> left, List<SyntaxNode> right)
    {
        var values = new List<(Operand, Predicate?)>(right.Count);
        for (var i = 0; i < right.Count; i++)
        {
            var value = Named(i < left.Count && left[i].IsLeaf ? left[i].Text : "", right[i]);
            if (right.Count > 1 && value.Place is { Variable.Kind: not VariableKind.Temp }) value = value with { Place = Hold(value), BaseNode = -1 };
            values.Add((value, null));
        }
        return values;
    }

    /// <summary>The values of one expression that has several: the results of a call, or a value and whether there was one.</summary>
    private List<(Operand Value, Predicate? Truth)> Spread(SyntaxNode right, int count)
    {
        var whole = Expression(right);
        var values = new List<(Operand, Predicate?)>(count);
        if (right.Is("index_expression") || right.Is("type_assertion_expression") || right.Is("unary_expression"))
        {
            var found = B.Temp();
            B.Emit(new Operation(-1, new Place(found), OperationKind.Compare, "ok", [whole]));
            values.Add((whole, null));
            values.Add((new Operand(-1, new Place(found)), new Predicate.Leaf(right.Index, whole)));
            return values;
        }
        for (var i = 0; i < count; i++)
        {
            // if it is used as a condition at all, it is the outcome of the call
            var value = Part(-1, whole, AccessorKind.Index, Number(i));
            values.Add((value, new Predicate.Leaf(right.Index, value)));
        }
        return values;
    }

    /// <summary>Stores a value in a target.</summary>
    /// <returns>The variable, when the target is one.</returns>
    private IrVariable? Store(SyntaxNode target, Operand value, SyntaxNode node, bool declares, SyntaxNode type)
    {
        target = Unwrap(target);
        if (target.Is("blank_identifier") || (target.Is("identifier") && target.TextSpan is "_"))
        {
            Use(node, value);
            return null;
        }
        if (!target.Is("identifier"))
        {
            StoreTo(target, value, node.Index);
            return null;
        }
        Unit.Visit();
        var name = target.Text;
        var isNew = declares && !Scopes.IsDeclaredHere(name);
        var variable = declares ? Scopes.Declare(name) : Lookup(name);
        if (isNew) Unit.SetType(variable, type);
        B.Emit(new Assign(node.Index, new Place(variable), value, target.Index));
        return variable;
    }

    private void Send(SyntaxNode node)
    {
        var channel = Expression(node.Field("channel"));
        var value = Expression(node.Field("value"));
        B.Emit(new Assign(node.Index, Element(channel).Place!, value));
    }

    private void Receive(SyntaxNode node)
    {
        var left = node.Field("left");
        var right = node.Field("right");
        if (left.IsNone) Discard(right);
        else Assign(node, Items(left), [right], HasToken(node, ":="));
    }

    private static bool HasToken(SyntaxNode node, string token)
    {
        foreach (var child in node.Children)
        {
            if (!child.IsNamed && child.Is(token)) return true;
        }
        return false;
    }
}
