using Ase.Core.Tasks;

namespace Ase.Core.Runs;

/// <summary>What grades a run: built-in checks always, external checkers by name and version.</summary>
/// <param name="Name">The profile's name: <c>default</c> has no external checker.</param>
/// <param name="Checkers">External checkers, as <c>name@version</c>, in order.</param>
public sealed record GradingProfile(string Name, IReadOnlyList<string> Checkers)
{
    /// <summary>In-process checks alone: the same on every machine.</summary>
    public static GradingProfile Default { get; } = new("default", []);
}

/// <summary>What a report needs to know of a task.</summary>
/// <param name="Id">The task.</param>
/// <param name="Suite">Its suite.</param>
/// <param name="Title">One line.</param>
/// <param name="Language">Its language.</param>
/// <param name="Cwe">Its weakness.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Repository">The cluster for statistics.</param>
/// <param name="Cve">The CVE id or null.</param>
/// <param name="QuestionDigest">Identity of what is asked.</param>
/// <param name="GradingDigest">Identity of how it is graded.</param>
public sealed record PlannedTask(
    string Id, string Suite, string Title, string Language, string Cwe, Severity Severity, string Repository, string? Cve, string QuestionDigest, string GradingDigest);

/// <summary>A subject of a run.</summary>
/// <param name="Canonical">Every option explicit; the identity.</param>
/// <param name="Display">As people read it.</param>
public sealed record PlannedSubject(string Canonical, string Display);

/// <summary>A run: the plan fixes the set of attempts (subjects × tasks × cycles).</summary>
public sealed record RunRecord
{
    /// <summary>The version of this record's format. <value>1</value></summary>
    public int Format { get; init; } = 1;
    /// <summary>The id: time-ordered, unique, shell-safe.</summary>
    public required string Id { get; init; }
    /// <summary>When it was started (UTC).</summary>
    public required DateTimeOffset Started { get; init; }
    /// <summary>When it was finished (UTC), or null.</summary>
    public DateTimeOffset? Finished { get; init; }
    /// <summary>The subjects.</summary>
    public required IReadOnlyList<PlannedSubject> Subjects { get; init; }
    /// <summary>The tasks.</summary>
    public required IReadOnlyList<PlannedTask> Tasks { get; init; }
    /// <summary>Tasks that could not be materialised when the run was planned or last resumed, with the reason.</summary>
    public IReadOnlyDictionary<string, string> Unavailable { get; init; } = new Dictionary<string, string>();
    /// <summary>Repetitions.</summary>
    public required int Cycles { get; init; }
    /// <summary>The grading profile.</summary>
    public required GradingProfile Profile { get; init; }
    /// <summary>Versions and settings: product, engine, grammar lock, runtime, system, prompt version, command line without keys.</summary>
    public required IReadOnlyDictionary<string, string> Provenance { get; init; }

    /// <summary>Number of planned attempts.</summary>
    public int Planned => Subjects.Count * Tasks.Count * Cycles;
}
