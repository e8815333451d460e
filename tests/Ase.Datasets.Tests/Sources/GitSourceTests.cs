using Ase.Core.Errors;
using Ase.Core.Tasks;
using Ase.Datasets.Sources;
using Ase.Datasets.Tests.Support;

namespace Ase.Datasets.Tests.Sources;

public sealed class GitSourceTests : RevisionSourceContract
{
    private const string NoCommit = "0123456789012345678901234567890123456789";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected override async Task WithAsync(Func<IRevisionSource, BenchmarkTask, Task> test)
    {
        await using var git = await GitFixture.CreateAsync();
        foreach (var (path, bytes) in Vulnerable) git.Write(path, bytes);
        var vulnerable = await git.CommitAsync();
        var @fixed = await git.Write(Samples.File, Samples.Fixed).CommitAsync();
        await test(new GitSource(git.Cache, git.Mirror), TaskOf(GitFixture.Url, vulnerable, @fixed)); // from the mirror
        await test(new GitSource(git.Cache, null) { Protocol = "file" }, TaskOf(git.FileUrl, vulnerable, @fixed)); // fetched
    }

    [Fact]
    public async Task A_mirror_that_is_bare_is_read_as_well()
    {
        await using var git = await GitFixture.CreateAsync();
        var commit = await git.Write("a.js", "1").CommitAsync();
        await git.GitAsync("clone", "--quiet", "--bare", ".", git.Repository + "-bare");
        var revision = await new GitSource(git.Cache, git.Mirror + "-bare").FetchAsync(TaskOf(GitFixture.Url + ".git", commit), Cancel);
        Assert.Equal(["a.js"], revision.Tree.Paths);
    }

    [Fact]
    public async Task An_object_that_the_mirror_lacks_is_listed_and_the_rest_can_be_read()
    {
        await using var git = await GitFixture.CreateAsync();
        var commit = await git.Write("a.js", "1").Write("large.js", "2").CommitAsync();
        await git.LoseAsync("large.js");

        var revision = await new GitSource(git.Cache, git.Mirror).FetchAsync(TaskOf(GitFixture.Url, commit), Cancel);

        Assert.Equal(["a.js"], revision.Tree.Paths);
        Assert.Equal(["large.js"], revision.Omitted);
        Assert.Equal("1"u8.ToArray(), revision.Tree.Read("a.js"));
    }

    [Fact]
    public async Task Links_and_submodules_are_left_out_and_listed()
    {
        await using var git = await GitFixture.CreateAsync();
        git.Write("a.js", "1");
        File.CreateSymbolicLink(Path.Combine(git.Repository, "link.js"), "/etc/passwd");
        await git.GitAsync("add", "--all");
        await git.GitAsync("update-index", "--add", "--cacheinfo", $"160000,{NoCommit},module");
        var commit = await git.CommitIndexAsync();

        var revision = await new GitSource(git.Cache, git.Mirror).FetchAsync(TaskOf(GitFixture.Url, commit), Cancel);

        Assert.Equal(["a.js"], revision.Tree.Paths);
        Assert.Equal(["link.js", "module"], revision.Omitted);
    }

    [Fact]
    public async Task Files_above_two_megabytes_are_not_fetched_and_listed()
    {
        await using var git = await GitFixture.CreateAsync();
        var commit = await git.Write("a.js", "1").Write("large.bin", new byte[3_000_000]).CommitAsync();
        foreach (var (source, url) in new[] { (new GitSource(git.Cache, git.Mirror), GitFixture.Url), (new GitSource(git.Cache, null) { Protocol = "file" }, git.FileUrl) })
        {
            var revision = await source.FetchAsync(TaskOf(url, commit), Cancel);
            Assert.Equal(["a.js"], revision.Tree.Paths);
            Assert.Equal(["large.bin"], revision.Omitted);
        }
    }

