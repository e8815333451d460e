namespace Ase.Reporting.Html;

/// <summary>What bounds the size of a page, so that a browser opens it quickly whatever the answers are.</summary>
/// <param name="TextLength">Characters of a text at most; the page says how many more there are.</param>
/// <param name="ChunkLength">Characters that are compressed together, at least: more compress better, fewer open faster.</param>
/// <param name="Compressed">Bytes of compressed texts at most; later texts are left out, and the page says so. Findings and checks never are.</param>
internal sealed record HtmlLimits(int TextLength, int ChunkLength, int Compressed);

/// <summary>The limits in use.</summary>
internal static class HtmlDefaults
{
    // 5 MiB are 7 million characters of base64: with the index of 10,000 attempts the file stays under 8 MB.
    public static HtmlLimits Limits { get; } = new(TextLength: 200_000, ChunkLength: 400_000, Compressed: 5 << 20);
}
