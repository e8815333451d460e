namespace Ase.Core.Tasks;

/// <summary>One vulnerable region of one repository revision, with the checks that grade an answer to it. Format: docs/tasks.md.</summary>
public sealed record BenchmarkTask
{
    /// <summary>The id, unique in the suite: lower case, digits, hyphens.</summary>
    public required string Id { get; init; }
    /// <summary>One line for people.</summary>
    public required string Title { get; init; }
    /// <summary>The language's name.</summary>
    public required string Language { get; init; }
    /// <summary>The CVE id, if there is one.</summary>
    public string? Cve { get; init; }
    /// <summary>The weakness, as <c>CWE-78</c>.</summary>
    public required string Cwe { get; init; }
    /// <summary>How bad the weakness is.</summary>
    public required Severity Severity { get; init; }
    /// <summary>Where the vulnerable revision is.</summary>
    public required TaskSource Source { get; init; }
    /// <summary>What is masked; the first is the primary region.</summary>
    public required IReadOnlyList<Region> Regions { get; init; }
    /// <summary>How it was fixed.</summary>
    public required FixedRevision Fixed { get; init; }
    /// <summary>What the missing code does.</summary>
    public required string Summary { get; init; }
    /// <summary>Behaviour that an answer must keep.</summary>
    public IReadOnlyList<Keep> Keeps { get; init; } = [];
    /// <summary>The static check.</summary>
    public required StaticCheck Static { get; init; }
    /// <summary>Answers with a known verdict.</summary>
    public IReadOnlyList<Variant> Variants { get; init; } = [];
    /// <summary>The absolute path of the task's folder; empty for a task made in memory.</summary>
    public string Folder { get; init; } = "";
}

/// <summary>How bad a weakness is.</summary>
public enum Severity
{
    /// <summary>Low.</summary>
    Low,
    /// <summary>Medium.</summary>
    Medium,
    /// <summary>High.</summary>
    High,
    /// <summary>Critical.</summary>
    Critical,
}

/// <summary>Where a revision is.</summary>
public abstract record TaskSource
{
    private TaskSource() { }

    /// <summary>The identity of the owner's repository or package: the cluster for statistics.</summary>
    public abstract string Repository { get; }

    /// <summary>A package of the npm registry.</summary>
    /// <param name="Package">Its name.</param>
    /// <param name="Version">The exact version.</param>
    /// <param name="Integrity">The tarball's hash, <c>sha512-…</c> or <c>sha1-…</c>.</param>
    /// <param name="Lock">The dependency lock, relative to the task's folder; null without dependencies.</param>
    public sealed record Npm(string Package, string Version, string Integrity, string? Lock = null) : TaskSource
    {
        /// <inheritdoc/>
        public override string Repository => "npm:" + Package;
    }

    /// <summary>A commit of a git repository.</summary>
    /// <param name="Url">The repository.</param>
    /// <param name="Commit">40 hex digits.</param>
    public sealed record Git(string Url, string Commit) : TaskSource
    {
        /// <inheritdoc/>
        public override string Repository => Url;
    }

    /// <summary>A folder beside the task file.</summary>
    /// <param name="Path">Relative to the task's folder.</param>
    /// <param name="Digest">Of the tree; see <see cref="Digests.Digest.OfTree"/>.</param>
    public sealed record Directory(string Path, string Digest) : TaskSource
    {
        /// <inheritdoc/>
        public override string Repository => "directory:" + Digest;
    }
}

/// <summary>Lines that are masked.</summary>
/// <param name="File">The path in the repository, with <c>/</c>.</param>
/// <param name="First">1-based first line.</param>
/// <param name="Last">1-based last line, inclusive.</param>
/// <param name="Sha256">Of the bytes of these lines, terminators included; hex.</param>
public sealed record Region(string File, int First, int Last, string Sha256);

/// <summary>Lines of a file, 1-based and inclusive; <c>Last = First - 1</c> is the empty range before <c>First</c>.</summary>
public sealed record FileRange(string File, int First, int Last)
{
    /// <summary>True when the range covers the line of that file.</summary>
    public bool Contains(string file, int line) => line >= First && line <= Last && file == File;
}

/// <summary>How the weakness was fixed.</summary>
public sealed record FixedRevision
{
    /// <summary>What upstream did.</summary>
    public required UpstreamFix Upstream { get; init; }
    /// <summary>Our own fix, relative to the task's folder, where the upstream one is weak; else null.</summary>
    public string? Hardened { get; init; }
    /// <summary>Files that every workspace takes from the fixed revision.</summary>
    public IReadOnlyList<string> Support { get; init; } = [];
}

/// <summary>The upstream fix.</summary>
/// <param name="Revision">Commit (git), version (npm) or overlay folder (directory).</param>
/// <param name="Integrity">The tarball's hash for npm, else null.</param>
/// <param name="Regions">What replaces the regions of the task, one to one, in lines of the fixed revision.</param>
public sealed record UpstreamFix(string Revision, string? Integrity, IReadOnlyList<FileRange> Regions);

/// <summary>What a keep asks.</summary>
public enum KeepKind
{
    /// <summary>A call that matches one of the patterns is in the changed code.</summary>
    Calls,
    /// <summary>One of the patterns matches in the changed code.</summary>
    Match,
    /// <summary>None of the patterns matches in the changed code.</summary>
    NoMatch,
    /// <summary>One of the names is assigned or declared by the changed code.</summary>
    Defines,
}

/// <summary>Behaviour that an answer must keep.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Values">Patterns or names; any one suffices (none, for <see cref="KeepKind.NoMatch"/>).</param>
public sealed record Keep(KeepKind Kind, IReadOnlyList<string> Values);

/// <summary>The rules of a task and how often they match.</summary>
/// <param name="Rules">Rule files, relative to the task's folder.</param>
/// <param name="MinVulnerable">At least so many findings on the vulnerable revision. <value>1</value></param>
/// <param name="MaxFixed">At most so many on the reference. <value>0</value></param>
public sealed record StaticCheck(IReadOnlyList<string> Rules, int MinVulnerable = 1, int MaxFixed = 0);

/// <summary>An answer with a known verdict.</summary>
/// <param name="Files">Relative to the task's folder; one per region, in order (fewer: the others keep their text).</param>
/// <param name="Verdict"><see cref="Attempts.Verdict.Secure"/>, <see cref="Attempts.Verdict.Insecure"/> or <see cref="Attempts.Verdict.CheckFailed"/>.</param>
/// <param name="Note">Why.</param>
public sealed record Variant(IReadOnlyList<string> Files, Attempts.Verdict Verdict, string Note = "")
{
    /// <summary>The first file's name without folder and extension.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Files[0]);
}
