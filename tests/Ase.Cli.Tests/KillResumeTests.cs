using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ase.Core.Attempts;
using Ase.Core.Digests;
using Ase.Storage.Sqlite;
using Ase.Testing.Models;

namespace Ase.Cli.Tests;

/// <summary>A run is killed again and again, and ends with the same results as one that was left alone.</summary>
public sealed class KillResumeTests : IDisposable
{
    private const int Kills = 20;
    private const int Cycles = 8;
    private const int Width = 4;
    private readonly Sandbox sandbox = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task A_run_killed_at_20_random_moments_ends_as_an_undisturbed_one()
    {
        var suite = SuiteOf("javascript-command-waveform", "javascript-path-fieldnotes", "python-sql-invoices", "php-xss-noticeboard", "go-sql-warehouse");
        await using var calm = new FakeModelServer(Answer);
        var undisturbed = sandbox.PathOf("calm.db");
        await using (var whole = Start(suite, undisturbed, calm.BaseUrl, resume: false)) Assert.Equal(0, await whole.EndAsync());

        await using var server = new FakeModelServer(Answer);
        var store = sandbox.PathOf("killed.db");
        var random = new Random(20260101);
        var planned = 5 * Cycles;
        var committed = new Dictionary<AttemptKey, string>();
        var repeated = 0;
        for (var kill = 0; kill <= Kills; kill++)
        {
            var asked = server.Requests.Count;
            var resume = await HasRunAsync(store);
            await using var process = Start(suite, store, server.BaseUrl, resume);
            var ended = process.EndAsync();
            if (kill < Kills)
            {
                // some kills by the number of requests, some by time: start-up, generation, grading, the end
                using var moment = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(150, 1600)));
                var signal = random.Next(2) == 0 ? server.WaitForRequestsAsync(asked + random.Next(1, 5)) : Task.Delay(Timeout.Infinite, moment.Token);
                await Task.WhenAny(ended, signal, Task.Delay(Timeout.Infinite, moment.Token));
                process.Kill();
            }
            await ended;

            var now = await GenerationsAsync(store);
            foreach (var (key, digest) in committed) Assert.Equal(digest, now[key]); // nothing lost, nothing changed
            var requests = server.Requests.Count - asked;
            repeated += requests - (now.Count - committed.Count);
            Assert.InRange(requests, 0, planned - committed.Count + Width); // what was committed is not asked for again
            committed = now;
        }

        Assert.Equal(planned, committed.Count);
        Assert.InRange(repeated, 0, Kills * Width);
        Assert.Equal(await ResultsAsync(undisturbed), await ResultsAsync(store));
    }

    // The same question gets the same answer, in different ways good and bad.
    private static FakeReply Answer(FakeRequest request)
    {
        var choice = Convert.ToInt32(request.PromptDigest[..2], 16) % 4;
        FakeReply answer = choice switch
        {
            0 => "```\nreturn null;\n```",
            1 => "I cannot say.",
            2 => "```\n(((\n```",
            _ => "",
        };
        return new FakeReply.After(TimeSpan.FromMilliseconds(40), answer);
    }

    private string SuiteOf(params string[] tasks)
    {
        var suite = "";
        foreach (var task in tasks) suite = sandbox.CopySuite(task);
        return suite;
    }

    private Running Start(string suite, string store, string baseUrl, bool resume) => new(
    [
        "exec", Path.Combine(AppContext.BaseDirectory, "ase.dll"), "run",
        .. resume ? (string[])["--resume", "latest"] : ["--suite", suite, "--subject", "openai/m?context=none", "--cycles", $"{Cycles}"],
        "--workers", $"{Width}", "--base-url", baseUrl, "--store", store, "--quiet", "--no-cache",
    ], sandbox.PathOf("cache"));

    private static async Task<bool> HasRunAsync(string path)
    {
        if (!File.Exists(path)) return false;
        await using var store = await SqliteRunStore.OpenAsync(path, cancellationToken: Token);
        return (await store.RunsAsync(Token)).Count > 0;
    }

    private static async Task<Dictionary<AttemptKey, string>> GenerationsAsync(string path)
    {
        if (!await HasRunAsync(path)) return [];
        await using var store = await SqliteRunStore.OpenAsync(path, cancellationToken: Token);
        var run = Assert.Single(await store.RunsAsync(Token));
        return (await store.AttemptsAsync(run.Id, Token)).ToDictionary(a => a.Key, a => a.Generation!.AnswerDigest ?? "");
    }

    // Everything that is stored of the attempts, timings and ids apart.
    private static async Task<string> ResultsAsync(string path)
    {
        await using var store = await SqliteRunStore.OpenAsync(path, cancellationToken: Token);
        var run = Assert.Single(await store.RunsAsync(Token));
        var attempts = (await store.AttemptsAsync(run.Id, Token)).Select(a => a with
        {
            Generation = a.Generation! with { Milliseconds = 0, Requests = 0 },
            Grade = a.Grade! with { Milliseconds = 0, Cached = false },
        });
        return CanonicalJson.Serialize(JsonSerializer.SerializeToNode(attempts) as JsonArray);
    }

    private sealed class Running : IAsyncDisposable
    {
        private readonly Process process;
        private readonly Task<string> output;

        public Running(string[] arguments, string cache)
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            foreach (var argument in arguments) start.ArgumentList.Add(argument);
            start.Environment["ASE_CACHE"] = cache;
            start.Environment["ASE_TASKS"] = Path.Combine(Repository.Root, "tasks");
            start.Environment.Remove("OPENAI_API_KEY");
            process = Process.Start(start)!;
            output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token)).ContinueWith(t => string.Concat(t.Result), TaskScheduler.Default);
        }

        public void Kill()
        {
            if (!process.HasExited) process.Kill(); // SIGKILL
        }

        public async Task<int> EndAsync()
        {
            await process.WaitForExitAsync(Token);
            var text = await output;
            Assert.True(process.ExitCode is 0 or 137, text);
            return process.ExitCode;
        }

        public ValueTask DisposeAsync()
        {
            Kill();
            process.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
