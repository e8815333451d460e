using System.Text;
using Ase.Core.Attempts;
using Ase.Core.Errors;
using Ase.Testing.Models;
using Ase.Testing.Time;
using Microsoft.Data.Sqlite;

namespace Ase.Cli.Tests;

/// <summary>Bad input through the real command line: each case names its exit code and what the message must say; nothing is lost.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Key = "sk-very-secret-key-0123456789";
    private readonly Sandbox sandbox = new();

    private static readonly Dictionary<string, (Func<Sandbox, Task<Result>> Run, int Exit, string Says)> Cases = new(StringComparer.Ordinal)
    {
        ["unknown suite"] = (s => s.RunAsync("suite", "show", "nope"), ExitCodes.Usage, "no suite 'nope'"),
        ["unknown task"] = (s => s.RunAsync("task", "check", "nope"), ExitCodes.Usage, "no task 'nope'"),
        ["unknown command"] = (s => s.RunAsync("frobnicate"), ExitCodes.Usage, "frobnicate"),
        ["unknown subject"] = (s => s.RunAsync("run", "-t", Sandbox.Sample, "-m", "nobody/x", "--store", s.Store), ExitCodes.Usage, "no provider 'nobody'"),
        ["unknown subject option"] = (s => s.RunAsync("run", "-t", Sandbox.Sample, "-m", "baseline/reference?colour=red", "--store", s.Store), ExitCodes.Usage, "no option 'colour'"),
        ["subject option out of range"] = (s => s.RunAsync("run", "-t", Sandbox.Sample, "-m", "openai/m?temperature=9", "--store", s.Store), ExitCodes.Usage, "from 0 to 2"),
        ["no cycles"] = (s => s.RunAsync("run", "-t", Sandbox.Sample, "-m", "baseline/empty", "-c", "0", "--store", s.Store), ExitCodes.Usage, "--cycles"),
        ["key missing"] = (s => s.RunAsync("run", "-t", Sandbox.Sample, "-m", "openai/m", "--store", s.Store), ExitCodes.Environment, "OPENAI_API_KEY"),
        ["unknown run"] = (async s =>
        {
            await (await s.OpenAsync()).DisposeAsync();
            return await s.RunAsync("report", "nope", "--store", s.Store);
        }, ExitCodes.Usage, "no run 'nope'"),
        ["malformed YAML"] = (s =>
        {
            s.CopySuite();
            s.Edit($"suite/{Sandbox.Sample}/task.yaml", "regions:", "regions: [ {");
            return s.RunAsync("task", "check", s.PathOf("suite", Sandbox.Sample));
        }, ExitCodes.InvalidInput, "task.yaml:"),
        ["unknown key with line and column"] = (s =>
        {
            s.CopySuite();
            s.Edit($"suite/{Sandbox.Sample}/task.yaml", "severity:", "seriousness: 3\nseverity:");
            return s.RunAsync("task", "check", s.PathOf("suite", Sandbox.Sample));
        }, ExitCodes.InvalidInput, "'seriousness'"),
        ["region outside the file"] = (s =>
        {
            s.CopySuite();
            Replace(s, @"lines: \[\d+, \d+\]", "lines: [9000, 9001]");
            return s.RunAsync("task", "show", s.PathOf("suite", Sandbox.Sample));
        }, ExitCodes.InvalidInput, "9000-9001"),
        ["region with another hash"] = (s =>
        {
            s.CopySuite();
            Replace(s, @"sha256: ""?[0-9a-f]{64}""?", $"sha256: \"{new string('0', 64)}\"");
            return s.RunAsync("task", "show", s.PathOf("suite", Sandbox.Sample));
        }, ExitCodes.InvalidInput, "SHA-256"),
        ["directory with another digest"] = (s =>
        {
            s.CopySuite();
            s.Write($"suite/{Sandbox.Sample}/repo/extra.js", "x();");
            return s.RunAsync("task", "show", s.PathOf("suite", Sandbox.Sample));
        }, ExitCodes.Environment, "digest"),
        ["rule that does not load"] = (s =>
        {
            s.CopySuite();
            s.Edit($"suite/{Sandbox.Sample}/rule.yaml", "pattern-sinks:", "pattern-drains:");
            return s.RunAsync("run", "-t", s.PathOf("suite", Sandbox.Sample), "-m", "baseline/reference", "-c", "1", "--store", s.Store);
        }, ExitCodes.InvalidInput, "pattern-drains"),
        ["locked store"] = (async s =>
        {
            await (await s.OpenAsync()).DisposeAsync();
            await using var other = new SqliteConnection($"Data Source={s.Store};Default Timeout=1");
            await other.OpenAsync();
            await using var transaction = other.BeginTransaction(deferred: false);
            s["ASE_STORE_PATIENCE"] = "1";
            return await s.RunAsync("run", "-t", Sandbox.Sample, "-m", "baseline/empty", "-c", "1", "--store", s.Store);
        }, ExitCodes.Environment, "locked"),
        ["store that is no store"] = (s => s.RunAsync("report", "--store", s.Write("runs.db", new string('x', 5000))), ExitCodes.Environment, "damaged"),
        ["store in a file's place"] = (s => s.RunAsync("run", "-t", Sandbox.Sample, "-m", "baseline/empty", "--store", Path.Combine(s.Write("file", ""), "runs.db")), ExitCodes.Environment, "file"),
        ["disk full"] = (async s =>
        {
            await s.RunAsync("run", "-t", Sandbox.Sample, "-m", "baseline/empty", "-c", "1", "--store", s.Store);
            return await s.RunAsync("report", "latest", "--csv", "/dev/full", "--store", s.Store);
        }, ExitCodes.Environment, "Disk full"),
        ["no rules"] = (s => s.RunAsync("scan", s.Folder, "--rules", s.Write("r.yaml", "rules: []\n")), ExitCodes.InvalidInput, "rule"),
        ["nothing to scan"] = (s => s.RunAsync("scan", s.PathOf("nope"), "--rules", Path.Combine(Repository.Root, "tasks", "samples", Sandbox.Sample, "rule.yaml")), ExitCodes.Environment, "nope"),
        ["replay file missing"] = (s => s.RunAsync("run", "-t", Sandbox.Sample, "-m", $"replay/x?file={s.PathOf("nope.jsonl")}", "--store", s.Store), ExitCodes.Environment, "nope.jsonl"),
        ["replay file broken"] = (s => s.RunAsync("run", "-t", Sandbox.Sample, "-m", $"replay/x?file={s.Write("a.jsonl", "{\"task\":\n")}", "--store", s.Store), ExitCodes.InvalidInput, "a.jsonl"),
        ["missing profile tool"] = (s => s.RunAsync("run", "-t", Sandbox.Sample, "-m", "baseline/empty", "--profile", "cobol", "--store", s.Store), ExitCodes.Usage, "no checker 'cobol'"),
        ["unreachable source"] = (s =>
        {
            var task = NpmFixture.Task(s, NpmFixture.Tarball());
            NpmFixture.Unreachable(s);
            return s.RunAsync("task", "show", task);
        }, ExitCodes.Environment, "ENOTFOUND"),
        ["content with another hash"] = (s =>
        {
            var task = NpmFixture.Task(s, NpmFixture.Tarball());
            NpmFixture.Serve(s, NpmFixture.Tarball(NpmFixture.File("package/more.js", [1])));
            return s.RunAsync("task", "show", task);
        }, ExitCodes.Environment, "hash"),
        ["archive with .."] = (s => Archive(s, NpmFixture.File("package/../../ase-was-here", [1])), ExitCodes.InvalidInput, "refused"),
        ["archive with an absolute path"] = (s => Archive(s, NpmFixture.File("/ase-was-here", [1])), ExitCodes.InvalidInput, "refused"),
        ["archive with a link"] = (s => Archive(s, NpmFixture.Link("package/link", "/etc/passwd")), ExitCodes.InvalidInput, "refused"),
        ["archive that explodes"] = (s => Archive(s, NpmFixture.File("package/zeros", new byte[300_000_000])), ExitCodes.InvalidInput, "refused"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    public static TheoryData<string, string, Verdict> Answers
    {
        get
        {
            var data = new TheoryData<string, string, Verdict>();
            void Add(string format, string answer, Verdict verdict) => data.Add(format, answer, verdict);
            Add("diff", "--- a/x\n+++ /etc/ase-was-here\n@@ -0,0 +1 @@\n+x\n", Verdict.IntegrationFailed);
            Add("diff", "--- a/../../x\n+++ b/../../ase-was-here\n@@ -0,0 +1 @@\n+x\n", Verdict.IntegrationFailed);
            Add("diff", "diff --git a/l b/l\nnew file mode 120000\n--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+/etc\n", Verdict.IntegrationFailed);
            Add("diff", "diff --git a/x b/x\nGIT binary patch\nliteral 3\nabc\n@@", Verdict.IntegrationFailed);
            Add("diff", "--- a/src/none.js\n+++ b/src/none.js\n@@ -1 +1 @@\n-a\n+b\n", Verdict.IntegrationFailed);
            Add("diff", "--- a/src/none.js\n+++ b/src/none.js\n" + string.Concat(Enumerable.Repeat("@@ -1 +1 @@\n-a\n+b\n", 100_000)), Verdict.IntegrationFailed);
            Add("infill", "", Verdict.NoAnswer);
            Add("infill", "```js\n```", Verdict.NoAnswer);
            Add("infill", new string('(', 100_000) + new string(')', 100_000), Verdict.CheckFailed);
            Add("infill", "```js\n\u0000\u001b[2J\u202e(((\n```", Verdict.CheckFailed);
            Add("files", "FILE: ../../ase-was-here\n```\nx\n```\n", Verdict.IntegrationFailed);
            return data;
        }
    }

    public static TheoryData<string> Endpoints => [.. EndpointCases.Keys];

    private static readonly Dictionary<string, (FakeReply Reply, Verdict Verdict, int Exit)> EndpointCases = new(StringComparer.Ordinal)
    {
        ["401"] = (FakeReply.Unauthorized(Key), Verdict.InfrastructureError, ExitCodes.Environment),
        ["429"] = (FakeReply.TooMany("1"), Verdict.InfrastructureError, ExitCodes.Environment),
        ["500"] = (FakeReply.ServerError, Verdict.InfrastructureError, ExitCodes.Environment),
        ["empty body"] = (FakeReply.EmptyBody, Verdict.InfrastructureError, ExitCodes.Environment),
        ["HTML"] = (FakeReply.Html, Verdict.InfrastructureError, ExitCodes.Environment),
        ["truncated stream"] = (new FakeReply.Truncated("```js\nfoo("), Verdict.InfrastructureError, ExitCodes.Environment),
        ["reset"] = (new FakeReply.Reset("```js"), Verdict.InfrastructureError, ExitCodes.Environment),
        ["error inside 200"] = (FakeReply.ErrorInside, Verdict.InfrastructureError, ExitCodes.Environment),
        ["content filter"] = (FakeReply.ContentFilter, Verdict.Refused, ExitCodes.Success),
        ["50 MB"] = (new FakeReply.Huge(50_000_000), Verdict.IntegrationFailed, ExitCodes.Success),
    };

    public void Dispose() => sandbox.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Bad_input_says_what_is_wrong_and_exits_as_documented(string name)
    {
        var (run, exit, says) = Cases[name];

        var result = await run(sandbox);

        Assert.Equal((exit, true), (result.Exit, (result.Errors + result.Output).Contains(says, StringComparison.Ordinal)));
        Assert.DoesNotContain("   at Ase.", result.Errors + result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Bad_answers_are_the_subjects_failure_and_leave_no_trace(string format, string answer, Verdict verdict)
    {
        var file = sandbox.Write("answers.jsonl", System.Text.Json.JsonSerializer.Serialize(new { task = Sandbox.Sample, cycle = 1, answer }) + "\n");

        var result = await sandbox.RunAsync("run", "-t", Sandbox.Sample, "-m", $"replay/x?file={file}&format={format}", "-c", "1", "--store", sandbox.Store);

        Assert.Equal(ExitCodes.Success, result.Exit);
        Assert.Equal(verdict, await VerdictAsync());
        Assert.False(File.Exists("/etc/ase-was-here"));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(sandbox.Folder)!, "ase-was-here*"));
        Assert.False(Directory.Exists(Path.Combine(Repository.Root, "tasks", "samples", Sandbox.Sample, "repo", "l")));
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task A_bad_endpoint_is_never_the_subjects_failure_and_the_key_appears_nowhere(string name)
    {
        var (reply, verdict, exit) = EndpointCases[name];
        await using var server = new FakeModelServer(reply);
        sandbox.Clock = new InstantClock(TimeSpan.FromMinutes(3));
        sandbox["OPENAI_API_KEY"] = Key;

        var result = await sandbox.RunAsync("run", "-t", Sandbox.Sample, "-m", "openai/m?context=none", "-c", "1", "--base-url", server.BaseUrl, "--store", sandbox.Store);

        Assert.Equal((exit, verdict), (result.Exit, await VerdictAsync()));
        Assert.DoesNotContain(Key, result.Output + result.Errors, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(sandbox.Folder, "runs.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain(Key, await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_slow_endpoint_is_the_subjects_timeout()
    {
        await using var server = new FakeModelServer(new FakeReply.Hang("```js"));
        sandbox["OPENAI_API_KEY"] = Key;

        var result = await sandbox.RunAsync(
            "run", "-t", Sandbox.Sample, "-m", "openai/m?context=none", "-c", "1", "--answer-timeout", "1", "--base-url", server.BaseUrl, "--store", sandbox.Store);

        Assert.Equal((ExitCodes.Success, Verdict.Timeout), (result.Exit, await VerdictAsync()));
    }

    [Fact]
    public async Task An_unreachable_source_is_fetched_later_and_a_corrupt_cache_entry_is_fetched_again()
    {
        var tarball = NpmFixture.Tarball();
        var task = NpmFixture.Task(sandbox, tarball);
        NpmFixture.Unreachable(sandbox);
        Assert.Equal(ExitCodes.Environment, (await sandbox.RunAsync("task", "show", task)).Exit);

        NpmFixture.Serve(sandbox, tarball);
        Assert.Equal(ExitCodes.Success, (await sandbox.RunAsync("task", "show", task)).Exit);
        var served = File.ReadAllLines(sandbox.PathOf("served")).Length;
        Assert.Equal(ExitCodes.Success, (await sandbox.RunAsync("task", "show", task)).Exit);
        Assert.Equal(served, File.ReadAllLines(sandbox.PathOf("served")).Length);

        foreach (var entry in Directory.EnumerateFiles(sandbox.PathOf("cache"), "*.tgz", SearchOption.AllDirectories)) await File.WriteAllTextAsync(entry, "damaged", TestContext.Current.CancellationToken);
        Assert.Equal(ExitCodes.Success, (await sandbox.RunAsync("task", "show", task)).Exit);
        Assert.True(File.ReadAllLines(sandbox.PathOf("served")).Length > served);
    }

    [Fact]
    public async Task A_dead_endpoint_is_resumed_when_it_lives_again()
    {
        sandbox.Clock = new InstantClock(TimeSpan.FromMinutes(3));
        sandbox["OPENAI_API_KEY"] = Key;
        var dead = await sandbox.RunAsync("run", "-t", Sandbox.Sample, "-m", "openai/m?context=none", "-c", "2", "--base-url", FakeModelServer.DeadBaseUrl(), "--store", sandbox.Store);
        Assert.Equal((ExitCodes.Environment, Verdict.InfrastructureError), (dead.Exit, await VerdictAsync()));

        await using var server = new FakeModelServer("```js\nreturn 1;\n```");
        var alive = await sandbox.RunAsync("run", "--resume", "latest", "--base-url", server.BaseUrl, "--store", sandbox.Store);

        Assert.Equal((ExitCodes.Success, Verdict.CheckFailed), (alive.Exit, await VerdictAsync()));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_file_of_50_MB_is_scanned_around_and_named()
    {
        var rule = Path.Combine(Repository.Root, "tasks", "samples", Sandbox.Sample, "rule.yaml");
        sandbox.Write("code/big.js", new string('a', 50_000_000));
        await File.WriteAllBytesAsync(sandbox.PathOf("code", "latin.js"), [(byte)'f', (byte)'(', (byte)'"', 0xE9, 0xFF, (byte)'"', (byte)')', (byte)'\n'], TestContext.Current.CancellationToken);

        var result = await sandbox.RunAsync("scan", sandbox.PathOf("code"), "--rules", rule);

        Assert.Equal(ExitCodes.Success, result.Exit);
        Assert.Contains("big.js", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("latin.js", result.Errors, StringComparison.Ordinal);
    }

    private static Task<Result> Archive(Sandbox sandbox, System.Formats.Tar.TarEntry entry)
    {
        var tarball = NpmFixture.Tarball(entry);
        var task = NpmFixture.Task(sandbox, tarball);
        NpmFixture.Serve(sandbox, tarball);
        return sandbox.RunAsync("task", "show", task);
    }

    private async Task<Verdict> VerdictAsync()
    {
        await using var store = await sandbox.OpenAsync();
        var run = (await store.RunsAsync(TestContext.Current.CancellationToken))[0];
        return (await store.AttemptsAsync(run.Id, TestContext.Current.CancellationToken))[0].Verdict;
    }

    private static void Replace(Sandbox sandbox, string pattern, string text)
    {
        var path = sandbox.PathOf("suite", Sandbox.Sample, "task.yaml");
        var yaml = File.ReadAllText(path);
        var changed = new System.Text.RegularExpressions.Regex(pattern).Replace(yaml, text, 1);
        Assert.NotEqual(yaml, changed);
        File.WriteAllText(path, changed);
    }
}
