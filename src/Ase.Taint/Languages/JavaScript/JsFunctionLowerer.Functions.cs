using System.Globalization;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.JavaScript;

internal sealed partial class JsFunctionLowerer
{
    // in a generator: the array of what it yields, which the call returns
    private IrVariable? yields;

    private void FunctionDeclaration(int node)
    {
        file.Visit();
        var name = tree.Text(tree.Field(node, JsField.Name));
        if (name.Length == 0) return;
        var variable = Lookup(name);
        var function = Function(node, name);
        b.Emit(new MakeClosure(node, new Place(variable), function));
        file.Modules.Known(variable, function);
    }

    private Operand Closure(int node, string hint)
    {
        var own = tree.Field(node, JsField.Name);
        var function = Function(node, own >= 0 ? tree.Text(own) : hint);
        var result = b.Temp();
        b.Emit(new MakeClosure(node, new Place(result), function));
        file.Modules.Known(result, function);
        return Read(node, result);
    }

    /// <summary>Lowers a nested function, method or arrow function.</summary>
    private IrFunction Function(int node, string name, IrClass? type = null, bool isConstructor = false, bool isStatic = false, Action<JsFunctionLowerer>? prologue = null)
    {
        if (file.Copies > 0 && file.Functions.TryGetValue(node, out var known)) return known;
        if (type is null && name.Length > 0 && tree.Kind(node) is JsKind.FunctionDeclaration or JsKind.FunctionExpression && file.Prepass.Constructors.Contains(name))
        {
            var candidate = file.PrototypeClass(name, node);
            if (!candidate.Methods.Exists(m => m.IsConstructor)) (type, isConstructor) = (candidate, true);
        }
        var function = file.NewFunction(name, node, b.Function, type, isConstructor, isStatic);
        type?.Methods.Add(function);
        file.Functions[node] = function;
        if (!Deeper())
        {
            file.Unknown(node);
            new FunctionBuilder(function, b).Complete();
            return function;
        }
        new JsFunctionLowerer(file, new FunctionBuilder(function, b)).Body(node, prologue);
        file.Depth--;
        return function;
    }

    private void Body(int node, Action<JsFunctionLowerer>? prologue)
    {
        var kind = tree.Kind(node);
        if (kind != JsKind.ArrowFunction) b.Function.This = b.Declare("this", VariableKind.This);
        // a function expression can call itself by its name
        if (kind is JsKind.FunctionExpression or JsKind.GeneratorFunction && tree.Field(node, JsField.Name) is var own and >= 0)
        {
            b.Emit(new MakeClosure(node, new Place(b.Declare(tree.Text(own))), b.Function));
        }
        var isFunction = kind is JsKind.ArrowFunction or JsKind.FunctionExpression or JsKind.GeneratorFunction or JsKind.FunctionDeclaration or JsKind.GeneratorFunctionDeclaration or JsKind.MethodDefinition;
        if (isFunction)
        {
            Parameters(node);
            foreach (var name in file.Prepass.Hoisted(node)) b.Declare(name);
            if (kind != JsKind.ArrowFunction && file.Prepass.UsesArguments(node) && b.Find("arguments") is null or { Kind: VariableKind.Global or VariableKind.Captured }) ArgumentsObject();
            if (file.Prepass.Yields(node))
            {
                yields = b.Temp();
                b.Emit(new Operation(-1, new Place(yields), OperationKind.NewArray, "", []));
            }
        }
        prologue?.Invoke(this);
        var body = isFunction || kind == JsKind.ClassStaticBlock ? tree.Field(node, JsField.Body) : -1;
        if (tree.Kind(body) == JsKind.StatementBlock)
        {
            file.Visit();
            Statements(body, isFunctionBody: true);
            if (pendingFields is not null) Fields();
            if (yields is not null) ReturnValue(-1, null);
        }
        else if (body >= 0)
        {
            var value = Predicated(body);
            b.End(new Return(tree.Unwrap(body), [value]));
        }
        b.Complete();
    }

    private void Parameters(int node)
    {
        if (tree.Field(node, JsField.Parameter) is var single and >= 0)
        {
            file.Visit();
            b.Function.Parameters.Add(new IrParameter(b.Declare(tree.Text(single), VariableKind.Parameter), single));
            return;
        }
        // all names first: a default may hold a function that uses a later one
        var patterns = new List<(int Pattern, int Default, IrVariable Variable)>();
        var properties = new List<(int Parameter, int Pattern, IrVariable Variable)>();
        foreach (var child in tree.Named(tree.Field(node, JsField.Parameters)))
        {
            file.Visit();
            var isTyped = tree.Kind(child) is JsKind.RequiredParameter or JsKind.OptionalParameter;
            var pattern = !isTyped ? child : tree.Field(child, JsField.Pattern) is var p and >= 0 ? p : tree.Field(child, JsField.Name);
            var byDefault = isTyped ? tree.Field(child, JsField.Value) : -1;
            if (pattern < 0 || tree.Kind(pattern) == JsKind.This) continue;
            if (tree.Kind(pattern) == JsKind.AssignmentPattern)
            {
                byDefault = tree.Field(pattern, JsField.Right);
                pattern = tree.Field(pattern, JsField.Left);
            }
            var isRest = tree.Kind(pattern) == JsKind.RestPattern;
            if (isRest) pattern = tree.First(pattern);
            if (pattern < 0) continue;
            var isName = tree.Kind(pattern) is JsKind.Identifier or JsKind.Undefined;
            var variable = isName ? b.Declare(tree.Text(pattern), VariableKind.Parameter) : b.Temp();
            variable.TypeName ??= isTyped ? JsNames.TypeName(tree, tree.Field(child, JsField.Type)) : null;
            b.Function.Parameters.Add(new IrParameter(variable, pattern, isRest));
            if (!isName)
            {
                foreach (var name in JsNames.Bound(tree, pattern)) b.Declare(name);
            }
            if (byDefault >= 0 || !isName) patterns.Add((pattern, byDefault, variable));
            if (isTyped && isName && b.Function.IsConstructor && IsProperty(child)) properties.Add((child, pattern, variable));
        }
        foreach (var (pattern, byDefault, variable) in patterns)
        {
            var parent = tree.Tree.ParentOf(pattern);
            Bind(pattern, Default(parent, Read(-1, variable), byDefault, tree.Text(pattern)), parent);
        }
        if (properties.Count > 0) pendingProperties = properties;
    }

    // constructor(private name: Type) is a field as well
    private bool IsProperty(int parameter)
    {
        foreach (var child in tree.Named(parameter))
        {
            if (tree.Kind(child) is JsKind.AccessibilityModifier or JsKind.OverrideModifier) return true;
        }
        return tree.HasToken(parameter, "readonly");
    }

    // the array-like of all arguments: the named ones, and the rest as a hidden rest parameter
    private void ArgumentsObject()
    {
        var parameters = b.Function.Parameters;
        if (parameters is not [.., { IsRest: true }]) parameters.Add(new IrParameter(b.Temp(), -1, IsRest: true));
        var all = new Place(b.Declare("arguments"));
        b.Emit(new Operation(-1, all, OperationKind.NewArray, "", []));
        for (var i = 0; i < parameters.Count; i++)
        {
            var value = Read(-1, parameters[i].Variable);
            if (parameters[i].IsRest) b.Emit(new Assign(-1, all.With(new Accessor(AccessorKind.Any, "", -1)), Elements(value)));
            else b.Emit(new Assign(-1, all.With(new Accessor(AccessorKind.Index, i.ToString(CultureInfo.InvariantCulture), -1)), value));
        }
    }
}
