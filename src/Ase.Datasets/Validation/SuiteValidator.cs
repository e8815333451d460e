using Ase.Core.Tasks;

namespace Ase.Datasets.Validation;

/// <summary>Checks tasks side by side; a task that fails stops no other.</summary>
/// <param name="checker">Checks one.</param>
/// <param name="width">Tasks at the same time, at least 1. <value>the number of processors</value></param>
public sealed class SuiteValidator(TaskChecker checker, int? width = null)
{
    /// <summary>Checks tasks.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="progress">Told of every task that is done, from any thread.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>One report a task, in the order of the tasks.</returns>
    public async Task<IReadOnlyList<TaskCheckReport>> ValidateAsync(IReadOnlyList<BenchmarkTask> tasks, IProgress<TaskCheckReport>? progress, CancellationToken cancellationToken)
    {
        var reports = new TaskCheckReport[tasks.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, width ?? Environment.ProcessorCount), CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, tasks.Count, options, async (i, cancel) =>
        {
            reports[i] = await CheckAsync(tasks[i], cancel);
            progress?.Report(reports[i]);
        });
        return reports;
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
