using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.JavaScript;

internal sealed partial class JsModules
{
    /// <summary>Takes notice of calls that build exports, classes and objects.</summary>
    public void SeeCall(string name, int argumentsNode, List<Argument> arguments, FunctionBuilder b)
    {
        switch (name)
        {
            case "inherits" or "__extends" or "_inherits" or "_inheritsLoose" when arguments.Count >= 2:
                if (ClassName(arguments[0].Value) is { } derived && ClassName(arguments[1].Value) is { } ancestor) AddBase(derived, ancestor);
                break;
            case "setPrototypeOf" when arguments.Count >= 2:
                if (arguments[0].Value.Place is { } first && arguments[1].Value.Place is { } second && PrototypeName(first) is { } sub && PrototypeName(second) is { } super) AddBase(sub, super);
                break;
            case "assign" or "extend" or "_extend" or "defaults" or "mixin" or "merge" or "defineProperties" when arguments.Count >= 2:
                Merge(argumentsNode, arguments, b);
                break;
            case "defineProperty" or "__defineGetter__" when arguments.Count == 3:
                DefineProperty(arguments);
                break;
            case "__exportStar" or "_export_star" or "__reExport" when arguments.Count >= 1:
                foreach (var argument in tree.Named(argumentsNode))
                {
                    if (Required(argument, b) is var (from, imported)) Reexport("*", from, imported, argument);
                }
                break;
            case "__export" or "_export" when arguments.Count == 2 && InfoOf(arguments[1].Value) is { } getters:
                foreach (var member in getters.Members)
                {
                    if (member.Function is not null && Returned(member.Function) is { } value) moduleInfo.Add(new Member(member.Name, value, null, Required(value.Node, file.Top)));
                }
                break;
        }
    }

    // Object.assign(target, a, b)
    private void Merge(int argumentsNode, List<Argument> arguments, FunctionBuilder b)
    {
        var target = arguments[0].Value;
        var constructor = target.Place is null ? null : PrototypeName(target.Place);
        var info = constructor is not null ? null : InfoOf(target);
        var isModule = ReferenceEquals(info, moduleInfo);
        foreach (var argument in arguments.Skip(1))
        {
            if (constructor is not null) SetPrototype(file.PrototypeClass(constructor, 0), argument.Value, -1);
            else if (info is not null && InfoOf(argument.Value) is { } other) info.AddAll(other);
        }
        if (!isModule) return;
        foreach (var argument in tree.Named(argumentsNode))
        {
            if (Required(argument, b) is var (from, name)) Reexport("*", from, name, argument);
        }
    }

    private void DefineProperty(List<Argument> arguments)
    {
        if (arguments is not [var target, { Value: { IsString: true, Literal: { } name } }, var descriptor]) return;
        Operand? value = null;
        var function = FunctionOf(descriptor.Value);
        if (function is not null) value = Returned(function);
        foreach (var member in InfoOf(descriptor.Value)?.Members ?? [])
        {
            if (member.Name == "value") (value, function) = (member.Value, member.Function);
            else if (member.Name == "get" && member.Function is not null) (value, function) = (Returned(member.Function), member.Function);
        }
        if (target.Value.Place is { } place && PrototypeName(place) is { } constructor)
        {
            if (function is not null) Attach(file.PrototypeClass(constructor, 0), function);
        }
        else if (value is not null && name != "__esModule" && InfoOf(target.Value) is { } info)
        {
            info.Add(new Member(name, value, FunctionOf(value), Required(value.Node, file.Top)));
        }
    }

    /// <summary>The module and name that an expression requires: <c>require('m')</c>, <c>require('m').x</c>, <c>await import('m')</c>, with the compilers' wrappers.</summary>
    private (string Module, string Name)? Required(int node, FunctionBuilder b)
    {
        var name = "*";
        for (var steps = 0; steps < 6 && node >= 0; steps++)
        {
            node = tree.Unwrap(node);
            switch (tree.Kind(node))
            {
                case JsKind.AwaitExpression or JsKind.AsExpression or JsKind.NonNullExpression or JsKind.SatisfiesExpression:
                    node = tree.First(node);
                    continue;
                case JsKind.MemberExpression when name == "*":
                    name = tree.Text(tree.Field(node, JsField.Property));
                    node = tree.Field(node, JsField.Object);
                    continue;
                case JsKind.CallExpression:
                    var callee = tree.Field(node, JsField.Function);
                    var argument = tree.First(tree.Field(node, JsField.Arguments));
                    var text = tree.Kind(callee) switch
                    {
                        JsKind.Identifier or JsKind.Import => tree.Text(callee),
                        JsKind.MemberExpression => tree.Text(tree.Field(callee, JsField.Property)),
                        _ => "",
                    };
                    if (IsInterop(text))
                    {
                        node = argument;
                        continue;
                    }
                    var isRequire = text is "require" && tree.Kind(callee) == JsKind.Identifier && b.Find("require") is null;
                    if (!isRequire && tree.Kind(callee) != JsKind.Import) return null;
                    return tree.Kind(argument) == JsKind.String || (tree.Kind(argument) == JsKind.TemplateString && JsNames.IsConstant(tree, argument))
                        ? (JsNames.StringValue(tree, argument), name)
                        : null;
                default:
                    return null;
            }
        }
        return null;
    }

