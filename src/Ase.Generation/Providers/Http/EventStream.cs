using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Ase.Generation.Providers.Http;

/// <summary>
/// Passes a stream of server-sent events on, line by line, and notes what client libraries hide or stumble over: errors inside the stream,
/// the raw reason for stopping (unknown ones are passed on as <c>stop</c>), the end mark, and events beyond all bounds.
/// </summary>
internal sealed class EventStream(Stream upstream, ReadOnlyMemory<byte> ahead, Exchange exchange) : Stream
{
    private readonly byte[] chunk = new byte[16 * 1024];
    private readonly ArrayBufferWriter<byte> line = new(1024);
    private readonly ArrayBufferWriter<byte> ready = new(16 * 1024);
    private ReadOnlyMemory<byte> ahead = ahead;
    private int passed;
    private bool ended;
    private bool errorEvent;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (passed == ready.WrittenCount)
        {
            if (ended) return 0;
            ready.ResetWrittenCount();
            passed = 0;
            ReadOnlyMemory<byte> bytes;
            if (!ahead.IsEmpty) (bytes, ahead) = (ahead, default);
            else bytes = chunk.AsMemory(0, await upstream.ReadAsync(chunk, cancellationToken));
            if (bytes.IsEmpty)
            {
                ended = true;
                EndLine();
            }
            else Take(bytes.Span);
        }
        var count = Math.Min(buffer.Length, ready.WrittenCount - passed);
        ready.WrittenMemory.Slice(passed, count).CopyTo(buffer);
        passed += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("read asynchronously");

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) upstream.Dispose();
        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        exchange.Received = true;
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            line.Write(end < 0 ? bytes : bytes[..(end + 1)]);
            if (line.WrittenCount > exchange.MaxEventBytes)
            {
                exchange.TooLarge = true;
                throw new ExchangeException("an event is too long");
            }
            if (end < 0) return;
            EndLine();
            bytes = bytes[(end + 1)..];
        }
    }

    private void EndLine()
    {
        var text = line.WrittenSpan;
        if (text.StartsWith("event:"u8)) errorEvent = text[6..].Trim((byte)' ').StartsWith("error"u8);
        if (!text.StartsWith("data:"u8)) ready.Write(text);
        else
        {
            var data = text[5..].TrimStart((byte)' ');
            if (data.StartsWith("[DONE]"u8)) exchange.Done = true;
            if (errorEvent || data.IndexOf("\"error\""u8) >= 0) CheckError(data);
            WriteData(text);
        }
        line.ResetWrittenCount();
    }

    // A quote inside a JSON string is escaped, so that "error" with bare quotes is a property or a whole value.
    private void CheckError(ReadOnlySpan<byte> data)
    {
        (string Code, int Status, string Message)? error;
        try
        {
            var reader = new Utf8JsonReader(data);
            using var document = JsonDocument.ParseValue(ref reader);
            error = ErrorBody.Find(document.RootElement, errorEvent);
        }
        catch (JsonException)
        {
            error = errorEvent ? ("", 0, Encoding.UTF8.GetString(data)) : null;
        }
        if (error is not { } found) return;
        exchange.Failure = CallFailure.FromError(found.Status, found.Code, found.Message, null);
        throw new ExchangeException("an error inside the stream");
    }

    private void WriteData(ReadOnlySpan<byte> text)
    {
        while (Finish.Next(text, out var value))
        {
            var (start, length) = value.GetOffsetAndLength(text.Length);
            var raw = text.Slice(start, length);
            ready.Write(text[..start]);
            if (raw[0] == (byte)'"')
            {
                var reason = Encoding.UTF8.GetString(raw[1..^1]);
                if (reason.Length > 0) exchange.FinishReason = Finish.Normal(reason);
                ready.Write(Finish.ForLibrary(reason));
            }
            else ready.Write(raw);
            text = text[(start + length)..];
        }
        ready.Write(text);
    }
}
