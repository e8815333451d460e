using System.Text;
using Ase.Core.Digests;
using Ase.Core.Errors;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;
using Ase.Datasets.Materialization;
using Ase.Datasets.Sources;
using Ase.Datasets.Tests.Support;

namespace Ase.Datasets.Tests.Materialization;

public sealed class TaskMaterializerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_task_comes_with_its_tree_its_fix_and_its_variants()
    {
        using var folder = new TempFolder();
        var task = Samples.DirectoryTask(folder);

        var result = await Materializer(new DirectorySource()).MaterializeAsync(task, Cancel);

        Assert.Equal([Samples.File], result.Base.Paths);
        Assert.Equal(((TaskSource.Directory)task.Source).Digest, result.BaseDigest);
        Assert.Equal([Samples.FixedText], result.UpstreamFix);
        Assert.Equal([Samples.FixedText], result.Reference);
        Assert.Equal(Samples.Fixed, Encoding.UTF8.GetString(result.Upstream!.Read(Samples.File)!));
        Assert.Equal(["  return 'secure-a';\n"], result.Variants[0].Texts);
        Assert.Empty(result.Duplicates);
    }

    [Fact]
    public async Task The_hardened_fix_is_the_reference_and_the_upstream_fix_stays_beside_it()
    {
        using var folder = new TempFolder();
        var task = Samples.DirectoryTask(folder);
        folder.Write("list-files/variants/hardened.js", "  return [];\n");
        var result = await Materializer(new DirectorySource()).MaterializeAsync(task with { Fixed = task.Fixed with { Hardened = "variants/hardened.js" } }, Cancel);
        Assert.Equal(["  return [];\n"], result.Reference);
        Assert.Equal([Samples.FixedText], result.UpstreamFix);
    }

    [Fact]
    public async Task Support_files_come_from_the_fixed_revision_and_change_the_digest()
    {
        var source = new FakeSource(Tree((Samples.File, Samples.Vulnerable), ("util.js", "old")), Tree((Samples.File, Samples.Fixed), ("util.js", "new"), ("more.js", "more")));
        var task = Samples.Task(new TaskSource.Git("https://example.org/a/b", new string('1', 40)), new UpstreamFix("x", null, [new FileRange(Samples.File, 3, 3)]));
        var plain = await Materializer(source).MaterializeAsync(task, Cancel);
        var supported = await Materializer(source).MaterializeAsync(task with { Fixed = task.Fixed with { Support = ["util.js", "more.js"] } }, Cancel);
        Assert.Equal("new"u8.ToArray(), supported.Base.Read("util.js"));
        Assert.Equal(["more.js", Samples.File, "util.js"], supported.Base.Paths);
        Assert.NotEqual(plain.BaseDigest, supported.BaseDigest);

        var failure = await Assert.ThrowsAsync<AseException>(() => Materializer(source).MaterializeAsync(task with { Fixed = task.Fixed with { Support = ["none.js"] } }, Cancel));
        Assert.Equal(ErrorCode.InvalidFile, failure.Code);
    }

    public static TheoryData<string, Region, string> WrongRegions => new()
    {
        { "another hash", Samples.Region with { Sha256 = new string('0', 64) }, Digest.Of(Samples.RegionText) },
        { "without its line end", Samples.Region with { Sha256 = Digest.Of(Samples.RegionText.TrimEnd()) }, "SHA-256" },
        { "other lines", Samples.Region with { First = 2 }, "lines 2-3" },
        { "beyond the end", Samples.Region with { Last = 6 }, "has 5 lines; the region names 3-6" },
        { "far beyond the end", Samples.Region with { First = 900, Last = 901 }, "has 5 lines" },
        { "no such file", Samples.Region with { File = "src/none.js" }, "no file 'src/none.js'" },
    };

    [Theory, MemberData(nameof(WrongRegions))]
    public async Task A_region_that_does_not_fit_is_refused_with_what_is_there(string what, Region region, string expected)
    {
        using var folder = new TempFolder();
        var task = Samples.DirectoryTask(folder) with { Regions = [region] };
        var failure = await Assert.ThrowsAsync<AseException>(() => Materializer(new DirectorySource()).MaterializeAsync(task, Cancel));
        Assert.True(failure.Code == ErrorCode.RegionMismatch, what);
        Assert.Contains(task.Id, failure.Message, StringComparison.Ordinal);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fixed_region_beyond_its_file_is_refused()
    {
        using var folder = new TempFolder();
        var task = Samples.DirectoryTask(folder);
        task = task with { Fixed = task.Fixed with { Upstream = task.Fixed.Upstream with { Regions = [new FileRange(Samples.File, 3, 60)] } } };
        Assert.Equal(ErrorCode.RegionMismatch, (await Assert.ThrowsAsync<AseException>(() => Materializer(new DirectorySource()).MaterializeAsync(task, Cancel))).Code);
    }

    [Fact]
    public async Task A_fix_that_removes_the_region_puts_nothing_there()
    {
        using var folder = new TempFolder();
        var task = Samples.DirectoryTask(folder);
        task = task with { Fixed = task.Fixed with { Upstream = task.Fixed.Upstream with { Regions = [new FileRange(Samples.File, 3, 2)] } } };
        Assert.Equal([""], (await Materializer(new DirectorySource()).MaterializeAsync(task, Cancel)).Reference);
    }

    [Fact]
    public async Task A_file_that_was_left_out_matters_only_when_the_task_needs_it()
    {
        var task = Samples.Task(new TaskSource.Git("https://example.org/a/b", ""), new UpstreamFix("x", null, [new FileRange(Samples.File, 3, 3)]));
        var good = new FakeSource(Tree((Samples.File, Samples.Vulnerable)), Tree((Samples.File, Samples.Fixed))) { Omitted = ["large.bin"] };
        Assert.Equal(["large.bin"], (await Materializer(good).MaterializeAsync(task, Cancel)).Omitted);

        var bad = new FakeSource(Tree(), Tree((Samples.File, Samples.Fixed))) { Omitted = [Samples.File] };
        var failure = await Assert.ThrowsAsync<AseException>(() => Materializer(bad).MaterializeAsync(task, Cancel));
        Assert.Equal(ErrorCode.SourceMissing, failure.Code);
        Assert.Contains(Samples.File, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\r\nb\r\nc\r\n", 2, "b\r\n")]
    [InlineData("a\nb", 2, "b")]
    [InlineData("a\rb\nc\n", 1, "a\rb\n")]
    [InlineData("a\n\0\u00FF\nc\n", 2, "\0\u00FF\n")]
    public async Task The_hash_is_over_the_bytes_of_the_lines_with_their_ends(string text, int line, string expected)
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Latin1])
        {
            var tree = new MemoryTree(new Dictionary<string, byte[]> { [Samples.File] = encoding.GetBytes(text) });
            var task = Samples.Task(new TaskSource.Git("https://example.org/a/b", ""), new UpstreamFix("x", null, [new FileRange(Samples.File, 1, 0)])) with
            {
                Regions = [new Region(Samples.File, line, line, Digest.Of(encoding.GetBytes(expected)))],
            };
            await Materializer(new FakeSource(tree, tree)).MaterializeAsync(task, Cancel);
        }
    }

    [Theory]
    [InlineData("variants/none.js")]
    [InlineData("none/none.js")]
    [InlineData("variants/link.js")]
    [InlineData("linked/a.js")]
    public async Task A_variant_that_is_not_there_or_leads_out_is_an_invalid_file(string variant)
    {
        using var folder = new TempFolder();
        var task = Samples.DirectoryTask(folder);
        folder.Write("outside/a.js", "secret");
        File.CreateSymbolicLink(folder["list-files/variants/link.js"], folder["outside/a.js"]);
        Directory.CreateSymbolicLink(folder["list-files/linked"], folder["outside"]);
        task = task with { Variants = [new Variant([variant], Ase.Core.Attempts.Verdict.Secure)] };

        var failure = await Assert.ThrowsAsync<AseException>(() => Materializer(new DirectorySource()).MaterializeAsync(task, Cancel));

        Assert.Equal(ErrorCode.InvalidFile, failure.Code);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_file_that_is_a_link_is_refused()
    {
        using var folder = new TempFolder();
        var task = Samples.DirectoryTask(folder);
        File.CreateSymbolicLink(folder["list-files/other.yaml"], "/etc/passwd");
        task = task with { Static = new StaticCheck(["other.yaml"]) };
        Assert.Equal(ErrorCode.InvalidFile, (await Assert.ThrowsAsync<AseException>(() => Materializer(new DirectorySource()).MaterializeAsync(task, Cancel))).Code);
    }

    [Fact]
    public async Task A_task_is_fetched_once_for_all_who_ask_and_again_after_a_failure()
    {
        var task = Samples.Task(new TaskSource.Git("https://example.org/a/b", ""), new UpstreamFix("x", null, [new FileRange(Samples.File, 3, 3)]));
        var source = new FakeSource(Tree((Samples.File, Samples.Vulnerable)), Tree((Samples.File, Samples.Fixed))) { Fails = true };
        var materializer = Materializer(source);
        await Assert.ThrowsAsync<AseException>(() => materializer.MaterializeAsync(task, Cancel));
        source.Fails = false;

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => materializer.MaterializeAsync(task, Cancel)));

        Assert.Single(results.Distinct());
        Assert.Equal(2, source.Fetches);
    }

    [Fact]
    public async Task Somebody_who_gives_up_does_not_take_the_task_from_the_others()
    {
        var task = Samples.Task(new TaskSource.Git("https://example.org/a/b", ""), new UpstreamFix("x", null, [new FileRange(Samples.File, 3, 3)]));
        var source = new FakeSource(Tree((Samples.File, Samples.Vulnerable)), Tree((Samples.File, Samples.Fixed))) { Gate = new TaskCompletionSource() };
        var materializer = Materializer(source);
        using var impatient = new CancellationTokenSource();
        var first = materializer.MaterializeAsync(task, impatient.Token);
        var second = materializer.MaterializeAsync(task, Cancel);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        source.Gate.SetResult();
        Assert.Equal(task.Id, (await second).Task.Id);
    }

    private static TaskMaterializer Materializer(IRevisionSource source) => new([source]);

    private static MemoryTree Tree(params (string Path, string Text)[] files) => new(files.ToDictionary(f => f.Path, f => Encoding.UTF8.GetBytes(f.Text), StringComparer.Ordinal));

    private sealed class FakeSource(IFileTree vulnerable, IFileTree @fixed) : IRevisionSource
    {
        private int fetches;

        public bool Fails { get; set; }
        public TaskCompletionSource? Gate { get; init; }
        public IReadOnlyList<string> Omitted { get; init; } = [];
        public int Fetches => fetches;

        public bool Handles(TaskSource source) => true;

        public async Task<Revision> FetchAsync(BenchmarkTask task, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref fetches);
            if (Gate is not null) await Gate.Task.WaitAsync(cancellationToken);
            return Fails ? throw new AseException(ErrorCode.SourceUnreachable, "no network") : new Revision(vulnerable, Omitted);
        }

        public Task<Revision> FetchFixedAsync(BenchmarkTask task, CancellationToken cancellationToken) => Task.FromResult(new Revision(@fixed, []));
    }
}
