using System.Security.Cryptography;
using Ase.Core.Errors;
using Ase.Core.Processes;
using Ase.Core.Tasks;
using Ase.Datasets.Sources;
using Ase.Datasets.Tests.Support;

namespace Ase.Datasets.Tests.Sources;

public sealed class NpmSourceTests : RevisionSourceContract
{
    private static readonly byte[] Good = Archives.Of(("package/" + Samples.File, Samples.Vulnerable));
    private static readonly byte[] GoodFixed = Archives.Of(("package/" + Samples.File, Samples.Fixed));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected override async Task WithAsync(Func<IRevisionSource, BenchmarkTask, Task> test)
    {
        using var npm = new StubNpm();
        var (vulnerable, @fixed) = (Archives.Of(Vulnerable.Select(f => ("package/" + f.Key, f.Value))), Archives.Of(Fixed.Select(f => ("package/" + f.Key, f.Value))));
        npm.Has(("lister@1.0.0", vulnerable), ("lister@1.0.1", @fixed));
        await test(npm.Source, TaskOf(Archives.Integrity(vulnerable), Archives.Integrity(@fixed)));
    }

    [Theory]
    [InlineData("E404", ErrorCode.SourceMissing)]
    [InlineData("ETARGET", ErrorCode.SourceMissing)]
    [InlineData("ENOTFOUND", ErrorCode.SourceUnreachable)]
    [InlineData("ECONNREFUSED", ErrorCode.SourceUnreachable)]
    [InlineData("ETIMEDOUT", ErrorCode.SourceUnreachable)]
    [InlineData("E401", ErrorCode.SourceUnreachable)]
    [InlineData("whatever else", ErrorCode.SourceUnreachable)]
    [InlineData("ENOSPC", ErrorCode.DiskFull)]
    public async Task What_the_client_reports_becomes_a_failure_with_the_package_and_the_reason(string error, ErrorCode expected)
    {
        using var npm = new StubNpm();
        npm.Fails(error);

        var failure = await Assert.ThrowsAsync<AseException>(() => npm.Source.FetchAsync(TaskOf(), Cancel));

        Assert.Equal(expected, failure.Code);
        Assert.Contains("lister@1.0.0", failure.Message, StringComparison.Ordinal);
        if (expected == ErrorCode.SourceUnreachable) Assert.Contains(error, failure.Message, StringComparison.Ordinal);
        Assert.Empty(npm.Cached);
    }

    [Fact]
    public async Task A_client_that_is_not_installed_is_a_missing_tool()
    {
        using var npm = new StubNpm();
        var failure = await Assert.ThrowsAsync<AseException>(() => new NpmSource(npm.Cache, "no-such-npm").FetchAsync(TaskOf(), Cancel));
        Assert.Equal(ErrorCode.ToolMissing, failure.Code);
    }

    [Fact]
    public async Task A_client_that_succeeds_without_a_file_is_a_failure()
    {
        using var npm = new StubNpm();
        npm.Does("exit 0");
        var failure = await Assert.ThrowsAsync<AseException>(() => npm.Source.FetchAsync(TaskOf(), Cancel));
        Assert.Equal(ErrorCode.SourceUnreachable, failure.Code);
    }

    [Fact]
    public async Task What_was_unreachable_is_fetched_later_and_then_kept()
    {
        using var npm = new StubNpm();
        npm.Fails("ENOTFOUND");
        await Assert.ThrowsAsync<AseException>(() => npm.Source.FetchAsync(TaskOf(), Cancel));
        npm.Has(("lister@1.0.0", Good));
        npm.Clock.Advance(TimeSpan.FromMinutes(2));

        var revision = await npm.Source.FetchAsync(TaskOf(), Cancel);
        npm.Fails("ENOTFOUND");
        await npm.Source.FetchAsync(TaskOf(), Cancel);

        Assert.Equal([Samples.File], revision.Tree.Paths);
        Assert.Equal(2, npm.Calls);
    }

    [Fact]
    public async Task A_registry_that_does_not_answer_is_not_asked_for_every_task()
    {
        using var npm = new StubNpm();
        npm.Fails("EAI_AGAIN");
        for (var i = 0; i < 3; i++)
        {
            var failure = await Assert.ThrowsAsync<AseException>(() => npm.Source.FetchAsync(TaskOf(), Cancel));
            Assert.Contains("EAI_AGAIN", failure.Message, StringComparison.Ordinal);
        }
        Assert.Equal(1, npm.Calls);
    }

    [Fact]
    public async Task A_package_that_is_refused_says_nothing_of_the_next_one()
    {
        using var npm = new StubNpm();
        npm.Fails("E403");
        for (var i = 0; i < 2; i++) await Assert.ThrowsAsync<AseException>(() => npm.Source.FetchAsync(TaskOf(), Cancel));
        Assert.Equal(2, npm.Calls);
    }

