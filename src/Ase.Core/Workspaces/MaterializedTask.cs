using Ase.Core.Tasks;

namespace Ase.Core.Workspaces;

/// <summary>A variant with what it puts in place of each region.</summary>
public sealed record VariantText(Variant Variant, IReadOnlyList<string> Texts);

/// <summary>A task whose revision is at hand.</summary>
public sealed record MaterializedTask
{
    /// <summary>The task.</summary>
    public required BenchmarkTask Task { get; init; }

    /// <summary>The vulnerable revision with the support files of the fixed one.</summary>
    public required IFileTree Base { get; init; }

    /// <summary>The digest of <see cref="Base"/>.</summary>
    public required string BaseDigest { get; init; }

    /// <summary>What the reference puts in place of each region (hardened where there is such a fix), in order of the regions.</summary>
    public required IReadOnlyList<string> Reference { get; init; }

    /// <summary>What upstream put there.</summary>
    public required IReadOnlyList<string> UpstreamFix { get; init; }

    /// <summary>The revision that upstream fixed; null when it is not at hand.</summary>
    public IFileTree? Upstream { get; init; }

    /// <summary>The texts of the task's variants, in their order, each one text a region.</summary>
    public IReadOnlyList<VariantText> Variants { get; init; } = [];

    /// <summary>Near-duplicates of a region elsewhere in the repository: masked, left out of context and of findings.</summary>
    public IReadOnlyList<FileRange> Duplicates { get; init; } = [];

    /// <summary>Files that could not be read (too large, missing from a mirror) and that the task does not need.</summary>
    public IReadOnlyList<string> Omitted { get; init; } = [];
}
