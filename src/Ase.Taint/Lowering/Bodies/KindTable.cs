using Ase.Code.Languages;
using Ase.Code.Trees;

namespace Ase.Taint.Lowering.Bodies;

/// <summary>A dispatch table over the node kinds of one grammar.</summary>
/// <typeparam name="T">What stands for a kind, usually a handler.</typeparam>
internal sealed class KindTable<T> where T : class
{
    private readonly T?[] byKind;

    /// <summary>Compiles a table from names of kinds.</summary>
    /// <exception cref="ArgumentException">The grammar has no kind of that name: the table and the grammar's version disagree.</exception>
    public KindTable(LanguageId language, IReadOnlyDictionary<string, T> handlers)
    {
        var grammar = LanguageRegistry.Get(language).Grammar;
        byKind = new T?[grammar.KindCount];
        foreach (var (name, handler) in handlers)
        {
            var kind = grammar.KindOf(name) ?? throw new ArgumentException($"The grammar of {language} has no kind '{name}'.", nameof(handlers));
            byKind[kind] = handler;
        }
    }

    /// <summary>The entry of a node's kind, or null when there is none (always for <c>ERROR</c>).</summary>
    public T? this[SyntaxNode node] => node.KindId is var kind && kind < byKind.Length ? byKind[kind] : null;
}
