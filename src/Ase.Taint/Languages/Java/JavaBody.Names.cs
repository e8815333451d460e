using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.Java;

/// <summary>What names mean: local variables, fields of the classes around, classes.</summary>
internal sealed partial class JavaBody
{
    private Operand Name(SyntaxNode node)
    {
        var name = node.Text;
        if (B.Find(name) is { } variable) return Variable(node, variable);
        if (FieldPlace(name, node.Index) is { } field) return new Operand(node.Index, field);
        return Variable(node, B.Global(name));
    }

    /// <summary>The place of a field that a bare name means: of a class around, imported, or inherited; null when it is none.</summary>
    private Place? FieldPlace(string name, int node)
    {
        var accessor = new Accessor(AccessorKind.Field, name, node);
        for (var at = Type; at is not null; at = at.Outer)
        {
            if (at.Fields.TryGetValue(name, out var field)) return field.IsStatic ? Static(at, accessor) : new Place(Instance(at)).With(accessor);
        }
        if (Unit.StaticImports.TryGetValue(name, out var import)) return new Place(B.Global(ClassOf(import))).With(accessor);
        var inherits = Type is not null && Type.Class.Bases.Count > 0 && name is [var initial, ..] && char.IsLower(initial);
        return inherits && B.Find("this") is { } receiver ? new Place(receiver).With(accessor) : null;
    }

    private Place Static(JavaType type, Accessor accessor) => new Place(B.Global(type.StaticName)).With(accessor);

    /// <summary>The receiver of a class around; for code without one the global that holds the static fields.</summary>
    private IrVariable Instance(JavaType type) =>
        (type == Type ? B.Find("this") : OuterInstance(B, type)) ?? B.Global(type.StaticName);

    /// <summary>The receiver of the method of a class around, captured through all functions between.</summary>
    private static IrVariable? OuterInstance(FunctionBuilder from, JavaType type)
    {
        if (from.Function.Class == type.Class) return from.Find("this");
        if (from.Outer is not { } next) return null;
        var name = type.StaticName + ".this";
        if (from.Find(name) is { } known) return known;
        return OuterInstance(next, type) is { } outer ? from.Capture(name, outer) : null;
    }

    private Operand This(SyntaxNode node) => Variable(node, Receiver());

    private IrVariable Receiver() => B.Find("this") ?? B.Global(Type?.StaticName ?? "this");

    private Operand FieldAccess(SyntaxNode node)
    {
        var target = Unwrap(node.Field("object"));
        var field = node.Field("field");
        if (field.IsNone) return Unknown(node);
        if (field.Is("this"))
        {
            // Outer.this
            var outer = Type;
            while (outer is not null && outer.Class.Name != target.Text) outer = outer.Outer;
            return Variable(node, outer is null ? Receiver() : Instance(outer));
        }
        var name = field.Text;
        if (ClassName(target) is { } className)
        {
            Unit.Visit();
            return new Operand(node.Index, new Place(B.Global(className)).With(new Accessor(AccessorKind.Field, name, node.Index)), BaseNode: target.Index);
        }
        var whole = Expression(target);
        // what carries data is the array, not its size
        if (name == "length" && !target.Is("this")) return Compute(node, OperationKind.Scalar, "length", [whole]);
        return Part(node, whole, AccessorKind.Field, name);
    }

    private Operand ArrayAccess(SyntaxNode node)
    {
        var whole = Expression(node.Field("array"));
        return ByKey(node.Index, whole, Expression(node.Field("index")));
    }

    /// <summary>The simple name of the class that an expression names, or null when it is a value.</summary>
    private string? ClassName(SyntaxNode node)
    {
        if (node.Is("identifier") || node.Is("type_identifier")) return IsClassName(node.Text) ? node.Text : null;
        if (node.Is("generic_type") || node.Is("scoped_type_identifier")) return JavaTypes.Name(node);
        if (!node.Is("field_access") || !node.Field("field").Is("identifier")) return null;
        var name = node.Field("field").Text;
        if (name.Length == 0 || !char.IsUpper(name[0])) return null;
        if (IsConstantName(name) && Unit.Type(name) is null) return null;
        // Outer.Inner, or a class with its package before it
        var left = node.Field("object");
        for (var steps = 0; steps < 32 && left.Is("field_access"); steps++) left = left.Field("object");
        return left.Is("identifier") && !IsValue(left.Text) ? name : null;
    }

    private bool IsClassName(string name)
    {
        if (IsValue(name)) return false;
        if (Unit.Type(name) is not null || Unit.Imports.ContainsKey(name)) return true;
        return name.Length > 0 && char.IsUpper(name[0]) && !name.Contains('_', StringComparison.Ordinal);
    }

    /// <summary>True for a local variable or a field that this file shows.</summary>
    private bool IsValue(string name)
    {
        if (B.Find(name) is not null || Unit.StaticImports.ContainsKey(name)) return true;
        for (var at = Type; at is not null; at = at.Outer)
        {
            if (at.Fields.ContainsKey(name)) return true;
        }
        return false;
    }

    private static bool IsConstantName(string name) => name.Length > 1 && !name.AsSpan().ContainsAnyInRange('a', 'z');

    private static string ClassOf(IrImport import) => import.Module[(import.Module.LastIndexOf('.') + 1)..];
}
