using Ase.Core.Ports;
using Ase.Core.Subjects;
using Ase.Generation.Providers.OpenAi;
using Ase.Testing.Models;
using Ase.Testing.Time;

namespace Ase.Generation.Tests.Providers.OpenAi;

/// <summary>A provider over a fake server, with a clock on which the waits between retries take no time.</summary>
internal sealed class OpenAiHarness : IAsyncDisposable
{
    public const string Key = "sk-very+secret/key-0123456789";

    private readonly OpenAiProvider provider;

    public OpenAiHarness(Func<FakeRequest, FakeReply> script, Func<OpenAiOptions, OpenAiOptions>? configure = null)
    {
        Server = new FakeModelServer(script);
        var options = new OpenAiOptions { BaseUrl = Server.BaseUrl, ApiKey = Key, MaxRetries = 2, Clock = Clock };
        provider = new OpenAiProvider(configure is null ? options : configure(options));
    }

    public OpenAiHarness(FakeReply always, Func<OpenAiOptions, OpenAiOptions>? configure = null)
        : this(_ => always, configure)
    {
    }

    public FakeModelServer Server { get; }

    public InstantClock Clock { get; } = new(TimeSpan.FromMinutes(5));

    public Task<GenerationOutcome> AskAsync(CancellationToken cancellationToken, string subject = "openai/fake-1", string question = "What is missing?") =>
        provider.GenerateAsync(
            new GenerationRequest(SubjectParser.Parse(subject, [provider.Grammar]), Sample.Task(), new Prompt("You program.", question, 10, []), 1), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        provider.Dispose();
        await Server.DisposeAsync();
    }
}
