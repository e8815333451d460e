using Ase.Taint.Ir;

namespace Ase.Taint.Languages.JavaScript;

internal sealed partial class JsFunctionLowerer
{
    // inside of a namespace: the object that its exports become fields of
    private Place? enclosingNamespace;

    private void Enum(int node)
    {
        var name = tree.Text(tree.Field(node, JsField.Name));
        if (name.Length == 0) return;
        var place = new Place(Lookup(name));
        b.Emit(new Operation(node, place, OperationKind.NewObject, "", []));
        foreach (var member in tree.Named(tree.Field(node, JsField.Body)))
        {
            file.Visit();
            if (tree.Kind(member) == JsKind.EnumAssignment)
            {
                var (target, _) = Property(place, tree.Field(member, JsField.Name));
                b.Emit(new Assign(member, target, Expression(tree.Field(member, JsField.Value)), tree.Field(member, JsField.Name)));
            }
            else if (JsNames.Key(tree, member) is { } plain)
            {
                b.Emit(new Assign(member, Field(place, member, plain), Literal(-1, plain), member));
            }
        }
    }

    private void Interface(int node)
    {
        var type = new IrClass { Name = tree.Text(tree.Field(node, JsField.Name)), Node = node };
        file.Ir.Classes.Add(type);
        foreach (var clause in tree.Named(node))
        {
            if (tree.Kind(clause) != JsKind.ExtendsTypeClause) continue;
            foreach (var part in tree.Named(clause))
            {
                if (JsNames.TypeName(tree, part) is { } name) type.Bases.Add(name);
            }
        }
    }

    private void Namespace(int node)
    {
        var nameNode = tree.Field(node, JsField.Name);
        var body = tree.Field(node, JsField.Body);
        if (nameNode < 0 || body < 0 || tree.Kind(nameNode) == JsKind.String) return;
        var saved = enclosingNamespace;
        enclosingNamespace = PlaceOf(Dotted(nameNode));
        Statements(body);
        enclosingNamespace = saved;
    }

    // A.B.C in places where the grammar has names only
    private Operand Dotted(int node)
    {
        var parts = new List<int>();
        while (tree.Kind(node) is JsKind.NestedIdentifier or JsKind.MemberExpression && tree.First(node) is var first and >= 0)
        {
            parts.Add(node);
            node = first;
        }
        var value = tree.Kind(node) == JsKind.Identifier ? Name(node) : Expression(node);
        for (var i = parts.Count - 1; i >= 0; i--) value = Part(value, parts[i], AccessorKind.Field, tree.Text(tree.Last(parts[i])));
        return value;
    }

    // import A = B.C
    private void ImportAlias(int node)
    {
        var (name, value) = (tree.First(node), tree.Last(node));
        if (name < 0 || name == value) return;
        Store(node, new Place(Lookup(tree.Text(name))), Dotted(value), name, value);
    }
}
