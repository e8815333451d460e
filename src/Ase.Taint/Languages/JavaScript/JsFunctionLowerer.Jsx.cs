using Ase.Taint.Ir;

namespace Ase.Taint.Languages.JavaScript;

internal sealed partial class JsFunctionLowerer
{
    /// <summary>
    /// An element is a call of its component with the properties object as first argument; besides, each attribute is a keyword argument and
    /// each child a keyword argument <c>children</c>. Plain elements (<c>div</c>) have the keyword arguments only.
    /// </summary>
    private Operand Jsx(int node)
    {
        var tag = tree.Kind(node) == JsKind.JsxElement ? tree.Field(node, JsField.OpenTag) : node;
        var nameNode = tree.Field(tag, JsField.Name);
        var (name, receiver, function) = JsxName(nameNode);
        var arguments = new List<Argument>();
        foreach (var child in tree.Named(tag))
        {
            if (child == nameNode) continue;
            file.Visit();
            switch (tree.Kind(child))
            {
                case JsKind.JsxAttribute:
                    var key = tree.First(child);
                    var value = tree.Last(child);
                    arguments.Add(new Argument(value == key ? Literal(child, "true") : Expression(value, tree.Text(key)), tree.Text(key)));
                    break;
                case JsKind.JsxExpression when tree.Kind(tree.First(child)) == JsKind.SpreadElement:
                    arguments.Add(new Argument(Expression(tree.First(tree.First(child))), IsSpread: true));
                    break;
                case JsKind.TypeArguments:
                    break;
                case var kind when IsExpression(kind) || kind == JsKind.Error:
                    arguments.Add(new Argument(Expression(child)));
                    break;
            }
        }
        if (tag != node)
        {
            foreach (var child in tree.Named(node))
            {
                if (child == tag || tree.Kind(child) is JsKind.JsxClosingElement or JsKind.JsxText or JsKind.HtmlCharacterReference || (tree.Kind(child) == JsKind.JsxExpression && tree.First(child) < 0)) continue;
                arguments.Add(new Argument(Expression(child), "children"));
            }
        }
        if (function is not null || receiver is not null) arguments.Insert(0, new Argument(JsxProperties(arguments)));
        var result = TempPlace();
        b.Emit(new Call(node, result, name, receiver, arguments) { Function = function });
        return Read(node, result);
    }

    private (string Name, Operand? Receiver, Operand? Function) JsxName(int node)
    {
        switch (tree.Kind(node))
        {
            case JsKind.Identifier when tree.Span(node) is [>= 'a' and <= 'z', ..] && b.Find(tree.Text(node)) is null:
                return (tree.Text(node), null, null);
            case JsKind.Identifier:
                return (tree.Text(node), null, Name(node));
            case JsKind.MemberExpression or JsKind.NestedIdentifier when tree.First(node) is var target and >= 0:
                return (tree.Text(tree.Last(node)), tree.Kind(target) == JsKind.NestedIdentifier ? Dotted(target) : Expression(target), null);
            default:
                // a namespaced name, or the fragment <>
                return (node < 0 ? "Fragment" : tree.Text(node), null, null);
        }
    }

    private Operand JsxProperties(List<Argument> arguments)
    {
        var properties = TempPlace();
        b.Emit(new Operation(-1, properties, OperationKind.NewObject, "", []));
        foreach (var argument in arguments)
        {
            if (argument.IsSpread) b.Emit(new Assign(-1, properties.With(new Accessor(AccessorKind.Any, "", -1)), Elements(argument.Value)));
            else if (argument.Keyword is { } keyword) b.Emit(new Assign(-1, Field(properties, -1, keyword), argument.Value));
        }
        return Read(-1, properties);
    }
}
