using System.Globalization;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.JavaScript;

internal sealed partial class JsFunctionLowerer
{
    private Operand Template(int node)
    {
        if (JsNames.IsConstant(tree, node)) return Literal(node, JsNames.StringValue(tree, node), isString: true);
        var parts = new List<Operand>();
        foreach (var part in tree.Named(node))
        {
            switch (tree.Kind(part))
            {
                case JsKind.TemplateSubstitution:
                    parts.Add(Expression(tree.First(part)));
                    break;
                case JsKind.StringFragment or JsKind.EscapeSequence:
                    parts.Add(Literal(part, tree.Text(part), isString: true));
                    break;
                default:
                    parts.Add(Expression(part));
                    break;
            }
        }
        var result = TempPlace();
        b.Emit(new Operation(node, result, OperationKind.Concat, "`", parts));
        return Read(node, result);
    }

    private Operand Array(int node)
    {
        var array = TempPlace();
        b.Emit(new Operation(node, array, OperationKind.NewArray, "", []));
        var index = 0;
        var isKnown = true;
        for (int child = node + 1, last = tree.Tree.LastOf(node); child < last; child = tree.Tree.LastOf(child))
        {
            if (!tree.IsNamed(child))
            {
                // holes count
                if (tree.Span(child) is ",") index++;
                continue;
            }
            if (tree.Kind(child) is JsKind.Comment or JsKind.HtmlComment) continue;
            // from a spread on, the index is not known
            isKnown &= tree.Kind(child) != JsKind.SpreadElement;
            var value = Expression(child);
            var accessor = isKnown
                ? new Accessor(AccessorKind.Index, index.ToString(CultureInfo.InvariantCulture), -1)
                : new Accessor(AccessorKind.Any, "", -1);
            b.Emit(new Assign(child, array.With(accessor), value));
        }
        return Read(node, array);
    }

    private Operand Spread(int node)
    {
        var value = Expression(tree.First(node));
        var result = TempPlace();
        b.Emit(new Operation(node, result, OperationKind.Spread, "...", [value]));
        return Read(node, result);
    }

    private Operand Object(int node)
    {
        var instance = TempPlace();
        b.Emit(new Operation(node, instance, OperationKind.NewObject, "", []));
        file.Modules.NewObject(instance.Variable);
        var isFirst = true;
        foreach (var child in tree.Named(node))
        {
            file.Visit();
            switch (tree.Kind(child))
            {
                case JsKind.Pair:
                    Pair(instance, child);
                    break;
                case JsKind.ShorthandPropertyIdentifier:
                    Store(child, Field(instance, child, tree.Text(child)), Name(child), child);
                    break;
                case JsKind.MethodDefinition:
                    ObjectMethod(instance, child);
                    break;
                case JsKind.SpreadElement:
                    var source = Expression(tree.First(child));
                    // a copy as a whole keeps the fields apart; later ones are merged
                    if (isFirst) b.Emit(new Assign(child, instance, source));
                    else b.Emit(new Assign(child, instance.With(new Accessor(AccessorKind.Any, "", -1)), Elements(source)));
                    file.Modules.Spread(instance.Variable, source);
                    break;
                default:
                    b.Emit(new Assign(child, instance.With(new Accessor(AccessorKind.Any, "", -1)), Unknown(child)));
                    break;
            }
            isFirst = false;
        }
        return Read(node, instance);
    }

    private static Place Field(Place target, int node, string name) => target.With(new Accessor(AccessorKind.Field, name, node));

    // the place of a property whose key may be computed
    private (Place Place, string Name) Property(Place target, int key)
    {
        if (JsNames.Key(tree, key) is { } name) return (Field(target, key, name), name);
        return (target.With(new Accessor(AccessorKind.Any, "", key, Expression(key))), "");
    }

    private void Pair(Place instance, int node)
    {
        var (place, name) = Property(instance, tree.Field(node, JsField.Key));
        var valueNode = tree.Field(node, JsField.Value);
        Store(node, place, Predicated(valueNode, name), tree.Field(node, JsField.Key), valueNode);
    }

    private void ObjectMethod(Place instance, int node)
    {
        var (place, name) = Property(instance, tree.Field(node, JsField.Name));
        var function = Function(node, name);
        if (tree.HasToken(node, "get"))
        {
            // the property is what the getter yields when the object is made
            var (getter, value) = (TempPlace(), TempPlace());
            b.Emit(new MakeClosure(node, getter, function));
            b.Emit(new Call(-1, value, name, Read(-1, instance), []) { Function = Read(-1, getter) });
            b.Emit(new Assign(-1, place, Read(-1, value)));
            file.Modules.Getter(instance.Variable, name, function);
            return;
        }
        var closure = TempPlace();
        b.Emit(new MakeClosure(node, closure, function));
        file.Modules.Known(closure.Variable, function);
        if (tree.HasToken(node, "set")) b.Emit(new Evaluate(node, Read(node, closure)));
        else Store(node, place, Read(node, closure), tree.Field(node, JsField.Name));
    }
}
