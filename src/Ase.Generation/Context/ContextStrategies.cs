using Ase.Generation.Context.Bm25;

namespace Ase.Generation.Context;

/// <summary>The only list of context strategies; one line each.</summary>
// coupling: the allowed values of SubjectOptions.Context
public static class ContextStrategies
{
    /// <summary>One of each, with their default options.</summary>
    public static IReadOnlyList<IContextStrategy> Create() =>
    [
        new NoContext(),
        new Bm25Context(new Bm25Options()),
    ];
}
