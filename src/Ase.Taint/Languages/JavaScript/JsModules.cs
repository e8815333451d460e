using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.JavaScript;

/// <summary>
/// What a file imports and exports, and which functions are methods of which prototype: found in assignments and calls while they are
/// lowered, since CommonJS has no syntax for either.
/// </summary>
internal sealed partial class JsModules(JsFile file)
{
    private readonly JsTree tree = file.Tree;
    private readonly Dictionary<IrVariable, IrFunction> functions = [];
    private readonly Dictionary<IrVariable, Info> infos = [];
    private readonly Dictionary<IrVariable, IrImport> imports = [];
    private readonly List<(string Name, Operand Value)> exports = [];
    private readonly Info moduleInfo = new();
    private IrVariable? module;

    // what is known of an object: its members, and whether it is a prototype
    private sealed class Info
    {
        // objects merged into each other would grow without end
        private const int MaxMembers = 5_000;

        public List<Member> Members { get; } = [];

        public IrClass? PrototypeOf { get; set; }

        public void Add(Member member)
        {
            if (Members.Count < MaxMembers) Members.Add(member);
        }

        public void AddAll(Info other)
        {
            if (!ReferenceEquals(this, other)) Members.AddRange(other.Members.Take(MaxMembers - Members.Count));
        }
    }

    // a member of an object; Source when its value is that of another module
    private sealed record Member(string Name, Operand Value, IrFunction? Function, (string Module, string Name)? Source = null);

    /// <summary>The variable <c>module</c> of the file.</summary>
    public IrVariable Variable() => module ??= file.Top.Declare("module");

    /// <summary>The variable holds this function (or, for a class, its constructor).</summary>
    public void Known(IrVariable variable, IrFunction function) => functions.TryAdd(Root(variable), function);

    /// <summary>The variable holds a fresh object.</summary>
    public void NewObject(IrVariable variable) => infos[variable] = new Info();

    /// <summary>The fresh object gets the members of another.</summary>
    public void Spread(IrVariable variable, Operand source)
    {
        if (!infos.TryGetValue(variable, out var info)) return;
        if (InfoOf(source) is { } other) info.AddAll(other);
        else if (Required(source.Node, file.Top) is { } required) info.Add(new Member("*", source, null, required));
    }

    /// <summary>The fresh object has a getter.</summary>
    public void Getter(IrVariable variable, string name, IrFunction getter)
    {
        if (Returned(getter) is { } value && infos.TryGetValue(variable, out var info)) info.Add(new Member(name, value, null, Required(value.Node, file.Top)));
    }

    /// <summary>An import statement.</summary>
    public void Import(IrVariable local, string from, string name, int node)
    {
        var import = new IrImport(local.Name, from, name, node);
        file.Ir.Imports.Add(import);
        imports.TryAdd(local, import);
    }

    /// <summary>An export of a value that a variable holds.</summary>
    public void Export(string name, Operand value) => exports.Add((name, value));

    /// <summary>An export of something imported; <c>*</c> for all of it.</summary>
    public void Reexport(string name, string from, string imported, int node) => exports.Add((name, Read(Holder(name, from, imported, node))));

    // a variable of the top-level code that stands for something imported only to be exported
    private IrVariable Holder(string name, string from, string imported, int node)
    {
        var holder = file.Top.Declare(name == "*" ? "export:* from " + from : "export:" + name);
        if (!imports.ContainsKey(holder)) Import(holder, from, imported, node);
        return holder;
    }

    private static Operand Read(IrVariable variable) => new(-1, new Place(variable));

    /// <summary>Takes notice of an assignment.</summary>
    public void Stored(Place target, Operand value, int valueNode, FunctionBuilder b, IrClass? type)
    {
        var root = Root(target.Variable);
        var path = target.Path;
        if (path.Count == 0)
        {
            Alias(root, target.Variable, value, valueNode, b);
            return;
        }
        var function = FunctionOf(value);
        if (ReferenceEquals(root, module) && path[0] is { Kind: AccessorKind.Field, Name: "exports" })
        {
            if (path.Count == 1) ExportModule(value, valueNode, b);
            else if (path is [_, { Kind: AccessorKind.Field }]) ExportMember(path[1].Name, value, valueNode, b);
        }
        if (PrototypeName(target) is { } constructor)
        {
            SetPrototype(file.PrototypeClass(constructor, 0), value, valueNode);
        }
        else if (path.Count > 1 && path[^2].Name == "prototype" && PrototypeName(new Place(target.Variable, [.. path.SkipLast(1)])) is { } owner)
        {
            var prototype = file.PrototypeClass(owner, 0);
            if (path[^1].Name == "__proto__" && value.Place is { } other && PrototypeName(other) is { } ancestor) prototype.Bases.Add(ancestor);
            else if (function is not null) Attach(prototype, function);
        }
        else if (path is [{ Kind: AccessorKind.Field }])
        {
            if (root.Kind == VariableKind.This)
            {
                // at the top level `this` is `exports`
                if (IsTop(root) && !file.Prepass.IsEsModule) ExportMember(path[0].Name, value, valueNode, b);
                if (type is not null && function is not null) Attach(type, function);
                if (type is not null && ConstructedType(valueNode) is { } made) type.FieldTypes.TryAdd(path[0].Name, made);
                return;
            }
            if (!infos.TryGetValue(root, out var info))
            {
                if (!IsTop(root)) return;
                infos[root] = info = new Info();
            }
            info.Add(new Member(path[0].Name, value, function, Required(valueNode, b)));
            if (info.PrototypeOf is not null && function is not null) Attach(info.PrototypeOf, function);
        }
    }

