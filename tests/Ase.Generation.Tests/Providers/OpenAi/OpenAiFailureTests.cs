using System.Net;
using Ase.Core.Attempts;
using Ase.Testing.Models;

namespace Ase.Generation.Tests.Providers.OpenAi;

public sealed class OpenAiFailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // replies, the outcome when they never end, requests sent (two retries), and what the error or finish reason says
    private static readonly Dictionary<string, Failure> Known = new List<(string Name, FakeReply Reply, GenerationStatus Status, int Requests, string Says)>
    {
        ("a key that is not known", FakeReply.Unauthorized(OpenAiHarness.Key), GenerationStatus.InfrastructureError, 1, "HTTP 401"),
        ("forbidden", new FakeReply.Status(HttpStatusCode.Forbidden, """{"error":"not you"}"""), GenerationStatus.InfrastructureError, 1, "HTTP 403: not you"),
        ("no such model", new FakeReply.Status(HttpStatusCode.NotFound, """{"error":{"message":"no model","code":"model_not_found"}}"""), GenerationStatus.InfrastructureError, 1, "HTTP 404: no model"),
        ("bad request", new FakeReply.Status(HttpStatusCode.BadRequest, """{"object":"error","message":"too long"}"""), GenerationStatus.InfrastructureError, 1, "HTTP 400: too long"),
        ("redirect", new FakeReply.Status(HttpStatusCode.Found, "") { Headers = new Dictionary<string, string> { ["Location"] = "https://example.org/" } }, GenerationStatus.InfrastructureError, 1, "redirect"),
        ("no quota", new FakeReply.Status(HttpStatusCode.TooManyRequests, """{"error":{"message":"no credit","code":"insufficient_quota"}}"""), GenerationStatus.InfrastructureError, 1, "no credit"),
        ("too many requests", FakeReply.TooMany(), GenerationStatus.InfrastructureError, 3, "HTTP 429: Slow down. (3 requests)"),
        ("server error", FakeReply.ServerError, GenerationStatus.InfrastructureError, 3, "HTTP 500: Something broke."),
        ("bad gateway with a page", new FakeReply.Status(HttpStatusCode.BadGateway, "<html>nginx</html>", "text/html"), GenerationStatus.InfrastructureError, 3, "HTTP 502: a web page"),
        ("50 MB error body", new FakeReply.Status(HttpStatusCode.ServiceUnavailable, new string('e', 50_000_000)), GenerationStatus.InfrastructureError, 3, "HTTP 503: eee"),
        ("empty body", FakeReply.EmptyBody, GenerationStatus.InfrastructureError, 3, "empty"),
        ("web page", FakeReply.Html, GenerationStatus.InfrastructureError, 3, "web page"),
        ("other JSON", new FakeReply.Status(HttpStatusCode.OK, """{"ok":true}"""), GenerationStatus.InfrastructureError, 3, "neither a stream nor"),
        ("broken JSON", new FakeReply.Status(HttpStatusCode.OK, """{"choices":[{"mess"""), GenerationStatus.InfrastructureError, 3, "neither a stream nor"),
        ("broken event", new FakeReply.Events("""{"choices":[{"del""", "[DONE]"), GenerationStatus.InfrastructureError, 3, "cannot be understood"),
        ("plain text", new FakeReply.Status(HttpStatusCode.OK, "upstream gone", "text/plain"), GenerationStatus.InfrastructureError, 3, "ended in the middle"),
        ("truncated stream", new FakeReply.Truncated("const a"), GenerationStatus.InfrastructureError, 3, "ended in the middle"),
        ("reset before the reply", new FakeReply.Reset(), GenerationStatus.InfrastructureError, 3, "connection broke off"),
        ("reset in the answer", new FakeReply.Reset("const a"), GenerationStatus.InfrastructureError, 3, "in the middle of the answer"),
        ("error inside a stream", FakeReply.ErrorInside, GenerationStatus.InfrastructureError, 3, "HTTP 502: The engine is overloaded."),
        ("error after half an answer", new FakeReply.Events("""{"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"a"},"finish_reason":null}]}""", """{"error":{"message":"lost"}}"""), GenerationStatus.InfrastructureError, 3, "inside the reply: lost"),
        ("error as a whole reply", new FakeReply.Status(HttpStatusCode.OK, """{"error":{"message":"no engine","code":401}}"""), GenerationStatus.InfrastructureError, 1, "HTTP 401: no engine"),
        ("stopped for an error", new FakeReply.Answer("x", "error"), GenerationStatus.InfrastructureError, 3, "stopped with 'error'"),
        ("end mark alone", new FakeReply.Events("[DONE]"), GenerationStatus.InfrastructureError, 3, "no answer"),
        ("content filter", FakeReply.ContentFilter, GenerationStatus.Refused, 1, "content_filter"),
        ("prompt filter", FakeReply.PromptFilter, GenerationStatus.Refused, 1, "content_filter"),
        ("refusal", new FakeReply.Refusal("I cannot help."), GenerationStatus.Refused, 1, "I cannot help."),
    }.ToDictionary(f => f.Name, f => new Failure(f.Reply, f.Status, f.Requests, f.Says), StringComparer.Ordinal);

    private sealed record Failure(FakeReply Reply, GenerationStatus Status, int Requests, string Says);

    /// <summary>The names of the failures.</summary>
    public static TheoryData<string> Failures => [.. Known.Keys];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_that_stays_has_its_outcome(string name)
    {
        var (reply, status, requests, says) = Known[name];
        await using var harness = new OpenAiHarness(reply);
        var outcome = await harness.AskAsync(Token);

        Assert.True(outcome.Status == status, $"{outcome.Status} {outcome.Error}");
        Assert.Null(outcome.Answer);
        Assert.Contains(says, outcome.Error + outcome.FinishReason, StringComparison.Ordinal);
        Assert.Equal((requests, requests), (outcome.Requests, harness.Server.Requests.Count));
        Assert.DoesNotContain(OpenAiHarness.Key, outcome.ToString(), StringComparison.Ordinal);
        Assert.True(outcome.Error.Length < 700, "errors are short");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_that_passes_is_retried_until_the_answer(string name)
    {
        var (reply, _, requests, _) = Known[name];
        await using var harness = new OpenAiHarness("fine");
        harness.Server.Enqueue(reply, reply);
        var outcome = await harness.AskAsync(Token);

        if (requests == 1) Assert.Equal(1, outcome.Requests);
        else Assert.Equal((GenerationStatus.Answered, "fine", 3), (outcome.Status, outcome.Answer, outcome.Requests));
    }

    [Fact]
    public async Task Nothing_that_listens_is_infrastructure()
    {
        await using var harness = new OpenAiHarness("unused", o => o with { BaseUrl = FakeModelServer.DeadBaseUrl() });
        var outcome = await harness.AskAsync(Token);

        Assert.Equal((GenerationStatus.InfrastructureError, 3), (outcome.Status, outcome.Requests));
        Assert.StartsWith("No connection", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(2, harness.Clock.Waits.Count);
    }

    [Fact]
    public async Task A_key_that_the_endpoint_sends_back_is_nowhere()
    {
        await using var harness = new OpenAiHarness(new FakeReply.Answer($"The key is {OpenAiHarness.Key}.") { Model = "m-" + OpenAiHarness.Key });
        var outcome = await harness.AskAsync(Token);

        Assert.Equal("The key is [redacted].", outcome.Answer);
        Assert.Equal("m-[redacted]", outcome.ReportedModel);
        Assert.Equal("Bearer " + OpenAiHarness.Key, harness.Server.Requests[0].Headers["Authorization"]);
    }
}
