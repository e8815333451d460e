using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.Java;

/// <summary>Classes: static initialisation in place, methods and constructors as functions.</summary>
internal sealed partial class JavaBody
{
    // field initialisers are part of each constructor; beyond this many constructors the last ones go without
    private const int MostInitialised = 8;

    private void Class(SyntaxNode node)
    {
        if (Unit.TypeAt(node) is { } declared) Members(declared, null);
    }

    /// <summary>Lowers the members of a class.</summary>
    /// <param name="declared">The class.</param>
    /// <param name="instance">For an anonymous class the new object.</param>
    private void Members(JavaType declared, IrVariable? instance)
    {
        if (!Unit.Begin(declared)) return;
        new JavaBody(Unit, B, declared).StaticMembers();
        var constructors = new List<SyntaxNode>();
        foreach (var member in declared.Members())
        {
            if (member.Is("method_declaration")) DefineMethod(declared, member);
            else if (member.Is("constructor_declaration") || member.Is("compact_constructor_declaration")) constructors.Add(member);
        }
        var initialised = 0;
        foreach (var constructor in constructors) DefineConstructor(declared, constructor, initialised++ < MostInitialised);
        var components = declared.Components();
        if (components.Count > 0)
        {
            foreach (var component in components) DefineAccessor(declared, component);
            if (!constructors.Exists(c => c.Is("compact_constructor_declaration") || c.Field("parameters") is { IsNone: false } p && p.NamedChildren.Count() == components.Count))
            {
                DefineConstructor(declared, default, true);
            }
        }
        else if (constructors.Count == 0 && NeedsConstructor(declared))
        {
            var made = DefineConstructor(declared, default, true);
            // its base's constructor was called by the creation; this one adds the fields
            if (instance is not null) B.Emit(new Call(-1, null, "", new Operand(-1, new Place(instance)), []) { Function = MakeClosure(declared.Node, made) with { Node = -1 } });
        }
    }

    private static bool NeedsConstructor(JavaType declared)
    {
        foreach (var member in declared.Members())
        {
            if (member.Is("block")) return true;
            if (member.Is("field_declaration") && !JavaType.Has(member, "static") && member.Field("declarator").Field("value") is { IsNone: false }) return true;
        }
        return false;
    }

    private void StaticMembers()
    {
        foreach (var member in Type!.Members())
        {
            switch (member.Kind)
            {
                case "class_declaration" or "interface_declaration" or "enum_declaration" or "record_declaration" or "annotation_type_declaration":
                    Statement(member);
                    break;
                case "static_initializer":
                    Unit.Visit();
                    Statement(member.NamedChild(0));
                    break;
                case "enum_constant":
                    EnumConstant(member);
                    break;
                case "constant_declaration":
                    Fields(member);
                    break;
                case "field_declaration" when JavaType.Has(member, "static") || Type.Node.Is("interface_declaration"):
                    Fields(member);
                    break;
                default:
                    if (member.IsError) Expression(member);
                    break;
            }
        }
    }

    private void EnumConstant(SyntaxNode node)
    {
        Unit.Visit();
        var name = node.Field("name");
        if (name.IsNone) return;
        var value = Invoke(node, Type!.Class.Name, null, Arguments(node.Field("arguments")), isNew: true);
        value.Place!.Variable.TypeName = Type.Class.Name;
        if (Unit.TypeAt(node) is { } special) Members(special, value.Place.Variable);
        B.Emit(new Assign(node.Index, FieldPlace(name.Text, name.Index)!, value, name.Index));
    }

    private void Fields(SyntaxNode declaration)
    {
        Unit.Visit();
        foreach (var declarator in declaration.NamedChildren)
        {
            if (!declarator.Is("variable_declarator")) continue;
            Unit.Visit();
            var (name, value) = (declarator.Field("name"), declarator.Field("value"));
            if (!name.Is("identifier") || value.IsNone) continue;
            var content = Named(name.Text, value);
            if (FieldPlace(name.Text, name.Index) is { } place) B.Emit(new Assign(declarator.Index, place, content, name.Index));
        }
    }

    private void InstanceFields()
    {
        foreach (var member in Type!.Members())
        {
            if (member.Is("block")) Statement(member);
            else if (member.Is("field_declaration") && !JavaType.Has(member, "static")) Fields(member);
        }
    }

    /// <summary>A method outside of classes, as in a file that is a program by itself.</summary>
    private void Method(SyntaxNode node)
    {
        var function = Unit.NewFunction(node.Field("name").IsNone ? "" : node.Field("name").Text, node.Index, Function);
        new JavaBody(Unit, new FunctionBuilder(function, B), Type).Define(node.Field("parameters"), node.Field("body"));
    }

    private void DefineMethod(JavaType declared, SyntaxNode node)
    {
        var body = node.Field("body");
        // an abstract method is whatever the classes below make of it
        if (body.IsNone || node.Field("name").IsNone) return;
        var isStatic = JavaType.Has(node, "static");
        var function = Unit.NewFunction(node.Field("name").Text, node.Index, Function, declared.Class, isStatic: isStatic);
        declared.Class.Methods.Add(function);
        var inner = new JavaBody(Unit, new FunctionBuilder(function, B), declared);
        if (!isStatic) inner.DeclareThis();
        inner.Define(node.Field("parameters"), body);
    }

    private void Define(SyntaxNode parameters, SyntaxNode body)
    {
        Unit.Visit();
        Scopes.Enter();
        Parameters(parameters);
        if (!body.IsNone) Statements(body);
        Scopes.Leave();
        B.Complete();
    }

    private void DeclareThis()
    {
        Function.This = B.Declare("this", VariableKind.This);
        if (Type!.StaticName.Length > 0) Function.This.TypeName = Type.Class.Name.Length > 0 ? Type.Class.Name : null;
    }

    private void Parameters(SyntaxNode list)
    {
        if (list.IsNone) return;
        foreach (var parameter in list.NamedChildren) Parameter(parameter);
    }

    private void Parameter(SyntaxNode node)
    {
        var name = JavaType.ParameterName(node);
        if (name.IsNone) return;
        Unit.Visit();
        var variable = name.Is("identifier") ? Scopes.Declare(name.Text, VariableKind.Parameter) : B.Temp();
        var isRest = node.Is("spread_parameter");
        if (!isRest && node.Field("dimensions").IsNone && !node.Is("identifier")) Unit.SetType(variable, node.Field("type"));
        Function.Parameters.Add(new IrParameter(variable, name.Index, isRest));
    }
}
