using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ase.Storage.Serialization;

/// <summary>How records are written: JSON with a format version. A change that old readers would misread raises the version.</summary>
internal static class StoredJson
{
    /// <summary>The version this program writes; older ones are read.</summary>
    public const int Format = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(new Envelope<T>(Format, value), Options);

    public static T Read<T>(string json)
    {
        var envelope = JsonSerializer.Deserialize<Envelope<T>>(json, Options) ?? throw new JsonException("an empty record");
        if (envelope.Format > Format) throw new NewerFormatException(envelope.Format);
        return envelope.Value;
    }

    public static byte[] Compress(string text)
    {
        using var buffer = new MemoryStream();
        using (var brotli = new BrotliStream(buffer, new BrotliCompressionOptions { Quality = 5 })) brotli.Write(Encoding.UTF8.GetBytes(text));
        return buffer.ToArray();
    }

    public static string Decompress(byte[] bytes)
    {
        using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var buffer = new MemoryStream();
        brotli.CopyTo(buffer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    internal sealed record Envelope<T>(int Format, T Value);

    internal sealed class NewerFormatException(int format) : Exception($"format {format}");
}
