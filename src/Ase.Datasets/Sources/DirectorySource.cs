using Ase.Core.Digests;
using Ase.Core.Errors;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;
using Ase.Datasets.TaskFiles;

namespace Ase.Datasets.Sources;

/// <summary>Folders beside the task file; the fixed one is an overlay of the changed files.</summary>
public sealed class DirectorySource : IRevisionSource
{
    private const int MaxFileBytes = 20_000_000;

    /// <inheritdoc/>
    public bool Handles(TaskSource source) => source is TaskSource.Directory;

    /// <inheritdoc/>
    public Task<Revision> FetchAsync(BenchmarkTask task, CancellationToken cancellationToken)
    {
        var source = (TaskSource.Directory)task.Source;
        var revision = Read(TaskPaths.Resolve(task.Folder, source.Path));
        var digest = Digest.OfTree(revision.Tree.Paths.Select(p => (p, Digest.Of(revision.Tree.Read(p)!))));
        if (digest != source.Digest)
            throw new AseException(ErrorCode.IntegrityMismatch, $"{task.Id}: the folder '{source.Path}' has the digest {digest}, not {source.Digest}.");
        return Task.FromResult(revision);
    }

    /// <inheritdoc/>
    public async Task<Revision> FetchFixedAsync(BenchmarkTask task, CancellationToken cancellationToken)
    {
        var below = await FetchAsync(task, cancellationToken);
        var above = Read(TaskPaths.Resolve(task.Folder, task.Fixed.Upstream.Revision));
        return new Revision(
            new OverlayTree(below.Tree, above.Tree.Paths.ToDictionary(p => p, p => (byte[]?)above.Tree.Read(p), StringComparer.Ordinal)),
            [.. below.Omitted, .. above.Omitted]);
    }

    /// <summary>Reads a folder into memory; links are not followed, they and files over 20 MB are listed as omitted.</summary>
    /// <exception cref="AseException"><see cref="ErrorCode.FileAccess"/>.</exception>
    public static Revision Read(string folder)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var omitted = new List<string>();
        try
        {
            var pending = new Stack<DirectoryInfo>([new DirectoryInfo(folder)]);
            while (pending.TryPop(out var current))
            {
                foreach (var entry in current.EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false }))
                {
                    var path = Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/');
                    if (entry.LinkTarget is not null || entry is FileInfo { Length: > MaxFileBytes }) omitted.Add(path);
                    else if (entry is DirectoryInfo directory) pending.Push(directory);
                    else files[path] = File.ReadAllBytes(entry.FullName);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(folder, e);
        }
        omitted.Sort(StringComparer.Ordinal);
        return new Revision(new MemoryTree(files), omitted);
    }
}
