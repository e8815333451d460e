using Ase.Core.Attempts;
using Ase.Core.Runs;
using Ase.Core.Scoring;
using Ase.Core.Tasks;
using Ase.Reporting.Model;

namespace Ase.Reporting.Json;

/// <summary>
/// The JSON report. Names are stable within a format; docs/report-format.md describes them. Scores are 0 to 100, rates 0 to 1, and null where
/// there is nothing to compute them from.
/// </summary>
/// <param name="Format">The version of this schema. <value>1</value></param>
/// <param name="Run">The run.</param>
/// <param name="Completeness">What of the plan was graded.</param>
/// <param name="Leaderboard">One row for each suite and subject.</param>
/// <param name="Breakdowns">The same by weakness, language and severity.</param>
/// <param name="Tasks">The tasks with the verdicts of every subject.</param>
/// <param name="Unavailable">Tasks that could not be run.</param>
/// <param name="Attempts">Every planned attempt.</param>
/// <param name="Diffs">Unified diffs by digest.</param>
public sealed record ReportDocument(
    int Format, RunDocument Run, CompletenessDocument Completeness, IReadOnlyList<LeaderboardDocument> Leaderboard, IReadOnlyList<BreakdownDocument> Breakdowns,
    IReadOnlyList<TaskDocument> Tasks, IReadOnlyList<UnavailableDocument> Unavailable, IReadOnlyList<AttemptDocument> Attempts, IReadOnlyDictionary<string, string> Diffs)
{
    /// <summary>The document of a report.</summary>
    public static ReportDocument Of(RunReport report) => new(
        1,
        RunDocument.Of(report.Run),
        CompletenessDocument.Of(report.Completeness),
        [.. report.Leaderboard.Select(LeaderboardDocument.Of)],
        [.. report.Breakdowns.Select(BreakdownDocument.Of)],
        [.. report.Tasks.Select(TaskDocument.Of)],
        [.. report.Tasks.Where(t => t.Unavailable is not null).Select(t => new UnavailableDocument(t.Task.Id, t.Task.Suite, t.Unavailable!))],
        [.. report.Attempts.Select(AttemptDocument.Of)],
        report.Diffs);
}

/// <summary>A run: what was measured, how, and with which versions.</summary>
public sealed record RunDocument(
    string Id, DateTimeOffset Started, DateTimeOffset? Finished, int Cycles, GradingProfile Profile, IReadOnlyList<PlannedSubject> Subjects,
    IReadOnlyDictionary<string, string> Provenance)
{
    internal static RunDocument Of(RunRecord run) => new(run.Id, run.Started, run.Finished, run.Cycles, run.Profile, run.Subjects, run.Provenance);
}

/// <summary>What of a plan was graded; <c>Reason</c> says why there is no rank.</summary>
public sealed record CompletenessDocument(bool Complete, int Planned, int Counted, int Excluded, int InfrastructureErrors, int NotRun, string? Reason)
{
    internal static CompletenessDocument Of(Completeness c) => new(c.Complete, c.Planned, c.Counted, c.Excluded, c.InfrastructureErrors, c.NotRun, c.Reason);
}

/// <summary>The scores of a set of attempts.</summary>
public sealed record ScoresDocument(
    double Overall, double Security, double Quality, double Stability, double SecureAt1, double SecureAtK, double SecureAllAtK, int K, Attribution Attribution)
{
    internal static ScoresDocument Of(PaperScore paper, ExtendedScore extended)
    {
        var components = paper.Attempts == 0 ? new Components(double.NaN, double.NaN, double.NaN) : paper.Components;
        return new(
            paper.Overall, components.Security, components.Quality, components.Stability, extended.SecureAt1, extended.SecureAtK, extended.SecureAllAtK, extended.K,
            extended.Attribution);
    }
}

/// <summary>A row of the leaderboard. <c>Subject</c> is the text people read, <c>Canonical</c> the identity; <c>Suite</c> is <c>all</c> over several.</summary>
public sealed record LeaderboardDocument(
    int? Rank, string? Unranked, string Subject, string Canonical, string Suite, int Tasks, int Planned, int Attempts, int Excluded, double Overall, double Security,
    double Quality, double Stability, int TasksWithoutStability, double SecureAt1, double SecureAtK, double SecureAllAtK, int K, Attribution Attribution,
    long InputTokens, long OutputTokens, int Requests, double MeanMilliseconds)
{
    /// <summary>The document of a row.</summary>
    public static LeaderboardDocument Of(LeaderboardRow row)
    {
        var s = ScoresDocument.Of(row.Paper, row.Extended);
        return new(
            row.Rank, row.Unranked, row.Subject.Display, row.Subject.Canonical, row.Suite, row.Tasks, row.Completeness.Planned, row.Paper.Attempts, row.Paper.Excluded,
            s.Overall, s.Security, s.Quality, s.Stability, row.Paper.TasksWithoutStability, s.SecureAt1, s.SecureAtK, s.SecureAllAtK, s.K, s.Attribution,
            row.Usage.InputTokens, row.Usage.OutputTokens, row.Usage.Requests, row.Usage.MeanMilliseconds);
    }
}

/// <summary>A subject's scores on a part: <c>By</c> says what the suite is divided by, <c>Key</c> names the part.</summary>
public sealed record BreakdownDocument(
    Dimension By, string Suite, string Subject, string Key, int Tasks, int Attempts, int Excluded, double Overall, double Security, double Quality, double Stability,
    double SecureAt1, double SecureAtK, double SecureAllAtK, int K, Attribution Attribution)
{
    internal static BreakdownDocument Of(BreakdownRow row)
    {
        var s = ScoresDocument.Of(row.Part.Paper, row.Part.Extended);
        return new(
            row.By, row.Suite, row.Subject.Display, row.Part.Key, row.Part.Tasks, row.Part.Paper.Attempts, row.Part.Paper.Excluded,
            s.Overall, s.Security, s.Quality, s.Stability, s.SecureAt1, s.SecureAtK, s.SecureAllAtK, s.K, s.Attribution);
    }
}

/// <summary>A task and the verdicts of each subject by cycle.</summary>
public sealed record TaskDocument(
    string Id, string Suite, string Title, string Language, string Cwe, string? Cve, Severity Severity, string Repository, string? Unavailable,
    IReadOnlyList<SubjectVerdicts> Results)
{
    internal static TaskDocument Of(TaskRow row) => new(
        row.Task.Id, row.Task.Suite, row.Task.Title, row.Task.Language, row.Task.Cwe, row.Task.Cve, row.Task.Severity, row.Task.Repository, row.Unavailable,
        [.. row.Cells.Select(c => new SubjectVerdicts(c.Subject.Display, c.Verdicts))]);
}

/// <summary>The verdicts of a subject on a task, by cycle.</summary>
public sealed record SubjectVerdicts(string Subject, IReadOnlyList<Verdict> Verdicts);

/// <summary>A task that could not be run, and why.</summary>
public sealed record UnavailableDocument(string Task, string Suite, string Reason);

/// <summary>An attempt. <c>Generation</c> and <c>Grade</c> are as stored, with the digests of prompt, answer and diff.</summary>
public sealed record AttemptDocument(
    string Id, string Subject, string Task, string Suite, int Cycle, Verdict Verdict, string Reason, GenerationRecord? Generation, GradeRecord? Grade)
{
    internal static AttemptDocument Of(AttemptRow row) =>
        new(row.Id, row.Subject.Display, row.Task.Id, row.Task.Suite, row.Cycle, row.Verdict, row.Reason, row.Generation, row.Grade);
}
