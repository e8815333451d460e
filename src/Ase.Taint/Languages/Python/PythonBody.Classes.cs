using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.Python;

/// <summary>Classes: the body runs in place, its names are fields of the class; a constructor copies them to the object.</summary>
internal sealed partial class PythonBody
{
    private void ClassDefinition(SyntaxNode node, SyntaxNode decorated)
    {
        var nameNode = node.Field("name");
        var type = new IrClass { Name = nameNode.Text, Node = node.Index };
        Unit.File.Classes.Add(type);
        if (node.Field("superclasses") is { IsNone: false } bases) Bases(type, bases);
        var place = Name(nameNode).Place!;
        var body = node.Field("body");
        var outer = scope;
        scope = new ClassScope(type, place, PythonBindings.Of(body), Fields(body));
        Statement(body);
        if (!type.Methods.Exists(m => m.IsConstructor)) Construct(node, decorated, type, body);
        scope = outer;
    }

    private void Bases(IrClass type, SyntaxNode list)
    {
        foreach (var child in list.NamedChildren)
        {
            var value = Unwrap(child);
            switch (value.Kind)
            {
                case "identifier":
                    type.Bases.Add(value.Text);
                    break;
                case "attribute":
                    type.Bases.Add(value.Field("attribute").Text);
                    break;
                case "subscript" when value.Field("value") is var generic && (generic.Is("identifier") || generic.Is("attribute")):
                    type.Bases.Add(generic.Is("identifier") ? generic.Text : generic.Field("attribute").Text);
                    break;
                case "call":
                    // with_metaclass(Meta, Base), namedtuple(...)
                    Expression(value);
                    foreach (var argument in value.Field("arguments").NamedChildren)
                    {
                        if (argument.Is("identifier")) type.Bases.Add(argument.Text);
                    }
                    break;
            }
        }
    }

    /// <summary>The names that the body assigns anything but a literal.</summary>
    private static List<string> Fields(SyntaxNode body)
    {
        var fields = new List<string>();
        foreach (var statement in body.NamedChildren)
        {
            var assignment = statement.Is("expression_statement") ? statement.NamedChild(0) : default;
            if (!assignment.Is("assignment") || !assignment.Field("left").Is("identifier")) continue;
            var right = assignment.Field("right");
            if (right.IsNone || right.Kind is "string" or "integer" or "float" or "true" or "false" or "none" or "concatenated_string") continue;
            fields.Add(assignment.Field("left").Text);
        }
        return fields;
    }

    private void Construct(SyntaxNode node, SyntaxNode decorated, IrClass type, SyntaxNode body)
    {
        var isRecord = HasDecorator(decorated, "dataclass") || HasDecorator(decorated, "attrs") || HasDecorator(decorated, "attr.s") || HasDecorator(decorated, "define")
            || HasDecorator(decorated, "frozen") || type.Bases.Exists(b => b is "NamedTuple" or "BaseModel" or "SQLModel");
        if (!isRecord && scope!.Fields.Count == 0) return;
        var made = scope!;
        Unit.Once(node.Index, () =>
        {
            var function = Unit.NewFunction("__init__", node.Index, Function, type, constructor: true);
            type.Methods.Add(function);
            var inner = new PythonBody(Unit, new FunctionBuilder(function, B));
            function.This = inner.B.Declare("self", VariableKind.This);
            inner.InitializeFields(made);
            if (isRecord) inner.TakeFields(body);
            inner.B.Complete();
            return function;
        });
    }

    /// <summary><c>self.f = Class.f</c> for the fields of the class body.</summary>
    private void InitializeFields(ClassScope fields)
    {
        if (Function.This is not { } self || fields.Fields.Count == 0 || B.Find(fields.Place.Variable.Name) is not { } variable) return;
        foreach (var field in fields.Fields)
        {
            var accessor = new Accessor(AccessorKind.Field, field, -1);
            B.Emit(new Assign(-1, new Place(self).With(accessor), new Operand(-1, new Place(variable, fields.Place.Path).With(accessor))));
        }
    }

    /// <summary>The constructor that a data class has: one parameter per annotated field.</summary>
    private void TakeFields(SyntaxNode body)
    {
        foreach (var statement in body.NamedChildren)
        {
            var assignment = statement.Is("expression_statement") ? statement.NamedChild(0) : default;
            if (!assignment.Is("assignment") || assignment.Field("type").IsNone) continue;
            var name = assignment.Field("left");
            if (!name.Is("identifier")) continue;
            var parameter = B.Declare(name.Text, VariableKind.Parameter);
            parameter.TypeName = PythonTypes.Name(assignment.Field("type"));
            Function.Parameters.Add(new IrParameter(parameter, name.Index));
            var target = new Place(Function.This!).With(new Accessor(AccessorKind.Field, name.Text, -1));
            B.Emit(new Assign(-1, target, new Operand(-1, new Place(parameter))));
        }
    }
}
