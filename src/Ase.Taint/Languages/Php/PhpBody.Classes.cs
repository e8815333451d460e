using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.Php;

/// <summary>Classes, interfaces, traits, enums. Static properties and constants are globals named <c>Class::$name</c> and <c>Class::NAME</c>.</summary>
internal sealed partial class PhpBody
{
    /// <summary>The class whose members are being lowered in place, for <c>self</c>.</summary>
    private IrClass? declaring;

    private IrClass ClassDeclaration(SyntaxNode node)
    {
        var name = node.Field("name") is { IsNone: false } written ? written.Text : "class@" + Number(node.Index);
        var known = Unit.File.Classes.Find(c => c.Node == node.Index);
        if (known is not null) return known;
        var type = new IrClass { Name = name, Node = node.Index };
        Unit.File.Classes.Add(type);
        foreach (var clause in node.NamedChildren)
        {
            if (clause.Kind is "base_clause" or "class_interface_clause") AddBases(type, clause);
        }
        var outer = declaring;
        declaring = type;
        Members(node.Field("body"), type);
        declaring = outer;
        return type;
    }

    private void AddBases(IrClass type, SyntaxNode clause)
    {
        Unit.Visit();
        foreach (var name in clause.NamedChildren)
        {
            if (name.Kind is "name" or "qualified_name" or "relative_name") type.Bases.Add(Unit.SimpleName(name));
        }
    }

    private void Members(SyntaxNode body, IrClass type)
    {
        var fields = new List<SyntaxNode>();
        var methods = new List<SyntaxNode>();
        foreach (var member in body.NamedChildren)
        {
            Unit.Visit();
            switch (member.Kind)
            {
                case "use_declaration":
                    AddBases(type, member);
                    break;
                case "const_declaration":
                    ConstDeclaration(member, type.Name);
                    break;
                case "enum_case":
                    EnumCase(member, type.Name);
                    break;
                case "property_declaration":
                    Property(member, type, fields);
                    break;
                case "method_declaration":
                    methods.Add(member);
                    break;
                default:
                    Statement(member);
                    break;
            }
        }
        var constructor = Constructor(methods, type.Name);
        foreach (var method in methods) Method(method, type, method == constructor, fields);
        if (constructor.IsNone && fields.Exists(f => !IsPlain(f.Field("default_value")))) FieldsOnly(type, fields);
    }

    /// <summary><c>__construct</c>, or the method with the name of its class as in PHP 4.</summary>
    private static SyntaxNode Constructor(List<SyntaxNode> methods, string type)
    {
        var named = methods.Find(m => m.Field("name").TextSpan.Equals("__construct", StringComparison.OrdinalIgnoreCase));
        return !named.IsNone ? named : methods.Find(m => m.Field("name").TextSpan.Equals(type, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsPlain(SyntaxNode value) => value.Kind is "string" or "integer" or "float" or "boolean" or "null" or "array_creation_expression";

    private void ConstDeclaration(SyntaxNode node, string? type)
    {
        foreach (var element in node.NamedChildren)
        {
            if (!element.Is("const_element")) continue;
            var name = element.NamedChild(0);
            var value = element.NamedChild(1);
            if (name.IsNone || value.IsNone) continue;
            if (type is null) Unit.Constants.TryAdd(name.Text, value);
            B.Emit(new Assign(element.Index, new Place(Shared(type is null ? name.Text : type + "::" + name.Text)), Expression(value), name.Index));
        }
    }

    private void EnumCase(SyntaxNode node, string type)
    {
        var name = node.Field("name");
        var place = new Place(Shared(type + "::" + name.Text));
        B.Emit(new Operation(node.Index, place, OperationKind.NewObject, "case", []));
        if (node.Field("value") is { IsNone: false } value) B.Emit(new Assign(-1, place.With(new Accessor(AccessorKind.Field, "value", -1)), Expression(value)));
    }

    private void Property(SyntaxNode node, IrClass type, List<SyntaxNode> fields)
    {
        var isStatic = false;
        foreach (var child in node.NamedChildren) isStatic |= child.Is("static_modifier");
        foreach (var element in node.NamedChildren)
        {
            if (element.Is("property_hook_list")) Hooks(element, type);
            if (!element.Is("property_element")) continue;
            Unit.Visit();
            var name = element.Field("name").Text;
            if (Unit.TypeName(node.Field("type")) is { } typeName) type.FieldTypes.TryAdd(name.TrimStart('$'), typeName);
            var value = element.Field("default_value");
            if (value.IsNone) continue;
            if (isStatic) B.Emit(new Assign(element.Index, new Place(Shared(type.Name + "::" + name)), Expression(value), element.Field("name").Index));
            else fields.Add(element);
        }
    }

    private void Hooks(SyntaxNode list, IrClass type)
    {
        foreach (var hook in list.NamedChildren)
        {
            if (hook.Is("property_hook") && !hook.Field("body").IsNone) Body(hook, "$" + hook.NamedChild(0).Text, type, constructor: false, isStatic: false, []);
        }
    }

    private void Method(SyntaxNode node, IrClass type, bool constructor, List<SyntaxNode> fields)
    {
        // a call of a method without a body goes to the methods that implement it, or is unknown
        if (node.Field("body").IsNone) return;
        var isStatic = false;
        foreach (var child in node.NamedChildren) isStatic |= child.Is("static_modifier");
        Body(node, node.Field("name").Text, type, constructor, isStatic, constructor ? fields : []);
        foreach (var parameter in node.Field("parameters").NamedChildren)
        {
            foreach (var child in parameter.NamedChildren)
            {
                if (child.Is("property_hook_list")) Hooks(child, type);
            }
        }
    }

    private void Body(SyntaxNode node, string name, IrClass type, bool constructor, bool isStatic, List<SyntaxNode> fields)
    {
        Unit.Once(node.Index, () =>
        {
            var function = Unit.NewFunction(name, node.Index, Unit.File.Functions[0], type, constructor, isStatic);
            type.Methods.Add(function);
            var inner = new PhpBody(Unit, new FunctionBuilder(function, null), PhpScopeKind.Function);
            if (!isStatic) function.This = inner.B.Declare("$this", VariableKind.This);
            inner.Lower(node, () => inner.Initialize(fields));
            return function;
        });
    }

    private void FieldsOnly(IrClass type, List<SyntaxNode> fields)
    {
        var function = Unit.NewFunction("__construct", type.Node, Unit.File.Functions[0], type, constructor: true);
        type.Methods.Add(function);
        var inner = new PhpBody(Unit, new FunctionBuilder(function, null), PhpScopeKind.Function);
        function.This = inner.B.Declare("$this", VariableKind.This);
        inner.Initialize(fields);
        inner.B.Complete();
    }

    private void Initialize(List<SyntaxNode> fields)
    {
        foreach (var field in fields)
        {
            var name = field.Field("name");
            var place = new Place(Lookup("$this")).With(new Accessor(AccessorKind.Field, name.Text.TrimStart('$'), -1));
            B.Emit(new Assign(field.Index, place, Expression(field.Field("default_value")), name.Index));
        }
    }
}
