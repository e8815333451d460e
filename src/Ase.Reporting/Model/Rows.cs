using Ase.Core.Attempts;
using Ase.Core.Runs;
using Ase.Core.Scoring;

namespace Ase.Reporting.Model;

/// <summary>A subject's result on one suite, or on all.</summary>
public sealed record LeaderboardRow
{
    /// <summary>The subject.</summary>
    public required PlannedSubject Subject { get; init; }
    /// <summary>The suite, or <see cref="RunReport.AllSuites"/>.</summary>
    public required string Suite { get; init; }
    /// <summary>1 for the greatest Overall; equal results share a rank. Null when it is not ranked: see <see cref="Unranked"/>.</summary>
    public required int? Rank { get; init; }
    /// <summary>Why there is no rank, in one sentence; null when there is one.</summary>
    public required string? Unranked { get; init; }
    /// <summary>Tasks of the suite.</summary>
    public required int Tasks { get; init; }
    /// <summary>What of this row's plan was graded.</summary>
    public required Completeness Completeness { get; init; }
    /// <summary>The published scores, 0 to 100.</summary>
    public required PaperScore Paper { get; init; }
    /// <summary>The measures beside them, 0 to 1.</summary>
    public required ExtendedScore Extended { get; init; }
    /// <summary>What it cost.</summary>
    public required Usage Usage { get; init; }
}

/// <summary>What a subject's attempts cost.</summary>
/// <param name="InputTokens">Tokens of all prompts.</param>
/// <param name="OutputTokens">Tokens of all answers.</param>
/// <param name="Requests">Requests sent, retries included.</param>
/// <param name="MeanMilliseconds">Mean wall time of an answer, those from the cache left out; NaN when there is none.</param>
public sealed record Usage(long InputTokens, long OutputTokens, int Requests, double MeanMilliseconds)
{
    /// <summary>Sums the cost of generations.</summary>
    public static Usage Of(IEnumerable<GenerationRecord> generations)
    {
        long input = 0, output = 0;
        int requests = 0, timed = 0;
        var milliseconds = 0.0;
        foreach (var g in generations)
        {
            input += g.InputTokens;
            output += g.OutputTokens;
            requests += g.Requests;
            if (g.Cached) continue;
            timed++;
            milliseconds += g.Milliseconds;
        }
        return new Usage(input, output, requests, timed == 0 ? double.NaN : milliseconds / timed);
    }
}

/// <summary>What a breakdown divides by.</summary>
public enum Dimension
{
    /// <summary>The weakness.</summary>
    Cwe,
    /// <summary>The language.</summary>
    Language,
    /// <summary>The severity.</summary>
    Severity,
}

/// <summary>A subject's result on a part of a suite.</summary>
/// <param name="By">What the suite is divided by.</param>
/// <param name="Suite">The suite, or <see cref="RunReport.AllSuites"/>.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Part">The part and its scores.</param>
public sealed record BreakdownRow(Dimension By, string Suite, PlannedSubject Subject, Breakdown Part);

/// <summary>A task and what each subject made of it.</summary>
/// <param name="Task">The task.</param>
/// <param name="Unavailable">Why it could not be run, or null.</param>
/// <param name="Cells">One for each subject, in order of the plan.</param>
public sealed record TaskRow(PlannedTask Task, string? Unavailable, IReadOnlyList<TaskCell> Cells);

/// <summary>What a subject made of a task.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Verdicts">One for each cycle, in order.</param>
public sealed record TaskCell(PlannedSubject Subject, IReadOnlyList<Verdict> Verdicts);

/// <summary>A planned attempt and what is known of it.</summary>
/// <param name="Id">Short, stable, and safe in an address: <c>task.cycle.subject</c>, the subject as the start of its digest.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Task">The task.</param>
/// <param name="Cycle">1-based repetition.</param>
/// <param name="Generation">Null until it was generated.</param>
/// <param name="Grade">Null until it was graded.</param>
public sealed record AttemptRow(string Id, PlannedSubject Subject, PlannedTask Task, int Cycle, GenerationRecord? Generation, GradeRecord? Grade)
{
    /// <summary>The verdict, <see cref="Verdict.NotRun"/> while there is none.</summary>
    public Verdict Verdict => Grade?.Verdict ?? Verdict.NotRun;

    /// <summary>How the verdict came about, in one sentence; empty when there is nothing to say.</summary>
    public string Reason => Grade is { Reason.Length: > 0 } ? Grade.Reason : Generation?.Error ?? "";

    /// <summary>What scoring needs of it.</summary>
    public ScoredAttempt Scored => new(Subject.Canonical, Task.Id, Cycle, Task.Cwe, Verdict, Grade?.Quality ?? false, Grade?.Security ?? false);
}
