using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Python;

/// <summary>Import statements.</summary>
internal static class PythonImports
{
    /// <summary>
    /// What an import takes. <c>import a.b</c> binds <c>a</c>; <c>from m import *</c> has no local name and <c>*</c> as imported name.
    /// Relative modules keep their dots.
    /// </summary>
    public static IEnumerable<IrImport> Of(SyntaxNode statement)
    {
        var from = statement.Field("module_name");
        if (!from.IsNone)
        {
            var module = Dotted(from);
            foreach (var child in statement.NamedChildren)
            {
                if (child.Is("wildcard_import")) yield return new IrImport("", module, "*", child.Index);
            }
            foreach (var (name, alias, node) in Names(statement)) yield return new IrImport(alias ?? name, module, name, node);
            yield break;
        }
        foreach (var (name, alias, node) in Names(statement))
        {
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            var head = dot < 0 ? name : name[..dot];
            yield return alias is null ? new IrImport(head, head, "*", node) : new IrImport(alias, name, "*", node);
        }
    }

    private static IEnumerable<(string Name, string? Alias, int Node)> Names(SyntaxNode statement)
    {
        foreach (var child in statement.NamedChildren)
        {
            if (child.FieldName != "name") continue;
            if (child.Is("aliased_import")) yield return (Dotted(child.Field("name")), child.Field("alias").Text, child.Index);
            else yield return (Dotted(child), null, child.Index);
        }
    }

    // white space and comments may stand between the parts of a dotted name
    private static string Dotted(SyntaxNode node)
    {
        var text = node.Text;
        return text.AsSpan().ContainsAnyExceptInRange('!', '\uFFFF') ? string.Concat(text.Where(c => !char.IsWhiteSpace(c))) : text;
    }
}
