using System.Text;

namespace Ase.Code.Text;

/// <summary>
/// The text of a file with its lines, convertible back to the very same bytes: valid UTF-8 is decoded as such (a byte order mark stays
/// in the text as U+FEFF), anything else as Latin-1, which maps every byte to one character.
/// </summary>
public sealed class SourceText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private int[]? lineStarts;

    /// <summary>Takes a text whose file is UTF-8.</summary>
    public SourceText(string text, bool isUtf8 = true)
    {
        Text = text;
        IsUtf8 = isUtf8;
    }

    /// <summary>The decoded text.</summary>
    public string Text { get; }

    /// <summary>False when the bytes were not valid UTF-8 and each byte stands for one Latin-1 character.</summary>
    public bool IsUtf8 { get; }

    /// <summary>Number of lines. A final line without terminator counts; the empty rest after a final terminator does not, except in an empty text (1).</summary>
    public int LineCount
    {
        get
        {
            var starts = LineStarts;
            return starts.Length > 1 && starts[^1] == Text.Length ? starts.Length - 1 : starts.Length;
        }
    }

    /// <summary>Start of every line; lines end in <c>\n</c>, as for git and diff (a <c>\r</c> before it belongs to the line).</summary>
    private int[] LineStarts => lineStarts ??= FindLines(Text);

    /// <summary>Decodes the bytes of a file.</summary>
    public static SourceText FromBytes(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new SourceText(StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return new SourceText(Encoding.Latin1.GetString(bytes), isUtf8: false);
        }
    }

    /// <summary>The bytes of <paramref name="text"/> in the encoding of this file. Characters that Latin-1 lacks turn the file into UTF-8.</summary>
    public byte[] Encode(string text) =>
        IsUtf8 || text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF') ? StrictUtf8Lenient(text) : Encoding.Latin1.GetBytes(text);

    /// <summary>The bytes of this text; equal to those it was read from.</summary>
    public byte[] ToBytes() => Encode(Text);

    /// <summary>The place of a code unit.</summary>
    /// <param name="offset">0 to the length of the text.</param>
    public LinePosition PositionOf(int offset)
    {
        var index = Array.BinarySearch(LineStarts, offset);
        if (index < 0) index = ~index - 1;
        return new LinePosition(index + 1, offset - LineStarts[index] + 1);
    }

    /// <summary>The 1-based line of a code unit.</summary>
    public int LineOf(int offset) => PositionOf(offset).Line;

    /// <summary>The span of whole lines, terminators included.</summary>
    /// <param name="first">1-based first line.</param>
    /// <param name="last">1-based last line, inclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lines are not in the text.</exception>
    public TextSpan LinesSpan(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last, LineCount);
        return new TextSpan(LineStarts[first - 1], last < LineStarts.Length ? LineStarts[last] : Text.Length);
    }

    /// <summary>The text of a span.</summary>
    public ReadOnlySpan<char> Slice(TextSpan span) => Text.AsSpan(span.Start, span.Length);

    private static byte[] StrictUtf8Lenient(string text) => Encoding.UTF8.GetBytes(text);

    private static int[] FindLines(string text)
    {
        var starts = new List<int>(text.Length / 32 + 1) { 0 };
        for (var i = 0; i < text.Length;)
        {
            var next = text.AsSpan(i).IndexOf('\n');
            if (next < 0) break;
            i += next + 1;
            starts.Add(i);
        }
        return [.. starts];
    }
}
