using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Java;

/// <summary>Calls of methods and constructors.</summary>
internal sealed partial class JavaBody
{
    private Operand Invocation(SyntaxNode node)
    {
        var name = node.Field("name").IsNone ? "" : node.Field("name").Text;
        var target = Unwrap(node.Field("object"));
        Unit.Visit();
        Operand? receiver = null;
        string? className = null;
        if (target.IsNone)
        {
            (receiver, className) = Unqualified(name);
        }
        else if (target.Is("super") || HasSuper(node))
        {
            (receiver, className) = (new Operand(target.Index, new Place(Receiver()), BaseNode: target.Index), Type?.Superclass);
        }
        else if (ClassName(target) is { } known)
        {
            Unit.Visit();
            className = known;
        }
        else
        {
            receiver = Expression(target);
        }
        var result = Invoke(node, name, receiver, Arguments(node.Field("arguments")), className: className);
        Unit.SetType(result.Place!.Variable, StaticType(node));
        if (EndsProgram(name, className, target)) B.End(new Stop(node.Index));
        // a builder returns itself: what is appended to the result is in the builder
        return receiver?.Place is not null && ReturnsReceiver(name, StaticType(target)) ? receiver with { Node = node.Index } : result;
    }

    private static bool ReturnsReceiver(string name, SyntaxNode type) => JavaTypes.Name(type) switch
    {
        "StringBuilder" or "StringBuffer" => name is "append" or "appendCodePoint" or "insert" or "replace" or "reverse" or "delete" or "deleteCharAt",
        "StringJoiner" => name is "add",
        _ => false,
    };

    private static bool HasSuper(SyntaxNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.Is("super")) return true;
        }
        return false;
    }

    /// <summary>The receiver or class of a call without either: a method of a class around, imported, or inherited.</summary>
    private (Operand? Receiver, string? ClassName) Unqualified(string name)
    {
        for (var at = Type; at is not null; at = at.Outer)
        {
            if (at.Methods.TryGetValue(name, out var method)) return method.IsStatic ? (null, at.StaticName) : (new Operand(-1, new Place(Instance(at))), null);
        }
        if (Unit.StaticImports.TryGetValue(name, out var import)) return (null, ClassOf(import));
        if (Type is null) return (null, null);
        return B.Find("this") is { } receiver ? (new Operand(-1, new Place(receiver)), null) : (null, Type.Superclass);
    }

    private static bool EndsProgram(string name, string? className, SyntaxNode target) =>
        (name == "exit" && className == "System") || (name is "exit" or "halt" && target.Is("method_invocation") && target.TextSpan is "Runtime.getRuntime()");

    private List<Argument> Arguments(SyntaxNode list)
    {
        var arguments = new List<Argument>();
        if (list.IsNone) return arguments;
        foreach (var child in list.NamedChildren) arguments.Add(new Argument(Expression(child)));
        return arguments;
    }

    private Operand Creation(SyntaxNode node)
    {
        var type = node.Field("type");
        var name = JavaTypes.Name(type) ?? "";
        foreach (var child in node.NamedChildren)
        {
            // outer.new Inner()
            if (child.FieldName.Length == 0 && !child.Is("class_body") && !child.Is("annotation") && !child.Is("marker_annotation") && child.Index < type.Index) Use(child, Expression(child));
        }
        var result = Invoke(node, name, null, Arguments(node.Field("arguments")), isNew: true);
        Unit.SetType(result.Place!.Variable, type);
        if (Unit.TypeAt(node) is { } anonymous) Members(anonymous, result.Place.Variable);
        return result;
    }

    /// <summary><c>this(...)</c> and <c>super(...)</c>: the other constructor works on the same object.</summary>
    private void ConstructorCall(SyntaxNode node)
    {
        var isThis = node.Field("constructor").Is("this");
        if (node.Field("object") is { IsNone: false } outer) Use(outer, Expression(outer));
        var arguments = Arguments(node.Field("arguments"));
        if ((isThis ? Type?.Class.Name : Type?.Superclass) is { } name) CallConstructor(node.Index, name, arguments);
    }

    private void CallConstructor(int node, string name, List<Argument> arguments)
    {
        var receiver = new Place(Receiver());
        B.Emit(new Call(node, receiver, name, new Operand(-1, receiver), arguments) { ClassName = name });
    }
}
