using System.Globalization;
using System.Text;
using Ase.Core.Digests;
using Ase.Core.Errors;
using Ase.Core.Processes;
using Ase.Core.Tasks;
using Ase.Datasets.Cache;

namespace Ase.Datasets.Sources;

/// <summary>
/// Commits of git repositories: fetched alone (depth 1, blobs up to 2 MB) into the cache, or read from local mirrors. Never checked out: no
/// hook, filter, submodule or link is ever acted on.
/// </summary>
/// <param name="cache">Where fetched commits are kept.</param>
/// <param name="mirror">A path with <c>{owner}</c> and <c>{name}</c>, or null.</param>
public sealed class GitSource(ContentCache cache, string? mirror) : IRevisionSource
{
    private const long MaxBlob = 2 * 1024 * 1024;
    private static readonly SemaphoreSlim Fetching = new(1, 1);

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

    private async Task<Revision> CommitAsync(string url, string commit, CancellationToken cancellationToken)
    {
        var repository = MirrorOf(url) is { } local && await HasAsync(local, commit, cancellationToken) ? local : await FetchAsync(url, commit, cancellationToken);
        return await ReadAsync(repository, commit, cancellationToken);
    }

    private string? MirrorOf(string url)
    {
        if (mirror is null) return null;
        var parts = new Uri(url).AbsolutePath.Trim('/').Split('/');
        if (parts.Length < 2) return null;
        var name = parts[^1].EndsWith(".git", StringComparison.Ordinal) ? parts[^1][..^4] : parts[^1];
        var path = mirror.Replace("{owner}", parts[^2], StringComparison.Ordinal).Replace("{name}", name, StringComparison.Ordinal);
        return Directory.Exists(path) ? path : null;
    }

    private static async Task<bool> HasAsync(string repository, string commit, CancellationToken cancellationToken) =>
        (await GitAsync(repository, ["cat-file", "-e", commit + "^{tree}"], null, cancellationToken)).ExitCode == 0;

    private async Task<string> FetchAsync(string url, string commit, CancellationToken cancellationToken)
    {
        var repository = cache.PathOf("git", Digest.Of(url)[..32]);
        await Fetching.WaitAsync(cancellationToken);
        try
        {
            if (!Directory.Exists(repository))
            {
                var made = await ProcessRunner.RunAsync(new ProcessRequest("git", ["init", "--quiet", "--bare", "--template=", repository]), cancellationToken);
                if (made.ExitCode != 0) throw new AseException(ErrorCode.FileAccess, $"{repository}: {made.Error.Trim()}");
            }
            if (await HasAsync(repository, commit, cancellationToken)) return repository;
            var fetched = await GitAsync(
                repository, ["fetch", "--quiet", "--no-tags", "--depth=1", "--filter=blob:limit=2m", "--no-write-fetch-head", "--no-recurse-submodules", url, commit],
                null, cancellationToken, TimeSpan.FromMinutes(15));
            if (fetched.ExitCode == 0 && await HasAsync(repository, commit, cancellationToken)) return repository;
            var error = fetched.Error.Trim();
            throw error.Contains("not our ref", StringComparison.Ordinal) || error.Contains("not found", StringComparison.OrdinalIgnoreCase)
                ? new AseException(ErrorCode.SourceMissing, $"{url} has no commit {commit}.")
                : new AseException(ErrorCode.SourceUnreachable, $"{url} could not be fetched ({(error.Length > 200 ? error[..200] : error)}).");
        }
        finally
        {
            Fetching.Release();
        }
    }

    private static async Task<Revision> ReadAsync(string repository, string commit, CancellationToken cancellationToken)
    {
        var listed = await GitAsync(repository, ["ls-tree", "-r", "-z", "--full-tree", commit], null, cancellationToken);
        if (listed.ExitCode != 0) throw new AseException(ErrorCode.SourceMissing, $"{repository}: {listed.Error.Trim()}");
        var blobs = new List<(string Path, string Id)>();
        var omitted = new List<string>();
        foreach (var line in listed.Text.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            // <mode> SP <type> SP <object> TAB <path>
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var fields = line[..tab].Split(' ');
            var path = line[(tab + 1)..];
            if (fields[0] is "100644" or "100755" or "100664") blobs.Add((path, fields[2]));
            else omitted.Add(path); // links and submodules
        }
        var request = Encoding.ASCII.GetBytes(string.Concat(blobs.Select(b => b.Id + "\n")));
        var sizes = (await GitAsync(repository, ["cat-file", "--batch-check=%(objectsize)"], request, cancellationToken)).Text.Split('\n');
        var wanted = new List<(string Path, string Id)>();
        for (var i = 0; i < blobs.Count; i++)
        {
            if (long.TryParse(sizes[i], CultureInfo.InvariantCulture, out var size) && size <= MaxBlob) wanted.Add(blobs[i]);
            else omitted.Add(blobs[i].Path);
        }
        return new Revision(new GitTree(repository, wanted), omitted);
    }

    internal static Task<ProcessResult> GitAsync(string repository, IReadOnlyList<string> arguments, byte[]? input, CancellationToken cancellationToken, TimeSpan? timeout = null) =>
        ProcessRunner.RunAsync(
            new ProcessRequest("git",
            [
                "--git-dir", repository, "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never", "-c", "protocol.https.allow=always",
                "-c", "protocol.file.allow=never", "-c", "gc.auto=0", "-c", "fetch.fsckObjects=false", "-c", "safe.directory=*", .. arguments,
            ])
            {
                Input = input,
                Timeout = timeout ?? TimeSpan.FromMinutes(5),
                MaxOutput = int.MaxValue - 64,
                Environment = new Dictionary<string, string?> { ["GIT_TERMINAL_PROMPT"] = "0", ["GIT_NO_LAZY_FETCH"] = "1", ["GIT_OPTIONAL_LOCKS"] = "0" },
            },
            cancellationToken);
}
