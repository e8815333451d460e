using Ase.Taint.Ir;

namespace Ase.Taint.Languages.JavaScript;

internal sealed partial class JsFunctionLowerer
{
    // what is called: a plain name, a member, or any value
    private readonly record struct Callee(string Name, Operand? Receiver, Operand? Function, string? ClassName, bool IsSuper = false);

    /// <summary>
    /// Members, subscripts and calls hang to the left of each other (<c>a.b(c).d[e]</c>): the chain is collected first and then evaluated
    /// from its base outwards, whatever its length.
    /// </summary>
    private Operand Postfix(int node, bool wanted)
    {
        var chain = new List<int>();
        var current = node;
        while (true)
        {
            var next = tree.Kind(current) switch
            {
                JsKind.MemberExpression or JsKind.SubscriptExpression => tree.Field(current, JsField.Object),
                JsKind.CallExpression => tree.Field(current, JsField.Function),
                _ => -1,
            };
            if (next >= 0)
            {
                chain.Add(current);
                current = next;
                continue;
            }
            // transparent: parentheses, `!`, type arguments; `(0, a.b)(c)` calls a.b
            if (tree.Kind(current) is JsKind.ParenthesizedExpression or JsKind.NonNullExpression or JsKind.InstantiationExpression && chain.Count > 0 && tree.First(current) is var inner and >= 0) current = inner;
            else if (tree.Kind(current) == JsKind.SequenceExpression && chain.Count > 0) current = LastOfSequence(current);
            else break;
        }
        if (chain.Count == 0) return Unknown(node);
        Callee? callee = null;
        Operand value;
        if (tree.Kind(current) == JsKind.Import)
        {
            value = Literal(current, "import");
            callee = new Callee("import", null, null, null);
        }
        else
        {
            value = Expression(current);
            var isCalled = tree.Kind(chain[^1]) == JsKind.CallExpression;
            if (tree.Kind(current) == JsKind.Super) callee = isCalled ? new Callee("", value, null, null, IsSuper: true) : null;
            else if (isCalled) callee = new Callee(tree.Kind(current) == JsKind.Identifier ? tree.Text(current) : "", null, value, null);
        }
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            var step = chain[i];
            if (i < chain.Count - 1 && i > 0) file.Visit();
            if (tree.Kind(step) == JsKind.CallExpression)
            {
                value = Call(step, callee ?? new Callee("", null, value, null), wanted || i > 0);
                callee = null;
                continue;
            }
            var isSuper = i == chain.Count - 1 && tree.Kind(current) == JsKind.Super;
            var called = i > 0 && tree.Kind(chain[i - 1]) == JsKind.CallExpression;
            (value, callee) = called ? Method(step, value, isSuper) : (Member(step, value), null);
        }
        return value;
    }

    private (Operand Value, Callee? Callee) Method(int step, Operand receiver, bool isSuper)
    {
        var className = isSuper ? BaseClass() : null;
        if (tree.Kind(step) == JsKind.MemberExpression)
        {
            return (receiver, new Callee(tree.Text(tree.Field(step, JsField.Property)), receiver, null, className));
        }
        var function = Member(step, receiver);
        var last = function.Place!.Path[^1];
        return last.Kind == AccessorKind.Field
            ? (function, new Callee(last.Name, receiver, null, className))
            : (function, new Callee("", receiver, function, className));
    }

    /// <summary>One member or subscript of a value.</summary>
    private Operand Member(int node, Operand target)
    {
        if (tree.Kind(node) == JsKind.MemberExpression)
        {
            var property = tree.Text(tree.Field(node, JsField.Property));
            return Getter(node, target, property) ?? Part(target, node, AccessorKind.Field, property);
        }
        var index = tree.Unwrap(tree.Field(node, JsField.Index));
        if (index >= 0 && JsNames.Key(tree, index) is { } key && tree.Kind(index) != JsKind.Identifier)
        {
            return Part(target, node, IsIndex(key) && tree.Kind(index) == JsKind.Number ? AccessorKind.Index : AccessorKind.Field, key);
        }
        // the target is named before its key is evaluated
        return Part(target, node, AccessorKind.Any, "", index < 0 ? null : Expression(index));
    }

    private static bool IsIndex(string text) => text.Length is > 0 and < 10 && text.All(char.IsAsciiDigit);

    // `this.x` where the class has a getter x runs it
    private Operand? Getter(int node, Operand target, string property)
    {
        if (target.Place is not { Path.Count: 0, Variable.Name: "this" } || CurrentClass() is not { } type) return null;
        if (!file.Getters.TryGetValue(type, out var getters) || !getters.Contains(property)) return null;
        var result = TempPlace();
        b.Emit(new Call(node, result, property, target, []));
        return Read(node, result);
    }

    private string? BaseClass() => CurrentClass()?.Bases is [var first, ..] ? first : null;

    private Operand Call(int node, Callee callee, bool wanted)
    {
        var arguments = tree.Field(node, JsField.Arguments);
        var list = tree.Kind(arguments) == JsKind.TemplateString ? Tagged(arguments) : Arguments(arguments);
        if (callee is { IsSuper: true, Receiver: { } instance })
        {
            SuperCall(node, instance, list);
            return Read(node, instance.Place!);
        }
        var result = wanted ? TempPlace() : null;
        b.Emit(new Call(node, result, callee.Name, callee.Receiver, list) { Function = callee.Function, ClassName = callee.ClassName });
        file.Modules.SeeCall(callee.Name, arguments, list, b);
        if (callee.Name is "exit" or "abort" or "reallyExit" && callee.Receiver is { Place: { Path.Count: 0, Variable: { Name: "process", Kind: VariableKind.Global } } })
        {
            b.End(new Stop(node));
        }
        return result is null ? Literal(node, "undefined") : Read(node, result);
    }

    private Operand New(int node, bool wanted)
    {
        var constructor = tree.Unwrap(tree.Field(node, JsField.Constructor));
        var callee = tree.Kind(constructor) switch
        {
            JsKind.Identifier => new Callee(tree.Text(constructor), null, Expression(constructor), null),
            JsKind.MemberExpression => new Callee(
                tree.Text(tree.Field(constructor, JsField.Property)), Expression(tree.Field(constructor, JsField.Object)), null, null),
            _ => Computed(),
        };
        var arguments = tree.Field(node, JsField.Arguments);
        var list = Arguments(arguments);
        var result = wanted ? TempPlace() : null;
        b.Emit(new Call(node, result, callee.Name, callee.Receiver, list) { Function = callee.Function, IsNew = true });
        return result is null ? Literal(node, "undefined") : Read(node, result);

        Callee Computed()
        {
            var value = constructor < 0 ? Literal(-1, "undefined") : Expression(constructor);
            return new Callee("", null, value, null);
        }
    }

    private List<Argument> Arguments(int node)
    {
        var list = new List<Argument>();
        if (node < 0) return list;
        foreach (var child in tree.Named(node))
        {
            if (tree.Kind(child) == JsKind.SpreadElement)
            {
                file.Visit();
                list.Add(new Argument(Expression(tree.First(child)), IsSpread: true));
            }
            else
            {
                list.Add(new Argument(Expression(child)));
            }
        }
        return list;
    }

    // the tag gets the constant parts, then each substitution
    private List<Argument> Tagged(int template)
    {
        file.Visit();
        var strings = TempPlace();
        b.Emit(new Operation(-1, strings, OperationKind.NewArray, "", []));
        var list = new List<Argument> { new(Read(-1, strings)) };
        foreach (var part in tree.Named(template))
        {
            if (tree.Kind(part) == JsKind.TemplateSubstitution) list.Add(new Argument(Expression(tree.First(part))));
        }
        return list;
    }
}
