using Ase.Core.Ports;
using Ase.Core.Runs;

namespace Ase.Reporting.Model;

/// <summary>
/// Everything that reports show of a run, computed once; the writers only lay it out. Immutable: a run that goes on meanwhile is shown as it
/// was when the report was made.
/// </summary>
public sealed record RunReport
{
    /// <summary>The suite of rows over all suites of a run that has several.</summary>
    public const string AllSuites = "all";

    /// <summary>The run with its provenance.</summary>
    public required RunRecord Run { get; init; }

    /// <summary>How much of the plan was graded, and whether that is enough to rank.</summary>
    public required Completeness Completeness { get; init; }

    /// <summary>What rows are grouped by: <see cref="AllSuites"/> first when there are several suites, then the suites in order of the plan.</summary>
    public required IReadOnlyList<string> Suites { get; init; }

    /// <summary>One row for each suite of <see cref="Suites"/> and subject: ranked rows by rank, then the others in order of the plan.</summary>
    public required IReadOnlyList<LeaderboardRow> Leaderboard { get; init; }

    /// <summary>The scores by weakness, language and severity, for each suite and subject in order of the leaderboard.</summary>
    public required IReadOnlyList<BreakdownRow> Breakdowns { get; init; }

    /// <summary>Every planned task, in order of the plan, with what each subject made of it.</summary>
    public required IReadOnlyList<TaskRow> Tasks { get; init; }

    /// <summary>Every planned attempt, run or not, by subject, task and cycle in order of the plan.</summary>
    public required IReadOnlyList<AttemptRow> Attempts { get; init; }

    /// <summary>The unified diffs of the attempts by digest, each once; a diff that the store has lost is not in it.</summary>
    public required IReadOnlyDictionary<string, string> Diffs { get; init; }

    /// <summary>The rows of one suite.</summary>
    public IEnumerable<LeaderboardRow> LeaderboardOf(string suite) => Leaderboard.Where(r => r.Suite == suite);

    /// <summary>The parts of one suite and dimension.</summary>
    public IEnumerable<BreakdownRow> BreakdownOf(string suite, Dimension by) => Breakdowns.Where(b => b.Suite == suite && b.By == by);

    /// <summary>Reads a run's attempts and their diffs and computes the report.</summary>
    /// <param name="run">The run, finished or not.</param>
    /// <param name="store">Where its attempts are.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static Task<RunReport> CreateAsync(RunRecord run, IRunStore store, CancellationToken cancellationToken) =>
        ReportBuilder.CreateAsync(run, store, cancellationToken);
}
