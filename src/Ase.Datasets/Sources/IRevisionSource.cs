using Ase.Core.Tasks;
using Ase.Core.Workspaces;

namespace Ase.Datasets.Sources;

/// <summary>A revision's files.</summary>
/// <param name="Tree">The files.</param>
/// <param name="Omitted">Files that are left out (links, too large, missing from a mirror), for the record.</param>
public sealed record Revision(IFileTree Tree, IReadOnlyList<string> Omitted);

/// <summary>One sort of source. Thread-safe.</summary>
public interface IRevisionSource
{
    /// <summary>True when it handles such a source.</summary>
    bool Handles(TaskSource source);

    /// <summary>The vulnerable revision.</summary>
    Task<Revision> FetchAsync(BenchmarkTask task, CancellationToken cancellationToken);

    /// <summary>The fixed revision.</summary>
    Task<Revision> FetchFixedAsync(BenchmarkTask task, CancellationToken cancellationToken);
}
