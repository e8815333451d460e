using System.Globalization;
using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Core.Runs;
using Ase.Core.Subjects;
using Ase.Core.Tasks;

namespace Ase.Core.Pipeline;

/// <summary>What to run.</summary>
/// <param name="Subjects">The subjects.</param>
/// <param name="Tasks">The tasks with the names of their suites.</param>
/// <param name="Cycles">Repetitions, at least 1. <value>3</value></param>
/// <param name="Profile">The grading profile.</param>
/// <param name="Provenance">What else is recorded.</param>
public sealed record RunPlan(
    IReadOnlyList<Subject> Subjects, IReadOnlyList<(string Suite, BenchmarkTask Task)> Tasks, int Cycles, GradingProfile Profile, IReadOnlyDictionary<string, string> Provenance);

/// <summary>Turns a plan into the record of a run.</summary>
public static class RunPlanner
{
    /// <summary>Makes the record; the set of attempts is fixed from here on.</summary>
    public static RunRecord Create(RunPlan plan, IQuestionnaire questionnaire, IGrader grader, TimeProvider clock)
    {
        if (plan.Subjects.Count == 0 || plan.Tasks.Count == 0) throw new AseException(ErrorCode.Usage, "A run needs at least one subject and one task.");
        if (plan.Cycles < 1) throw new AseException(ErrorCode.Usage, "--cycles takes a number of at least 1.");
        if (plan.Tasks.GroupBy(t => t.Task.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new AseException(ErrorCode.Usage, $"The task '{twice.Key}' is given twice.");
        var now = clock.GetUtcNow();
        return new RunRecord
        {
            Id = now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + "-" + Guid.NewGuid().ToString("N")[..6],
            Started = now,
            Subjects = [.. plan.Subjects.Select(s => new PlannedSubject(s.Canonical, s.Display)).DistinctBy(s => s.Canonical)],
            Tasks = [.. plan.Tasks.Select(t => Describe(t.Suite, t.Task, plan.Profile, questionnaire, grader))],
            Cycles = plan.Cycles,
            Profile = plan.Profile,
            Provenance = plan.Provenance,
        };
    }

    /// <summary>What a report needs to know of a task.</summary>
    public static PlannedTask Describe(string suite, BenchmarkTask task, GradingProfile profile, IQuestionnaire questionnaire, IGrader grader) => new(
        task.Id, suite, task.Title, task.Language, task.Cwe, task.Severity, task.Source.Repository, task.Cve,
        Questions.DigestOf(task, questionnaire.MaskingVersion), grader.GradingDigest(task, profile));
}
