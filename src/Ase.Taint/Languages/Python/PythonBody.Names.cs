using System.Globalization;
using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Python;

/// <summary>Names, members, targets of assignment.</summary>
internal sealed partial class PythonBody
{
    private readonly HashSet<string> shadowed = new(StringComparer.Ordinal);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The class that a method, or a function within one, belongs to.</summary>
    private IrClass? OwnClass
    {
        get
        {
            var function = Function;
            while (function.Class is null && function.Enclosing is { } outer) function = outer;
            return function.Class;
        }
    }

    private IrVariable Lookup(string name) => B.Find(name) ?? B.Global(name);

    private Operand Name(SyntaxNode node)
    {
        var name = node.Text;
        return IsClassName(name)
            ? new Operand(node.Index, scope!.Place.With(new Accessor(AccessorKind.Field, name, node.Index)))
            : Variable(node, Lookup(name));
    }

    private bool IsClassName(string name) => scope is not null && scope.Names.Contains(name) && !shadowed.Contains(name);

    private Operand DottedName(SyntaxNode node)
    {
        Operand? value = null;
        foreach (var part in node.NamedChildren) value = value is null ? Name(part) : Part(node, value, AccessorKind.Field, part.Text);
        return value ?? Nothing(node.Index);
    }

    private Operand Attribute(SyntaxNode node)
    {
        var whole = Expression(node.Field("object"));
        var name = node.Field("attribute").Text;
        return IsOwnProperty(whole, name) ? Invoke(node, name, whole, []) : Part(node, whole, AccessorKind.Field, name);
    }

    private bool IsOwnProperty(Operand whole, string name) => IsSelf(whole) && OwnClass is { } type && Unit.IsProperty(type, name);

    /// <summary>True for the receiver itself, also within a function nested in the method.</summary>
    private static bool IsSelf(Operand value)
    {
        if (value.Place is not { Path.Count: 0 } place) return false;
        var variable = place.Variable;
        while (variable.Outer is { } outer) variable = outer;
        return variable.Kind == VariableKind.This;
    }

    private Operand Subscript(SyntaxNode node)
    {
        var whole = Expression(node.Field("value"));
        var keys = Keys(node);
        if (keys is [var single] && single.Is("slice"))
        {
            Expression(single);
            return Compute(node, OperationKind.Select, "[:]", [whole]);
        }
        for (var i = 0; i < keys.Count - 1; i++) Expression(keys[i]);
        return keys.Count == 0 ? Part(node, whole, AccessorKind.Any, "") : ByKey(node.Index, whole, keys[^1]);
    }

    private static List<SyntaxNode> Keys(SyntaxNode subscript)
    {
        var keys = new List<SyntaxNode>();
        foreach (var child in subscript.NamedChildren)
        {
            if (child.FieldName == "subscript") keys.Add(child);
        }
        return keys;
    }

    /// <summary>The element under a key: a field for a constant string, an index for a constant number.</summary>
    private Operand ByKey(int node, Operand whole, SyntaxNode key)
    {
        var value = Expression(key);
        if (value.Place is null && value.Literal is { } literal)
        {
            if (value.IsString) return Part(node, whole, AccessorKind.Field, literal);
            if (literal.All(char.IsAsciiDigit)) return Part(node, whole, AccessorKind.Index, literal);
        }
        return Part(node, whole, AccessorKind.Any, "", value);
    }

    private Operand Slice(SyntaxNode node)
    {
        foreach (var bound in node.NamedChildren) Use(bound, Expression(bound));
        return Nothing(node.Index);
    }

    /// <summary>Stores a value in a target: a name, a member, an element, or a pattern of them.</summary>
    /// <param name="target">The target as written.</param>
    /// <param name="value">The value.</param>
    /// <param name="node">The assignment; -1 when nothing is written as one.</param>
    private void AssignTo(SyntaxNode target, Operand value, int node)
    {
        target = Unwrap(target);
        if (target.IsNone) return;
        switch (target.Kind)
        {
            case "identifier":
                B.Emit(new Assign(node, Name(target).Place!, value, target.Index));
                break;
            case "attribute" or "subscript":
                if (Unit.Depth < Lowering.Bodies.LoweringUnit.MaxDepth) StoreMember(target, value, node);
                break;
            case "as_pattern_target":
                AssignTo(target.NamedChild(0), value, node);
                break;
            case "tuple_pattern" or "list_pattern" or "pattern_list" or "tuple" or "list" or "expression_list":
                Unpack(target, value, node);
                break;
            case "list_splat_pattern" or "list_splat":
                AssignTo(target.NamedChild(0), value, node);
                break;
            default:
                Discard(target);
                break;
        }
    }

    private void StoreMember(SyntaxNode target, Operand value, int node)
    {
        Unit.Visit();
        Unit.Depth++;
        if (target.Is("attribute"))
        {
            var whole = Expression(target.Field("object"));
            var name = target.Field("attribute").Text;
            if (IsOwnProperty(whole, name)) B.Emit(new Call(node, null, name, whole, [new Argument(value)]));
            B.Emit(new Assign(node, Part(target, whole, AccessorKind.Field, name).Place!, value, target.Index));
            if (IsSelf(whole) && OwnClass is { } type) InferField(type, name, value);
        }
        else
        {
            var whole = Expression(target.Field("value"));
            var keys = Keys(target);
            foreach (var key in keys.SkipLast(1)) Expression(key);
            var place = keys.Count == 0 || keys[^1].Is("slice") ? Part(target, whole, AccessorKind.Any, "") : ByKey(target.Index, whole, keys[^1]);
            if (keys.Count > 0 && keys[^1].Is("slice")) Expression(keys[^1]);
            B.Emit(new Assign(node, place.Place!, value, target.Index));
        }
        Unit.Depth--;
    }

    private void Unpack(SyntaxNode target, Operand value, int node)
    {
        if (Unit.Depth >= Lowering.Bodies.LoweringUnit.MaxDepth) return;
        Unit.Visit();
        Unit.Depth++;
        var whole = value.Place is null ? value with { Place = Hold(value), Literal = null } : value;
        var position = 0;
        var exact = true;
        foreach (var part in target.NamedChildren)
        {
            if (part.Is("list_splat_pattern") || part.Is("list_splat"))
            {
                exact = false;
                var rest = Compute(part, OperationKind.NewArray, "*", []);
                B.Emit(new Assign(-1, Element(rest).Place!, Element(whole)));
                AssignTo(part.NamedChild(0), rest, node);
            }
            else
            {
                AssignTo(part, exact ? Part(-1, whole, AccessorKind.Index, Number(position)) : Element(whole), node);
            }
            position++;
        }
        Unit.Depth--;
    }
}
