using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Go;

/// <summary>Calls, conversions, and the functions that the language itself has.</summary>
internal sealed partial class GoBody
{
    private Operand Call(SyntaxNode node)
    {
        var callee = Callee(node);
        if (Special(node, callee) is { } special) return special;
        var call = Build(node, callee);
        var temp = B.Temp();
        Unit.SetType(temp, StaticType(node));
        B.Emit(call with { Target = new Place(temp) });
        if (EndsProgram(callee)) B.End(new Stop(node.Index));
        return Result(node, temp);
    }

    /// <summary>A call to be made later; null when it is none, and was evaluated at once.</summary>
    private Call? Prepare(SyntaxNode node)
    {
        var callee = Callee(node);
        return Special(node, callee) is null ? Build(node, callee) : null;
    }

    /// <summary>What is called, without parentheses and type arguments.</summary>
    private SyntaxNode Callee(SyntaxNode call)
    {
        var callee = Unwrap(call.Field("function"));
        if (callee.Is("type_instantiation_expression")) callee = callee.Field("type");
        if (callee.Is("index_expression") && (IsInstantiation(callee.Field("operand")) || IsQualified(callee.Field("operand")))) callee = callee.Field("operand");
        return callee;
    }

    private Call Build(SyntaxNode node, SyntaxNode callee)
    {
        var name = "";
        Operand? receiver = null;
        Operand? function = null;
        string? className = null;
        if (callee.Is("identifier"))
        {
            Unit.Visit();
            name = callee.Text;
            if (B.Find(name) is { } variable) function = Variable(callee, variable);
        }
        else if (callee.Is("selector_expression"))
        {
            Unit.Visit();
            name = callee.Field("field").IsNone ? "" : callee.Field("field").Text;
            var operand = Unwrap(callee.Field("operand"));
            if (IsTypeName(operand)) className = GoTypes.Name(operand);
            else receiver = Expression(operand);
        }
        else if (!callee.IsNone)
        {
            function = Expression(callee);
        }
        var arguments = Arguments(node.Field("arguments"));
        if (className is not null && arguments.Count > 0)
        {
            // a method expression: T.m(x, a) is x.m(a)
            receiver = arguments[0].Value;
            arguments.RemoveAt(0);
        }
        return new Call(node.Index, null, name, receiver, arguments) { Function = function, ClassName = className };
    }

    private List<Argument> Arguments(SyntaxNode list)
    {
        var arguments = new List<Argument>();
        if (list.IsNone) return arguments;
        foreach (var child in list.NamedChildren)
        {
            if (child.Is("comment")) continue;
            var value = Expression(child);
            arguments.Add(new Argument(value, IsSpread: child.Is("variadic_argument"), ByReference: child.Is("unary_expression") && child.Field("operator").Is("&")));
        }
        return arguments;
    }

    /// <summary>The value of a call that is a conversion or makes an object, or null.</summary>
    private Operand? Special(SyntaxNode node, SyntaxNode callee)
    {
        var arguments = node.Field("arguments");
        if (arguments.IsNone) return null;
        if (callee.Is("unary_expression") && callee.Field("operator").Is("*") && callee.Field("operand") is var pointed
            && (IsQualified(pointed) || (pointed.Is("identifier") && B.Find(pointed.Text) is null)))
        {
            // (*T)(x)
            return Convert(node, (pointed.Is("identifier") ? pointed : pointed.Field("field")).Text, pointed, arguments.NamedChild(0));
        }
        if (!callee.Is("identifier") || B.Find(callee.Text) is not null) return null;
        var name = callee.Text;
        if (Unit.Functions.ContainsKey(name)) return null;
        switch (name)
        {
            case "append":
                return Append(node, Arguments(arguments));
            case "make" or "new":
                return Make(node, name, arguments);
            case "panic":
                var value = arguments.NamedChild(0).IsNone ? null : Expression(arguments.NamedChild(0));
                var call = Invoke(node, name, null, value is null ? [] : [new Argument(value)]);
                Raise(node, value);
                return call;
            default:
                return GoTypes.IsPredeclared(name) || Unit.Types.ContainsKey(name) ? Convert(node, name, callee, arguments.NamedChild(0)) : null;
        }
    }

