using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering.Bodies;

namespace Ase.Taint.Languages.Go;

/// <summary>Names, members, elements, operators.</summary>
internal sealed partial class GoBody
{
    private IrVariable Lookup(string name) => B.Find(name) ?? B.Global(name);

    private Operand Name(SyntaxNode node)
    {
        var name = node.Text;
        if (B.Find(name) is { } variable) return Variable(node, variable);
        if (Unit.Functions.TryGetValue(name, out var function)) return Closure(node, function);
        return Variable(node, B.Global(name));
    }

    private Operand Selector(SyntaxNode node)
    {
        var operand = node.Field("operand");
        var whole = Expression(operand);
        var name = node.Field("field").IsNone ? "" : node.Field("field").Text;
        return MethodOf(operand, name) is { } method ? Closure(node, method) : Part(node, whole, AccessorKind.Field, name);
    }

    /// <summary>The method that a member of a value is, when the type is one of this file and has it.</summary>
    private IrFunction? MethodOf(SyntaxNode operand, string name) =>
        Unit.TypeOf(StaticType(operand)) is { } type && !type.Fields.Exists(f => f.Name == name) ? type.Methods.GetValueOrDefault(name) : null;

    private Operand Index(SyntaxNode node)
    {
        var operand = node.Field("operand");
        if (IsInstantiation(operand)) return Expression(operand);
        var whole = Expression(operand);
        return ByKey(node.Index, whole, Expression(node.Field("index")));
    }

    /// <summary>True for the name of a generic function: <c>Map[int]</c> is no element then.</summary>
    private bool IsInstantiation(SyntaxNode operand) => operand.Is("identifier") && B.Find(operand.Text) is null && Unit.Functions.ContainsKey(operand.Text);

    // a part of the same storage: what is written through it is seen in the whole
    private Operand Slice(SyntaxNode node)
    {
        var whole = Expression(node.Field("operand"));
        foreach (var bound in (string[])["start", "end", "capacity"])
        {
            if (node.Field(bound) is { IsNone: false } value) Use(value, Expression(value));
        }
        return whole with { Node = node.Index };
    }

    private Operand Unary(SyntaxNode node)
    {
        var text = node.Field("operator").IsNone ? "" : node.Field("operator").Text;
        var operand = node.Field("operand");
        switch (text)
        {
            case "!":
                return LogicValue(node);
            case "&" or "*":
                return Expression(operand) with { Node = node.Index };
            case "<-":
                return Part(node, Expression(operand), AccessorKind.Any, "");
            default:
                return Compute(node, OperationKind.Scalar, text, [Expression(operand)]);
        }
    }

    private Operand Binary(SyntaxNode node) => Logic(node, out _, out _) == LogicKind.Leaf ? BinaryChain(node) : LogicValue(node);

    private Operand ExpressionList(SyntaxNode node)
    {
        Operand? value = null;
        foreach (var child in node.NamedChildren) value = Expression(child);
        return value ?? Nothing(node.Index);
    }

    /// <summary>The expressions of a list, or the one expression that stands for a list.</summary>
    private static List<SyntaxNode> Items(SyntaxNode list) => list.IsNone ? [] : list.Is("expression_list") ? list.NamedChildren.ToList() : [list];
}
