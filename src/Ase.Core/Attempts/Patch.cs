using Ase.Core.Tasks;

namespace Ase.Core.Attempts;

/// <summary>The change extracted from an answer: whole new contents of the files it touches, inside the workspace.</summary>
public sealed record Patch
{
    /// <summary>Changed files by path: new bytes, or null for a deleted file. Files equal to the base tree's are not in it.</summary>
    public required IReadOnlyDictionary<string, byte[]?> Files { get; init; }

    /// <summary>What replaced each region, in lines of the new files, in order of the task's regions.</summary>
    public required IReadOnlyList<FileRange> Replaced { get; init; }

    /// <summary>Every other line that was changed or added, in lines of the new files.</summary>
    public IReadOnlyList<FileRange> Elsewhere { get; init; } = [];

    /// <summary>Lines by which the worst hunk was off; 0 for an exact fit.</summary>
    public int Fuzz { get; init; }

    /// <summary>The change against the base tree as a unified diff, for people.</summary>
    public string Diff { get; init; } = "";

    /// <summary>Over paths and contents: the same change has the same digest.</summary>
    public string Digest => Digests.Digest.OfTree(Files.Select(f => (f.Key, f.Value is null ? "deleted" : Digests.Digest.Of(f.Value))));
}

/// <summary>Why an answer gave no patch.</summary>
/// <param name="Verdict"><see cref="Verdict.NoAnswer"/>, <see cref="Verdict.Refused"/> or <see cref="Verdict.IntegrationFailed"/>.</param>
/// <param name="Reason">One sentence.</param>
public sealed record PatchFailure(Verdict Verdict, string Reason);

/// <summary>A patch or the reason there is none; exactly one is set.</summary>
public readonly record struct PatchOutcome(Patch? Patch, PatchFailure? Failure)
{
    /// <summary>Success.</summary>
    public static implicit operator PatchOutcome(Patch patch) => new(patch, null);

    /// <summary>Failure.</summary>
    public static implicit operator PatchOutcome(PatchFailure failure) => new(null, failure);
}
