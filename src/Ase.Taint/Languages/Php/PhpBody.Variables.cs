using System.Collections.Frozen;
using System.Globalization;
using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Php;

/// <summary>Variables, elements, properties, constants.</summary>
internal sealed partial class PhpBody
{
    private static readonly FrozenSet<string> Superglobals = FrozenSet.ToFrozenSet(
        ["$_GET", "$_POST", "$_REQUEST", "$_COOKIE", "$_SERVER", "$_FILES", "$_SESSION", "$_ENV", "$GLOBALS", "$HTTP_RAW_POST_DATA",
         "$HTTP_GET_VARS", "$HTTP_POST_VARS", "$HTTP_COOKIE_VARS", "$HTTP_SERVER_VARS", "$HTTP_POST_FILES", "$HTTP_ENV_VARS"], StringComparer.Ordinal);

    private readonly Dictionary<string, IrVariable> shared = new(StringComparer.Ordinal);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The variable that a name with <c>$</c> means in this scope.</summary>
    private IrVariable Lookup(string name)
    {
        if (Superglobals.Contains(name)) return Shared(name);
        if (name == "$this") return B.Find(name) ?? B.Declare(name);
        return kind switch
        {
            PhpScopeKind.TopLevel => B.Find(name) ?? B.BindGlobal(name),
            PhpScopeKind.Arrow => B.Find(name) ?? B.Declare(name),
            _ => B.Declare(name),
        };
    }

    /// <summary>A variable of all files that no scope declares: superglobals, constants, static properties.</summary>
    private IrVariable Shared(string name)
    {
        if (!shared.TryGetValue(name, out var variable)) shared[name] = variable = B.Global(name);
        return variable;
    }

    /// <summary>The global variable of a name, whatever the scope.</summary>
    private IrVariable GlobalVariable(string name) => kind == PhpScopeKind.TopLevel ? Lookup(name) : Shared(name);

    private Operand VariableName(SyntaxNode node) => Variable(node, Lookup(node.Text));

    private Operand DynamicVariable(SyntaxNode node)
    {
        var inner = node.NamedChild(0);
        if (inner.Is("name")) return Variable(node, Lookup("$" + inner.Text));
        var name = Expression(inner);
        return name is { IsString: true, Literal: { } literal }
            ? Variable(node, Lookup("$" + literal))
            : Compute(node, OperationKind.Select, "$$", [name, Element(new Operand(-1, new Place(Shared(IncludeScope))))]);
    }

    private Operand Subscript(SyntaxNode node)
    {
        var whole = node.NamedChild(0);
        var key = node.NamedChild(1);
        if (whole.Is("variable_name") && whole.TextSpan is "$GLOBALS" && !key.IsNone && Expression(key) is { IsString: true, Literal: { } name })
        {
            Unit.Visit();
            return Variable(node, GlobalVariable("$" + name));
        }
        var value = Expression(whole);
        return key.IsNone ? Part(node, value, AccessorKind.Any, "") : ByKey(node.Index, value, key);
    }

    /// <summary>The element under a key: a field for a constant string, an index for a constant number.</summary>
    private Operand ByKey(int node, Operand whole, SyntaxNode key)
    {
        // "$a[key]" within a string
        var value = key.Is("name") && IsInString(key) ? Literal(key, key.Text, isString: true) : Expression(key);
        if (value.Place is null && value.Literal is { } literal)
        {
            if (value.IsString && !IsNumber(literal)) return Part(node, whole, AccessorKind.Field, literal);
            if (IsNumber(literal)) return Part(node, whole, AccessorKind.Index, literal);
        }
        return Part(node, whole, AccessorKind.Any, "", value);
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static bool IsInString(SyntaxNode key) => key.Parent.Parent is { IsNone: false } holder && holder.Kind is "encapsed_string" or "heredoc_body" or "shell_command_expression";

    private Operand Member(SyntaxNode node)
    {
        var whole = Expression(node.Field("object"));
        var name = node.Field("name");
        if (name.Is("name")) return Part(node, whole, AccessorKind.Field, name.Text);
        return name.IsNone ? Part(node, whole, AccessorKind.Any, "") : ByKey(node.Index, whole, name);
    }

    private Operand StaticProperty(SyntaxNode node)
    {
        var name = node.Field("name");
        if (!name.Is("variable_name"))
        {
            return Compute(node, OperationKind.Select, "::$", [Expression(name)]);
        }
        var scope = node.Field("scope");
        return ClassOf(scope) is { } type
            ? Variable(node, Shared(type + "::" + name.Text))
            : Part(node, Expression(scope), AccessorKind.Field, name.Text[1..]);
    }

    private Operand ClassConstant(SyntaxNode node)
    {
        var scope = node.NamedChild(0);
        var name = node.NamedChild(1);
        var type = ClassOf(scope);
        if (type is null) Use(scope, Expression(scope));
        if (name.Is("name") && name.TextSpan.Equals("class", StringComparison.OrdinalIgnoreCase)) return Literal(node, type ?? "", isString: true);
        return name.Is("name") && type is not null ? Variable(node, Shared(type + "::" + name.Text)) : Literal(node, "");
    }

    private Operand Constant(SyntaxNode node)
    {
        var text = node.Text;
        if (text.Equals("exit", StringComparison.OrdinalIgnoreCase) || text.Equals("die", StringComparison.OrdinalIgnoreCase))
        {
            Construct(node, text, []);
            B.End(new Stop(node.Index));
            return Nothing(node.Index);
        }
        if (text.StartsWith("__", StringComparison.Ordinal) && text.EndsWith("__", StringComparison.Ordinal)) return Literal(node, text);
        return Variable(node, Shared(Unit.SimpleName(node)));
    }

    /// <summary>The class that a name before <c>::</c> or after <c>new</c> means, or null when it is computed.</summary>
    private string? ClassOf(SyntaxNode scope)
    {
        if (scope.IsNone) return null;
        if (scope.Kind is not ("name" or "qualified_name" or "relative_name" or "relative_scope")) return null;
        var text = scope.TextSpan;
        if (text.Equals("self", StringComparison.OrdinalIgnoreCase) || text.Equals("static", StringComparison.OrdinalIgnoreCase)) return OwnClass?.Name ?? "";
        if (text.Equals("parent", StringComparison.OrdinalIgnoreCase)) return OwnClass?.Bases.FirstOrDefault() ?? "";
        return Unit.SimpleName(scope);
    }

    private IrClass? OwnClass
    {
        get
        {
            if (declaring is not null) return declaring;
            var function = Function;
            while (function.Class is null && function.Enclosing is { } outer) function = outer;
            return function.Class;
        }
    }
}
