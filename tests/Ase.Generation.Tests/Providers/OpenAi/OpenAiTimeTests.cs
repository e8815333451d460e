using Ase.Core.Attempts;
using Ase.Testing.Models;
using Ase.Testing.Time;
using Microsoft.Extensions.Time.Testing;

namespace Ase.Generation.Tests.Providers.OpenAi;

public sealed class OpenAiTimeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("half an ans")]
    public async Task A_deadline_that_passes_on_a_live_connection_is_the_subjects_and_is_not_retried(string? begun)
    {
        var clock = new FakeTimeProvider();
        await using var harness = new OpenAiHarness(new FakeReply.Hang(begun), o => o with { Clock = clock });
        var asking = harness.AskAsync(Token);
        await harness.Server.WaitForRequestsAsync(1);
        clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.False(asking.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        var outcome = await asking;

        Assert.Equal((GenerationStatus.Timeout, null, 1), (outcome.Status, outcome.Answer, outcome.Requests));
        Assert.Equal("No complete answer within 600 s.", outcome.Error);
    }

    [Fact]
    public async Task A_user_who_cancels_does_not_wait_for_the_deadline()
    {
        await using var harness = new OpenAiHarness(new FakeReply.Hang("a"));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var asking = harness.AskAsync(cancel.Token);
        await harness.Server.WaitForRequestsAsync(1);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("1.5", 1.5)]
    [InlineData("Thu, 01 Jan 2026 00:00:42 GMT", 42)]
    public async Task The_wait_that_the_endpoint_asks_for_is_kept(string retryAfter, double seconds)
    {
        await using var harness = new OpenAiHarness("fine");
        harness.Server.Enqueue(FakeReply.TooMany(retryAfter));
        var outcome = await harness.AskAsync(Token);

        Assert.Equal(("fine", 2), (outcome.Answer, outcome.Requests));
        Assert.Equal([TimeSpan.FromSeconds(seconds)], harness.Clock.Waits);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("soon")]
    [InlineData("-3")]
    [InlineData("Thu, 01 Jan 2015 00:00:00 GMT")]
    public async Task A_wait_that_makes_no_sense_leaves_the_backoff(string retryAfter)
    {
        await using var harness = new OpenAiHarness("fine");
        harness.Server.Enqueue(FakeReply.TooMany(retryAfter));
        await harness.AskAsync(Token);

        Assert.All(harness.Clock.Waits, w => Assert.InRange(w, TimeSpan.Zero, TimeSpan.FromSeconds(30)));
        Assert.Equal(2, harness.Server.Requests.Count);
    }

    [Fact]
    public async Task A_wait_of_an_hour_is_not_waited_for()
    {
        await using var harness = new OpenAiHarness(FakeReply.TooMany("3600"));
        var outcome = await harness.AskAsync(Token);

        Assert.Equal((GenerationStatus.InfrastructureError, 1), (outcome.Status, outcome.Requests));
        Assert.Contains("asks to wait 3600 s", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(harness.Clock.Waits);
    }

    [Fact]
    public async Task Backoff_grows_with_jitter_up_to_its_limit()
    {
        await using var harness = new OpenAiHarness(FakeReply.ServerError, o => o with { MaxRetries = 12, MaxRetryDelay = TimeSpan.FromSeconds(60) });
        await harness.AskAsync(Token);

        Assert.Equal(12, harness.Clock.Waits.Count);
        Assert.All(harness.Clock.Waits, w => Assert.InRange(w, TimeSpan.Zero, TimeSpan.FromSeconds(60)));
        Assert.True(harness.Clock.Waits.Skip(8).Average(w => w.TotalSeconds) > harness.Clock.Waits.Take(2).Average(w => w.TotalSeconds), string.Join(' ', harness.Clock.Waits));
    }

    [Fact]
    public async Task Requests_are_spaced_evenly_when_their_rate_is_limited()
    {
        await using var harness = new OpenAiHarness("x", o => o with { RequestsPerMinute = 30, Concurrency = 1 });
        for (var i = 0; i < 4; i++) await harness.AskAsync(Token);

        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(2), 3), harness.Clock.Waits);
    }

    [Fact]
    public async Task No_more_requests_than_allowed_are_under_way()
    {
        var open = new TaskCompletionSource();
        await using var harness = new OpenAiHarness(new FakeReply.When(open.Task, "x"), o => o with { Concurrency = 3 });
        var asking = Enumerable.Range(0, 10).Select(_ => harness.AskAsync(Token)).ToList();
        await harness.Server.WaitForRequestsAsync(3);
        open.SetResult();
        await Task.WhenAll(asking);

        Assert.Equal((3, 10), (harness.Server.MostInFlight, harness.Server.Requests.Count));
    }

    [Fact]
    public async Task A_pause_that_the_endpoint_asks_for_holds_for_all_questions()
    {
        await using var harness = new OpenAiHarness("x", o => o with { MaxRetries = 0 });
        harness.Server.Enqueue(FakeReply.TooMany("9"));
        await harness.AskAsync(Token);
        var before = harness.Clock.GetUtcNow();
        await harness.AskAsync(Token);

        Assert.Equal(TimeSpan.FromSeconds(9), harness.Clock.GetUtcNow() - before);
    }

    [Fact]
    public async Task An_instant_clock_never_reaches_a_deadline()
    {
        var clock = new InstantClock(TimeSpan.FromSeconds(10));
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1), clock);
        await Task.Delay(TimeSpan.FromSeconds(5), clock, Token);

        Assert.False(deadline.IsCancellationRequested);
        Assert.Equal([TimeSpan.FromSeconds(5)], clock.Waits);
    }
}
