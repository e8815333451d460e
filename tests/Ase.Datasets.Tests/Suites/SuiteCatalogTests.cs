using Ase.Core.Errors;
using Ase.Datasets.Suites;
using Ase.Datasets.Tests.Support;
using Ase.Datasets.Tests.TaskFiles;

namespace Ase.Datasets.Tests.Suites;

public sealed class SuiteCatalogTests : IDisposable
{
    private readonly TempFolder folder = new();

    public SuiteCatalogTests() => folder
        .Write($"one/{TaskFileText.Id}/task.yaml", TaskFileText.Npm)
        .Write("one/broken/task.yaml", "id: broken\n")
        .Write("one/_lib/helper.js", "")
        .Write("two/other/task.yaml", TaskFileText.Git.Replace(TaskFileText.Id, "other", StringComparison.Ordinal))
        .Write("empty/readme.md", "");

    private SuiteCatalog Catalog => new(folder.Path);

    [Fact]
    public void Folders_with_tasks_are_suites() => Assert.Equal(["one", "two"], Catalog.Names);

    [Fact]
    public void A_root_that_is_not_there_has_no_suites() => Assert.Empty(new SuiteCatalog(folder["nowhere"]).Names);

    [Fact]
    public void A_suite_has_its_tasks_and_the_errors_of_those_that_do_not_load()
    {
        var suite = Catalog.Load("one");
        Assert.Equal("one", suite.Name);
        Assert.Equal([TaskFileText.Id], suite.Tasks.Select(t => t.Id));
        Assert.NotEmpty(suite.Errors);
        Assert.All(suite.Errors, e => Assert.Equal("broken", e.TaskId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void A_suite_is_found_by_its_folder_too(string end)
    {
        var suite = new SuiteCatalog(folder["nowhere"]).Load(folder["two"] + end);
        Assert.Equal(("two", 1), (suite.Name, suite.Tasks.Count));
    }

    [Theory]
    [InlineData("three")]
    [InlineData("empty")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("\0")]
    [InlineData("one/../three")]
    public void An_unknown_suite_is_named_with_those_that_there_are(string name)
    {
        var failure = Assert.Throws<AseException>(() => Catalog.Load(name));
        Assert.Equal(ErrorCode.UnknownSuite, failure.Code);
        Assert.Contains("one, two", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_is_found_in_any_suite_or_by_its_folder()
    {
        Assert.Equal(("other", "two"), Named(Catalog.FindTask("other")));
        Assert.Equal(("other", "two"), Named(Catalog.FindTask(folder["two/other"])));
        Assert.Equal(("other", "two"), Named(Catalog.FindTask(folder["two/other"] + "/")));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("")]
    [InlineData("_lib")]
    [InlineData("../one")]
    public void An_unknown_task_is_named_with_the_suites(string name)
    {
        var failure = Assert.Throws<AseException>(() => Catalog.FindTask(name));
        Assert.Equal(ErrorCode.UnknownTask, failure.Code);
        Assert.Contains("one, two", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_that_does_not_load_is_an_invalid_file_with_all_its_errors()
    {
        var failure = Assert.Throws<AseException>(() => Catalog.FindTask("broken"));
        Assert.Equal(ErrorCode.InvalidFile, failure.Code);
        Assert.Contains("'title' is missing", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'static' is missing", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static (string, string) Named((Core.Tasks.BenchmarkTask Task, string Suite) found) => (found.Task.Id, found.Suite);
}
