using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Ase.Testing.Models;

/// <summary>Writes replies in the wire format of OpenAI's chat completions.</summary>
internal static class FakeReplyWriter
{
    private const string Done = "[DONE]";

    /// <summary>Writes a reply.</summary>
    /// <returns>True when the connection can be used again.</returns>
    public static async Task<bool> WriteAsync(FakeConnection connection, FakeRequest request, FakeReply reply, CancellationToken cancellationToken)
    {
        switch (reply)
        {
            case FakeReply.After after:
                await Task.Delay(after.Delay, cancellationToken);
                return await WriteAsync(connection, request, after.Then, cancellationToken);
            case FakeReply.When gate:
                await gate.Happened.WaitAsync(cancellationToken);
                return await WriteAsync(connection, request, gate.Then, cancellationToken);
            case FakeReply.Answer answer:
                await StartStreamAsync(connection, cancellationToken);
                foreach (var part in Parts(answer.Text, answer.ChunkSize)) await EventAsync(connection, Chunk(request, answer.Model, part, null), cancellationToken);
                await EventAsync(connection, Chunk(request, answer.Model, null, answer.FinishReason), cancellationToken);
                await EventAsync(connection, UsageChunk(request, answer), cancellationToken);
                await EventAsync(connection, Done, cancellationToken);
                await EndStreamAsync(connection, cancellationToken);
                return true;
            case FakeReply.NonStreaming whole:
                await BodyAsync(connection, new FakeReply.Status(HttpStatusCode.OK, Completion(request, whole)), cancellationToken);
                return true;
            case FakeReply.Status status:
                await BodyAsync(connection, status, cancellationToken);
                return true;
            case FakeReply.Events events:
                await StartStreamAsync(connection, cancellationToken);
                foreach (var line in events.Lines) await EventAsync(connection, line, cancellationToken);
                await EndStreamAsync(connection, cancellationToken);
                return true;
            case FakeReply.Refusal refusal:
                await StartStreamAsync(connection, cancellationToken);
                await EventAsync(connection, Chunk(request, null, null, null, refusal.Text), cancellationToken);
                await EventAsync(connection, Chunk(request, null, null, "stop"), cancellationToken);
                await EventAsync(connection, Done, cancellationToken);
                await EndStreamAsync(connection, cancellationToken);
                return true;
            case FakeReply.Truncated truncated:
                await StartStreamAsync(connection, cancellationToken);
                await EventAsync(connection, Chunk(request, null, truncated.Text, null), cancellationToken);
                await EndStreamAsync(connection, cancellationToken);
                return true;
            case FakeReply.Reset reset:
                if (reset.Text is { } sent)
                {
                    await StartStreamAsync(connection, cancellationToken);
                    await EventAsync(connection, Chunk(request, null, sent, null), cancellationToken);
                }
                connection.Reset();
                return false;
            case FakeReply.Hang hang:
                if (hang.Text is { } begun)
                {
                    await StartStreamAsync(connection, cancellationToken);
                    await EventAsync(connection, Chunk(request, null, begun, null), cancellationToken);
                }
                await connection.WaitForCloseAsync(cancellationToken);
                return false;
            case FakeReply.Huge huge:
                await HugeAsync(connection, request, huge, cancellationToken);
                return true;
            default:
                throw new ArgumentOutOfRangeException(nameof(reply), reply, null);
        }
    }

    private static async Task HugeAsync(FakeConnection connection, FakeRequest request, FakeReply.Huge huge, CancellationToken cancellationToken)
    {
        await StartStreamAsync(connection, cancellationToken);
        var size = huge.OneEvent ? huge.Bytes : Math.Min(huge.Bytes, 64 * 1024);
        var chunk = Chunk(request, null, new string('x', checked((int)size)), null);
        for (long sent = 0; sent < huge.Bytes; sent += size) await EventAsync(connection, chunk, cancellationToken);
        await EventAsync(connection, Chunk(request, null, null, "stop"), cancellationToken);
        await EventAsync(connection, Done, cancellationToken);
        await EndStreamAsync(connection, cancellationToken);
    }

    private static Task StartStreamAsync(FakeConnection connection, CancellationToken cancellationToken) =>
        connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n", cancellationToken);

    private static Task EventAsync(FakeConnection connection, string data, CancellationToken cancellationToken)
    {
        var text = $"data: {data}\n\n";
        var size = Encoding.UTF8.GetByteCount(text).ToString("x", CultureInfo.InvariantCulture);
        return connection.WriteAsync($"{size}\r\n{text}\r\n", cancellationToken);
    }

    private static Task EndStreamAsync(FakeConnection connection, CancellationToken cancellationToken) => connection.WriteAsync("0\r\n\r\n", cancellationToken);

    private static Task BodyAsync(FakeConnection connection, FakeReply.Status status, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)status.Code} {status.Code}\r\nContent-Type: {status.ContentType}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(status.Body)}\r\n");
        foreach (var (name, value) in status.Headers) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        return connection.WriteAsync(head.Append("\r\n").Append(status.Body).ToString(), cancellationToken);
    }

    private static string Chunk(FakeRequest request, string? model, string? content, string? finish, string? refusal = null)
    {
        var delta = new JsonObject();
        if (content is not null) delta["content"] = content;
        if (refusal is not null) delta["refusal"] = refusal;
        return Head(request, "chat.completion.chunk", model, new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }).ToJsonString();
    }

    private static string UsageChunk(FakeRequest request, FakeReply.Answer answer)
    {
        var chunk = Head(request, "chat.completion.chunk", answer.Model, null);
        chunk["usage"] = Usage(request, answer.Text);
        return chunk.ToJsonString();
    }

    private static string Completion(FakeRequest request, FakeReply.NonStreaming reply)
    {
        var choice = new JsonObject { ["index"] = 0, ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = reply.Text }, ["finish_reason"] = reply.FinishReason };
        var completion = Head(request, "chat.completion", null, choice);
        completion["usage"] = Usage(request, reply.Text);
        return completion.ToJsonString();
    }

    private static JsonObject Head(FakeRequest request, string kind, string? model, JsonObject? choice) => new()
    {
        ["id"] = "fake-" + request.Number.ToString(CultureInfo.InvariantCulture),
        ["object"] = kind,
        ["created"] = 1_700_000_000,
        ["model"] = model ?? request.Model,
        ["choices"] = choice is null ? new JsonArray() : new JsonArray(choice),
    };

    // Four characters a token: made up, but the same every time.
    private static JsonObject Usage(FakeRequest request, string answer)
    {
        var input = (request.System.Length + request.User.Length + 3) / 4;
        var output = (answer.Length + 3) / 4;
        return new JsonObject { ["prompt_tokens"] = input, ["completion_tokens"] = output, ["total_tokens"] = input + output };
    }

    private static IEnumerable<string> Parts(string text, int size)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = Math.Min(size, text.Length - i);
            if (i + length < text.Length && char.IsHighSurrogate(text[i + length - 1])) length++;
            yield return text.Substring(i, length);
            i += length;
        }
    }
}
