using Ase.Core.Attempts;
using Ase.Core.Errors;
using Ase.Core.Pipeline;
using Ase.Core.Ports;
using Ase.Core.Runs;
using Ase.Core.Subjects;
using Ase.Core.Tasks;

namespace Ase.Core.Tests.Pipeline;

public sealed class RunExecutorTests
{
    private readonly FakeMaterializer materializer = new();
    private readonly FakeQuestionnaire questionnaire = new();
    private readonly FakeGrader grader = new();
    private readonly FakeStore store = new();
    private FakeProvider provider = new(r => Answer($"{r.Task.Task.Task.Id} {r.Cycle}"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_planned_attempt_is_generated_and_graded_once()
    {
        var run = await ExecuteAsync(await PlanAsync(3, "a", "b"));

        var attempts = await store.AttemptsAsync(run.Id, Token);
        Assert.Equal(6, attempts.Count);
        Assert.All(attempts, a => Assert.Equal(Verdict.Secure, a.Verdict));
        Assert.Equal(6, provider.Asked.Count);
        Assert.NotNull(run.Finished);
    }

    [Fact]
    public async Task Resuming_a_finished_run_asks_nothing()
    {
        var run = await ExecuteAsync(await PlanAsync(2, "a"));
        var asked = provider.Asked.Count;

        await ExecuteAsync(run);

        Assert.Equal(asked, provider.Asked.Count);
        Assert.Equal(2, grader.Graded);
    }

    [Fact]
    public async Task A_run_that_was_cancelled_goes_on_without_asking_again_for_what_was_stored()
    {
        var run = await PlanAsync(10, "a", "b", "c");
        using var stop = new CancellationTokenSource();
        var stored = 0;
        store.OnGeneration = _ =>
        {
            if (Interlocked.Increment(ref stored) == 7) stop.Cancel();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Executor(new RunExecutorOptions { GenerationWidth = 3 }).ExecuteAsync(run, Make.Task, null, stop.Token));
        store.OnGeneration = null;
        var before = (await store.AttemptsAsync(run.Id, Token)).Select(a => a.Key).ToHashSet();
        var first = provider.Asked.ToHashSet();
        provider = new FakeProvider(r => Answer($"{r.Task.Task.Task.Id} {r.Cycle}"));

        await ExecuteAsync(run);

        Assert.InRange(before.Count, 7, 29);
        Assert.Empty(provider.Asked.Intersect(before));
        Assert.Equal(30, provider.Asked.Union(before).Count());
        Assert.InRange(provider.Asked.Intersect(first).Count(), 0, 3);
        Assert.All(await store.AttemptsAsync(run.Id, Token), a => Assert.NotNull(a.Grade));
    }

    [Fact]
    public async Task A_task_that_cannot_be_fetched_is_left_not_run_and_named_and_runs_later()
    {
        materializer.Unreachable.Add("b");
        var run = await ExecuteAsync(await PlanAsync(2, "a", "b"));

        Assert.Equal(["b"], run.Unavailable.Keys);
        Assert.Equal(2, (await store.AttemptsAsync(run.Id, Token)).Count);

        materializer.Unreachable.Clear();
        run = await ExecuteAsync(run);

        Assert.Empty(run.Unavailable);
        Assert.Equal(4, (await store.AttemptsAsync(run.Id, Token)).Count);
    }

    [Theory]
    [InlineData(GenerationStatus.Refused, Verdict.Refused, false)]
    [InlineData(GenerationStatus.Timeout, Verdict.Timeout, false)]
    [InlineData(GenerationStatus.InfrastructureError, Verdict.InfrastructureError, true)]
    public async Task Failures_get_their_verdicts_and_only_the_environments_are_tried_again(GenerationStatus status, Verdict verdict, bool again)
    {
        provider = new FakeProvider(_ => new GenerationOutcome(status, null) { Error = "503" });
        var run = await ExecuteAsync(await PlanAsync(1, "a"));
        Assert.Equal(verdict, Assert.Single(await store.AttemptsAsync(run.Id, Token)).Verdict);

        await ExecuteAsync(run);

        Assert.Equal(again ? 2 : 1, provider.Asked.Count);
    }

    [Fact]
    public async Task A_subject_whose_endpoint_is_dead_is_given_up_for_the_run()
    {
        provider = new FakeProvider(_ => new GenerationOutcome(GenerationStatus.InfrastructureError, null));

        var run = await Executor(new RunExecutorOptions { GenerationWidth = 1, GiveUpAfter = 5 }).ExecuteAsync(await PlanAsync(50, "a"), Make.Task, null, Token);

        Assert.Equal(5, provider.Asked.Count);
        Assert.Equal(5, (await store.AttemptsAsync(run.Id, Token)).Count);
    }

    [Fact]
    public async Task The_same_patch_is_graded_once_and_the_same_prompt_asked_once_across_runs()
    {
        provider = new FakeProvider(_ => Answer("same")) { Cacheable = true };
        await ExecuteAsync(await PlanAsync(3, "a"), new RunExecutorOptions { GradingWidth = 1 });
        var run = await ExecuteAsync(await PlanAsync(3, "a"));

        Assert.Equal(1, grader.Graded);
        Assert.Equal(3, provider.Asked.Count);
        Assert.All(await store.AttemptsAsync(run.Id, Token), a => Assert.True(a.Generation!.Cached && a.Grade!.Cached));
    }

    [Fact]
    public async Task Without_caches_everything_is_asked_and_graded_again()
    {
        provider = new FakeProvider(_ => Answer("same")) { Cacheable = true };
        await ExecuteAsync(await PlanAsync(2, "a"));
        await ExecuteAsync(await PlanAsync(2, "a"), new RunExecutorOptions { UseCaches = false });

        Assert.Equal(4, provider.Asked.Count);
        Assert.True(grader.Graded >= 3);
    }

    [Fact]
    public async Task Grading_again_uses_the_stored_answers_and_the_new_profile()
    {
        var run = await ExecuteAsync(await PlanAsync(2, "a"));
        grader.Rules = "2";

        run = await Executor().GradeAgainAsync(run with { Profile = new GradingProfile("node", ["node@20"]) }, Make.Task, null, Token);

        Assert.Equal(2, provider.Asked.Count);
        Assert.Equal(4, grader.Graded);
        Assert.All(await store.AttemptsAsync(run.Id, Token), a => Assert.Equal("2node", a.Grade!.GradingDigest));
        Assert.Equal("node", (await store.FindRunAsync(run.Id, Token))!.Profile.Name);
    }

    [Fact]
    public void A_plan_without_subjects_tasks_or_cycles_is_refused()
    {
        Assert.Throws<AseException>(() => Plan(1));
        Assert.Throws<AseException>(() => Plan(0, "a"));
        Assert.Throws<AseException>(() => Plan(1, "a", "a"));
    }

    [Fact]
    public void A_question_does_not_depend_on_rules_or_variants()
    {
        var task = Make.Task("a");

        Assert.Equal(Questions.DigestOf(task, "1"), Questions.DigestOf(task with { Title = "x", Variants = [new Variant(["v"], Verdict.Secure)], Static = new StaticCheck(["other"]) }, "1"));
        Assert.NotEqual(Questions.DigestOf(task, "1"), Questions.DigestOf(task with { Summary = "other" }, "1"));
        Assert.NotEqual(Questions.DigestOf(task, "1"), Questions.DigestOf(task, "2"));
    }

    private static GenerationOutcome Answer(string text) => new(GenerationStatus.Answered, text) { FinishReason = "stop" };

    private RunRecord Plan(int cycles, params string[] tasks) => RunPlanner.Create(
        new RunPlan([SubjectParser.Parse("fake/m", [provider.Grammar])], [.. tasks.Select(t => ("s", Make.Task(t)))], cycles, GradingProfile.Default, new Dictionary<string, string>()),
        questionnaire, grader, TimeProvider.System);

    private async Task<RunRecord> PlanAsync(int cycles, params string[] tasks)
    {
        var run = Plan(cycles, tasks);
        await store.CreateRunAsync(run, Token);
        return run;
    }

    private RunExecutor Executor(RunExecutorOptions? options = null) => new(materializer, questionnaire, [provider], grader, store, TimeProvider.System, options ?? new RunExecutorOptions());

    private Task<RunRecord> ExecuteAsync(RunRecord run, RunExecutorOptions? options = null) => Executor(options).ExecuteAsync(run, Make.Task, null, Token);
}
