using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.Java;

/// <summary>Lambdas and method references.</summary>
internal sealed partial class JavaBody
{
    // as many arguments as the functional interfaces of the library pass on
    private const int ReferenceArity = 2;

    private string nextName = "";

    /// <summary>The value of an expression; a lambda takes the name of what it is assigned to.</summary>
    private Operand Named(string name, SyntaxNode value)
    {
        if (Unwrap(value).Is("lambda_expression")) nextName = name;
        return Expression(value);
    }

    private Operand Lambda(SyntaxNode node)
    {
        var name = nextName;
        nextName = "";
        return MakeClosure(node, Unit.Once(node.Index, () =>
        {
            var made = Unit.NewFunction(name, node.Index, Function);
            new JavaBody(Unit, new FunctionBuilder(made, B), Type).DefineLambda(node);
            return made;
        }));
    }

    private Operand MakeClosure(SyntaxNode node, IrFunction function)
    {
        var temp = B.Temp();
        B.Emit(new MakeClosure(node.Index, new Place(temp), function));
        return Result(node, temp);
    }

    private void DefineLambda(SyntaxNode node)
    {
        Scopes.Enter();
        var parameters = node.Field("parameters");
        if (parameters.Is("identifier")) Parameter(parameters);
        else if (!parameters.IsNone)
        {
            foreach (var parameter in parameters.NamedChildren) Parameter(parameter);
        }
        var body = node.Field("body");
        if (body.Is("block"))
        {
            Statements(body);
        }
        else if (!body.IsNone)
        {
            var value = Expression(body);
            RememberReturned(body, value);
            B.End(new Return(body.Index, [value]));
        }
        Scopes.Leave();
        B.Complete();
    }

    /// <summary>
    /// <c>x::m</c> is a function that calls <c>m</c>. With a class before it the method may be static, or one of the first argument:
    /// the call then has both, and what is known of the method decides.
    /// </summary>
    private Operand MethodReference(SyntaxNode node)
    {
        var target = Unwrap(node.NamedChild(0));
        var last = JavaTypes.Last(node);
        var name = last.Is("identifier") && last != target ? last.Text : "new";
        if (target.IsNone || target.Is("array_type")) return Compute(node, OperationKind.NewArray, "::", []);
        var className = ClassName(target) ?? (target.Is("type_identifier") ? target.Text : null);
        Place? held = null;
        if (className is null && !target.Is("super") && !target.Is("this"))
        {
            var receiver = Expression(target);
            held = receiver.Place is { Path.Count: 0 } simple ? simple : Hold(receiver);
            if (receiver.Place is { Path.Count: > 0 }) Unit.SetType(held.Variable, StaticType(target));
        }
        return MakeClosure(node, Unit.Once(node.Index, () =>
        {
            var made = Unit.NewFunction(name == "new" ? "" : name, node.Index, Function);
            new JavaBody(Unit, new FunctionBuilder(made, B), Type).DefineReference(node, target, name, className, held);
            return made;
        }));
    }

    private void DefineReference(SyntaxNode node, SyntaxNode target, string name, string? className, Place? held)
    {
        var values = new List<Operand>();
        for (var i = 0; i < ReferenceArity; i++)
        {
            var variable = B.Temp();
            Function.Parameters.Add(new IrParameter(variable, node.Index));
            values.Add(new Operand(-1, new Place(variable)));
        }
        Operand? receiver = null;
        if (held is not null) receiver = new Operand(target.Index, new Place(B.Capture("%receiver", held.Variable)), BaseNode: target.Index);
        else if (target.Is("this") || target.Is("super")) receiver = new Operand(target.Index, new Place(Receiver()), BaseNode: target.Index);
        if (target.Is("super")) className = Type?.Superclass;
        else if (className is not null && name != "new" && Unit.Type(className)?.Methods.GetValueOrDefault(name) is not { IsStatic: true }) receiver = values[0];
        var isInstance = receiver == values[0] && Unit.Type(className)?.Methods.ContainsKey(name) == true;
        List<Argument> arguments = [.. (isInstance ? values.Skip(1) : values).Select(v => new Argument(v))];
        var result = name == "new"
            ? Invoke(node, className ?? "", null, arguments, isNew: true)
            : Invoke(node, name, receiver, arguments, className: className);
        B.End(new Return(node.Index, [result]));
        B.Complete();
    }
}
