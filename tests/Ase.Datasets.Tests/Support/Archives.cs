using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Ase.Datasets.Tests.Support;

/// <summary>Archives, well-behaved and hostile.</summary>
internal static class Archives
{
    public static byte[] Of(params (string Path, string Text)[] files) => Of(files.Select(f => (f.Path, Encoding.UTF8.GetBytes(f.Text))));

    public static byte[] Of(IEnumerable<(string Path, byte[] Bytes)> files) => Pack(tar =>
    {
        foreach (var (path, bytes) in files) tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(bytes) });
    });

    public static byte[] Pack(Action<TarWriter> write)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
        {
            write(tar);
        }
        return packed.ToArray();
    }

    public static string Integrity(byte[] archive) => "sha512-" + Convert.ToBase64String(SHA512.HashData(archive));
}
