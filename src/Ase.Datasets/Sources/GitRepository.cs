using Ase.Core.Processes;

namespace Ase.Datasets.Sources;

/// <summary>
/// An object store of git, and how it is asked. Nothing but objects is read: the configuration is our own, so that hooks, filters, lazy fetches
/// and whatever else a repository may ask for cannot happen.
/// </summary>
/// <param name="folder">A bare repository of ours.</param>
/// <param name="objects">The object folder of somebody else's repository, read instead of the one in <paramref name="folder"/>; or null.</param>
internal sealed class GitRepository(string folder, string? objects = null)
{
    // Variables with which a calling git (a hook, an alias) would turn ours to its own repository.
    private static readonly string[] Foreign =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT", "GIT_EXTERNAL_DIFF", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE",
    ];

    /// <summary>Makes an empty repository by hand: three entries, no templates, no hooks.</summary>
    public static GitRepository Create(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "objects"));
        Directory.CreateDirectory(Path.Combine(folder, "refs"));
        File.WriteAllText(Path.Combine(folder, "HEAD"), "ref: refs/heads/none\n");
        var repository = new GitRepository(folder);
        repository.ResetConfiguration();
        return repository;
    }

    /// <summary>Forgets what a fetch noted: with the note of a partial clone, a reader would fetch what is missing.</summary>
    public void ResetConfiguration() => File.WriteAllText(Path.Combine(folder, "config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");

    /// <summary>True when the tree of a commit is at hand.</summary>
    public async Task<bool> HasAsync(string commit, CancellationToken cancellationToken) =>
        (await RunAsync(["cat-file", "-e", commit + "^{tree}"], cancellationToken)).ExitCode == 0;

    /// <summary>Runs git without any network.</summary>
    public Task<ProcessResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken, byte[]? input = null) =>
        RunAsync([], arguments, TimeSpan.FromMinutes(5), input, cancellationToken);

    /// <summary>Fetches one commit without history, and no file above the limit.</summary>
    public Task<ProcessResult> FetchAsync(string url, string commit, string protocol, CancellationToken cancellationToken) => RunAsync(
        ["-c", $"protocol.{protocol}.allow=always"],
        ["fetch", "--quiet", "--no-tags", "--depth=1", "--filter=blob:limit=2m", "--no-write-fetch-head", "--no-recurse-submodules", url, commit],
        TimeSpan.FromMinutes(15), null, cancellationToken);

    private Task<ProcessResult> RunAsync(string[] settings, IReadOnlyList<string> arguments, TimeSpan timeout, byte[]? input, CancellationToken cancellationToken)
    {
        var environment = Foreign.ToDictionary(n => n, _ => (string?)null, StringComparer.Ordinal);
        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["GIT_ASKPASS"] = "";
        environment["GIT_NO_LAZY_FETCH"] = "1";
        environment["GIT_NO_REPLACE_OBJECTS"] = "1";
        environment["LC_ALL"] = "C"; // its messages tell failures apart
        if (objects is not null) environment["GIT_OBJECT_DIRECTORY"] = objects;
        return ProcessRunner.RunAsync(
            new ProcessRequest("git",
            [
                "--git-dir", folder, "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never", "-c", "gc.auto=0",
                "-c", "maintenance.auto=false", "-c", "safe.directory=*", .. settings, .. arguments,
            ])
            {
                Input = input,
                Timeout = timeout,
                MaxOutput = int.MaxValue - 64,
                Environment = environment,
            },
            cancellationToken);
    }
}