    [Fact]
    public async Task No_hook_filter_or_monitor_of_a_repository_runs()
    {
        await using var git = await GitFixture.CreateAsync();
        var commit = await git.Write("a.js", "1").Write(".gitattributes", "* filter=evil\n").CommitAsync();
        var marker = Path.Combine(git.Repository, "ran");
        var script = $"#!/bin/sh\ntouch '{marker}'\ncat\n";
        foreach (var hook in (string[])["post-checkout", "post-index-change", "reference-transaction", "post-merge", "pre-auto-gc"])
        {
            git.Write(".git/hooks/" + hook, script);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(git.Repository, ".git/hooks", hook), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
        foreach (var key in (string[])["filter.evil.smudge", "core.fsmonitor", "core.sshCommand", "core.pager"]) await git.GitAsync("config", key, $"touch '{marker}'; cat");
        File.Delete(marker);

        foreach (var (source, url) in new[] { (new GitSource(git.Cache, git.Mirror), GitFixture.Url), (new GitSource(git.Cache, null) { Protocol = "file" }, git.FileUrl) })
            Assert.Equal("1"u8.ToArray(), (await source.FetchAsync(TaskOf(url, commit), Cancel)).Tree.Read("a.js"));

        Assert.False(File.Exists(marker));
    }

    [Fact]
    public async Task A_commit_that_is_not_there_is_missing_and_not_unreachable()
    {
        await using var git = await GitFixture.CreateAsync();
        await git.Write("a.js", "1").CommitAsync();
        var failure = await Assert.ThrowsAsync<AseException>(() => new GitSource(git.Cache, null) { Protocol = "file" }.FetchAsync(TaskOf(git.FileUrl, NoCommit), Cancel));
        Assert.Equal(ErrorCode.SourceMissing, failure.Code);
        Assert.Contains(NoCommit, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://127.0.0.1:9/acme/tool", "https")]
    [InlineData("https://127.0.0.1:9/acme/%2e%2e", "https")]
    [InlineData("https://127.0.0.1:9/acme", "https")]
    public async Task An_address_that_does_not_answer_is_unreachable_and_leaves_nothing(string url, string protocol)
    {
        await using var git = await GitFixture.CreateAsync();
        var failure = await Assert.ThrowsAsync<AseException>(() => new GitSource(git.Cache, git.Mirror) { Protocol = protocol }.FetchAsync(TaskOf(url, NoCommit), Cancel));
        Assert.Equal(ErrorCode.SourceUnreachable, failure.Code);
        Assert.DoesNotContain(Directory.EnumerateDirectories(Path.Combine(git.CacheFolder, "scratch")), _ => true);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/acme/tool")]
    [InlineData("ext::sh -c 'exit 1'")]
    [InlineData("ssh://127.0.0.1:9/acme/tool")]
    public async Task Protocols_other_than_https_are_off(string url)
    {
        await using var git = await GitFixture.CreateAsync();
        var failure = await Assert.ThrowsAsync<AseException>(() => new GitSource(git.Cache, null).FetchAsync(TaskOf(url, NoCommit), Cancel));
        Assert.Contains("not allowed", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_local_repository_is_not_fetched_from()
    {
        await using var git = await GitFixture.CreateAsync();
        var commit = await git.Write("a.js", "1").CommitAsync();
        await Assert.ThrowsAsync<AseException>(() => new GitSource(git.Cache, null).FetchAsync(TaskOf(git.FileUrl, commit), Cancel));
    }

    [Fact]
    public async Task A_mirror_without_the_commit_is_passed_over()
    {
        await using var git = await GitFixture.CreateAsync();
        await git.Write("a.js", "1").CommitAsync();
        var failure = await Assert.ThrowsAsync<AseException>(() => new GitSource(git.Cache, git.Mirror).FetchAsync(TaskOf(GitFixture.Url, NoCommit), Cancel));
        Assert.Equal(ErrorCode.SourceUnreachable, failure.Code);
    }

    [Fact]
    public async Task What_was_fetched_is_read_without_its_origin()
    {
        await using var git = await GitFixture.CreateAsync();
        var commit = await git.Write("a.js", "1").CommitAsync();
        var source = new GitSource(git.Cache, null) { Protocol = "file" };
        await source.FetchAsync(TaskOf(git.FileUrl, commit), Cancel);
        Directory.Move(git.Repository, git.Repository + "-gone");

        Assert.Equal("1"u8.ToArray(), (await source.FetchAsync(TaskOf(git.FileUrl, commit), Cancel)).Tree.Read("a.js"));
    }

    [Theory]
    [InlineData(".pack")]
    [InlineData(".idx")]
    [InlineData("HEAD")]
    public async Task A_damaged_copy_in_the_cache_is_fetched_again(string damaged)
    {
        await using var git = await GitFixture.CreateAsync();
        var commit = await git.Write("a.js", string.Concat(Enumerable.Range(0, 5000))).CommitAsync();
        var source = new GitSource(git.Cache, null) { Protocol = "file" };
        await source.FetchAsync(TaskOf(git.FileUrl, commit), Cancel);
        var file = Assert.Single(Directory.EnumerateFiles(git.CacheFolder, "*" + damaged, SearchOption.AllDirectories));
        File.SetAttributes(file, FileAttributes.Normal);
        var bytes = await File.ReadAllBytesAsync(file, Cancel);
        await File.WriteAllBytesAsync(file, [.. bytes.Select((b, i) => i > bytes.Length / 3 ? (byte)(b ^ 0x55) : b)], Cancel);

        var revision = await source.FetchAsync(TaskOf(git.FileUrl, commit), Cancel);

        Assert.Equal(string.Concat(Enumerable.Range(0, 5000)), System.Text.Encoding.UTF8.GetString(revision.Tree.Read("a.js")!));
    }

    [Fact]
    public async Task A_damaged_object_of_a_mirror_is_a_failure_and_not_an_empty_file()
    {
        await using var git = await GitFixture.CreateAsync();
        var commit = await git.Write("a.js", "1").Write("b.js", "2").CommitAsync();
        var (a, b) = (await git.GitAsync("rev-parse", "HEAD:a.js"), await git.GitAsync("rev-parse", "HEAD:b.js"));
        string Place(string id) => Path.Combine(git.Repository, ".git", "objects", id[..2], id[2..]);
        File.SetAttributes(Place(a), FileAttributes.Normal);
        File.Copy(Place(b), Place(a), overwrite: true);

        var revision = await new GitSource(git.Cache, git.Mirror).FetchAsync(TaskOf(GitFixture.Url, commit), Cancel);

        Assert.Equal(ErrorCode.IntegrityMismatch, Assert.Throws<AseException>(() => revision.Tree.Read("a.js")).Code);
    }

    [Fact]
    public async Task Many_files_come_in_batches()
    {
        await using var git = await GitFixture.CreateAsync();
        for (var i = 0; i < 300; i++) git.Write($"f{i}.txt", $"file {i}\n");
        var commit = await git.CommitAsync();
        var tree = (await new GitSource(git.Cache, git.Mirror).FetchAsync(TaskOf(GitFixture.Url, commit), Cancel)).Tree;
        for (var i = 299; i >= 0; i--) Assert.Equal($"file {i}\n", System.Text.Encoding.UTF8.GetString(tree.Read($"f{i}.txt")!));
    }

    private static BenchmarkTask TaskOf(string url, string commit, string? @fixed = null) =>
        Samples.Task(new TaskSource.Git(url, commit), new UpstreamFix(@fixed ?? commit, null, [new FileRange(Samples.File, 3, 3)]));
}
