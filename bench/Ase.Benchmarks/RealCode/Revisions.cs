using System.Diagnostics;
using Ase.Core.Workspaces;
using Ase.Datasets.Cache;
using Ase.Datasets.Sources;

namespace Ase.Benchmarks.RealCode;

/// <summary>Fetches revisions through the product's own sources: nothing is checked out and no script runs.</summary>
internal sealed class Revisions(SeedList seeds, string mirror)
{
    private readonly NpmSource npm = new(new ContentCache(ContentCache.DefaultRoot));
    private readonly GitSource git = new(new ContentCache(ContentCache.DefaultRoot), mirror);

    public async Task<IFileTree> FetchAsync(Place place, CancellationToken ct) => place switch
    {
        Place.Npm package => (await npm.PackageAsync(package.Package, package.Version, seeds.IntegrityOf(package), ct)).Tree,
        Place.Git commit => (await git.CommitAsync($"https://github.com/{commit.Repository}", Resolve(commit), ct)).Tree,
        _ => throw new InvalidOperationException(place.ToString()),
    };

    // the parent of a commit
    private string Resolve(Place.Git commit)
    {
        if (!commit.Commit.EndsWith('^')) return commit.Commit;
        var parts = commit.Repository.Split('/');
        var folder = mirror.Replace("{owner}", parts[0], StringComparison.Ordinal).Replace("{name}", parts[1], StringComparison.Ordinal);
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])["--git-dir", folder, "rev-parse", "--verify", commit.Commit]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{commit} is not in {folder}");
    }
}
