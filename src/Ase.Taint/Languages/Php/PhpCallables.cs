using System.Collections.Frozen;
using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.Php;

/// <summary>Functions of the language that call one of their arguments, which may be a function's name.</summary>
internal static class PhpCallables
{
    // coupling: the callbacks in models.yaml
    private static readonly FrozenDictionary<string, int[]> Positions = new Dictionary<string, int[]>
    {
        ["array_map"] = [0],
        ["array_filter"] = [1],
        ["array_walk"] = [1],
        ["array_walk_recursive"] = [1],
        ["array_reduce"] = [1],
        ["array_find"] = [1],
        ["array_any"] = [1],
        ["array_all"] = [1],
        ["iterator_apply"] = [1],
        ["usort"] = [1],
        ["uasort"] = [1],
        ["uksort"] = [1],
        ["call_user_func"] = [0],
        ["call_user_func_array"] = [0],
        ["forward_static_call"] = [0],
        ["forward_static_call_array"] = [0],
        ["preg_replace_callback"] = [1],
        ["mb_ereg_replace_callback"] = [1],
        ["ob_start"] = [0],
        ["register_shutdown_function"] = [0],
        ["set_error_handler"] = [0],
        ["set_exception_handler"] = [0],
        ["spl_autoload_register"] = [0],
        ["add_action"] = [1],
        ["add_filter"] = [1],
        ["add_shortcode"] = [1],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The functions, with the 0-based positions of what they call.</summary>
    public static IReadOnlyDictionary<string, int[]> Functions => Positions;

    /// <summary>True when the argument at a position is called.</summary>
    /// <param name="function">The function, in lower case; empty for none.</param>
    /// <param name="position">0-based.</param>
    public static bool Takes(string function, int position) => Positions.TryGetValue(function, out var positions) && positions.Contains(position);

    /// <summary>True for a function's name, with namespace or <c>Class::</c>.</summary>
    public static bool IsName(string text) => text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] is '_' or '\\') && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '\\' or ':');
}

internal sealed partial class PhpBody
{
    /// <summary>A function given as <c>'name'</c>, <c>'Class::name'</c>, <c>[$object, 'name']</c>, <c>[Class::class, 'name']</c>; null for any other value.</summary>
    private Operand? CallableValue(SyntaxNode node)
    {
        node = Unwrap(node);
        if (Name(node) is { } name)
        {
            var colons = name.IndexOf("::", StringComparison.Ordinal);
            var simple = name[(name.LastIndexOfAny(['\\', ':']) + 1)..];
            var className = colons < 0 ? null : name[(name.LastIndexOf('\\') + 1)..colons];
            return Forward(node, (body, arguments) => body.Invoke(node, simple, null, arguments, className: className));
        }
        if (!node.Is("array_creation_expression") || node.NamedChild(1).NamedChild(0) is not { IsNone: false } second || Name(second) is not { } method || !node.NamedChild(2).IsNone) return null;
        var first = Unwrap(node.NamedChild(0).NamedChild(0));
        if (first.IsNone) return null;
        var type = Name(first) ?? (first.Is("class_constant_access_expression") ? ClassOf(first.NamedChild(0)) : null);
        if (type is not null) return Forward(node, (body, arguments) => body.Invoke(node, method, null, arguments, className: type[(type.LastIndexOf('\\') + 1)..]));
        var receiver = Expression(first);
        var held = receiver.Place ?? Hold(receiver);
        return Forward(node, (body, arguments) => body.Invoke(node, method, body.FromOuter(held, first), arguments));

        static string? Name(SyntaxNode text) =>
            text.Kind is "string" or "encapsed_string" && text.NamedChild(1).IsNone && text.NamedChild(0) is { IsNone: false } content && PhpCallables.IsName(content.Text) ? content.Text : null;
    }

    /// <summary>A closure that passes its arguments on to a call.</summary>
    private Operand Forward(SyntaxNode node, Action<PhpBody, IReadOnlyList<Argument>, IrVariable> call)
    {
        var function = Unit.Once(node.Index, () =>
        {
            var made = Unit.NewFunction("", node.Index, Function);
            var inner = new PhpBody(Unit, new FunctionBuilder(made, B), PhpScopeKind.Function);
            var rest = inner.B.Declare("$arguments", VariableKind.Parameter);
            made.Parameters.Add(new IrParameter(rest, node.Index, IsRest: true));
            var result = inner.B.Temp();
            call(inner, [new Argument(new Operand(-1, new Place(rest)), IsSpread: true)], result);
            inner.B.Complete();
            return made;
        });
        var target = B.Temp();
        B.Emit(new MakeClosure(node.Index, new Place(target), function));
        return Result(node, target);
    }

    private Operand Forward(SyntaxNode node, Func<PhpBody, List<Argument>, Operand> call) =>
        Forward(node, (body, arguments, _) => body.B.End(new Return(-1, [call(body, [.. arguments]) with { Node = -1 }])));

    /// <summary>A value of the enclosing function, seen from a closure in it.</summary>
    private Operand FromOuter(Place place, SyntaxNode node)
    {
        var outer = place.Variable;
        var variable = outer.Kind == VariableKind.Global ? Shared(outer.Name) : B.Find(outer.Name) ?? B.Capture(outer.Name, outer);
        return new Operand(-1, new Place(variable, [.. place.Path.Select(a => a with { Key = null })]), BaseNode: place.Path.Count == 0 ? node.Index : -1);
    }
}
