using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Ase.Generation.Providers.Http;

/// <summary>
/// Stands between a client library and the network: bounds what is read, tells errors, web pages and empty replies from answers, and
/// writes what it saw into the request's <see cref="Exchange"/>.
/// </summary>
internal sealed class WireHandler(HttpMessageHandler inner, TimeProvider clock) : DelegatingHandler(inner)
{
    private const int MaxErrorBytes = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(Exchange.Key, out var exchange)) return await base.SendAsync(request, cancellationToken);
        if (request.Content is { } content) request.Content = new SentContent(content, exchange);
        var response = await base.SendAsync(request, cancellationToken);
        exchange.Connected = true;
        try
        {
            if (!response.IsSuccessStatusCode) await FailAsync(response, exchange, cancellationToken);
            else response.Content = await AnswerAsync(response.Content, exchange, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task FailAsync(HttpResponseMessage response, Exchange exchange, CancellationToken cancellationToken)
    {
        var (bytes, _) = await ReadAsync(await response.Content.ReadAsStreamAsync(cancellationToken), default, MaxErrorBytes, cancellationToken);
        var (code, message) = ErrorBody.Describe(Encoding.UTF8.GetString(bytes.Span));
        if (response.StatusCode is >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest) message = "a redirect, which is not followed";
        exchange.Failure = CallFailure.FromError((int)response.StatusCode, code, message, RetryAfter.Read(response.Headers, clock));
        response.Content = new ByteArrayContent([]);
    }

    private static async Task<HttpContent> AnswerAsync(HttpContent content, Exchange exchange, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken);
        var ahead = await FirstBytesAsync(stream, cancellationToken);
        var first = ahead.Span.TrimStart(" \t\r\n\uFEFF"u8);
        if (first.IsEmpty) throw Fail(exchange, "The reply is empty.");
        if (first[0] == (byte)'<' || content.Headers.ContentType?.MediaType == "text/html") throw Fail(exchange, "The reply is a web page.");
        if (first[0] != (byte)'{') return Events(new EventStream(stream, ahead, exchange));

        var (whole, complete) = await ReadAsync(stream, ahead, exchange.MaxEventBytes, cancellationToken);
        exchange.Received = true;
        if (complete)
        {
            // through the same reader as a real stream, which then has one long event
            return Events(new EventStream(Stream.Null, WholeReply.ToEvents(whole, exchange), exchange));
        }
        exchange.TooLarge = true;
        throw new ExchangeException("the reply is too long");
    }

    private static StreamContent Events(Stream stream) => new(stream) { Headers = { ContentType = new MediaTypeHeaderValue("text/event-stream") } };

    private static async Task<ReadOnlyMemory<byte>> FirstBytesAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        var count = 0;
        while (count < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(count), cancellationToken);
            count += read;
            if (read == 0 || buffer.AsSpan(count - read, read).ContainsAnyExcept(" \t\r\n\uFEFF"u8)) break;
        }
        return buffer.AsMemory(0, count);
    }

    private static async Task<(ReadOnlyMemory<byte> Bytes, bool Complete)> ReadAsync(Stream stream, ReadOnlyMemory<byte> ahead, int max, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        body.Write(ahead.Span);
        var buffer = new byte[16 * 1024];
        while (body.Length <= max)
        {
            var read = await stream.ReadAsync(buffer, cancellationToken);
            if (read == 0) return (body.ToArray(), true);
            body.Write(buffer, 0, read);
        }
        return (body.ToArray().AsMemory(0, max), false);
    }

    private static ExchangeException Fail(Exchange exchange, string message)
    {
        exchange.Failure = new CallFailure(FailureKind.Transient, message);
        return new ExchangeException(message);
    }
}