    /// <summary>A copy of the slice with more elements.</summary>
    private Operand Append(SyntaxNode node, List<Argument> arguments)
    {
        B.Emit(new Call(node.Index, null, "append", null, arguments));
        var result = new Place(B.Temp());
        for (var i = 0; i < arguments.Count; i++)
        {
            var (value, _, isSpread, _) = arguments[i];
            var target = i == 0 ? result : result.With(new Accessor(AccessorKind.Any, "", -1));
            B.Emit(new Assign(-1, target, isSpread && i > 0 ? Element(value) : value));
        }
        Unit.SetType(result.Variable, StaticType(node));
        return Result(node, result.Variable);
    }

    private Operand Make(SyntaxNode node, string name, SyntaxNode arguments)
    {
        var type = arguments.NamedChild(0);
        var position = 0;
        foreach (var size in arguments.NamedChildren)
        {
            if (position++ > 0) Use(size, Expression(size));
        }
        var kind = Unit.Underlying(type);
        var isArray = name == "make" && !kind.Is("map_type");
        var value = Compute(node, isArray ? OperationKind.NewArray : OperationKind.NewObject, type.IsNone ? "" : GoTypes.Name(type) ?? "", []);
        Unit.SetType(value.Place!.Variable, type);
        return value;
    }

    /// <summary><c>T(x)</c>: numbers and booleans carry nothing, the others all that <c>x</c> has.</summary>
    private Operand Convert(SyntaxNode node, string name, SyntaxNode type, SyntaxNode operand)
    {
        Unit.Visit();
        var underlying = type.Is("identifier") && Unit.Types.TryGetValue(name, out var known) ? Unit.Underlying(known.Definition) : type;
        var isScalar = !underlying.IsNone && GoTypes.Name(underlying) is { } basic && GoTypes.IsScalar(basic);
        var value = Compute(node, isScalar ? OperationKind.Scalar : OperationKind.Cast, name, operand.IsNone ? [] : [Expression(operand)]);
        value.Place!.Variable.TypeName = name.Length == 0 ? null : name;
        return value;
    }

    private Operand Conversion(SyntaxNode node)
    {
        var (type, operand) = (node.Field("type"), node.Field("operand"));
        if (!type.Is("generic_type") || Unit.TypeOf(type) is not null) return Convert(node, GoTypes.Name(type) ?? ShortName(type), type, operand);
        // the grammar cannot tell Generic[T](x) from a conversion
        Unit.Visit();
        var callee = type.Field("type");
        var receiver = callee.Is("qualified_type") ? Expression(callee.Field("package")) : null;
        return Invoke(node, GoTypes.Name(callee) ?? "", receiver, operand.IsNone ? [] : [new Argument(Expression(operand))]);
    }

    private static string ShortName(SyntaxNode type) => type.Is("slice_type") && GoTypes.Name(type.Field("element")) is { } element ? "[]" + element : "";

    /// <summary>True for the name of a type of this file.</summary>
    private bool IsTypeName(SyntaxNode node) => node.Is("identifier") && B.Find(node.Text) is null && Unit.Types.ContainsKey(node.Text) && !Unit.Functions.ContainsKey(node.Text);

    /// <summary>True for <c>package.Name</c>.</summary>
    private bool IsQualified(SyntaxNode node) => node.Is("selector_expression") && IsPackage(node.Field("operand"));

    private bool IsPackage(SyntaxNode node)
    {
        if (!node.Is("identifier") || !Unit.Imports.ContainsKey(node.Text) || B.Find(node.Text) is not { } variable) return false;
        while (variable.Outer is { } outer) variable = outer;
        var top = Unit.File.Functions[0].Variables;
        return variable.Id < top.Count && ReferenceEquals(top[variable.Id], variable);
    }

    /// <summary>True for functions that never return.</summary>
    private bool EndsProgram(SyntaxNode callee)
    {
        if (!callee.Is("selector_expression")) return false;
        var operand = callee.Field("operand");
        var name = callee.Field("field").Text;
        if (IsPackage(operand))
        {
            return Unit.Imports[operand.Text] switch
            {
                "os" or "syscall" => name == "Exit",
                "runtime" => name == "Goexit",
                _ => name.StartsWith("Fatal", StringComparison.Ordinal)
                    || (name is "Panic" or "Panicf" or "Panicln" && operand.Text.EndsWith("log", StringComparison.Ordinal)),
            };
        }
        if (name is not ("Fatal" or "Fatalf" or "FailNow" or "Skip" or "Skipf" or "SkipNow" or "Fatalln")) return false;
        return GoTypes.Name(StaticType(operand)) is "T" or "B" or "F" or "TB" or "Logger";
    }
}
