using System.Globalization;
using Ase.Core.Errors;
using Ase.Core.Processes;
using Ase.Datasets.Cache;

namespace Ase.Datasets.Tests.Support;

/// <summary>A repository in a temporary folder, and a cache beside it.</summary>
internal sealed class GitFixture : IAsyncDisposable
{
    private const string Owner = "acme";
    private const string Name = "tool";
    private readonly TempFolder folder = new();

    private GitFixture()
    {
    }

    /// <summary>The mirror option that finds the repository.</summary>
    public string Mirror => folder["mirrors/{owner}+{name}/repo"];

    /// <summary>The address that the mirror stands for; nothing answers there.</summary>
    public static string Url => $"https://127.0.0.1:9/{Owner}/{Name}";

    public string Repository => folder[$"mirrors/{Owner}+{Name}/repo"];

    public string FileUrl => "file://" + Repository;

    public ContentCache Cache => new(folder["cache"]);

    public string CacheFolder => folder["cache"];

    /// <summary>Makes an empty repository; skips the test when there is no git.</summary>
    public static async Task<GitFixture> CreateAsync()
    {
        var fixture = new GitFixture();
        Directory.CreateDirectory(fixture.Repository);
        try
        {
            await fixture.GitAsync("init", "--quiet", "--initial-branch=main");
            await fixture.GitAsync("config", "uploadpack.allowFilter", "true");
            await fixture.GitAsync("config", "uploadpack.allowAnySHA1InWant", "true");
            return fixture;
        }
        catch (AseException e) when (e.Code == ErrorCode.ToolMissing)
        {
            await fixture.DisposeAsync();
            Assert.Skip("git is missing; install it with: apt-get install git");
            throw;
        }
    }

    public GitFixture Write(string path, byte[] bytes)
    {
        folder.Write(Path.Combine(Repository, path), bytes);
        return this;
    }

    public GitFixture Write(string path, string text)
    {
        folder.Write(Path.Combine(Repository, path), text);
        return this;
    }

    public async Task<string> CommitAsync()
    {
        await GitAsync("add", "--all", "--", ".");
        return await CommitIndexAsync();
    }

    public async Task<string> CommitIndexAsync()
    {
        await GitAsync("commit", "--quiet", "--no-gpg-sign", "--allow-empty", "--message=change");
        return await GitAsync("rev-parse", "HEAD");
    }

    public async Task<string> GitAsync(params string[] arguments)
    {
        var environment = new Dictionary<string, string?>
        {
            ["GIT_CONFIG_GLOBAL"] = "/dev/null",
            ["GIT_CONFIG_SYSTEM"] = "/dev/null",
            ["GIT_AUTHOR_NAME"] = "A",
            ["GIT_AUTHOR_EMAIL"] = "a@example.org",
            ["GIT_COMMITTER_NAME"] = "A",
            ["GIT_COMMITTER_EMAIL"] = "a@example.org",
            ["GIT_DIR"] = null,
        };
        var result = await ProcessRunner.RunAsync(new ProcessRequest("git", ["-c", "core.autocrlf=false", .. arguments]) { Directory = Repository, Environment = environment }, CancellationToken.None);
        return result.ExitCode == 0 ? result.Text.Trim() : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"git {arguments[0]}: {result.ExitCode} {result.Error}"));
    }

    /// <summary>Loses the object of a file, as a mirror with a size limit does.</summary>
    public async Task LoseAsync(string path)
    {
        var id = await GitAsync("rev-parse", "HEAD:" + path);
        var file = Path.Combine(Repository, ".git", "objects", id[..2], id[2..]);
        File.SetAttributes(file, FileAttributes.Normal);
        File.Delete(file);
    }

    public ValueTask DisposeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
