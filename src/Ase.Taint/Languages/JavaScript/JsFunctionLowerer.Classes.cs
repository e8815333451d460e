using Ase.Taint.Ir;

namespace Ase.Taint.Languages.JavaScript;

internal sealed partial class JsFunctionLowerer
{
    // in a constructor: field definitions and parameter properties whose values are not set yet
    private List<int>? pendingFields;
    private List<(int Parameter, int Pattern, IrVariable Variable)>? pendingProperties;

    private void ClassDeclaration(int node)
    {
        var name = tree.Text(tree.Field(node, JsField.Name));
        Class(node, name, name.Length == 0 ? TempPlace() : new Place(Lookup(name)));
    }

    private Operand ClassExpression(int node, string hint)
    {
        var own = tree.Text(tree.Field(node, JsField.Name));
        var hidden = own.Length == 0 ? default : b.Shadow(own);
        var place = own.Length == 0 ? TempPlace() : new Place(hidden.Variable);
        Class(node, own.Length == 0 ? hint : own, place);
        if (own.Length > 0) b.Restore(own, hidden.Hidden);
        return Read(node, place);
    }

    /// <summary>
    /// A class is the value of its constructor, which is made up if there is none. Fields are set at the start of the constructor, or after
    /// its call of <c>super</c>; static members are stored on the class.
    /// </summary>
    private void Class(int node, string name, Place place)
    {
        var type = new IrClass { Name = name, Node = node };
        file.Ir.Classes.Add(type);
        Decorators(node);
        var isDerived = Heritage(node, type);
        var body = tree.Field(node, JsField.Body);
        var constructor = -1;
        var fields = new List<int>();
        foreach (var member in tree.Named(body))
        {
            Decorators(member);
            switch (tree.Kind(member))
            {
                case JsKind.MethodDefinition:
                    if (!IsStatic(member) && tree.Span(tree.Field(member, JsField.Name)) is "constructor") constructor = member;
                    else if (MemberName(member) is { Length: > 0 } accessor) Accessor(type, member, accessor);
                    break;
                case JsKind.FieldDefinition or JsKind.PublicFieldDefinition:
                    if (MemberName(member) is { Length: > 0 } field) FieldType(type, member, field);
                    if (!IsStatic(member)) fields.Add(member);
                    break;
            }
        }
        var function = Function(constructor >= 0 ? constructor : node, "constructor", type, isConstructor: true, prologue: inner => inner.StartConstructor(fields, isDerived, isImplicit: constructor < 0));
        b.Emit(new MakeClosure(node, place, function));
        file.Modules.Known(place.Variable, function);
        foreach (var member in tree.Named(body))
        {
            file.Visit();
            Member(type, place, member, constructor);
        }
    }

    private void Member(IrClass type, Place place, int member, int constructor)
    {
        switch (tree.Kind(member))
        {
            case JsKind.MethodDefinition:
                if (member == constructor) break;
                var isStatic = IsStatic(member);
                var method = Function(member, MemberName(member), type, isStatic: isStatic);
                if (isStatic && method.Name.Length > 0) b.Emit(new MakeClosure(member, Field(place, member, method.Name), method));
                break;
            case JsKind.FieldDefinition or JsKind.PublicFieldDefinition:
                if (IsStatic(member)) StaticField(place, member);
                break;
            case JsKind.ClassStaticBlock:
                var block = Function(member, "", isStatic: true);
                block.Class ??= type;
                var closure = TempPlace();
                b.Emit(new MakeClosure(member, closure, block));
                b.Emit(new Call(member, null, "", Read(-1, place), []) { Function = Read(-1, closure) });
                break;
            case JsKind.MethodSignature or JsKind.AbstractMethodSignature or JsKind.IndexSignature or JsKind.Decorator:
                break;
            default:
                Unknown(member);
                break;
        }
    }

    private void StaticField(Place place, int member)
    {
        var key = tree.Field(member, JsField.Property) is var property and >= 0 ? property : tree.Field(member, JsField.Name);
        var value = tree.Field(member, JsField.Value);
        if (value >= 0 && key >= 0)
        {
            var (target, name) = Property(place, key);
            Store(member, target, Predicated(value, name), key, value);
        }
    }

    private void StartConstructor(List<int> fields, bool isDerived, bool isImplicit)
    {
        pendingFields = fields;
        if (!isDerived)
        {
            Fields();
        }
        else if (isImplicit)
        {
            // constructor(...arguments) { super(...arguments); }
            var rest = b.Temp();
            b.Function.Parameters.Add(new IrParameter(rest, -1, IsRest: true));
            SuperCall(-1, This(-1), [new Argument(Read(-1, rest), IsSpread: true)]);
        }
    }

