using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ase.Core.Errors;
using Ase.Core.Workspaces;

namespace Ase.Datasets.Sources;

/// <summary>A file of a commit.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Id">The hash of its object.</param>
/// <param name="Size">Its bytes.</param>
internal sealed record GitBlob(string Path, string Id, int Size);

/// <summary>The files of a commit, read from the object store in batches when they are first asked for, and checked against their hash.</summary>
internal sealed class GitTree : IFileTree
{
    private const int BatchFiles = 256;
    private const int BatchBytes = 16_000_000;
    private readonly GitRepository repository;
    private readonly Func<Task>? repair;
    private readonly GitBlob[] blobs;
    private readonly Dictionary<string, int> index;
    private readonly ConcurrentDictionary<int, byte[]> contents = new();
    private readonly Lock reading = new();

    /// <summary>Creates it.</summary>
    /// <param name="repository">Where the objects are.</param>
    /// <param name="blobs">The files.</param>
    /// <param name="repair">Fetches the commit again when an object is damaged; null for a mirror.</param>
    public GitTree(GitRepository repository, IEnumerable<GitBlob> blobs, Func<Task>? repair)
    {
        this.repository = repository;
        this.repair = repair;
        this.blobs = [.. blobs.OrderBy(b => b.Path, StringComparer.Ordinal)];
        index = this.blobs.Select((b, i) => (b.Path, i)).ToDictionary(p => p.Path, p => p.i, StringComparer.Ordinal);
        Paths = [.. this.blobs.Select(b => b.Path)];
    }

    public IReadOnlyList<string> Paths { get; }

    public byte[]? Read(string path)
    {
        if (!index.TryGetValue(path, out var i)) return null;
        if (contents.TryGetValue(i, out var known)) return known;
        lock (reading)
        {
            if (contents.TryGetValue(i, out known)) return known;
            var count = BatchAt(i);
            if (!TryRead(i, count))
            {
                repair?.Invoke().GetAwaiter().GetResult();
                if (repair is null || !TryRead(i, count))
                    throw new AseException(ErrorCode.IntegrityMismatch, $"The object {blobs[i].Id} of {path}, or of a file beside it, is damaged.");
            }
            return contents[i];
        }
    }

    private int BatchAt(int first)
    {
        long bytes = blobs[first].Size;
        var count = 1;
        while (first + count < blobs.Length && count < BatchFiles && (bytes += blobs[first + count].Size) <= BatchBytes) count++;
        return count;
    }

    private bool TryRead(int first, int count)
    {
        var request = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(first, count).Select(i => blobs[i].Id + "\n")));
        var output = repository.RunAsync(["cat-file", "--batch"], CancellationToken.None, request).GetAwaiter().GetResult().Output;
        var position = 0;
        for (var i = first; i < first + count; i++)
        {
            // "<id> blob <size>\n<bytes>\n" or "<id> missing\n"
            var end = position < output.Length ? Array.IndexOf(output, (byte)'\n', position) : -1;
            var header = end < 0 ? [] : Encoding.ASCII.GetString(output, position, end - position).Split(' ');
            if (header.Length != 3 || !int.TryParse(header[2], CultureInfo.InvariantCulture, out var size) || end + 1 + size > output.Length) return false;
            var bytes = output[(end + 1)..(end + 1 + size)];
            if (!Matches(bytes, blobs[i].Id)) return false;
            contents[i] = bytes;
            position = end + 1 + size + 1;
        }
        return true;
    }

    private static bool Matches(byte[] content, string id)
    {
#pragma warning disable CA5350 // git's objects are named by SHA-1
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5350
        hash.AppendData(Encoding.ASCII.GetBytes($"blob {content.Length.ToString(CultureInfo.InvariantCulture)}\0"));
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset()) == id;
    }
}
