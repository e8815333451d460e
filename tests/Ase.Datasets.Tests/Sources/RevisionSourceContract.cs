using System.Text;
using Ase.Core.Tasks;
using Ase.Datasets.Sources;
using Ase.Datasets.Tests.Support;

namespace Ase.Datasets.Tests.Sources;

/// <summary>What every source of revisions does.</summary>
public abstract class RevisionSourceContract
{
    protected static readonly byte[] Odd = [0x00, 0xFF, 0x0D, 0x0A, 0xE4, 0x0A, 0x0D, 0x00];

    /// <summary>The files of the vulnerable revision; the fixed one has another <see cref="Samples.File"/>.</summary>
    protected static IReadOnlyDictionary<string, byte[]> Vulnerable { get; } = new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        [Samples.File] = Encoding.UTF8.GetBytes(Samples.Vulnerable),
        ["README"] = "plain\r\nlines\r\n"u8.ToArray(),
        ["data/nul.bin"] = Odd,
        ["data/latin1.txt"] = Encoding.Latin1.GetBytes("gr\u00FC\u00DFe\n"),
        ["empty"] = [],
        ["sp ace/\u00FCml\u00E4ut.txt"] = "x"u8.ToArray(),
    };

    protected static IReadOnlyDictionary<string, byte[]> Fixed { get; } =
        new Dictionary<string, byte[]>(Vulnerable, StringComparer.Ordinal) { [Samples.File] = Encoding.UTF8.GetBytes(Samples.Fixed) };

    /// <summary>Lays out both revisions and runs a test on them.</summary>
    private protected abstract Task WithAsync(Func<IRevisionSource, BenchmarkTask, Task> test);

    [Fact]
    public Task The_vulnerable_revision_comes_byte_for_byte() => WithAsync(async (source, task) =>
    {
        var revision = await source.FetchAsync(task, TestContext.Current.CancellationToken);
        AssertHas(Vulnerable, revision);
    });

    [Fact]
    public Task The_fixed_revision_comes_byte_for_byte() => WithAsync(async (source, task) =>
    {
        var revision = await source.FetchFixedAsync(task, TestContext.Current.CancellationToken);
        AssertHas(Fixed, revision);
    });

    [Fact]
    public Task A_path_that_is_not_there_reads_as_null() => WithAsync(async (source, task) =>
    {
        var tree = (await source.FetchAsync(task, TestContext.Current.CancellationToken)).Tree;
        Assert.Null(tree.Read("nowhere"));
        Assert.Null(tree.Read("src"));
        Assert.Null(tree.Read("../" + Samples.File));
        Assert.Null(tree.Read("/etc/passwd"));
    });

    [Fact]
    public Task Only_its_own_sort_of_source_is_handled() => WithAsync((source, task) =>
    {
        TaskSource[] all = [new TaskSource.Npm("a", "1.0.0", "sha512-"), new TaskSource.Git("https://example.org/a/b", ""), new TaskSource.Directory("repo", "")];
        foreach (var other in all) Assert.Equal(other.GetType() == task.Source.GetType(), source.Handles(other));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Fetching_and_reading_side_by_side_gives_the_same() => WithAsync(async (source, task) =>
    {
        var revisions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => source.FetchAsync(task, TestContext.Current.CancellationToken)));
        Parallel.ForEach(revisions.Concat(revisions), revision => AssertHas(Vulnerable, revision));
    });

    private static void AssertHas(IReadOnlyDictionary<string, byte[]> files, Revision revision)
    {
        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), revision.Tree.Paths);
        foreach (var (path, bytes) in files) Assert.Equal(bytes, revision.Tree.Read(path));
        Assert.Empty(revision.Omitted);
    }
}
