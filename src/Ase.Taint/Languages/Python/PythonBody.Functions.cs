using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.Python;

internal sealed partial class PythonBody
{
    /// <summary>What a generator yields: a list, or the value itself for a context manager.</summary>
    private IrVariable? generated;
    private bool yieldsOne;

    private void DecoratedDefinition(SyntaxNode node)
    {
        var definition = node.Field("definition");
        if (definition.Is("class_definition")) ClassDefinition(definition, node);
        else if (!definition.IsNone) FunctionDefinition(definition, node);
    }

    private void FunctionDefinition(SyntaxNode node, SyntaxNode decorated)
    {
        var nameNode = node.Field("name");
        var name = nameNode.Text;
        var type = scope?.Class;
        var function = Unit.Once(node.Index, () => Define(node, decorated, name, type));
        B.Emit(new MakeClosure(node.Index, Name(nameNode).Place!, function));
        if (type is null && Function.Id == 0) Unit.TopLevelFunctions[name] = function;
    }

    private IrFunction Define(SyntaxNode node, SyntaxNode decorated, string name, IrClass? type)
    {
        var isStatic = type is not null && (name == "__new__" || HasDecorator(decorated, "staticmethod"));
        var function = Unit.NewFunction(name, node.Index, Function, type, type is not null && name == "__init__", isStatic);
        type?.Methods.Add(function);
        var body = new PythonBody(Unit, new FunctionBuilder(function, B)) { yieldsOne = HasDecorator(decorated, "contextmanager") || HasDecorator(decorated, "fixture") };
        var hasReceiver = type is not null && (!isStatic || name == "__new__");
        body.Lower(node.Field("parameters"), node.Field("body"), hasReceiver, function.IsConstructor ? scope : null);
        return function;
    }

