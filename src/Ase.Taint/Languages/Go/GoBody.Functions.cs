using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.Go;

/// <summary>Functions, methods, closures, and how they end.</summary>
internal sealed partial class GoBody
{
    // beyond it a deferred call runs where it stands: each return repeats them all
    private const int MostDeferred = 16;

    private readonly List<IrVariable> results = [];
    private readonly List<Call> deferred = [];
    private string nextName = "";

    /// <summary>Lowers a file: first the names of the package that it declares, then its variables, then its functions.</summary>
    public void Package(SyntaxNode root)
    {
        foreach (var local in Unit.Imports.Keys) B.Declare(local);
        foreach (var node in root.NamedChildren)
        {
            if (!node.Is("var_declaration") && !node.Is("const_declaration")) continue;
            foreach (var inner in node.DescendantsAndSelf())
            {
                if (inner.FieldName == "name" && inner.Is("identifier") && (inner.Parent.Is("var_spec") || inner.Parent.Is("const_spec")) && IsOf(inner, node)) Export(inner);
            }
        }
        Statement(root);
        foreach (var (function, node) in Unit.Declared)
        {
            var inner = new FunctionBuilder(function, B);
            new GoBody(Unit, inner).Define(node);
        }
    }

    private static bool IsOf(SyntaxNode name, SyntaxNode declaration) =>
        name.Parent.Parent is var outer && (outer == declaration || (outer.Is("var_spec_list") && outer.Parent == declaration));

    private void Export(SyntaxNode name)
    {
        if (name.TextSpan is "_") return;
        var variable = B.Declare(name.Text);
        if (name.Parent.Field("type") is { IsNone: false } type) Unit.SetType(variable, type);
        Unit.File.Exports.Add(new IrExport(name.Text, new Place(variable), null));
    }

    private void Define(SyntaxNode node)
    {
        Unit.Visit();
        Scopes.Enter();
        if (node.Is("method_declaration")) Receiver(node.Field("receiver"));
        foreach (var parameter in node.Field("parameters").NamedChildren) Parameter(parameter);
        if (node.Field("result") is var result && result.Is("parameter_list")) Results(result);
        var body = node.Field("body");
        if (!body.IsNone) Statements(body);
        if (!EndsWithReturn(body)) RunDeferred();
        Scopes.Leave();
        B.Complete();
    }

    private void Receiver(SyntaxNode list)
    {
        var declaration = list.NamedChild(0);
        var name = declaration.IsNone ? default : declaration.Field("name");
        Function.This = Scopes.Declare(name.IsNone || name.TextSpan is "_" ? "%this" : name.Text, VariableKind.This);
        if (!declaration.IsNone) Unit.SetType(Function.This, declaration.Field("type"));
    }

    private void Parameter(SyntaxNode declaration)
    {
        if (!declaration.Is("parameter_declaration") && !declaration.Is("variadic_parameter_declaration")) return;
        Unit.Visit();
        var type = declaration.Field("type");
        var isRest = declaration.Is("variadic_parameter_declaration");
        var named = false;
        foreach (var name in declaration.NamedChildren)
        {
            if (name.FieldName != "name") continue;
            named = true;
            Add(name.TextSpan is "_" ? B.Temp() : Scopes.Declare(name.Text, VariableKind.Parameter), name.Index);
        }
        if (!named) Add(B.Temp(), declaration.Index);

        void Add(IrVariable variable, int node)
        {
            if (!isRest) Unit.SetType(variable, type);
            Function.Parameters.Add(new IrParameter(variable, node, isRest, ByReference: type.Is("pointer_type")));
        }
    }

    private void Results(SyntaxNode list)
    {
        foreach (var declaration in list.NamedChildren)
        {
            foreach (var name in declaration.NamedChildren)
            {
                if (name.FieldName != "name") continue;
                var variable = name.TextSpan is "_" ? B.Temp() : Scopes.Declare(name.Text);
                Unit.SetType(variable, declaration.Field("type"));
                results.Add(variable);
            }
        }
    }

    private Operand Closure(SyntaxNode node)
    {
        var name = nextName;
        nextName = "";
        var function = Unit.Once(node.Index, () =>
        {
            var made = Unit.NewFunction(name, node.Index, Function);
            new GoBody(Unit, new FunctionBuilder(made, B)).Define(node);
            return made;
        });
        return Closure(node, function);
    }

    private Operand Closure(SyntaxNode node, IrFunction function)
    {
        var temp = B.Temp();
        B.Emit(new MakeClosure(node.Index, new Place(temp), function));
        return Result(node, temp);
    }

    /// <summary>The value of an expression; a function literal takes the name of what it is assigned to.</summary>
    private Operand Named(string name, SyntaxNode value)
    {
        if (Unwrap(value).Is("func_literal")) nextName = name;
        return Expression(value);
    }

    private void Return(SyntaxNode node)
    {
        var values = new List<Operand>();
        foreach (var expression in Items(node.NamedChild(0)))
        {
            var value = Expression(expression);
            RememberReturned(expression, value);
            values.Add(value);
        }
        if (deferred.Count > 0 && results.Count > 0 && values.Count > 0)
        {
            // deferred functions see, and may change, the named results
            StoreResults(node, values);
            values.Clear();
        }
        RunDeferred();
        if (values.Count == 0) values.AddRange(results.Select(r => new Operand(-1, new Place(r))));
        B.End(new Return(node.Index, values));
    }

    private void StoreResults(SyntaxNode node, List<Operand> values)
    {
        var whole = values.Count == 1 && results.Count > 1 ? values[0] : null;
        for (var i = 0; i < results.Count; i++)
        {
            var value = whole is not null ? Part(-1, whole, AccessorKind.Index, Number(i)) : i < values.Count ? values[i] : null;
            if (value is not null) B.Emit(new Assign(node.Index, new Place(results[i]), value));
        }
    }

    private void Defer(SyntaxNode node)
    {
        var call = Unwrap(node.NamedChild(0));
        if (!call.Is("call_expression") || deferred.Count >= MostDeferred)
        {
            Discard(call);
            return;
        }
        Unit.Visit();
        if (Prepare(call) is { } prepared) deferred.Add(prepared with { Target = null });
    }

    private static bool EndsWithReturn(SyntaxNode body)
    {
        SyntaxNode last = default;
        if (!body.IsNone)
        {
            foreach (var child in body.NamedChild(0).NamedChildren) last = child;
        }
        return last.Is("return_statement");
    }

    private void RunDeferred()
    {
        for (var i = deferred.Count - 1; i >= 0; i--) B.Emit(deferred[i]);
    }
}
