using System.Security.Cryptography;
using Ase.Core.Digests;
using Ase.Core.Errors;
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
/// <param name="clock">Tells when a silent registry is asked again. <value>the system's</value></param>
public sealed class NpmSource(ContentCache cache, string npm = "npm", TimeProvider? clock = null) : IRevisionSource
{
    private const string Kind = "npm";
    private readonly NpmRegistry registry = new(cache, npm, clock ?? TimeProvider.System);

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

    /// <summary>The files of one package.</summary>
    /// <param name="package">Its name.</param>
    /// <param name="version">The exact version.</param>
    /// <param name="integrity">The tarball's hash, <c>sha512-…</c> or <c>sha1-…</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Revision> PackageAsync(string package, string version, string integrity, CancellationToken cancellationToken)
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
            archive = await registry.DownloadAsync(name, cancellationToken);
            if (!Matches(archive, integrity)) throw new AseException(ErrorCode.IntegrityMismatch, $"The tarball of {name} does not have the hash {integrity}.");
            cache.Write(Kind, key, archive);
        }
        var (files, omitted) = ArchiveReader.Read(archive, name);
        return new Revision(new MemoryTree(files), omitted);
    }

    private static bool Matches(byte[] archive, string integrity)
    {
        var dash = integrity.IndexOf('-', StringComparison.Ordinal);
        var expected = integrity[(dash + 1)..];
#pragma warning disable CA5350 // old packages of the registry have no other hash
        var actual = integrity[..dash] == "sha512" ? SHA512.HashData(archive) : SHA1.HashData(archive);
#pragma warning restore CA5350
        return Convert.ToBase64String(actual) == expected;
    }
}
