using System.Collections.Concurrent;
using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;
using Ase.Datasets.Tests.Support;
using Ase.Datasets.Validation;

namespace Ase.Datasets.Tests.Validation;

public sealed class SuiteValidatorTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task Every_task_gets_its_report_whatever_happens_to_the_others()
    {
        var good = Samples.DirectoryTask(folder);
        BenchmarkTask[] tasks = [good with { Id = "unreachable" }, good, good with { Id = "defect" }, good with { Id = "short", Summary = "Short." }];
        var seen = new Reports();

        var reports = await new SuiteValidator(new FakeGrading().Checker(new Materializer()), 2).ValidateAsync(tasks, seen, TestContext.Current.CancellationToken);

        Assert.Equal(tasks.Select(t => t.Id), reports.Select(r => r.TaskId));
        Assert.Equal([CheckStatus.Unchecked, CheckStatus.Proven, CheckStatus.Failed, CheckStatus.Failed], reports.Select(r => r.Status));
        Assert.Contains("NotSupportedException: a defect", Assert.Single(reports[2].Points).Evidence, StringComparison.Ordinal);
        Assert.Equal(reports.OrderBy(r => r.TaskId, StringComparer.Ordinal), seen.OrderBy(r => r.TaskId, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Cancelling_stops_it()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new SuiteValidator(new FakeGrading().Checker()).ValidateAsync([Samples.DirectoryTask(folder)], null, stop.Token));
    }

    [Fact]
    public async Task No_tasks_have_no_reports() => Assert.Empty(await new SuiteValidator(new FakeGrading().Checker()).ValidateAsync([], null, TestContext.Current.CancellationToken));

    public void Dispose() => folder.Dispose();

    private sealed class Reports : ConcurrentBag<TaskCheckReport>, IProgress<TaskCheckReport>
    {
        public void Report(TaskCheckReport value) => Add(value);
    }

    private sealed class Materializer : ITaskMaterializer
    {
        private readonly ITaskMaterializer real = new Ase.Datasets.Materialization.TaskMaterializer([new Ase.Datasets.Sources.DirectorySource()]);

        public Task<MaterializedTask> MaterializeAsync(BenchmarkTask task, CancellationToken cancellationToken) => task.Id switch
        {
            "unreachable" => throw new AseException(ErrorCode.SourceUnreachable, "no network"),
            "defect" => throw new NotSupportedException("a defect"),
            _ => real.MaterializeAsync(task, cancellationToken),
        };
    }
}
