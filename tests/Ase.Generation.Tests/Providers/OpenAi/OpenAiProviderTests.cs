using Ase.Core.Attempts;
using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Core.Subjects;
using Ase.Generation.Providers.OpenAi;
using Ase.Testing.Models;

namespace Ase.Generation.Tests.Providers.OpenAi;

public sealed class OpenAiProviderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_comes_with_tokens_model_and_reason()
    {
        await using var harness = new OpenAiHarness(new FakeReply.Answer("return 1;", "length") { Model = "fake-1-2026" });
        var outcome = await harness.AskAsync(Token);

        Assert.Equal(
            new GenerationOutcome(GenerationStatus.Answered, "return 1;") { InputTokens = 7, OutputTokens = 3, Requests = 1, FinishReason = "length", ReportedModel = "fake-1-2026" },
            outcome);
    }

    [Fact]
    public async Task The_request_carries_prompt_and_model_and_nothing_that_is_left_at_its_default()
    {
        await using var harness = new OpenAiHarness("x");
        await harness.AskAsync(Token);
        var request = Assert.Single(harness.Server.Requests);

        Assert.Equal(("/v1/chat/completions", "fake-1", "You program.", "What is missing?", true), (request.Path, request.Model, request.System, request.User, request.Stream));
        Assert.Equal(new Prompt("You program.", "What is missing?", 10, []).Digest, request.PromptDigest);
        Assert.Equal(8192, request.Body["max_tokens"]!.GetValue<int>());
        foreach (var name in (string[])["temperature", "top_p", "seed", "max_completion_tokens"]) Assert.False(request.Body.ContainsKey(name), name);
    }

    [Fact]
    public async Task Settings_of_the_subject_are_sent()
    {
        await using var harness = new OpenAiHarness("x");
        await harness.AskAsync(Token, "openai/fake-1?temperature=0&top-p=0.5&seed=-7&max-tokens=99");
        var body = Assert.Single(harness.Server.Requests).Body;

        Assert.Equal((0.0, 0.5, -7, 99), (body["temperature"]!.GetValue<double>(), body["top_p"]!.GetValue<double>(), body["seed"]!.GetValue<int>(), body["max_tokens"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_reply_that_is_no_stream_is_an_answer_as_well()
    {
        await using var harness = new OpenAiHarness(new FakeReply.NonStreaming("<b>ü</b>\n", "STOP"));
        var outcome = await harness.AskAsync(Token);

        Assert.Equal((GenerationStatus.Answered, "<b>ü</b>\n", "stop", 3), (outcome.Status, outcome.Answer, outcome.FinishReason, outcome.OutputTokens));
    }

    [Theory]
    [InlineData("eos_token")]
    [InlineData("tool_calls")]
    [InlineData("STOP")]
    public async Task A_reason_for_stopping_that_nobody_knows_does_not_lose_the_answer(string reason)
    {
        await using var harness = new OpenAiHarness(new FakeReply.Answer("x", reason));
        var outcome = await harness.AskAsync(Token);

        Assert.Equal((GenerationStatus.Answered, "x", reason.ToLowerInvariant()), (outcome.Status, outcome.Answer, outcome.FinishReason));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fifty_megabytes_are_cut_off_and_judged_by_what_was_read(bool oneEvent)
    {
        await using var harness = new OpenAiHarness(new FakeReply.Huge(50_000_000, oneEvent));
        var outcome = await harness.AskAsync(Token);

        Assert.Equal((GenerationStatus.Answered, "cut", 1), (outcome.Status, outcome.FinishReason, outcome.Requests));
        Assert.Equal(oneEvent ? 0 : 8_000_000, outcome.Answer!.Length);
        Assert.Contains("cut off", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_cut_between_characters()
    {
        await using var harness = new OpenAiHarness(new FakeReply.Answer("aü𝄞b"), o => o with { MaxAnswerBytes = 6 });

        Assert.Equal("aü", (await harness.AskAsync(Token)).Answer);
    }

    [Theory]
    [InlineData("https://api.openai.com/v1", null, ErrorCode.KeyMissing)]
    [InlineData("http://93.184.216.34/v1", "", ErrorCode.KeyMissing)]
    [InlineData("http://localhost:8000/v1", null, null)]
    [InlineData("http://[::1]:8000/v1", null, null)]
    [InlineData("http://192.168.1.7/v1/", null, null)]
    [InlineData("http://vllm:8000/v1", null, null)]
    [InlineData("https://api.openai.com/v1", "sk-1", null)]
    [InlineData("ftp://example.org", "sk-1", ErrorCode.Usage)]
    [InlineData("example.org/v1", "sk-1", ErrorCode.Usage)]
    [InlineData("https://me:pw@example.org/v1", "sk-1", ErrorCode.Usage)]
    [InlineData("https://example.org/v1", "sk-1\n", ErrorCode.Usage)]
    public void A_key_is_needed_unless_the_endpoint_is_near(string baseUrl, string? key, ErrorCode? expected)
    {
        using var provider = new OpenAiProvider(new OpenAiOptions { BaseUrl = baseUrl, ApiKey = key });
        var subject = SubjectParser.Parse("openai/m", [provider.Grammar]);
        var error = Record.Exception(() => provider.EnsureUsable(subject));

        Assert.Equal(expected, (error as AseException)?.Code);
        if (key is { Length: > 4 }) Assert.DoesNotContain(key, error?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_in_the_options_are_named_together()
    {
        var options = new OpenAiOptions { BaseUrl = "x", Timeout = TimeSpan.Zero, MaxRetries = -1, Concurrency = 0, MaxAnswerBytes = 0, RequestsPerMinute = 0, RetryDelay = TimeSpan.Zero };

        Assert.Equal(7, options.Validate().Count());
        Assert.Empty(new OpenAiOptions().Validate());
    }

    [Fact]
    public void Printed_options_do_not_show_the_key() =>
        Assert.DoesNotContain("secret", new OpenAiOptions { ApiKey = "secret" }.ToString(), StringComparison.Ordinal);
}