    private static bool IsInterop(string name) => name is "__importDefault" or "__importStar" or "_interopRequireDefault" or "_interopRequireWildcard"
        or "_interop_require_default" or "_interop_require_wildcard" or "_interopDefault" or "_interopNamespace" or "_interopDefaultLegacy" or "__toESM";

    private void SetPrototype(IrClass type, Operand value, int valueNode)
    {
        if (InfoOf(value) is { } info)
        {
            info.PrototypeOf = type;
            foreach (var member in info.Members)
            {
                if (member.Function is not null) Attach(type, member.Function);
            }
        }
        valueNode = tree.Unwrap(valueNode);
        if (ConstructedType(valueNode) is { } made)
        {
            type.Bases.Add(made);
        }
        else if (tree.Kind(valueNode) == JsKind.CallExpression && tree.First(tree.Field(valueNode, JsField.Arguments)) is var argument and >= 0
            && tree.Kind(argument) == JsKind.MemberExpression && tree.Span(tree.Field(argument, JsField.Property)) is "prototype")
        {
            // Object.create(Base.prototype)
            var ancestor = tree.Field(argument, JsField.Object);
            if (tree.Kind(ancestor) == JsKind.MemberExpression) ancestor = tree.Field(ancestor, JsField.Property);
            type.Bases.Add(tree.Text(ancestor));
        }
    }

    private string? ConstructedType(int node)
    {
        node = tree.Unwrap(node);
        if (tree.Kind(node) != JsKind.NewExpression) return null;
        var constructor = tree.Unwrap(tree.Field(node, JsField.Constructor));
        return tree.Kind(constructor) switch
        {
            JsKind.Identifier => tree.Text(constructor),
            JsKind.MemberExpression => tree.Text(tree.Field(constructor, JsField.Property)),
            _ => null,
        };
    }

    private static void Attach(IrClass type, IrFunction function)
    {
        function.Class ??= type;
        if (ReferenceEquals(function.Class, type) && !type.Methods.Contains(function)) type.Methods.Add(function);
    }

    private void AddBase(string derived, string ancestor)
    {
        var type = file.FindPrototype(derived) ?? file.Ir.Classes.Find(c => c.Name == derived);
        if (type is not null && !type.Bases.Contains(ancestor)) type.Bases.Add(ancestor);
    }

    private static string? ClassName(Operand operand) => operand.Place is { } place ? place.Path.Count == 0 ? place.Variable.Name : place.Path[^1].Name : null;

    // X of X.prototype and a.X.prototype
    private static string? PrototypeName(Place place)
    {
        if (place.Path is not [.., { Kind: AccessorKind.Field, Name: "prototype" }]) return null;
        var name = place.Path.Count == 1 ? place.Variable.Name : place.Path[^2].Name;
        return name.Length == 0 || place.Variable.Kind == VariableKind.This || name.StartsWith('%') ? null : name;
    }

    private IrFunction? FunctionOf(Operand value) => value.Place is { Path.Count: 0, Variable: var variable } ? functions.GetValueOrDefault(Root(variable)) : null;

    private Info? InfoOf(Operand value) => value.Place switch
    {
        { Path.Count: 0, Variable: var variable } => infos.GetValueOrDefault(Root(variable)),
        { Path: [{ Name: "exports" }], Variable: var variable } when ReferenceEquals(Root(variable), module) => moduleInfo,
        _ => null,
    };

    private static IrVariable Root(IrVariable variable)
    {
        while (variable.Outer is { } outer) variable = outer;
        return variable;
    }

    private bool IsTop(IrVariable variable)
    {
        var variables = file.Top.Function.Variables;
        return variable.Kind != VariableKind.Global && variable.Id < variables.Count && ReferenceEquals(variables[variable.Id], variable);
    }

    // the place in terms of the top-level code, if it has one
    private Place? TopPlace(Operand value) => value.Place is { } place && Root(place.Variable) is var root && IsTop(root) ? new Place(root, place.Path) : null;

    // what a getter returns, when it is a plain place
    private static Operand? Returned(IrFunction function)
    {
        foreach (var block in function.Blocks)
        {
            if (block.Terminator is Return { Values: [{ Place: not null } value] }) return value;
        }
        return null;
    }
}
