using Ase.Core.Errors;
using Ase.Reporting.Tests.Support;

namespace Ase.Reporting.Tests;

public sealed class ReportFormatsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ase-report-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Names() => new(ReportFormats.All.Select(f => f.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_format_writes_every_kind_of_run(string name)
    {
        var format = ReportFormats.Find(name)!;
        foreach (var run in (RunBuilder[])[Runs.Mixed(), Runs.Spoiled(), Runs.Untouched(), Runs.HostileEverywhere(), new RunBuilder().Subject("a")])
        {
            var path = Path.Combine(folder, "new", "report" + format.Extension);
            await ReportWriter.FileAsync(path, format, await run.ReportAsync(), run.Store, TestContext.Current.CancellationToken);

            Assert.NotEqual(0, new FileInfo(path).Length);
            Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        }
    }

    [Fact]
    public void Names_and_extensions_are_unique()
    {
        Assert.Equal(ReportFormats.All.Count, ReportFormats.All.Select(f => f.Name).Distinct().Count());
        Assert.Equal(ReportFormats.All.Count, ReportFormats.All.Select(f => f.Extension).Distinct().Count());
        Assert.Null(ReportFormats.Find("pdf"));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_said()
    {
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var run = Runs.Untouched();

        var e = await Assert.ThrowsAsync<AseException>(async () => await ReportWriter.FileAsync(
            Path.Combine(file, "report.json"), ReportFormats.Find("json")!, await run.ReportAsync(), run.Store, TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCode.FileAccess, e.Code);
    }

    [Fact]
    public async Task A_failure_leaves_the_earlier_file_as_it_was()
    {
        var path = Path.Combine(folder, "report.json");
        await File.WriteAllTextAsync(path, "before", TestContext.Current.CancellationToken);
        var run = Runs.Untouched();
        var broken = new ReportFormat("broken", ".x", "", (_, _, _, _) => throw new IOException("no"));

        await Assert.ThrowsAsync<AseException>(async () =>
            await ReportWriter.FileAsync(path, broken, await run.ReportAsync(), run.Store, TestContext.Current.CancellationToken));

        Assert.Equal("before", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(folder));
    }
}