    // the constructor of the base class fills the object in
    private void SuperCall(int node, Operand receiver, List<Argument> arguments)
    {
        var name = BaseClass() ?? "super";
        b.Emit(new Call(node, receiver.Place, name, receiver, arguments) { ClassName = name });
        Fields();
    }

    private void Fields()
    {
        var fields = pendingFields ?? [];
        pendingFields = null;
        foreach (var (parameter, pattern, variable) in pendingProperties ?? [])
        {
            b.Emit(new Assign(parameter, Field(new Place(Lookup("this")), pattern, variable.Name), Read(pattern, variable), pattern));
            if (variable.TypeName is { } typeName) b.Function.Class?.FieldTypes.TryAdd(variable.Name, typeName);
        }
        pendingProperties = null;
        foreach (var member in fields)
        {
            var key = tree.Field(member, JsField.Property) is var property and >= 0 ? property : tree.Field(member, JsField.Name);
            var value = tree.Field(member, JsField.Value);
            if (value < 0 || key < 0) continue;
            var (target, name) = Property(new Place(Lookup("this")), key);
            Store(member, target, Predicated(value, name), key, value);
        }
    }

    // true when it extends something
    private bool Heritage(int node, IrClass type)
    {
        var isDerived = false;
        foreach (var heritage in tree.Named(node))
        {
            if (tree.Kind(heritage) != JsKind.ClassHeritage) continue;
            foreach (var clause in tree.Named(heritage))
            {
                switch (tree.Kind(clause))
                {
                    case JsKind.ExtendsClause:
                        foreach (var part in tree.Named(clause))
                        {
                            if (tree.Kind(part) == JsKind.TypeArguments) continue;
                            isDerived = true;
                            Base(part, type);
                        }
                        break;
                    case JsKind.ImplementsClause:
                        foreach (var part in tree.Named(clause))
                        {
                            if (JsNames.TypeName(tree, part) is { } name) type.Bases.Add(name);
                        }
                        break;
                    default:
                        isDerived = true;
                        Base(clause, type);
                        break;
                }
            }
        }
        return isDerived;
    }

    // `extends A`, `extends a.B`, `extends mixin(A, B)`
    private void Base(int node, IrClass type)
    {
        node = Transparent(node);
        switch (tree.Kind(node))
        {
            case JsKind.Identifier:
                type.Bases.Add(tree.Text(node));
                break;
            case JsKind.MemberExpression:
                type.Bases.Add(tree.Text(tree.Field(node, JsField.Property)));
                break;
            case JsKind.CallExpression:
                Expression(node);
                foreach (var argument in tree.Named(tree.Field(node, JsField.Arguments)))
                {
                    if (tree.Kind(argument) == JsKind.Identifier) type.Bases.Add(tree.Text(argument));
                }
                break;
            case JsKind.Null:
                break;
            default:
                Expression(node);
                break;
        }
    }

    private bool IsStatic(int member) => tree.HasToken(member, "static");

    private string MemberName(int member)
    {
        var key = tree.Field(member, JsField.Name) is var name and >= 0 ? name : tree.Field(member, JsField.Property);
        return JsNames.Key(tree, key) ?? "";
    }

    private void Accessor(IrClass type, int member, string name)
    {
        var sets = tree.HasToken(member, "get") ? file.Getters : tree.HasToken(member, "set") ? file.Setters : null;
        if (sets is null || IsStatic(member)) return;
        if (!sets.TryGetValue(type, out var names)) sets[type] = names = new HashSet<string>(StringComparer.Ordinal);
        names.Add(name);
    }

    private void FieldType(IrClass type, int member, string name)
    {
        var typeName = JsNames.TypeName(tree, tree.Field(member, JsField.Type)) ?? ConstructedType(tree.Field(member, JsField.Value));
        if (typeName is not null) type.FieldTypes.TryAdd(name, typeName);
    }

    // decorators are ordinary calls that run when the class is made
    private void Decorators(int node)
    {
        if (tree.Kind(node) == JsKind.Decorator)
        {
            Decorator(node);
            return;
        }
        foreach (var child in tree.Named(node))
        {
            if (tree.Kind(child) == JsKind.Decorator) Decorator(child);
        }
    }

    private void Decorator(int node)
    {
        if (tree.First(node) is var expression and >= 0 && tree.Kind(tree.Unwrap(expression)) == JsKind.CallExpression) Effect(expression);
    }
}
