using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Php;

internal sealed partial class PhpBody
{
    private Operand FunctionCall(SyntaxNode node)
    {
        var callee = Unwrap(node.Field("function"));
        var list = node.Field("arguments");
        if (callee.Kind is not ("name" or "qualified_name" or "relative_name"))
        {
            var function = Expression(callee);
            return IsPlaceholder(list) ? function : Invoke(node, "", null, Arguments(list, ""), function);
        }
        Unit.Visit();
        var name = Unit.FunctionName(callee);
        if (IsPlaceholder(list)) return Forward(node, (body, arguments) => body.Invoke(node, name, null, arguments));
        var lower = name.ToLowerInvariant();
        var arguments = Arguments(list, lower);
        var result = Invoke(node, name, null, arguments);
        return Effects(node, lower, arguments, result);
    }

    /// <summary>What a function of the language does beyond its call.</summary>
    private Operand Effects(SyntaxNode node, string name, List<Argument> arguments, Operand result)
    {
        switch (name)
        {
            case "exit" or "die" or "wp_die" or "abort":
                B.End(new Stop(node.Index));
                break;
            case "define" when arguments is [{ Value: { IsString: true, Literal: { } constant } }, _, ..]:
                B.Emit(new Assign(node.Index, new Place(Shared(constant)), arguments[1].Value));
                Unit.Constants.TryAdd(constant, node.Field("arguments").NamedChild(1).NamedChild(0));
                break;
            case "compact":
                Compact(node, result);
                break;
            case "extract" when arguments.Count > 0:
                Extract(node, arguments[0].Value);
                break;
            case "unset":
                Forget(arguments.Select(a => a.Value));
                break;
            case "func_get_args":
                foreach (var parameter in Function.Parameters) B.Emit(new Assign(-1, Element(result).Place!, new Operand(-1, new Place(parameter.Variable))));
                break;
            case "get_defined_vars":
                foreach (var name2 in LocalNames()) B.Emit(new Assign(-1, result.Place!.With(new Accessor(AccessorKind.Field, name2[1..], -1)), new Operand(-1, new Place(Lookup(name2)))));
                break;
        }
        return result;
    }

    private void Compact(SyntaxNode node, Operand result)
    {
        var tree = node.Tree;
        var list = node.Field("arguments");
        for (int i = list.Index, last = tree.LastOf(i); i < last; i++)
        {
            if (tree[i].Kind is not ("string" or "encapsed_string") || tree[i].NamedChild(0) is not { IsNone: false } content || !content.Is("string_content")) continue;
            B.Emit(new Assign(-1, result.Place!.With(new Accessor(AccessorKind.Field, content.Text, -1)), new Operand(-1, new Place(Lookup("$" + content.Text)))));
        }
    }

    private Operand MemberCall(SyntaxNode node)
    {
        var receiver = Expression(node.Field("object"));
        var name = node.Field("name");
        var list = node.Field("arguments");
        var isNamed = name.Is("name");
        var function = isNamed || name.IsNone ? null : Expression(name);
        var text = isNamed ? name.Text : "";
        if (IsPlaceholder(list) && isNamed)
        {
            var held = receiver.Place ?? Hold(receiver);
            return Forward(node, (body, arguments) => body.Invoke(node, text, body.FromOuter(held, node), arguments));
        }
        return Invoke(node, text, receiver, Arguments(list, ""), function);
    }

    private Operand ScopedCall(SyntaxNode node)
    {
        var scope = node.Field("scope");
        var name = node.Field("name");
        var list = node.Field("arguments");
        var isNamed = name.Is("name");
        var className = ClassOf(scope);
        var receiver = className is null ? Expression(scope) : IsRelative(scope) ? ThisOperand(scope) : null;
        var text = isNamed ? name.Text : "";
        if (IsPlaceholder(list) && isNamed && receiver is null) return Forward(node, (body, arguments) => body.Invoke(node, text, null, arguments, className: className));
        var function = isNamed || name.IsNone ? null : Expression(name);
        return Invoke(node, text, receiver, Arguments(list, ""), function, className is "" ? null : className);
    }

    private static bool IsRelative(SyntaxNode scope) => scope.Is("relative_scope");

    /// <summary>The object that <c>parent::m()</c> and <c>self::m()</c> pass on, or null in static code.</summary>
    private Operand? ThisOperand(SyntaxNode node)
    {
        if (Function.IsStatic) return null;
        return B.Find("$this") is { } self ? Variable(node, self) : null;
    }

    private Operand ObjectCreation(SyntaxNode node)
    {
        var type = node.NamedChild(0);
        if (type.Is("anonymous_class"))
        {
            var made = ClassDeclaration(type);
            SyntaxNode passed = default;
            foreach (var child in type.NamedChildren)
            {
                if (child.Is("arguments")) passed = child;
            }
            return Invoke(node, made.Name, null, Arguments(passed, ""), isNew: true);
        }
        SyntaxNode list = default;
        foreach (var child in node.NamedChildren)
        {
            if (child.Is("arguments")) list = child;
        }
        var name = ClassOf(type);
        var function = name is null && !type.IsNone ? Expression(type) : null;
        return Invoke(node, name ?? "", null, Arguments(list, ""), function, isNew: true);
    }

    private List<Argument> Arguments(SyntaxNode list, string function)
    {
        var arguments = new List<Argument>();
        foreach (var child in list.NamedChildren)
        {
            if (!child.Is("argument")) continue;
            Unit.Visit();
            var keyword = child.Field("name");
            var reference = !child.Field("reference_modifier").IsNone;
            SyntaxNode value = default;
            foreach (var part in child.NamedChildren)
            {
                if (part.FieldName is not ("name" or "reference_modifier")) value = part;
            }
            if (value.IsNone) continue;
            if (value.Is("variadic_unpacking"))
            {
                Unit.Visit();
                arguments.Add(new Argument(Expression(value.NamedChild(0)), IsSpread: true));
                continue;
            }
            var operand = PhpCallables.Takes(function, arguments.Count) && CallableValue(value) is { } callable ? callable : Expression(value);
            arguments.Add(new Argument(operand, keyword.IsNone ? null : keyword.Text, ByReference: reference || value.Is("by_ref")));
        }
        return arguments;
    }

    private static bool IsPlaceholder(SyntaxNode list) => list.NamedChild(0).Is("variadic_placeholder");
}
