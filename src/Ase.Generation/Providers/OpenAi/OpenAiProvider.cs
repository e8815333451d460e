using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Core.Subjects;
using Ase.Generation.Providers.Chat;

namespace Ase.Generation.Providers.OpenAi;

/// <summary>Models behind any OpenAI-compatible endpoint: OpenAI itself, vLLM, llama.cpp, DeepSeek, OpenRouter and others.</summary>
/// <example><c>openai/gpt-5?temperature=0.2&amp;context=bm25</c></example>
public sealed class OpenAiProvider : IAnswerProvider, IDisposable
{
    private readonly OpenAiOptions options;
    private readonly Lazy<OpenAiConnection> connection;
    private readonly Lazy<ChatCaller> caller;

    /// <summary>Takes the options; nothing is opened, and nothing is wrong yet with options that cannot be used.</summary>
    public OpenAiProvider(OpenAiOptions options)
    {
        this.options = options;
        connection = new Lazy<OpenAiConnection>(() => new OpenAiConnection(options));
        caller = new Lazy<ChatCaller>(() => new ChatCaller(options, new Redaction([options.ApiKey])));
    }

    /// <inheritdoc/>
    public SubjectGrammar Grammar { get; } = new("openai", [.. SubjectOptions.Common, .. SubjectOptions.Sampling], []);

    /// <inheritdoc/>
    public bool Cacheable => true;

    /// <inheritdoc/>
    public void EnsureUsable(Subject subject)
    {
        var problems = options.Validate().ToList();
        if (problems.Count > 0) throw new AseException(ErrorCode.Usage, $"{subject.Name} cannot be asked: {string.Join("; ", problems)}.");
        if (string.IsNullOrEmpty(options.ApiKey) && !OpenAiDefaults.IsPrivate(OpenAiDefaults.Parse(options.BaseUrl)!))
            throw new AseException(ErrorCode.KeyMissing, $"{subject.Name} needs a key in {OpenAiOptions.KeyVariable}.");
    }

    /// <inheritdoc/>
    public Task<GenerationOutcome> GenerateAsync(GenerationRequest request, CancellationToken cancellationToken) =>
        caller.Value.AskAsync(
            exchange => connection.Value.Client(request.Subject.Model, exchange),
            request.Prompt,
            connection.Value.Adapt(Sampling.Of(request.Subject)),
            cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (connection.IsValueCreated) connection.Value.Dispose();
        if (caller.IsValueCreated) caller.Value.Dispose();
    }
}
