using System.Collections.Concurrent;
using Ase.Core.Tasks;

namespace Ase.Datasets.Validation;

/// <summary>The reports of a suite, ordered by task id.</summary>
/// <param name="Suite">Its name.</param>
/// <param name="Tasks">One report a task, those that do not load included.</param>
public sealed record SuiteReport(string Suite, IReadOnlyList<TaskCheckReport> Tasks)
{
    /// <summary>The number of tasks with a status.</summary>
    public int Count(CheckStatus status) => Tasks.Count(t => t.Status == status);

    /// <summary>True when every task is proven, and there is one.</summary>
    public bool IsProven => Tasks.Count > 0 && Tasks.All(t => t.Status == CheckStatus.Proven);
}

/// <summary>Checks all tasks of a suite side by side; a task that fails stops no other.</summary>
/// <param name="checker">Checks one.</param>
/// <param name="width">Tasks at the same time, at least 1.</param>
public sealed class SuiteValidator(TaskChecker checker, int width)
{
    /// <summary>Checks a suite.</summary>
    /// <param name="suite">The suite; the errors of tasks that did not load are failed points.</param>
    /// <param name="progress">Called when a task is done, from any thread, one call at a time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<SuiteReport> ValidateAsync(Suite suite, Action<TaskCheckReport>? progress, CancellationToken cancellationToken)
    {
        var reports = new ConcurrentBag<TaskCheckReport>();
        var reporting = new Lock();
        foreach (var broken in suite.Errors.GroupBy(e => e.TaskId, StringComparer.Ordinal))
            Done(TaskCheckReport.Of(broken.Key, [.. broken.Select(e => new CheckPoint(PointNames.File, CheckStatus.Failed, e.ToString()))]));
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, width), CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(suite.Tasks, options, async (task, cancel) => Done(await CheckAsync(task, cancel)));
        return new SuiteReport(suite.Name, [.. reports.OrderBy(r => r.TaskId, StringComparer.Ordinal)]);

        void Done(TaskCheckReport report)
        {
            reports.Add(report);
            lock (reporting) progress?.Invoke(report);
        }
    }

    private async Task<TaskCheckReport> CheckAsync(BenchmarkTask task, CancellationToken cancellationToken)
    {
        try
        {
            return await checker.CheckAsync(task, cancellationToken);
        }
#pragma warning disable CA1031 // a defect that one task meets must not hide the results of the others; it fails that task
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return TaskCheckReport.Of(task.Id, [new CheckPoint("internal", CheckStatus.Failed, $"{e.GetType().Name}: {e.Message}")]);
        }
    }
}
