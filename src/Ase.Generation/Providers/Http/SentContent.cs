using System.Net;

namespace Ase.Generation.Providers.Http;

/// <summary>Notes that a request's body is being sent: there is a connection then.</summary>
internal sealed class SentContent : HttpContent
{
    private readonly HttpContent content;
    private readonly Exchange exchange;

    public SentContent(HttpContent content, Exchange exchange)
    {
        this.content = content;
        this.exchange = exchange;
        foreach (var (name, values) in content.Headers) Headers.TryAddWithoutValidation(name, values);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        exchange.Connected = true;
        return content.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = content.Headers.ContentLength ?? 0;
        return content.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) content.Dispose();
        base.Dispose(disposing);
    }
}
