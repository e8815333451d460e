using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.Java;

/// <summary>Constructors, written or not, and the accessors of records.</summary>
internal sealed partial class JavaBody
{
    /// <summary>Makes a constructor.</summary>
    /// <param name="declared">The class.</param>
    /// <param name="node">The declaration; none for the constructor that a class has without one.</param>
    /// <param name="initialises">True when the fields are initialised in it.</param>
    private IrFunction DefineConstructor(JavaType declared, SyntaxNode node, bool initialises)
    {
        var at = node.IsNone ? declared.Node.Index : node.Index;
        var function = Unit.NewFunction(declared.Class.Name, at, Function, declared.Class, constructor: true);
        declared.Class.Methods.Add(function);
        var inner = new JavaBody(Unit, new FunctionBuilder(function, B), declared);
        inner.DeclareThis();
        inner.Constructor(node, initialises);
        return function;
    }

    private void Constructor(SyntaxNode node, bool initialises)
    {
        Unit.Visit();
        Scopes.Enter();
        var isCompact = node.Is("compact_constructor_declaration");
        var components = Type!.Components();
        var isCanonical = components.Count > 0 && (node.IsNone || isCompact);
        if (isCanonical) components.ForEach(Parameter);
        else if (!node.IsNone) Parameters(node.Field("parameters"));

        var body = node.IsNone ? default : node.Field("body");
        var first = body.IsNone ? default : body.NamedChild(0);
        var delegates = first.Is("explicit_constructor_invocation");
        if (delegates) Statement(first);
        else if (Type.Superclass is { } parent && Type.Class.Name.Length > 0) CallConstructor(-1, parent, []);
        if (initialises && !(delegates && first.Field("constructor").Is("this"))) InstanceFields();
        if (!body.IsNone)
        {
            foreach (var child in body.Children)
            {
                if (IsPart(child) && !(delegates && child == first)) Statement(child);
            }
        }
        if (isCanonical) components.ForEach(StoreComponent);
        Scopes.Leave();
        B.Complete();
    }

    private void StoreComponent(SyntaxNode component)
    {
        if (JavaType.ParameterName(component) is not { IsNone: false } name || B.Find(name.Text) is not { } parameter || Function.This is not { } receiver) return;
        B.Emit(new Assign(name.Index, new Place(receiver).With(new Accessor(AccessorKind.Field, name.Text, -1)), Variable(name, parameter)));
    }

    private void DefineAccessor(JavaType declared, SyntaxNode component)
    {
        if (JavaType.ParameterName(component) is not { IsNone: false } name || declared.Methods.ContainsKey(name.Text)) return;
        var function = Unit.NewFunction(name.Text, component.Index, Function, declared.Class);
        declared.Class.Methods.Add(function);
        var inner = new JavaBody(Unit, new FunctionBuilder(function, B), declared);
        inner.DeclareThis();
        inner.Accessor(name);
    }

    private void Accessor(SyntaxNode name)
    {
        var field = new Place(Function.This!).With(new Accessor(AccessorKind.Field, name.Text, -1));
        B.End(new Return(-1, [new Operand(-1, field)]));
        B.Complete();
    }
}
