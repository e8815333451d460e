using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Php;

/// <summary>Includes, and the variables that pass between scopes by name alone.</summary>
internal sealed partial class PhpBody
{
    /// <summary>The global whose fields are the variables that an included file finds.</summary>
    public const string IncludeScope = "%include";

    private IReadOnlyList<string>? freeNames;

    private Operand Include(SyntaxNode node, string name)
    {
        var path = Unwrap(node.NamedChild(0));
        var module = PhpPaths.Fold(path, Unit.Constants);
        if (module is not null) Unit.File.Imports.Add(new IrImport("", module, "*", node.Index));
        var value = Expression(path);
        // a file that is known runs in this scope; any other may find the variables by their names
        if (kind == PhpScopeKind.TopLevel || module is not null) return Invoke(node, name, null, [new Argument(value)]);
        foreach (var local in LocalNames())
        {
            var field = new Accessor(AccessorKind.Field, local[1..], -1);
            B.Emit(new Assign(-1, new Place(Shared(IncludeScope)).With(field), new Operand(-1, new Place(Lookup(local)))));
        }
        var result = Invoke(node, name, null, [new Argument(value)]);
        foreach (var free in FreeNames())
        {
            if (Lookup(free) is { Kind: VariableKind.Local } variable) Join(node, variable, new Operand(-1, new Place(Shared(free))));
        }
        return result;
    }

    private void Extract(SyntaxNode node, Operand values)
    {
        if (values.Place is null) return;
        values = values with { Node = -1 };
        Join(node, Shared(IncludeScope), values);
        foreach (var free in FreeNames()) Join(node, Lookup(free), Part(-1, values, AccessorKind.Field, free[1..]));
    }

    /// <summary>At the start of a file: its variables that nothing in it assigns may come from the function that includes it.</summary>
    private void TakeIncludeScope(SyntaxNode root)
    {
        freeNames = PhpFreeNames.Of(root);
        Unit.File.FreeNames = freeNames;
        foreach (var free in freeNames)
        {
            var field = new Accessor(AccessorKind.Field, free[1..], -1);
            var place = new Place(Lookup(free));
            B.Emit(new Operation(-1, place, OperationKind.Select, "", [new Operand(-1, place), new Operand(-1, new Place(Shared(IncludeScope)).With(field))]));
        }
    }

    private List<string> LocalNames() =>
        [.. Function.Variables.Where(v => v.Name.StartsWith('$') && v.Name != "$this" && v.Kind is VariableKind.Local or VariableKind.Parameter or VariableKind.Captured).Select(v => v.Name)];

    /// <summary>The variables of this scope that it reads and never assigns.</summary>
    private IReadOnlyList<string> FreeNames() => freeNames ??= PhpFreeNames.Of(Unit.Tree[Function.Node], Function.Parameters.Select(p => p.Variable.Name));
}
