using System.IO.Compression;
using System.Text.Json;
using Ase.Reporting.Json;

namespace Ase.Reporting.Html;

/// <summary>
/// Texts of the page, each once, compressed in chunks that the page unpacks when it first reads from them.
/// coupling: Page/data.js reads what is written here.
/// </summary>
internal sealed class TextChunks(HtmlLimits limits)
{
    /// <summary>In place of a reference: there is no such text.</summary>
    public const int Missing = -1;

    /// <summary>In place of a reference: the text would make the file too large.</summary>
    public const int LeftOut = -2;

    private readonly Dictionary<string, int> references = new(StringComparer.Ordinal);
    private readonly List<object> pending = [];
    private readonly List<int> firsts = [];
    private readonly List<byte[]> chunks = [];
    private int count;
    private int pendingLength;
    private int compressed;

    /// <summary>The first text of each chunk.</summary>
    public IReadOnlyList<int> Firsts => firsts;

    /// <summary>The chunks, gzip of a JSON array each.</summary>
    public IReadOnlyList<byte[]> Chunks => chunks;

    /// <summary>True when the file is as large as it may be.</summary>
    public bool Full => compressed >= limits.Compressed;

    /// <summary>The reference of a text that was added before.</summary>
    public int? Find(string key) => references.TryGetValue(key, out var reference) ? reference : null;

    /// <summary>Adds a text and gives its reference.</summary>
    /// <param name="key">Its identity.</param>
    /// <param name="text">The text, cut to the limit unless <paramref name="always"/>.</param>
    /// <param name="always">For records: neither cut nor left out.</param>
    public int Add(string key, string text, bool always = false)
    {
        if (references.TryGetValue(key, out var known)) return known;
        if (Full && !always) return references[key] = LeftOut;
        var cut = always || text.Length <= limits.TextLength ? text.Length : limits.TextLength;
        if (cut < text.Length && char.IsHighSurrogate(text[cut - 1])) cut--;
        pending.Add(cut == text.Length ? text : new { text = text[..cut], more = text.Length - cut });
        pendingLength += cut;
        references[key] = count++;
        if (pendingLength >= limits.ChunkLength) Flush();
        return references[key];
    }

    /// <summary>Ends the chunk that is being filled.</summary>
    public void Flush()
    {
        if (pending.Count == 0) return;
        firsts.Add(count - pending.Count);
        chunks.Add(Compress(pending));
        compressed += chunks[^1].Length;
        pending.Clear();
        pendingLength = 0;
    }

    /// <summary>A value as compressed JSON.</summary>
    public static byte[] Compress<T>(T value)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize)) JsonSerializer.Serialize(gzip, value, JsonReport.Compact);
        return buffer.ToArray();
    }
}
