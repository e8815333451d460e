using System.Globalization;
using System.Text;
using Ase.Core.Digests;
using Ase.Core.Errors;
using Ase.Core.Tasks;
using Ase.Datasets.Cache;
using Ase.Datasets.TaskFiles;

namespace Ase.Datasets.Sources;

/// <summary>
/// Commits of git repositories: fetched alone (depth 1, blobs up to 2 MB) into the cache, or read from local mirrors. Never checked out: no
/// hook, filter, submodule or link is ever acted on.
/// </summary>
/// <param name="cache">Where fetched commits are kept.</param>
/// <param name="mirror">A path with <c>{owner}</c> and <c>{name}</c>, or null.</param>
public sealed class GitSource(ContentCache cache, string? mirror) : IRevisionSource
{
    private const string Kind = "git";
    private const long MaxBlob = 2 * 1024 * 1024;
    private static readonly SemaphoreSlim Fetching = new(2, 2);

    /// <summary>What may be fetched from; tests fetch from a folder.</summary>
    internal string Protocol { get; init; } = "https";

    /// <inheritdoc/>
    public bool Handles(TaskSource source) => source is TaskSource.Git;

    /// <inheritdoc/>
    public Task<Revision> FetchAsync(BenchmarkTask task, CancellationToken cancellationToken)
    {
        var source = (TaskSource.Git)task.Source;
        return CommitAsync(source.Url, source.Commit, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Revision> FetchFixedAsync(BenchmarkTask task, CancellationToken cancellationToken) =>
        CommitAsync(((TaskSource.Git)task.Source).Url, task.Fixed.Upstream.Revision, cancellationToken);

    /// <summary>The files of one commit.</summary>
    /// <param name="url">The repository.</param>
    /// <param name="commit">40 hex digits.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Revision> CommitAsync(string url, string commit, CancellationToken cancellationToken)
    {
        if (MirrorOf(url) is { } local && await local.HasAsync(commit, cancellationToken))
        {
            return await ListAsync(local, commit, null, cancellationToken)
                ?? throw new AseException(ErrorCode.SourceMissing, $"The mirror of {url} does not have all folders of the commit {commit}.");
        }
        var key = Digest.Of($"{url}@{commit}")[..32];
        var repository = new GitRepository(cache.PathOf(Kind, key));
        async Task RepairAsync()
        {
            cache.DiscardFolder(Kind, key);
            await FetchAsync(url, commit, key, CancellationToken.None);
        }
        await FetchAsync(url, commit, key, cancellationToken);
        if (await ListAsync(repository, commit, RepairAsync, cancellationToken) is { } revision) return revision;
        await RepairAsync();
        return await ListAsync(repository, commit, RepairAsync, cancellationToken)
            ?? throw new AseException(ErrorCode.IntegrityMismatch, $"{url}: the commit {commit} cannot be read.");
    }

    private GitRepository? MirrorOf(string url)
    {
        if (mirror is null) return null;
        var parts = new Uri(url).AbsolutePath.Trim('/').Split('/');
        if (parts.Length < 2 || !TaskPaths.IsRelative($"{parts[^2]}/{parts[^1]}")) return null;
        var name = parts[^1].EndsWith(".git", StringComparison.Ordinal) ? parts[^1][..^4] : parts[^1];
        var path = Path.GetFullPath(mirror.Replace("{owner}", parts[^2], StringComparison.Ordinal).Replace("{name}", name, StringComparison.Ordinal));
        var objects = ((string[])[Path.Combine(path, "objects"), Path.Combine(path, ".git", "objects")]).FirstOrDefault(Directory.Exists);
        return objects is null ? null : new GitRepository(ReaderOfMirrors(), objects);
    }

    // An empty repository of ours, so that nothing of a mirror but its objects is used.
    private string ReaderOfMirrors()
    {
        const string key = "mirrors";
        var place = cache.PathOf(Kind, key);
        if (Directory.Exists(place)) return place;
        var scratch = cache.Scratch();
        try
        {
            GitRepository.Create(scratch);
            cache.Adopt(scratch, Kind, key);
            return place;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(scratch, e);
        }
        finally
        {
            ContentCache.Remove(scratch);
        }
    }

    // Into a folder of its own that is moved to its place when it is complete: a killed fetch leaves nothing there.
    private async Task FetchAsync(string url, string commit, string key, CancellationToken cancellationToken)
    {
        var place = cache.PathOf(Kind, key);
        await Fetching.WaitAsync(cancellationToken);
        try
        {
            if (Directory.Exists(place))
            {
                if (await new GitRepository(place).HasAsync(commit, cancellationToken)) return;
                cache.DiscardFolder(Kind, key);
            }
            var scratch = cache.Scratch();
            try
            {
                var repository = GitRepository.Create(scratch);
                var fetched = await repository.FetchAsync(url, commit, Protocol, cancellationToken);
                repository.ResetConfiguration();
                if (fetched.ExitCode != 0 || !await repository.HasAsync(commit, cancellationToken)) throw Failure(url, commit, fetched.Error.Trim());
                cache.Adopt(scratch, Kind, key);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw AseException.FromIo(scratch, e);
            }
            finally
            {
                ContentCache.Remove(scratch);
            }
        }
        finally
        {
            Fetching.Release();
        }
    }

    private static AseException Failure(string url, string commit, string error)
    {
        if (error.Contains("No space left", StringComparison.Ordinal)) return new AseException(ErrorCode.DiskFull, $"No space is left to fetch {url}.");
        if (error.Contains("not our ref", StringComparison.Ordinal)) return new AseException(ErrorCode.SourceMissing, $"{url} has no commit {commit}.");
        // a host that asks for a name does not say whether the repository is private or gone
        if (error.Contains("repository '", StringComparison.Ordinal) && error.Contains("not found", StringComparison.Ordinal) || error.Contains("could not read Username", StringComparison.Ordinal))
            return new AseException(ErrorCode.SourceMissing, $"There is no public repository {url}.");
        return new AseException(ErrorCode.SourceUnreachable, $"{url} could not be fetched ({(error.Length > 200 ? error[..200] : error)}).");
    }

    /// <summary>The files of a commit; null when its folders cannot be listed.</summary>
    private static async Task<Revision?> ListAsync(GitRepository repository, string commit, Func<Task>? repair, CancellationToken cancellationToken)
    {
        var listed = await repository.RunAsync(["ls-tree", "-r", "-z", "--full-tree", commit], cancellationToken);
        if (listed.ExitCode != 0) return null;
        var blobs = new List<(string Path, string Id)>();
        var omitted = new List<string>();
        foreach (var line in listed.Text.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            // <mode> SP <type> SP <object> TAB <path>
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var fields = line[..tab].Split(' ');
            var path = line[(tab + 1)..];
            if (fields[0] is "100644" or "100755" or "100664" && IsUsable(path)) blobs.Add((path, fields[2]));
            else omitted.Add(path); // links, submodules, names that no file can have
        }
        var request = Encoding.ASCII.GetBytes(string.Concat(blobs.Select(b => b.Id + "\n")));
        var sizes = (await repository.RunAsync(["cat-file", "--batch-check=%(objectsize)"], cancellationToken, request)).Text.Split('\n');
        if (sizes.Length < blobs.Count) return null;
        var wanted = new List<GitBlob>();
        for (var i = 0; i < blobs.Count; i++)
        {
            if (long.TryParse(sizes[i], CultureInfo.InvariantCulture, out var size) && size <= MaxBlob) wanted.Add(new GitBlob(blobs[i].Path, blobs[i].Id, (int)size));
            else omitted.Add(blobs[i].Path);
        }
        return new Revision(new GitTree(repository, wanted, repair), omitted);
    }

    // A tree object may hold any bytes as a name, ".." and names that are not UTF-8 among them.
    private static bool IsUsable(string path) =>
        !path.Contains('\uFFFD', StringComparison.Ordinal) && !path.Split('/').Any(p => p is "" or "." or ".." || p.Equals(".git", StringComparison.OrdinalIgnoreCase));
}
