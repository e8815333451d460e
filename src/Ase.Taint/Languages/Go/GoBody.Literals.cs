using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering.Bodies;

namespace Ase.Taint.Languages.Go;

/// <summary>Composite literals: structs, slices, arrays, maps.</summary>
internal sealed partial class GoBody
{
    private Operand Composite(SyntaxNode node) => LiteralValue(node.Field("body"), node.Field("type"), node);

    private Operand LiteralValue(SyntaxNode body, SyntaxNode type, SyntaxNode whole = default)
    {
        var node = whole.IsNone ? body : whole;
        var shape = Unit.Underlying(type);
        var isMap = shape.Is("map_type");
        var isList = shape.Is("slice_type") || shape.Is("array_type") || shape.Is("implicit_length_array_type");
        var value = Compute(node, isList ? OperationKind.NewArray : OperationKind.NewObject, type.IsNone ? "" : GoTypes.Name(type) ?? "", []);
        Unit.SetType(value.Place!.Variable, GoTypes.Bare(type));
        if (body.IsNone) return value;
        var fields = isMap || isList ? null : Unit.TypeOf(type)?.Fields ?? Anonymous(shape);
        var element = GoTypes.Element(shape);
        var position = 0;
        foreach (var child in body.NamedChildren)
        {
            Unit.Visit();
            var (target, name) = child.Is("keyed_element") ? Key(value, child.Field("key"), isMap || isList) : (Positional(value, fields, isList, position), "");
            var inner = child.Is("keyed_element") ? child.Field("value") : child;
            var elementType = isMap || isList ? element : fields?.Find(f => f.Name == name || (name.Length == 0 && target.Place!.Path is [{ Name: var n }] && f.Name == n)).Type ?? default;
            var content = ElementValue(inner, elementType, name);
            B.Emit(new Assign(child.Index, target.Place!, content, target.Node));
            position++;
        }
        return value;
    }

    private static List<(string Name, SyntaxNode Type)>? Anonymous(SyntaxNode shape)
    {
        if (!shape.Is("struct_type")) return null;
        var fields = new List<(string, SyntaxNode)>();
        foreach (var field in shape.NamedChild(0).NamedChildren)
        {
            foreach (var name in field.NamedChildren)
            {
                if (name.FieldName == "name") fields.Add((name.Text, field.Field("type")));
            }
        }
        return fields;
    }

    /// <summary>The place of a keyed element, and the field's name in a struct.</summary>
    private (Operand Target, string Name) Key(Operand value, SyntaxNode element, bool isExpression)
    {
        var key = element.Is("literal_element") ? element.NamedChild(0) : element;
        if (!isExpression && (key.Is("identifier") || key.Is("field_identifier")))
        {
            var name = key.Text;
            return (Part(key, value, AccessorKind.Field, name), name);
        }
        var index = key.IsNone ? Nothing(-1) : Expression(key);
        return (ByKey(key.IsNone ? -1 : key.Index, value, index), "");
    }

    private static Operand Positional(Operand value, List<(string Name, SyntaxNode Type)>? fields, bool isList, int position)
    {
        var accessor = isList ? new Accessor(AccessorKind.Index, Number(position), -1)
            : fields is not null && position < fields.Count ? new Accessor(AccessorKind.Field, fields[position].Name, -1)
            : new Accessor(AccessorKind.Any, "", -1);
        return new Operand(-1, value.Place!.With(accessor));
    }

    private Operand ElementValue(SyntaxNode element, SyntaxNode type, string name)
    {
        var inner = element.Is("literal_element") ? element.NamedChild(0) : element;
        if (!inner.Is("literal_value") || Unit.Depth >= LoweringUnit.MaxDepth) return Named(name, inner);
        Unit.Visit();
        Unit.Depth++;
        var value = LiteralValue(inner, type);
        Unit.Depth--;
        return value;
    }
}
