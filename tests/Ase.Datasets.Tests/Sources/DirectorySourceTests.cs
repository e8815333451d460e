using Ase.Core.Digests;
using Ase.Core.Errors;
using Ase.Core.Tasks;
using Ase.Datasets.Sources;
using Ase.Datasets.Tests.Support;

namespace Ase.Datasets.Tests.Sources;

public sealed class DirectorySourceTests : RevisionSourceContract
{
    private protected override async Task WithAsync(Func<IRevisionSource, BenchmarkTask, Task> test)
    {
        using var folder = new TempFolder();
        foreach (var (path, bytes) in Vulnerable) folder.Write("repo/" + path, bytes);
        folder.Write("fixed/" + Samples.File, Samples.Fixed);
        await test(new DirectorySource(), TaskOf(folder, Digest.OfTree(Vulnerable.Select(f => (f.Key, Digest.Of(f.Value))))));
    }

    [Fact]
    public async Task A_folder_with_another_digest_is_refused_with_both_digests()
    {
        using var folder = new TempFolder();
        var task = Samples.DirectoryTask(folder);
        folder.Write("list-files/repo/more.js", "");

        var failure = await Assert.ThrowsAsync<AseException>(() => new DirectorySource().FetchAsync(task, TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCode.IntegrityMismatch, failure.Code);
        Assert.Contains(((TaskSource.Directory)task.Source).Digest, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_a_failure_of_access()
    {
        using var folder = new TempFolder();
        var failure = await Assert.ThrowsAsync<AseException>(() => new DirectorySource().FetchAsync(TaskOf(folder, ""), TestContext.Current.CancellationToken));
        Assert.Equal(ErrorCode.FileAccess, failure.Code);
    }

    [Fact]
    public void Links_are_listed_and_never_followed()
    {
        using var folder = new TempFolder();
        folder.Write("outside/secret.txt", "secret").Write("repo/real.txt", "real").Write("repo/folder/x.txt", "x");
        File.CreateSymbolicLink(folder["repo/link.txt"], folder["outside/secret.txt"]);
        Directory.CreateSymbolicLink(folder["repo/loop"], folder["repo"]);
        Directory.CreateSymbolicLink(folder["repo/folder/out"], folder["outside"]);

        var revision = DirectorySource.Read(folder["repo"]);

        Assert.Equal(["folder/x.txt", "real.txt"], revision.Tree.Paths);
        Assert.Equal(["folder/out", "link.txt", "loop"], revision.Omitted);
    }

    [Fact]
    public async Task A_source_folder_that_is_a_link_is_refused()
    {
        using var folder = new TempFolder();
        folder.Write("elsewhere/a.js", "");
        Directory.CreateSymbolicLink(folder["repo"], folder["elsewhere"]);
        var failure = await Assert.ThrowsAsync<AseException>(() => new DirectorySource().FetchAsync(TaskOf(folder, ""), TestContext.Current.CancellationToken));
        Assert.Equal(ErrorCode.InvalidFile, failure.Code);
    }

    [Fact]
    public void A_file_of_50_MB_is_left_out_and_listed()
    {
        using var folder = new TempFolder();
        folder.Write("repo/small.js", "1");
        using (var large = File.Create(folder["repo/large.js"])) large.SetLength(50_000_000);

        var revision = DirectorySource.Read(folder["repo"]);

        Assert.Equal(["small.js"], revision.Tree.Paths);
        Assert.Equal(["large.js"], revision.Omitted);
    }

    private static BenchmarkTask TaskOf(TempFolder folder, string digest) =>
        Samples.Task(new TaskSource.Directory("repo", digest), new UpstreamFix("fixed", null, [new FileRange(Samples.File, 3, 3)]), folder.Path);
}
