using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Ase.Core.Workspaces;

namespace Ase.Datasets.Sources;

/// <summary>The files of a commit, read from the object store in batches when they are first asked for.</summary>
internal sealed class GitTree : IFileTree
{
    private const int BatchSize = 256;
    private readonly string repository;
    private readonly (string Path, string Id)[] blobs;
    private readonly Dictionary<string, int> index;
    private readonly ConcurrentDictionary<int, byte[]?> contents = new();
    private readonly Lock reading = new();

    public GitTree(string repository, IEnumerable<(string Path, string Id)> blobs)
    {
        this.repository = repository;
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
            if (!contents.ContainsKey(i)) ReadBatch(i / BatchSize * BatchSize);
            return contents[i];
        }
    }

    private void ReadBatch(int first)
    {
        var count = Math.Min(BatchSize, blobs.Length - first);
        var request = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(first, count).Select(i => blobs[i].Id + "\n")));
        var output = GitSource.GitAsync(repository, ["cat-file", "--batch"], request, CancellationToken.None).GetAwaiter().GetResult().Output;
        var position = 0;
        for (var i = first; i < first + count; i++)
        {
            // "<id> blob <size>\n<bytes>\n" or "<id> missing\n"
            var end = position < output.Length ? Array.IndexOf(output, (byte)'\n', position) : -1;
            var header = end < 0 ? [] : Encoding.ASCII.GetString(output, position, end - position).Split(' ');
            if (header.Length != 3)
            {
                contents[i] = null;
                if (end >= 0) position = end + 1;
                continue;
            }
            var size = int.Parse(header[2], CultureInfo.InvariantCulture);
            contents[i] = output[(end + 1)..(end + 1 + size)];
            position = end + 1 + size + 1;
        }
    }
}
