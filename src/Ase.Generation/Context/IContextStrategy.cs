using Ase.Core.Ports;

namespace Ase.Generation.Context;

/// <summary>Finds what of a repository a subject is shown beside the masked file. Thread-safe; the same task gives the same hits everywhere.</summary>
public interface IContextStrategy
{
    /// <summary>The value of the subject's option <c>context</c>.</summary>
    string Name { get; }

    /// <summary>The hits, best first. Only the masked tree is read; files with a region are never among them.</summary>
    Task<IReadOnlyList<ContextHit>> RetrieveAsync(MaskedTask task, CancellationToken cancellationToken);
}

/// <summary>A file that may help.</summary>
/// <param name="Path">Where it is in the repository.</param>
/// <param name="Text">What of it is shown.</param>
/// <param name="Score">How well it fits; comparable within one retrieval only.</param>
/// <param name="Rank">1 for the best.</param>
public sealed record ContextHit(string Path, string Text, double Score, int Rank);
