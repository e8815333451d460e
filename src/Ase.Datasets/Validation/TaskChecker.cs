using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;

namespace Ase.Datasets.Validation;

/// <summary>Counts the findings through a task's region on the vulnerable revision and on the reference.</summary>
/// <exception cref="AseException"><see cref="ErrorCode.InvalidFile"/> when the task's rules do not load.</exception>
public delegate (int Vulnerable, int Fixed) CountFindings(MaterializedTask task, CancellationToken cancellationToken);

/// <summary>
/// Proves a task: its revision is reachable and has the region, the rules tell the vulnerable revision from the reference, every text with a known
/// verdict gets it, and the task keeps to the form of docs/tasks.md. What cannot be tried for want of a network or a tool is
/// <see cref="CheckStatus.Unchecked"/>, never passed.
/// </summary>
/// <param name="materializer">Fetches revisions.</param>
/// <param name="questionnaire">Masks, and extracts patches from answers.</param>
/// <param name="grader">Grades patches.</param>
/// <param name="count">Counts findings; the same engine as the grader's.</param>
/// <param name="write">Writes answers.</param>
public sealed class TaskChecker(ITaskMaterializer materializer, IQuestionnaire questionnaire, IGrader grader, CountFindings count, WriteAnswer write)
{
    private readonly AnswerGrading grading = new(questionnaire, grader, write);

    /// <summary>Checks one task; failures are points of the report.</summary>
    public async Task<TaskCheckReport> CheckAsync(BenchmarkTask task, CancellationToken cancellationToken)
    {
        var points = StaticPoints.Run(task).ToList();
        if (await MaterializeAsync(task, points, cancellationToken) is { } materialized)
        {
            points.Add(Try(PointNames.RegionComplete, () => RegionCompleteness.Check(materialized)));
            points.Add(Try(PointNames.OwnWords, () => OwnWords.Check(materialized)));
            points.AddRange(await GradedPoints.RunAsync(materialized, count, grading, cancellationToken));
        }
        return TaskCheckReport.Of(task.Id, points);
    }

    private async Task<MaterializedTask?> MaterializeAsync(BenchmarkTask task, List<CheckPoint> points, CancellationToken cancellationToken)
    {
        try
        {
            var materialized = await materializer.MaterializeAsync(task, cancellationToken);
            points.Add(new CheckPoint(PointNames.Revision, CheckStatus.Proven, Omitted(materialized)));
            points.Add(new CheckPoint(PointNames.Region, CheckStatus.Proven));
            return materialized;
        }
        catch (AseException e) when (e.Code == ErrorCode.RegionMismatch)
        {
            points.Add(new CheckPoint(PointNames.Revision, CheckStatus.Proven));
            points.Add(Failures.Point(PointNames.Region, e));
        }
        catch (AseException e)
        {
            points.Add(Failures.Point(PointNames.Revision, e));
        }
        return null;
    }

    // A source that is read late can fail late.
    private static CheckPoint Try(string name, Func<CheckPoint> check)
    {
        try
        {
            return check();
        }
        catch (AseException e)
        {
            return Failures.Point(name, e);
        }
    }

    private static string Omitted(MaterializedTask task) => task.Omitted.Count == 0 ? "" : $"without {string.Join(", ", task.Omitted.Take(5))}{(task.Omitted.Count > 5 ? $" and {task.Omitted.Count - 5} more" : "")}";
}
