using System.IO.Compression;
using Ase.Core.Errors;

namespace Ase.Datasets.Sources;

/// <summary>Limits of an archive; beyond them it is refused.</summary>
internal sealed record ArchiveLimits
{
    public long MaxBytes { get; init; } = 1L << 30;
    public int MaxFiles { get; init; } = 100_000;
    /// <summary>Unpacked bytes for each packed byte; text packs to a tenth, and gzip reaches about 1,000 at most.</summary>
    public int MaxRatio { get; init; } = 200;
    /// <summary>So much may be unpacked whatever the ratio.</summary>
    public long MinBytes { get; init; } = 10_000_000;
    /// <summary>Larger files are left out and listed.</summary>
    public int MaxFileBytes { get; init; } = 20_000_000;
}

/// <summary>Unpacks <c>.tgz</c> in memory. Hostile archives are refused whole; nothing touches the disk.</summary>
internal static class ArchiveReader
{
    /// <summary>Reads the files below the archive's one top folder.</summary>
    /// <exception cref="AseException"><see cref="ErrorCode.HostileArchive"/>.</exception>
    public static (Dictionary<string, byte[]> Files, List<string> Omitted) Read(byte[] archive, string name, ArchiveLimits? limits = null)
    {
        limits ??= new ArchiveLimits();
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var omitted = new List<string>();
        string? top = null;
        long total = 0;
        var entries = 0;
        try
        {
            using var gzip = new GZipStream(new MemoryStream(archive), CompressionMode.Decompress);
            using var bounded = new BoundedStream(gzip, Math.Min(limits.MaxBytes, Math.Max(limits.MinBytes, (long)archive.Length * limits.MaxRatio)), name);
            var tar = new TarReading(bounded);
            while (tar.Next() is { } entry)
            {
                if (++entries > limits.MaxFiles) throw Hostile(name, $"it has more than {limits.MaxFiles} entries");
                if (entry.Type == '5' || (entry.Name.EndsWith('/') && entry.Size == 0)) continue; // how old archives write folders
                var path = Inside(entry.Name, ref top, name);
                if (entry.Type is '1' or '2') throw Hostile(name, $"it has a link: {entry.Name} to {entry.Link}");
                if (entry.Type != '0') throw Hostile(name, $"{entry.Name} is neither file nor folder");
                if (entry.Size > limits.MaxFileBytes)
                {
                    omitted.Add(path);
                    continue;
                }
                total += entry.Size;
                if (total > limits.MaxBytes) throw Hostile(name, $"it unpacks to more than {limits.MaxBytes} bytes");
                files[path] = tar.Content(entry);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or FormatException or OverflowException)
        {
            throw new AseException(ErrorCode.HostileArchive, $"{name} is no readable archive: {e.Message}", e);
        }
        return (files, omitted);
    }

    /// <summary>The path below the top folder; refuses what points elsewhere.</summary>
    private static string Inside(string entry, ref string? top, string archive)
    {
        var isAbsolute = entry.StartsWith('/') || entry.IndexOf(':', StringComparison.Ordinal) == 1;
        var parts = entry.Split('/').Where(p => p is not ("" or ".")).ToList();
        if (isAbsolute || entry.IndexOfAny(['\\', '\0']) >= 0 || parts.Contains("..")) throw Hostile(archive, $"it has an entry outside its folder: {entry}");
        top ??= parts.Count > 1 ? parts[0] : null;
        if (parts.Count < 2 || parts[0] != top) throw Hostile(archive, $"it has an entry beside its top folder: {entry}");
        return string.Join('/', parts.Skip(1));
    }

    private static AseException Hostile(string archive, string what) => new(ErrorCode.HostileArchive, $"{archive} is refused: {what}.");

    /// <summary>Stops a decompression bomb while it unpacks.</summary>
    private sealed class BoundedStream(Stream inner, long limit, string name) : Stream
    {
        private long read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var n = inner.Read(buffer);
            read += n;
            return read > limit ? throw Hostile(name, "it unpacks to an absurd size") : n;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
