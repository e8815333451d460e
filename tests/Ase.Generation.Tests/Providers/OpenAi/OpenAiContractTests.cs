using Ase.Generation.Providers.OpenAi;
using Ase.Testing.Models;

namespace Ase.Generation.Tests.Providers.OpenAi;

public sealed class OpenAiContractTests : ProviderContract, IAsyncDisposable
{
    private readonly List<IAsyncDisposable> servers = [];
    private readonly List<IDisposable> providers = [];

    protected override ProviderUnderTest Open(Func<int, Scripted> script)
    {
        var server = new FakeModelServer(request => script(CycleOf(request.User)) switch
        {
            Scripted.Answers answer => answer.Text,
            Scripted.Refuses => FakeReply.ContentFilter,
            Scripted.Fails => FakeReply.Unauthorized("sk-0123456789"),
            var other => throw new ArgumentOutOfRangeException(nameof(script), other, null),
        });
        var provider = new KeyByModel(server.BaseUrl);
        servers.Add(server);
        providers.Add(provider);
        return new ProviderUnderTest(provider, "openai/fake", "openai/far-away", "OPENAI_API_KEY");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in providers) provider.Dispose();
        foreach (var server in servers) await server.DisposeAsync();
    }

    // Whether a key is needed depends on the endpoint, which a subject does not name.
    private sealed class KeyByModel(string baseUrl) : Ase.Core.Ports.IAnswerProvider, IDisposable
    {
        private readonly OpenAiProvider near = new(new OpenAiOptions { BaseUrl = baseUrl });
        private readonly OpenAiProvider far = new(new OpenAiOptions());

        public Ase.Core.Subjects.SubjectGrammar Grammar => near.Grammar;

        public bool Cacheable => near.Cacheable;

        public void EnsureUsable(Ase.Core.Subjects.Subject subject) => (subject.Model == "far-away" ? far : near).EnsureUsable(subject);

        public Task<Ase.Core.Ports.GenerationOutcome> GenerateAsync(Ase.Core.Ports.GenerationRequest request, CancellationToken cancellationToken) => near.GenerateAsync(request, cancellationToken);

        public void Dispose()
        {
            near.Dispose();
            far.Dispose();
        }
    }
}