    [Fact]
    public async Task A_tarball_with_another_hash_is_refused_and_not_kept()
    {
        using var npm = new StubNpm();
        npm.Has(("lister@1.0.0", GoodFixed));

        var failure = await Assert.ThrowsAsync<AseException>(() => npm.Source.FetchAsync(TaskOf(), Cancel));

        Assert.Equal(ErrorCode.IntegrityMismatch, failure.Code);
        Assert.Empty(npm.Cached);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_damaged_cache_entry_is_found_by_its_hash_and_fetched_again(int keptBytes)
    {
        using var npm = new StubNpm();
        npm.Has(("lister@1.0.0", Good));
        await npm.Source.FetchAsync(TaskOf(), Cancel);
        var entry = Path.Combine(npm.Cache.Root, Assert.Single(npm.Cached));
        await File.WriteAllBytesAsync(entry, Good[..keptBytes], Cancel);

        var revision = await npm.Source.FetchAsync(TaskOf(), Cancel);

        Assert.Equal([Samples.File], revision.Tree.Paths);
        Assert.Equal(2, npm.Calls);
        Assert.Equal(Good, await File.ReadAllBytesAsync(entry, Cancel));
    }

    [Fact]
    public async Task Packages_that_have_only_a_SHA_1_hash_are_checked_by_it()
    {
        using var npm = new StubNpm();
        npm.Has(("lister@1.0.0", Good));
#pragma warning disable CA5350 // what old packages have
        var integrity = "sha1-" + Convert.ToBase64String(SHA1.HashData(Good));
        var other = "sha1-" + Convert.ToBase64String(SHA1.HashData(GoodFixed));
#pragma warning restore CA5350
        Assert.Single((await npm.Source.FetchAsync(TaskOf(integrity), Cancel)).Tree.Paths);
        await Assert.ThrowsAsync<AseException>(() => npm.Source.FetchAsync(TaskOf(other), Cancel));
    }

    [Fact]
    public async Task A_client_that_is_killed_half_way_leaves_no_half_file()
    {
        using var npm = new StubNpm();
        npm.Has(("lister@1.0.0", Good));
        npm.Does("head -c 10 \"$stub/packages/$name.tgz\" > \"$destination/half.tgz\"\nkill -9 $$\n");

        await Assert.ThrowsAsync<AseException>(() => npm.Source.FetchAsync(TaskOf(), Cancel));

        Assert.Empty(npm.Cached);
    }

    [Fact]
    public async Task A_fetch_that_is_cancelled_leaves_no_half_file_and_no_process()
    {
        using var npm = new StubNpm();
        npm.Does("echo half > \"$destination/half.tgz\"\nread line < \"$stub/gate\"\n");
        await ProcessRunner.RunAsync(new ProcessRequest("mkfifo", [Path.Combine(npm.Folder, "gate")]), Cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var fetching = npm.Source.FetchAsync(TaskOf(), stop.Token);
        await using (await Task.Run(() => new FileStream(Path.Combine(npm.Folder, "gate"), FileMode.Open, FileAccess.Write), Cancel)) // opens when the client reads
        {
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
        }
        Assert.Empty(npm.Cached);
    }

    [Fact]
    public async Task Dependencies_come_from_the_lock_each_below_its_place()
    {
        using var npm = new StubNpm();
        using var folder = new TempFolder();
        var (left, right) = (Archives.Of(("package/index.js", "left")), Archives.Of(("package/index.js", "right")));
        npm.Has(("left@1.0.0", left), ("@scope/right@2.0.0", right));
        folder.Write("package-lock.json", $$"""
            { "lockfileVersion": 3, "packages": {
                "": { "dependencies": { "left": "1.0.0" } },
                "node_modules/left": { "version": "1.0.0", "integrity": "{{Archives.Integrity(left)}}" },
                "node_modules/left/node_modules/@scope/right": { "version": "2.0.0", "integrity": "{{Archives.Integrity(right)}}" } } }
            """);

        var revision = await npm.Source.DependenciesAsync(TaskOf(folder: folder.Path, lockFile: "package-lock.json"), Cancel);

        Assert.Equal(["node_modules/left/index.js", "node_modules/left/node_modules/@scope/right/index.js"], revision.Tree.Paths);
        Assert.Empty((await npm.Source.DependenciesAsync(TaskOf(), Cancel)).Tree.Paths);
    }

    private static BenchmarkTask TaskOf(string? integrity = null, string? fixedIntegrity = null, string folder = "", string? lockFile = null) => Samples.Task(
        new TaskSource.Npm("lister", "1.0.0", integrity ?? Archives.Integrity(Good), lockFile),
        new UpstreamFix("1.0.1", fixedIntegrity ?? Archives.Integrity(GoodFixed), [new FileRange(Samples.File, 3, 3)]), folder);
}