    private static bool HasDecorator(SyntaxNode decorated, string suffix)
    {
        foreach (var child in decorated.NamedChildren)
        {
            if (!child.Is("decorator")) continue;
            var name = child.NamedChild(0);
            if (name.Is("call")) name = name.Field("function");
            if (!name.IsNone && name.TextSpan.EndsWith(suffix, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private Operand Lambda(SyntaxNode node)
    {
        var function = Unit.Once(node.Index, () =>
        {
            var made = Unit.NewFunction(LambdaName(node), node.Index, Function);
            new PythonBody(Unit, new FunctionBuilder(made, B)).Lower(node.Field("parameters"), node.Field("body"), hasReceiver: false, null);
            return made;
        });
        var result = B.Temp();
        B.Emit(new MakeClosure(node.Index, new Place(result), function));
        return Result(node, result);
    }

    private static string LambdaName(SyntaxNode node)
    {
        var parent = node.Parent;
        return parent.Is("assignment") && parent.Field("left").Is("identifier") ? parent.Field("left").Text : "";
    }

    private void Lower(SyntaxNode parameters, SyntaxNode body, bool hasReceiver, ClassScope? fields)
    {
        var names = PythonBindings.Of(body.IsNone ? parameters : body);
        var patterns = Parameters(parameters, hasReceiver);
        if (!body.IsNone)
        {
            foreach (var name in names.Bound) B.Declare(name);
            foreach (var name in names.Globals) FromModule(name);
        }
        foreach (var (pattern, value) in patterns) AssignTo(pattern, value, -1);
        Defaults(parameters);
        if (fields is not null) InitializeFields(fields);
        if (names.IsGenerator)
        {
            generated = B.Temp();
            if (!yieldsOne) B.Emit(new Operation(-1, new Place(generated), OperationKind.NewArray, "", []));
        }
        if (body.Is("block"))
        {
            Statement(body);
            if (generated is not null) B.End(new Return(-1, [new Operand(-1, new Place(generated))]));
        }
        else if (!body.IsNone)
        {
            var result = Expression(body);
            if (result.Place is { Path.Count: 0, Variable: { Kind: VariableKind.Temp } temp }) RememberCondition(body, result, temp);
            B.End(new Return(Unwrap(body).IsNone ? -1 : Unwrap(body).Index, [result]));
        }
        B.Complete();
    }

    /// <summary><c>global x</c>: the module's variable, through all functions in between.</summary>
    private void FromModule(string name)
    {
        var chain = new Stack<FunctionBuilder>();
        var module = B;
        for (; module.Outer is { } outer; module = outer) chain.Push(module);
        var variable = module.Declare(name);
        while (chain.TryPop(out var inner))
        {
            var own = inner == B ? null : inner.Find(name);
            variable = inner.Capture(name, variable);
            if (own is not null && inner != B) inner.Restore(name, own);
        }
    }

    private List<(SyntaxNode Pattern, Operand Value)> Parameters(SyntaxNode list, bool hasReceiver)
    {
        var patterns = new List<(SyntaxNode, Operand)>();
        if (list.IsNone) return patterns;
        foreach (var child in list.NamedChildren)
        {
            Unit.Visit();
            var (name, rest, keywords) = ParameterName(child);
            if (name.IsNone) continue;
            if (hasReceiver && Function.This is null && name.Is("identifier") && !rest && !keywords)
            {
                Function.This = B.Declare(name.Text, VariableKind.This);
                hasReceiver = false;
                continue;
            }
            var variable = name.Is("identifier") ? B.Declare(name.Text, VariableKind.Parameter) : B.Temp();
            if (child.Kind is "typed_parameter" or "typed_default_parameter" && !rest && !keywords) variable.TypeName = PythonTypes.Name(child.Field("type"));
            Function.Parameters.Add(new IrParameter(variable, name.Index, rest, keywords));
            if (!name.Is("identifier")) patterns.Add((name, new Operand(name.Index, new Place(variable), BaseNode: name.Index)));
        }
        return patterns;
    }

    private static (SyntaxNode Name, bool TakesRest, bool TakesKeywords) ParameterName(SyntaxNode parameter)
    {
        var name = parameter.Kind switch
        {
            "default_parameter" or "typed_default_parameter" => parameter.Field("name"),
            "typed_parameter" => parameter.NamedChild(0),
            "keyword_separator" or "positional_separator" => default,
            _ => parameter,
        };
        if (name.Is("list_splat_pattern")) return (name.NamedChild(0), true, false);
        if (name.Is("dictionary_splat_pattern")) return (name.NamedChild(0), false, true);
        return name.Is("identifier") || name.Is("tuple_pattern") ? (name, false, false) : default;
    }

    /// <summary>A default may be the value of its parameter; numbers and the like say nothing.</summary>
    private void Defaults(SyntaxNode list)
    {
        if (list.IsNone) return;
        foreach (var child in list.NamedChildren)
        {
            if (child.Kind is not ("default_parameter" or "typed_default_parameter") || !child.Field("name").Is("identifier")) continue;
            var value = Expression(child.Field("value"));
            if (value.Place is null && !value.IsString) continue;
            var place = new Place(Lookup(child.Field("name").Text));
            B.Emit(new Operation(-1, place, OperationKind.Select, "=", [new Operand(-1, place), value]));
        }
    }

    private Operand Yield(SyntaxNode node)
    {
        var from = false;
        foreach (var child in node.Children) from |= !child.IsNamed && child.Is("from");
        var value = node.NamedChild(0);
        var operand = value.IsNone ? Nothing(node.Index) : Expression(value);
        if (generated is not null && operand.Place is not null)
        {
            var target = yieldsOne ? new Place(generated) : new Place(generated).With(new Accessor(AccessorKind.Any, "", -1));
            B.Emit(new Assign(node.Index, target, from ? Element(operand) : operand));
        }
        else
        {
            B.Emit(new Evaluate(node.Index, operand));
        }
        return Nothing(node.Index);
    }
}
