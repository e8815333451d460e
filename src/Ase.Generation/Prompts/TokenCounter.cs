using Ase.Core.Digests;
using Ase.Generation.Context;
using Microsoft.ML.Tokenizers;

namespace Ase.Generation.Prompts;

/// <summary>
/// Counts o200k tokens, the same for every subject, so that all see the same text. Thread-safe. Texts are cut at line ends (and lines of
/// thousands of characters inside), since the time of an encoder grows with the square of an unbroken run; the count is that of the pieces.
/// </summary>
internal static class TokenCounter
{
    private const int Piece = 2_048;
    private const int LongLine = 1_000;
    private const int LongPiece = 256;
    private const int WorthCaching = 1_000;

    private static readonly Lazy<Tokenizer> Encoder = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));
    private static readonly RecentlyUsed<string, int> Counts = new(4_096);

    /// <summary>The tokens of a text.</summary>
    public static int Count(string text) => text.Length < WorthCaching ? Encode(text) : Counts.Get(Digest.Of(text), () => Encode(text));

    private static int Encode(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (!text.IsEmpty)
        {
            var length = PieceLength(text);
            count += Encoder.Value.CountTokens(text[..length]);
            text = text[length..];
        }
        return count;
    }

    private static int PieceLength(ReadOnlySpan<char> text)
    {
        var taken = 0;
        while (taken < text.Length)
        {
            var end = text[taken..].IndexOf('\n');
            var line = end < 0 ? text.Length - taken : end + 1;
            if (line > LongLine) return taken > 0 ? taken : Whole(text, Math.Min(line, LongPiece));
            if (taken > 0 && taken + line > Piece) return taken;
            taken += line;
        }
        return taken;
    }

    // Not between the halves of one character.
    private static int Whole(ReadOnlySpan<char> text, int length) =>
        length < text.Length && char.IsHighSurrogate(text[length - 1]) && char.IsLowSurrogate(text[length]) ? length + 1 : length;
}
