using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ase.Testing.Models;

/// <summary>The server's end of one connection: just enough HTTP/1.1 for a model's API.</summary>
internal sealed class FakeConnection(Socket socket) : IDisposable
{
    private readonly NetworkStream stream = new(socket, ownsSocket: true);
    private readonly byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    /// <summary>The next request, or null when the client closed the connection.</summary>
    public async Task<FakeRequest?> ReadRequestAsync(Func<Func<int, FakeRequest>, FakeRequest> register, CancellationToken cancellationToken)
    {
        if (await ReadLineAsync(cancellationToken) is not { Length: > 0 } first) return null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }
        var body = new MemoryStream();
        if (headers.TryGetValue("Content-Length", out var length)) await CopyAsync(body, int.Parse(length, CultureInfo.InvariantCulture), cancellationToken);
        else if (headers.ContainsKey("Transfer-Encoding")) await CopyChunksAsync(body, cancellationToken);
        var path = first.Split(' ')[1];
        return register(number => new FakeRequest(number, path, headers, ParseBody(body.ToArray())));
    }

    public Task WriteAsync(string text, CancellationToken cancellationToken) => WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => await stream.WriteAsync(bytes, cancellationToken);

    /// <summary>Ends when the client has closed its side.</summary>
    public async Task WaitForCloseAsync(CancellationToken cancellationToken)
    {
        while (await stream.ReadAsync(buffer, cancellationToken) > 0) start = end = 0;
    }

    /// <summary>Ends the connection with a reset instead of a proper close.</summary>
    public void Reset() => socket.LingerState = new LingerOption(true, 0);

    public void Dispose() => stream.Dispose();

    private static JsonObject ParseBody(byte[] body)
    {
        try
        {
            return body.Length == 0 ? [] : JsonNode.Parse(body) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (true)
        {
            if (start == end && !await FillAsync(cancellationToken)) return null;
            var b = buffer[start++];
            if (b == '\n') return Encoding.ASCII.GetString([.. line]).TrimEnd('\r');
            line.Add(b);
        }
    }

    private async Task CopyAsync(MemoryStream target, int count, CancellationToken cancellationToken)
    {
        while (count > 0)
        {
            if (start == end && !await FillAsync(cancellationToken)) throw new EndOfStreamException();
            var take = Math.Min(count, end - start);
            target.Write(buffer, start, take);
            start += take;
            count -= take;
        }
    }

    private async Task CopyChunksAsync(MemoryStream target, CancellationToken cancellationToken)
    {
        while (await ReadLineAsync(cancellationToken) is { } size)
        {
            var count = int.Parse(size.Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            await CopyAsync(target, count, cancellationToken);
            await ReadLineAsync(cancellationToken);
            if (count == 0) return;
        }
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        start = 0;
        end = await stream.ReadAsync(buffer, cancellationToken);
        return end > 0;
    }
}
