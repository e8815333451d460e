using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.Php;

internal sealed partial class PhpBody
{
    /// <summary>The elements that a generator yields.</summary>
    private IrVariable? generated;

    private void FunctionDefinition(SyntaxNode node)
    {
        var name = node.Field("name").Text;
        Unit.Once(node.Index, () =>
        {
            var function = Unit.NewFunction(name, node.Index, Unit.File.Functions[0]);
            new PhpBody(Unit, new FunctionBuilder(function, null), PhpScopeKind.Function).Lower(node);
            Unit.File.Exports.Add(new IrExport(name, null, function));
            return function;
        });
    }

    private Operand Closure(SyntaxNode node)
    {
        var function = Unit.Once(node.Index, () =>
        {
            var made = Unit.NewFunction(ClosureName(node), node.Index, Function);
            var inner = new PhpBody(Unit, new FunctionBuilder(made, B), node.Is("arrow_function") ? PhpScopeKind.Arrow : PhpScopeKind.Function);
            foreach (var clause in node.NamedChildren)
            {
                if (clause.Is("anonymous_function_use_clause")) inner.Uses(clause, this);
            }
            inner.Lower(node);
            return made;
        });
        var result = B.Temp();
        B.Emit(new MakeClosure(node.Index, new Place(result), function));
        return Result(node, result);
    }

    private static string ClosureName(SyntaxNode node)
    {
        var parent = node.Parent;
        return parent.Is("assignment_expression") && parent.Field("left").Is("variable_name") ? parent.Field("left").Text : "";
    }

    private void Uses(SyntaxNode clause, PhpBody outer)
    {
        foreach (var child in clause.NamedChildren)
        {
            Unit.Visit();
            var name = child.Is("by_ref") ? child.NamedChild(0) : child;
            if (!name.Is("variable_name")) continue;
            var variable = outer.Lookup(name.Text);
            if (variable.Kind == VariableKind.Global) B.Restore(name.Text, B.Global(variable.Name));
            else B.Capture(name.Text, variable);
        }
    }

    /// <summary>Lowers the parameters and the body of a function, method, closure or property hook.</summary>
    private void Lower(SyntaxNode node, Action? prologue = null)
    {
        var promoted = new List<(string Field, IrVariable Value, int Node)>();
        if (node.Field("parameters") is { IsNone: false } list) Parameters(list, promoted);
        prologue?.Invoke();
        foreach (var (field, value, at) in promoted)
        {
            B.Emit(new Assign(at, new Place(Lookup("$this")).With(new Accessor(AccessorKind.Field, field, -1)), new Operand(at, new Place(value), BaseNode: at)));
        }
        var body = node.Field("body");
        if (body.Is("compound_statement"))
        {
            if (HasYield(body))
            {
                generated = B.Temp();
                B.Emit(new Operation(-1, new Place(generated), OperationKind.NewArray, "", []));
            }
            Statement(body);
            if (generated is not null) B.End(new Return(-1, [new Operand(-1, new Place(generated))]));
        }
        else if (!body.IsNone)
        {
            var value = Expression(body);
            if (value.Place is { Path.Count: 0, Variable: { Kind: VariableKind.Temp } temp }) RememberCondition(body, value, temp);
            B.End(new Return(Unwrap(body).IsNone ? -1 : Unwrap(body).Index, [value]));
        }
        B.Complete();
    }

    private void Parameters(SyntaxNode list, List<(string, IrVariable, int)> promoted)
    {
        foreach (var parameter in list.NamedChildren)
        {
            if (parameter.Kind is not ("simple_parameter" or "variadic_parameter" or "property_promotion_parameter")) continue;
            Unit.Visit();
            var name = parameter.Field("name");
            var reference = !parameter.Field("reference_modifier").IsNone || name.Is("by_ref");
            if (name.Is("by_ref")) name = name.NamedChild(0);
            if (name.IsNone) continue;
            var variable = B.Declare(name.Text, VariableKind.Parameter);
            variable.TypeName = Unit.TypeName(parameter.Field("type"));
            Function.Parameters.Add(new IrParameter(variable, name.Index, IsRest: parameter.Is("variadic_parameter"), ByReference: reference));
            if (parameter.Is("property_promotion_parameter"))
            {
                promoted.Add((name.Text.TrimStart('$'), variable, name.Index));
                if (variable.TypeName is { } type) Function.Class?.FieldTypes.TryAdd(name.Text.TrimStart('$'), type);
            }
            Coerce(parameter, variable, reference);
            if (parameter.Field("default_value") is not { IsNone: false } value) continue;
            var initial = Expression(value);
            if (initial.Place is not null) Join(value, variable, initial);
        }
    }

    /// <summary>An argument for a number or a boolean is one inside, whatever was passed.</summary>
    private void Coerce(SyntaxNode parameter, IrVariable variable, bool reference)
    {
        if (reference || parameter.Is("variadic_parameter") || variable.TypeName is not ("int" or "float" or "bool")) return;
        B.Emit(new Operation(-1, new Place(variable), OperationKind.Scalar, variable.TypeName, [new Operand(-1, new Place(variable))]));
    }

    private static bool HasYield(SyntaxNode body)
    {
        var tree = body.Tree;
        for (int i = body.Index, last = tree.LastOf(i); i < last;)
        {
            var node = tree[i];
            if (node.Is("yield_expression")) return true;
            i = IsFunction(node) ? tree.LastOf(i) : i + 1;
        }
        return false;
    }

    private static bool IsFunction(SyntaxNode node) => node.Kind is "function_definition" or "anonymous_function" or "arrow_function" or "method_declaration" or "anonymous_class"
        or "class_declaration" or "trait_declaration" or "interface_declaration" or "enum_declaration";

    private Operand Yield(SyntaxNode node)
    {
        var value = node.NamedChild(0);
        var isEntry = value.Is("array_element_initializer");
        var last = isEntry && !value.NamedChild(1).IsNone ? value.NamedChild(1) : value;
        if (last != value) Use(value.NamedChild(0), Expression(value.NamedChild(0)));
        var operand = value.IsNone ? Nothing(node.Index) : Expression(last);
        if (generated is null || operand.Place is null) B.Emit(new Evaluate(node.Index, operand));
        else B.Emit(new Assign(node.Index, new Place(generated).With(new Accessor(AccessorKind.Any, "", -1)), isEntry ? operand : Element(operand)));
        return Nothing(node.Index);
    }
}
