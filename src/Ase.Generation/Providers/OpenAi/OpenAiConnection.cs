using System.ClientModel;
using System.ClientModel.Primitives;
using Ase.Generation.Providers.Http;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace Ase.Generation.Providers.OpenAi;

#pragma warning disable RS0030 // an adapter: the one place that speaks HTTP to models
/// <summary>Makes clients of one endpoint over shared connections. Retries, deadlines and limits are the caller's.</summary>
internal sealed class OpenAiConnection : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    private readonly Uri endpoint;
    private readonly ApiKeyCredential key;
    private readonly HttpClient http;

    public OpenAiConnection(OpenAiOptions options)
    {
        endpoint = OpenAiDefaults.Parse(options.BaseUrl) ?? throw new ArgumentException("no base URL", nameof(options));
        key = new ApiKeyCredential(options.ApiKey is { Length: > 0 } k ? k : OpenAiDefaults.NoKey);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !endpoint.IsLoopback,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        http = new HttpClient(new WireHandler(handler, options.Clock)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>A client for one request.</summary>
    public IChatClient Client(string model, Exchange exchange)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = endpoint,
            Transport = new Transport(http, exchange),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
        return new ChatClient(model, key, options).AsIChatClient();
    }

    /// <summary>Puts the limit of the answer under the name that the endpoint knows.</summary>
    public ChatOptions Adapt(ChatOptions options)
    {
        if (OpenAiDefaults.TakesCompletionTokens(endpoint) || options.MaxOutputTokens is not { } limit) return options;
        options.MaxOutputTokens = null;
        options.RawRepresentationFactory = _ =>
        {
            var raw = new ChatCompletionOptions();
#pragma warning disable SCME0001 // the library's only way to a property that it does not know
            raw.Patch.Set("$.max_tokens"u8, limit);
#pragma warning restore SCME0001
            return raw;
        };
        return options;
    }

    public void Dispose() => http.Dispose();

    private sealed class Transport(HttpClient http, Exchange exchange) : HttpClientPipelineTransport(http)
    {
        protected override void OnSendingRequest(PipelineMessage message, HttpRequestMessage httpRequest) => httpRequest.Options.Set(Exchange.Key, exchange);
    }
}
#pragma warning restore RS0030
