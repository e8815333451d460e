using System.Net;

namespace Ase.Testing.Models;

/// <summary>How the server behaves on one request. Every shape is what real endpoints have been seen to do.</summary>
public abstract record FakeReply
{
    private FakeReply() { }

    /// <summary>A streamed answer with usage.</summary>
    /// <param name="Text">The answer.</param>
    /// <param name="FinishReason">As sent.</param>
    public sealed record Answer(string Text, string FinishReason = "stop") : FakeReply
    {
        /// <summary>The model that the reply names; the one asked for when null.</summary>
        public string? Model { get; init; }
        /// <summary>Characters an event carries. <value>16</value></summary>
        public int ChunkSize { get; init; } = 16;
    }

    /// <summary>A whole reply as one JSON document, although a stream was asked for.</summary>
    public sealed record NonStreaming(string Text, string FinishReason = "stop") : FakeReply;

    /// <summary>Any status with any body.</summary>
    public sealed record Status(HttpStatusCode Code, string Body = "{}", string ContentType = "application/json") : FakeReply
    {
        /// <summary>Further headers.</summary>
        public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
    }

    /// <summary>Events exactly as given, one <c>data:</c> line each, without <c>[DONE]</c> unless it is one of them.</summary>
    public sealed record Events(params string[] Lines) : FakeReply;

    /// <summary>The start of an answer, then a proper end of the body without a finish reason.</summary>
    public sealed record Truncated(string Text) : FakeReply;

    /// <summary>The start of an answer, then the connection is reset; without text before the status line.</summary>
    public sealed record Reset(string? Text = null) : FakeReply;

    /// <summary>The start of an answer, then silence on a live connection until the client leaves; without text before the status line.</summary>
    public sealed record Hang(string? Text = null) : FakeReply;

    /// <summary>Another reply after a while.</summary>
    public sealed record After(TimeSpan Delay, FakeReply Then) : FakeReply;

    /// <summary>Another reply when something has happened.</summary>
    public sealed record When(Task Happened, FakeReply Then) : FakeReply;

    /// <summary>An answer of so many bytes.</summary>
    /// <param name="Bytes">The length.</param>
    /// <param name="OneEvent">All in a single event instead of many.</param>
    public sealed record Huge(long Bytes, bool OneEvent = false) : FakeReply;

    /// <summary>A refusal of the model in its own field.</summary>
    public sealed record Refusal(string Text) : FakeReply;

    /// <summary>200 with nothing.</summary>
    public static FakeReply EmptyBody { get; } = new Status(HttpStatusCode.OK, "", "text/event-stream");

    /// <summary>200 with a web page, as captive portals and proxies send.</summary>
    public static FakeReply Html { get; } = new Status(HttpStatusCode.OK, "<!doctype html><html><body>Sign in to the network</body></html>", "text/html; charset=utf-8");

    /// <summary>The provider's filter stopped the answer.</summary>
    public static FakeReply ContentFilter { get; } = new Answer("I ", "content_filter");

    /// <summary>The provider's filter refused the prompt with a status.</summary>
    public static FakeReply PromptFilter { get; } =
        new Status(HttpStatusCode.BadRequest, """{"error":{"message":"The prompt was filtered.","code":"content_filter","type":"invalid_request_error"}}""");

    /// <summary>A key that the endpoint does not know; the body repeats it.</summary>
    public static FakeReply Unauthorized(string key) =>
        new Status(HttpStatusCode.Unauthorized, $$$"""{"error":{"message":"Incorrect API key provided: {{{key}}}. Sent: Bearer {{{key}}}","code":"invalid_api_key"}}""");

    /// <summary>Too many requests.</summary>
    /// <param name="retryAfter">Seconds or an HTTP date; left out when null.</param>
    public static FakeReply TooMany(string? retryAfter = null) => new Status(HttpStatusCode.TooManyRequests, """{"error":{"message":"Slow down.","code":"rate_limit_exceeded"}}""")
    {
        Headers = retryAfter is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Retry-After"] = retryAfter },
    };

    /// <summary>The endpoint's own failure.</summary>
    public static FakeReply ServerError { get; } = new Status(HttpStatusCode.InternalServerError, """{"error":{"message":"Something broke."}}""");

    /// <summary>200, and an error where the answer should be.</summary>
    public static FakeReply ErrorInside { get; } = new Events("""{"error":{"message":"The engine is overloaded.","code":502}}""", "[DONE]");

    /// <summary>An answer.</summary>
    public static implicit operator FakeReply(string text) => new Answer(text);
}
