using Ase.Core.Attempts;
using Ase.Core.Ports;
using Ase.Core.Runs;
using Ase.Core.Tasks;

namespace Ase.Storage.Tests.Contracts;

/// <summary>What every store must do; each implementation inherits it.</summary>
public abstract class RunStoreContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<IRunStore> OpenAsync();

    [Fact]
    public async Task A_run_comes_back_as_it_was_stored()
    {
        await using var store = await OpenAsync();
        var run = Run("r1", 1);
        await store.CreateRunAsync(run, Token);

        Assert.Equivalent(run, await store.FindRunAsync("r1", Token), strict: true);
    }

    [Fact]
    public async Task Runs_are_found_by_prefix_and_latest_and_listed_newest_first()
    {
        await using var store = await OpenAsync();
        await store.CreateRunAsync(Run("a-1", 1), Token);
        await store.CreateRunAsync(Run("a-12", 3), Token);
        await store.CreateRunAsync(Run("b-1", 2), Token);

        Assert.Equal(["a-12", "b-1", "a-1"], (await store.RunsAsync(Token)).Select(r => r.Id));
        Assert.Equal("a-12", (await store.FindRunAsync("latest", Token))!.Id);
        Assert.Equal("b-1", (await store.FindRunAsync("b", Token))!.Id);
        Assert.Equal("a-1", (await store.FindRunAsync("a-1", Token))!.Id);
        Assert.Null(await store.FindRunAsync("a", Token));
        Assert.Null(await store.FindRunAsync("c", Token));
    }

    [Fact]
    public async Task A_finished_run_is_updated()
    {
        await using var store = await OpenAsync();
        var run = Run("r", 1);
        await store.CreateRunAsync(run, Token);
        await store.UpdateRunAsync(run with { Finished = run.Started.AddMinutes(5) }, Token);

        Assert.Equal(run.Started.AddMinutes(5), (await store.FindRunAsync("r", Token))!.Finished);
    }

    [Fact]
    public async Task Attempts_come_back_in_order_with_every_field()
    {
        await using var store = await OpenAsync();
        await store.CreateRunAsync(Run("r", 1), Token);
        var first = new AttemptKey("s", "t", 1);
        var second = new AttemptKey("s", "t", 2);
        await store.SaveGenerationAsync("r", second, Generation("p2"), Token);
        await store.SaveGenerationAsync("r", first, Generation("p1"), Token);
        await store.SaveGradeAsync("r", first, Grade(0), Token);

        var attempts = await store.AttemptsAsync("r", Token);

        Assert.Equal([first, second], attempts.Select(a => a.Key));
        Assert.Equivalent(Generation("p1"), attempts[0].Generation, strict: true);
        Assert.Equivalent(Grade(0), attempts[0].Grade, strict: true);
        Assert.Null(attempts[1].Grade);
        Assert.Equal(Verdict.NotRun, attempts[1].Verdict);
    }

    [Fact]
    public async Task Saving_an_attempt_again_replaces_it_and_drops_its_grade()
    {
        await using var store = await OpenAsync();
        await store.CreateRunAsync(Run("r", 1), Token);
        var key = new AttemptKey("s", "t", 1);
        await store.SaveGenerationAsync("r", key, Generation("p1"), Token);
        await store.SaveGradeAsync("r", key, Grade(1), Token);
        await store.SaveGenerationAsync("r", key, Generation("p2"), Token);

        var attempt = Assert.Single(await store.AttemptsAsync("r", Token));
        Assert.Equal("p2", attempt.Generation!.PromptDigest);
        Assert.Null(attempt.Grade);
    }

    [Fact]
    public async Task Texts_are_stored_once_by_digest()
    {
        await using var store = await OpenAsync();
        var text = string.Concat(Enumerable.Repeat("äöü 😀\r\n", 5000));

        var one = await store.PutTextAsync(text, Token);
        var two = await store.PutTextAsync(text, Token);

        Assert.Equal(one, two);
        Assert.Equal(text, await store.GetTextAsync(one, Token));
        Assert.Null(await store.GetTextAsync("none", Token));
        Assert.Equal("", await store.GetTextAsync(await store.PutTextAsync("", Token), Token));
    }

    [Fact]
    public async Task Only_answered_generations_are_found_again()
    {
        await using var store = await OpenAsync();
        await store.CreateRunAsync(Run("r", 1), Token);
        await store.SaveGenerationAsync("r", new AttemptKey("s", "t", 1), Generation("p"), Token);
        await store.SaveGenerationAsync("r", new AttemptKey("s", "t", 2), Generation("p") with { Status = GenerationStatus.InfrastructureError }, Token);

        Assert.NotNull(await store.FindGenerationAsync("p", "s", 1, Token));
        Assert.Null(await store.FindGenerationAsync("p", "s", 2, Token));
        Assert.Null(await store.FindGenerationAsync("p", "other", 1, Token));
        Assert.Null(await store.FindGenerationAsync("q", "s", 1, Token));
    }

    [Fact]
    public async Task Grades_are_found_by_question_grading_and_patch()
    {
        await using var store = await OpenAsync();
        await store.CacheGradeAsync("q", "g", "p", Grade(2), Token);

        Assert.Equal(2, (await store.FindGradeAsync("q", "g", "p", Token))!.After);
        Assert.Null(await store.FindGradeAsync("q", "g", "x", Token));
        Assert.Null(await store.FindGradeAsync("q", "x", "p", Token));
        Assert.Null(await store.FindGradeAsync("x", "g", "p", Token));
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        await using var store = await OpenAsync();
        await store.CreateRunAsync(Run("r", 1), Token);
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Token }, async (i, ct) =>
        {
            await store.SaveGenerationAsync("r", new AttemptKey("s", $"t{i % 50:00}", i / 50), Generation(await store.PutTextAsync($"text {i % 10}", ct)), ct);
        });

        Assert.Equal(200, (await store.AttemptsAsync("r", Token)).Count);
    }

    protected static RunRecord Run(string id, int minute) => new()
    {
        Id = id,
        Started = new DateTimeOffset(2026, 1, 1, 0, minute, 0, TimeSpan.Zero),
        Subjects = [new PlannedSubject("s?x=1", "s")],
        Tasks = [new PlannedTask("t", "samples", "Title", "php", "CWE-78", Severity.High, "npm:x", null, "q", "g")],
        Unavailable = new Dictionary<string, string> { ["u"] = "no network" },
        Cycles = 3,
        Profile = new GradingProfile("node", ["node@20"]),
        Provenance = new Dictionary<string, string> { ["product"] = "0.1" },
    };

    private static GenerationRecord Generation(string prompt) => new()
    {
        Status = GenerationStatus.Answered,
        PromptDigest = prompt,
        AnswerDigest = "a",
        InputTokens = 10,
        OutputTokens = 0,
        Milliseconds = 1.5,
        Requests = 2,
        FinishReason = "stop",
        ReportedModel = "m",
    };

    private static GradeRecord Grade(int after) => new()
    {
        Verdict = Verdict.Secure,
        Quality = true,
        Security = false,
        Before = 2,
        After = after,
        Checks = [new CheckResult("syntax", true, "fine")],
        Findings = [new FindingRecord("rule", "message", "f.js", 3, "fp", [new TraceStepRecord("source", "f.js", 1, 1, "x")])],
        Incomplete = ["f: time"],
        PatchDigest = "p",
        Replaced = [new FileRange("f.js", 3, 2)],
        Reason = "because",
        GradingDigest = "g",
    };
}
