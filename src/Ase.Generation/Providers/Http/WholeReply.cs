using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ase.Generation.Providers.Http;

/// <summary>Turns a reply that came as one JSON document, although a stream was asked for, into the stream that it should have been.</summary>
internal static class WholeReply
{
    // no longer than the reply was
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The events; an error inside is noted in the exchange.</summary>
    /// <exception cref="ExchangeException">The reply is an error, or no reply.</exception>
    public static byte[] ToEvents(ReadOnlyMemory<byte> json, Exchange exchange)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (ErrorBody.Find(root, loose: false) is { } error)
            {
                exchange.Failure = CallFailure.FromError(error.Status, error.Code, error.Message, null);
                throw new ExchangeException("an error inside the reply");
            }
            if (root.TryGetProperty("choices", out var choices) && choices.ValueKind == JsonValueKind.Array && choices.GetArrayLength() > 0) return Events(root, choices[0]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // not what was asked for
        }
        exchange.Failure = new CallFailure(FailureKind.Transient, "The reply is neither a stream nor a chat completion.");
        throw new ExchangeException("no chat completion");
    }

    private static byte[] Events(JsonElement root, JsonElement choice)
    {
        var delta = new JsonObject();
        if (choice.TryGetProperty("message", out var message))
        {
            if (message.TryGetProperty("content", out var content)) delta["content"] = Text(content);
            if (message.TryGetProperty("refusal", out var refusal) && refusal.ValueKind == JsonValueKind.String) delta["refusal"] = refusal.GetString();
        }
        var finish = choice.TryGetProperty("finish_reason", out var reason) && reason.ValueKind == JsonValueKind.String ? reason.GetString() : null;
        var text = new StringBuilder();
        Append(text, Chunk(root, new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish })));
        if (root.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object)
        {
            var last = Chunk(root, []);
            last["usage"] = JsonObject.Create(usage);
            Append(text, last);
        }
        return Encoding.UTF8.GetBytes(text.Append("data: [DONE]\n\n").ToString());
    }

    private static JsonObject Chunk(JsonElement root, JsonArray choices) => new()
    {
        ["id"] = root.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : "whole",
        ["object"] = "chat.completion.chunk",
        ["created"] = root.TryGetProperty("created", out var created) && created.ValueKind == JsonValueKind.Number ? created.GetInt64() : 0,
        ["model"] = root.TryGetProperty("model", out var model) && model.ValueKind == JsonValueKind.String ? model.GetString() : "",
        ["choices"] = choices,
    };

    // A text, or an array of parts of which those with a text count.
    private static string? Text(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString(),
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Where(p => p.ValueKind == JsonValueKind.Object && p.TryGetProperty("text", out var t) && t.ValueKind == JsonValueKind.String).Select(p => p.GetProperty("text").GetString())),
        _ => null,
    };

    private static void Append(StringBuilder text, JsonObject chunk) => text.Append("data: ").Append(chunk.ToJsonString(Relaxed)).Append("\n\n");
}