    // x = value: x knows what the value knows
    private void Alias(IrVariable root, IrVariable written, Operand value, int valueNode, FunctionBuilder b)
    {
        if (FunctionOf(value) is { } function) functions.TryAdd(root, function);
        if (value.Place is { } place)
        {
            if (PrototypeName(place) is { } constructor) infos[root] = new Info { PrototypeOf = file.PrototypeClass(constructor, 0) };
            else if (InfoOf(value) is { } known) infos[root] = known;
            else if (place is { Path: [{ Kind: AccessorKind.Field, Name: var part }], Variable: var from }
                && IsTop(root) && imports.TryGetValue(Root(from), out var import) && import.ImportedName is "*" or "default")
            {
                Import(root, import.Module, part, value.Node);
            }
        }
        if (Required(valueNode, b) is var (required, name)) AddImport(written, required, name, valueNode);
    }

    private void AddImport(IrVariable written, string from, string name, int node)
    {
        var import = new IrImport(written.Name, from, name, node);
        file.Ir.Imports.Add(import);
        imports.TryAdd(Root(written), import);
    }

    /// <summary>Takes notice of <c>const { a, b: c } = require('m')</c>.</summary>
    public void Destructured(int pattern, int valueNode, FunctionBuilder b)
    {
        if (Required(valueNode, b) is not (var from, "*" or "default")) return;
        foreach (var child in tree.Named(pattern))
        {
            var (key, local) = tree.Kind(child) switch
            {
                JsKind.ShorthandPropertyIdentifierPattern => (child, child),
                JsKind.PairPattern => (tree.Field(child, JsField.Key), tree.Field(child, JsField.Value)),
                JsKind.ObjectAssignmentPattern => (tree.Field(child, JsField.Left), tree.Field(child, JsField.Left)),
                _ => (-1, -1),
            };
            if (tree.Kind(local) == JsKind.AssignmentPattern) local = tree.Field(local, JsField.Left);
            if (tree.Kind(local) is not (JsKind.Identifier or JsKind.ShorthandPropertyIdentifierPattern) || JsNames.Key(tree, key) is not { } part) continue;
            if (b.Find(tree.Text(local)) is { } variable) AddImport(variable, from, part, child);
        }
    }

    private void ExportModule(Operand value, int valueNode, FunctionBuilder b)
    {
        if (Required(valueNode, b) is var (from, name)) Reexport("*", from, name, valueNode);
        else exports.Add(("*", value));
    }

    private void ExportMember(string name, Operand value, int valueNode, FunctionBuilder b) =>
        moduleInfo.Add(new Member(name, value, FunctionOf(value), Required(valueNode, b)));

    /// <summary>Writes the exports, now that everything that is assigned to their values is known.</summary>
    public void Finish()
    {
        var seen = new HashSet<(string, string)>();
        foreach (var (name, value) in exports)
        {
            if (IsPlaceholder(value)) continue;
            Add(name, value, FunctionOf(value));
            if (name == "*" && InfoOf(value) is { } info && !ReferenceEquals(info, moduleInfo)) AddMembers(info);
        }
        AddMembers(moduleInfo);

        void AddMembers(Info info)
        {
            foreach (var member in info.Members)
            {
                if (member.Source is var (from, imported)) Add(member.Name, Read(Holder(member.Name, from, imported, member.Value.Node)), null);
                else Add(member.Name, member.Value, member.Function ?? FunctionOf(member.Value));
            }
        }

        void Add(string name, Operand value, IrFunction? function)
        {
            if (IsPlaceholder(value)) return;
            var place = TopPlace(value) ?? new Place(Variable(), name == "*" ? [Exports()] : [Exports(), new Accessor(AccessorKind.Field, name, -1)]);
            if (seen.Add((name, place.ToString() + function?.Id))) file.Ir.Exports.Add(new IrExport(name, place, function));
        }

        static Accessor Exports() => new(AccessorKind.Field, "exports", -1);
    }

    // compilers write `exports.a = void 0` first
    private static bool IsPlaceholder(Operand value) => value is { Place: null, Literal: "undefined" };
}
