using Ase.Core.Digests;
using Ase.Core.Errors;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;

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
        var revision = Read(Path.Combine(task.Folder, source.Path));
        var digest = Digest.OfTree(revision.Tree.Paths.Select(p => (p, Digest.Of(revision.Tree.Read(p)!))));
        if (digest != source.Digest)
            throw new AseException(ErrorCode.IntegrityMismatch, $"{task.Id}: the folder '{source.Path}' has the digest {digest}, not {source.Digest}.");
        return Task.FromResult(revision);
    }

    /// <inheritdoc/>
    public async Task<Revision> FetchFixedAsync(BenchmarkTask task, CancellationToken cancellationToken)
    {
        var below = await FetchAsync(task, cancellationToken);
        var above = Read(Path.Combine(task.Folder, task.Fixed.Upstream.Revision));
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
            var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", options))
            {
                var path = Path.GetRelativePath(folder, file.FullName).Replace('\\', '/');
                if (file.Length > MaxFileBytes) omitted.Add(path);
                else files[path] = File.ReadAllBytes(file.FullName);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(folder, e);
        }
        return new Revision(new MemoryTree(files), omitted);
    }
}
