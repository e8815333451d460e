using System.Text;
using Ase.Generation.Providers.Http;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Ase.Generation.Providers.Chat;

/// <summary>What a stream brought.</summary>
/// <param name="Text">The answer; reasoning is not in it.</param>
/// <param name="Refusal">What the model said in place of an answer; empty when it did not refuse.</param>
/// <param name="Model">As the endpoint names it.</param>
/// <param name="InputTokens">0 when unknown.</param>
/// <param name="OutputTokens">0 when unknown.</param>
/// <param name="Cut">The answer was longer than is read.</param>
internal sealed record Collected(string Text, string Refusal, string Model, long InputTokens, long OutputTokens, bool Cut)
{
    /// <summary>Reads a stream to its end, or to the limit.</summary>
    public static async Task<Collected> ReadAsync(IAsyncEnumerable<ChatResponseUpdate> updates, Exchange exchange, int maxBytes, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var refusal = new StringBuilder();
        var (model, input, output, bytes, cut) = ("", 0L, 0L, 0L, false);
        try
        {
            await foreach (var update in updates.WithCancellation(cancellationToken))
            {
                if (update.ModelId is { Length: > 0 } id) model = id;
                // the abstraction drops refusals that are streamed
                if (update.RawRepresentation is StreamingChatCompletionUpdate { RefusalUpdate: { Length: > 0 } said } && refusal.Length < maxBytes) refusal.Append(said);
                foreach (var content in update.Contents)
                {
                    switch (content)
                    {
                        case TextContent part:
                            (cut, bytes) = Append(text, part.Text, bytes, maxBytes);
                            break;
                        case ErrorContent error:
                            if (refusal.Length < maxBytes) refusal.Append(error.Message);
                            break;
                        case UsageContent usage: // some endpoints send it with every event, as a running total
                            input = usage.Details.InputTokenCount ?? input;
                            output = usage.Details.OutputTokenCount ?? output;
                            break;
                    }
                }
                if (cut) break;
            }
        }
        catch (Exception) when (exchange.TooLarge)
        {
            cut = true; // what came before the event that is too long is the answer
        }
        return new Collected(text.ToString(), refusal.ToString(), model, input, output, cut);
    }

    private static (bool Cut, long Bytes) Append(StringBuilder text, string part, long bytes, int maxBytes)
    {
        var length = Encoding.UTF8.GetByteCount(part);
        if (bytes + length <= maxBytes)
        {
            text.Append(part);
            return (false, bytes + length);
        }
        foreach (var rune in part.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > maxBytes) break;
            bytes += rune.Utf8SequenceLength;
            text.Append(rune.ToString());
        }
        return (true, bytes);
    }
}
