using System.Formats.Tar;
using System.IO.Compression;
using Ase.Core.Errors;

namespace Ase.Datasets.Sources;

/// <summary>Limits of an archive; beyond them it is refused.</summary>
internal sealed record ArchiveLimits
{
    public long MaxBytes { get; init; } = 1L << 30;
    public int MaxFiles { get; init; } = 100_000;
    /// <summary>Unpacked bytes for each packed byte.</summary>
    public int MaxRatio { get; init; } = 1_000;
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
        long total = 0;
        var entries = 0;
        try
        {
            using var gzip = new GZipStream(new MemoryStream(archive), CompressionMode.Decompress);
            using var bounded = new BoundedStream(gzip, Math.Min(limits.MaxBytes, Math.Max(1_000_000L, (long)archive.Length * limits.MaxRatio)), name);
            using var tar = new TarReader(bounded);
            while (tar.GetNextEntry() is { } entry)
            {
                if (++entries > limits.MaxFiles) throw Hostile(name, $"it has more than {limits.MaxFiles} entries");
                if (entry.EntryType is TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes or TarEntryType.ExtendedAttributes) continue;
                var path = Inside(entry.Name, name);
                if (entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink)
                {
                    throw Hostile(name, $"it has a link: {entry.Name} to {entry.LinkName}");
                }
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile))
                    throw Hostile(name, $"{entry.Name} is neither file nor folder");
                if (entry.Length > limits.MaxFileBytes)
                {
                    omitted.Add(path);
                    continue;
                }
                total += entry.Length;
                if (total > limits.MaxBytes) throw Hostile(name, $"it unpacks to more than {limits.MaxBytes} bytes");
                var bytes = new byte[entry.Length];
                entry.DataStream?.ReadExactly(bytes);
                files[path] = bytes;
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or IOException)
        {
            throw new AseException(ErrorCode.HostileArchive, $"{name} is no readable archive: {e.Message}", e);
        }
        return (files, omitted);
    }

    /// <summary>The path below the top folder; refuses what points elsewhere.</summary>
    private static string Inside(string entry, string archive)
    {
        var path = entry.StartsWith("./", StringComparison.Ordinal) ? entry[2..] : entry;
        var parts = path.Split('/');
        if (path.StartsWith('/') || path.Contains('\\', StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal) || parts.Any(p => p is "..") || path.Contains(':', StringComparison.Ordinal) && path.IndexOf(':', StringComparison.Ordinal) == 1)
            throw Hostile(archive, $"it has an entry outside its folder: {entry}");
        if (parts.Length < 2) throw Hostile(archive, $"it has an entry beside its top folder: {entry}");
        return string.Join('/', parts.Skip(1).Where(p => p is not ("" or ".")));
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
