using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Ase.Core.Digests;

/// <summary>SHA-256 digests, as 64 lower-case hex digits.</summary>
public static class Digest
{
    /// <summary>The digest of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The digest of a text's UTF-8 bytes.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The digest of a value's canonical JSON (RFC 8785).</summary>
    public static string Of(JsonNode? value) => Of(CanonicalJson.Serialize(value));

    /// <summary>
    /// The digest of a file tree: over the lines <c>path\0digest of the file\n</c>, paths with <c>/</c>, in ordinal order.
    /// </summary>
    public static string OfTree(IEnumerable<(string Path, string Digest)> files)
    {
        var text = new StringBuilder();
        foreach (var (path, digest) in files.OrderBy(f => f.Path, StringComparer.Ordinal)) text.Append(path).Append('\0').Append(digest).Append('\n');
        return Of(text.ToString());
    }
}
