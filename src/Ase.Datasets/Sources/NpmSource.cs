using System.Security.Cryptography;
using Ase.Core.Digests;
using Ase.Core.Errors;
using Ase.Core.Processes;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;
using Ase.Datasets.Cache;
using Ase.Datasets.TaskFiles;

namespace Ase.Datasets.Sources;

/// <summary>
/// Packages of the npm registry. The npm client fetches the tarball (with the user's registry, proxy and keys); we check its hash and unpack
/// it ourselves. No script of a package ever runs.
/// </summary>
/// <param name="cache">Where tarballs are kept.</param>
/// <param name="npm">The npm program. <value>npm</value></param>
public sealed class NpmSource(ContentCache cache, string npm = "npm") : IRevisionSource
{
    private const string Kind = "npm";
    private volatile string? silentRegistry;
    private static readonly SemaphoreSlim Fetching = new(2, 2);

    /// <inheritdoc/>
    public bool Handles(TaskSource source) => source is TaskSource.Npm;

    /// <inheritdoc/>
    public Task<Revision> FetchAsync(BenchmarkTask task, CancellationToken cancellationToken)
    {
        var source = (TaskSource.Npm)task.Source;
        return PackageAsync(source.Package, source.Version, source.Integrity, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Revision> FetchFixedAsync(BenchmarkTask task, CancellationToken cancellationToken) =>
        PackageAsync(((TaskSource.Npm)task.Source).Package, task.Fixed.Upstream.Revision, task.Fixed.Upstream.Integrity!, cancellationToken);

    /// <summary>The dependencies of a task's lock, each below its <c>node_modules</c> path; fetched only for checks that run code.</summary>
    public async Task<Revision> DependenciesAsync(BenchmarkTask task, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var omitted = new List<string>();
        if (((TaskSource.Npm)task.Source).Lock is not { } file) return new Revision(new MemoryTree(files), omitted);
        foreach (var entry in NpmLock.Read(TaskPaths.Resolve(task.Folder, file)))
        {
            var package = await PackageAsync(entry.Package, entry.Version, entry.Integrity, cancellationToken);
            foreach (var path in package.Tree.Paths) files[$"{entry.Path}/{path}"] = package.Tree.Read(path)!;
            omitted.AddRange(package.Omitted.Select(o => $"{entry.Path}/{o}"));
        }
        return new Revision(new MemoryTree(files), omitted);
    }

    private async Task<Revision> PackageAsync(string package, string version, string integrity, CancellationToken cancellationToken)
    {
        var name = $"{package}@{version}";
        var key = Digest.Of(integrity) + ".tgz";
        var archive = cache.Read(Kind, key);
        if (archive is not null && !Matches(archive, integrity))
        {
            cache.Discard(Kind, key);
            archive = null;
        }
        if (archive is null)
        {
            archive = await DownloadAsync(name, cancellationToken);
            if (!Matches(archive, integrity)) throw new AseException(ErrorCode.IntegrityMismatch, $"The tarball of {name} does not have the hash {integrity}.");
            cache.Write(Kind, key, archive);
        }
        var (files, omitted) = ArchiveReader.Read(archive, name);
        return new Revision(new MemoryTree(files), omitted);
    }

    private async Task<byte[]> DownloadAsync(string name, CancellationToken cancellationToken)
    {
        // a registry that did not answer once is not waited for again and again
        if (silentRegistry is { } reason) throw Unreachable(name, reason);
        await Fetching.WaitAsync(cancellationToken);
        var scratch = cache.Scratch();
        try
        {
            var result = await ProcessRunner.RunAsync(
                new ProcessRequest(npm,
                [
                    "pack", name, "--ignore-scripts", "--loglevel=error", "--logs-max=0", "--pack-destination", scratch, "--fetch-retries=1", "--fetch-retry-mintimeout=300",
                    "--fetch-retry-maxtimeout=1000", "--fetch-timeout=30000", "--no-audit", "--no-fund", "--no-update-notifier",
                ])
                { Directory = scratch },
                cancellationToken);
            var file = Directory.EnumerateFiles(scratch, "*.tgz").FirstOrDefault();
            if (result.ExitCode == 0 && file is not null) return await File.ReadAllBytesAsync(file, cancellationToken);
            var text = result.Error + result.Text;
            if (text.Contains("ENOSPC", StringComparison.Ordinal)) throw new AseException(ErrorCode.DiskFull, $"No space is left to fetch {name}.");
            throw text.Contains("E404", StringComparison.Ordinal) || text.Contains("ETARGET", StringComparison.Ordinal)
                ? new AseException(ErrorCode.SourceMissing, $"The package registry has no {name}.")
                : Unreachable(name, silentRegistry = Reason(text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(scratch, e);
        }
        finally
        {
            ContentCache.Remove(scratch);
            Fetching.Release();
        }
    }

    private static AseException Unreachable(string name, string reason) =>
        new(ErrorCode.SourceUnreachable, $"{name} could not be fetched from the package registry ({reason}).");

    private static bool Matches(byte[] archive, string integrity)
    {
        var dash = integrity.IndexOf('-', StringComparison.Ordinal);
        var expected = integrity[(dash + 1)..];
#pragma warning disable CA5350 // old packages of the registry have no other hash
        var actual = integrity[..dash] == "sha512" ? SHA512.HashData(archive) : SHA1.HashData(archive);
#pragma warning restore CA5350
        return Convert.ToBase64String(actual) == expected;
    }

    private static string Reason(string text)
    {
        foreach (var code in (string[])["ENOTFOUND", "ECONNREFUSED", "ETIMEDOUT", "ECONNRESET", "EAI_AGAIN", "E401", "E403", "ENOTCACHED"])
        {
            if (text.Contains(code, StringComparison.Ordinal)) return code;
        }
        var line = text.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0) ?? "npm gave no reason";
        return line.Length > 200 ? line[..200] : line;
    }
}
