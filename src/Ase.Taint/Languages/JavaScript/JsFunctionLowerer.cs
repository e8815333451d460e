using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.JavaScript;

/// <summary>
/// Lowers the body of one function. The parts are split by construct: statements, loops, <c>try</c>, conditions, expressions, calls,
/// literals, assignments, destructuring, functions, classes, modules, TypeScript.
/// </summary>
internal sealed partial class JsFunctionLowerer(JsFile file, FunctionBuilder builder)
{
    // a place longer than this goes on from a temporary, so that a chain of n members costs n and not n²
    private const int MaxPath = 12;

    private readonly JsTree tree = file.Tree;
    private readonly FunctionBuilder b = builder;

    /// <summary>The whole file.</summary>
    public void Program()
    {
        b.Function.This = b.Declare("this", VariableKind.This);
        foreach (var name in file.Prepass.Hoisted(0)) b.Declare(name);
        if (tree.Kind(0) == JsKind.Program) Statements(0, isFunctionBody: true);
        else Statement(0);
        b.Complete();
    }

    // ends the current block; the caller moves to another one before anything is emitted
    private void Terminate(Terminator terminator) => b.Current.Terminator ??= terminator;

    private void Jump(IrBlock target) => Terminate(new Goto(target.Id));

    private Place TempPlace() => new(b.Temp());

    private static Operand Literal(int node, string text, bool isString = false) => new(node, null, text) { IsString = isString };

    private static Operand Read(int node, Place place) => new(node, place, BaseNode: node);

    private static Operand Read(int node, IrVariable variable) => Read(node, new Place(variable));

    // the operand as a place that can be extended
    private Place PlaceOf(Operand operand)
    {
        if (operand.Place is { } place && place.Path.Count < MaxPath) return place;
        var temp = TempPlace();
        b.Emit(new Assign(operand.Node, temp, operand));
        return temp;
    }

    private Operand Part(Operand whole, int node, AccessorKind kind, string name, Operand? key = null)
    {
        var place = PlaceOf(whole);
        var baseNode = place.Path.Count > 0 || (whole.BaseNode >= 0 && ReferenceEquals(place, whole.Place)) ? whole.BaseNode : whole.Node;
        return new Operand(node, place.With(new Accessor(kind, name, node, key)), BaseNode: baseNode);
    }

    private Operand Elements(Operand whole, int node = -1) => Part(whole, node, AccessorKind.Any, "");

    /// <summary>What a name means here.</summary>
    private Operand Name(int node)
    {
        var name = tree.Text(node);
        if (b.Find(name) is { } variable) return Read(node, variable);
        switch (name)
        {
            case "exports":
                return new Operand(node, new Place(ModuleVariable(), [new Accessor(AccessorKind.Field, "exports", node)]), BaseNode: node);
            case "module":
                return Read(node, ModuleVariable());
            case "undefined" or "NaN" or "Infinity":
                return Literal(node, name);
            default:
                return Read(node, b.Global(name));
        }
    }

    private IrVariable ModuleVariable()
    {
        file.Modules.Variable();
        return b.Find("module")!;
    }

    private IrVariable Lookup(string name) => b.Find(name) ?? b.Global(name);

    /// <summary>The receiver as an operand.</summary>
    private Operand This(int node) => Read(node, Lookup("this"));

    /// <summary>The class that <c>this</c> and <c>super</c> belong to, or null.</summary>
    private IrClass? CurrentClass()
    {
        for (var function = b.Function; function is not null; function = function.Enclosing)
        {
            if (function.Class is not null) return function.Class;
            if (function.This is not null) return null;
        }
        return null;
    }

    /// <summary>Something the front-end has no case for: everything inside in order, the result depends on all of it.</summary>
    private Operand Unknown(int node)
    {
        file.Unknown(node);
        var operands = new List<Operand>();
        Collect(node, operands);
        var result = TempPlace();
        b.Emit(new Operation(node, result, OperationKind.Unknown, "", operands));
        return Read(node, result);
    }

    private void Collect(int node, List<Operand> operands)
    {
        foreach (var child in tree.Named(node))
        {
            var kind = tree.Kind(child);
            if (IsExpression(kind)) operands.Add(Expression(child));
            else if (kind is JsKind.Error) operands.Add(Expression(child));
            else if (IsStatement(kind)) Statement(child);
            else if (kind is >= JsKind.ObjectPattern and <= JsKind.Decorator && Deeper())
            {
                Collect(child, operands);
                file.Depth--;
            }
        }
    }

    private bool Deeper()
    {
        if (file.Depth >= JsFile.MaxDepth) return false;
        file.Depth++;
        return true;
    }

    /// <summary>Nested beyond the cap: depends on every name inside; functions inside are not lowered.</summary>
    private Operand TooDeep(int node)
    {
        file.Visit();
        file.Unknown(node);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var operands = new List<Operand>();
        for (int i = node, last = tree.Tree.LastOf(node); i < last; i++)
        {
            if (tree.IsNamed(i) && tree.Kind(i) is JsKind.Identifier or JsKind.ShorthandPropertyIdentifier && names.Add(tree.Text(i))) operands.Add(Name(i));
        }
        var result = TempPlace();
        b.Emit(new Operation(node, result, OperationKind.Unknown, "", operands));
        return Read(node, result);
    }

    private static bool IsStatement(JsKind kind) => kind is >= JsKind.Program and <= JsKind.HashBangLine or >= JsKind.EnumDeclaration and <= JsKind.FunctionSignature;

    private static bool IsExpression(JsKind kind) =>
        (kind is >= JsKind.Identifier and <= JsKind.JsxNamespaceName or >= JsKind.AsExpression and <= JsKind.InstantiationExpression)
        && kind is not (JsKind.PropertyIdentifier or JsKind.PrivatePropertyIdentifier or JsKind.StringFragment or JsKind.EscapeSequence or JsKind.OptionalChain
            or JsKind.Import or JsKind.JsxText or JsKind.JsxNamespaceName or JsKind.JsxClosingElement);
}
