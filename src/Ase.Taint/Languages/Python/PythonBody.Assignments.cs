using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Python;

internal sealed partial class PythonBody
{
    private Operand Assignment(SyntaxNode node)
    {
        var (left, right, type) = (node.Field("left"), node.Field("right"), node.Field("type"));
        if (!type.IsNone && PythonTypes.Name(type) is { } typeName) DeclareType(left, typeName);
        if (right.IsNone) return Nothing(node.Index);
        var value = Expression(right);
        AssignTo(left, value, node.Index);
        if (left.Is("identifier") && !IsClassName(left.Text))
        {
            var variable = Lookup(left.Text);
            InferType(variable, Unwrap(right));
            RememberCondition(right, value, variable);
        }
        return value;
    }

    private Operand AugmentedAssignment(SyntaxNode node)
    {
        var (left, right) = (node.Field("left"), node.Field("right"));
        var before = Expression(left);
        var change = Expression(right);
        var text = node.Field("operator").Text;
        var value = Compute(node, Family(text.TrimEnd('='), Unwrap(left), Unwrap(right)), text, [before, change]);
        if (before.Place is { Variable.Kind: not VariableKind.Temp } place) B.Emit(new Assign(node.Index, place, value, left.Index));
        else AssignTo(left, value, node.Index);
        return value;
    }

    private Operand NamedExpression(SyntaxNode node)
    {
        var value = Expression(node.Field("value"));
        var name = node.Field("name");
        AssignTo(name, value, node.Index);
        if (!IsClassName(name.Text)) RememberCondition(node.Field("value"), value, Lookup(name.Text));
        return value.Place is null ? value with { Node = node.Index } : Variable(node, Lookup(name.Text));
    }

    private void DeclareType(SyntaxNode left, string typeName)
    {
        if (left.Is("identifier"))
        {
            if (IsClassName(left.Text)) scope!.Class.FieldTypes.TryAdd(left.Text, typeName);
            else Lookup(left.Text).TypeName ??= typeName;
        }
        else if (left.Is("attribute") && OwnClass is { } type && left.Field("object").TextSpan is "self")
        {
            type.FieldTypes.TryAdd(left.Field("attribute").Text, typeName);
        }
    }

    /// <summary>A variable that is assigned a new object of a class of this file has that type, until it is assigned another.</summary>
    private void InferType(IrVariable variable, SyntaxNode value)
    {
        if (variable.Kind != VariableKind.Local || !value.Is("call")) return;
        var callee = value.Field("function");
        if (callee.Is("identifier") && LooksLikeClass(callee.Text)) variable.TypeName ??= callee.Text;
    }

    private void InferField(IrClass type, string field, Operand value)
    {
        if (value.Place is { Path.Count: 0, Variable: { TypeName: { } known, Kind: not VariableKind.Temp } }) type.FieldTypes.TryAdd(field, known);
        else if (value.Place is { Path.Count: 0, Variable.Kind: VariableKind.Temp } && value.Node >= 0 && Unit.Tree[value.Node] is var node && node.Is("call")
            && node.Field("function") is var callee && callee.Is("identifier") && LooksLikeClass(callee.Text))
        {
            type.FieldTypes.TryAdd(field, callee.Text);
        }
    }

    private bool LooksLikeClass(string name) => Unit.ClassNames.Contains(name) || (name.Length > 1 && char.IsUpper(name[0]) && name.Any(char.IsLower));
}
