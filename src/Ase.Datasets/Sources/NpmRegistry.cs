using Ase.Core.Errors;
using Ase.Core.Processes;
using Ase.Datasets.Cache;

namespace Ase.Datasets.Sources;

/// <summary>The package registry, through the npm client.</summary>
/// <param name="cache">Where the client's scratch folders are.</param>
/// <param name="npm">The program.</param>
/// <param name="clock">Tells when a silent registry is asked again.</param>
internal sealed class NpmRegistry(ContentCache cache, string npm, TimeProvider clock)
{
    // What says that nobody answers, whatever the package.
    private static readonly string[] Silent = ["ENOTFOUND", "ECONNREFUSED", "ETIMEDOUT", "ECONNRESET", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "ENOTCACHED"];
    private static readonly string[] Refusing = ["E401", "E403", "E429", "E500", "E502", "E503"];
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly SemaphoreSlim Fetching = new(2, 2);
    private volatile Silence? silence;

    /// <summary>Downloads a tarball, as it is on the registry.</summary>
    /// <param name="name">The package, as <c>name@version</c>.</param>
    /// <param name="cancellationToken">Stops it; the client is killed.</param>
    /// <exception cref="AseException">The registry cannot be reached or does not have it.</exception>
    public async Task<byte[]> DownloadAsync(string name, CancellationToken cancellationToken)
    {
        await Fetching.WaitAsync(cancellationToken);
        try
        {
            // a registry that did not answer is not waited for again by every task of a suite
            if (silence is { } known && clock.GetUtcNow() - known.Since < Pause) throw Unreachable(name, known.Reason);
            return await PackAsync(name, cancellationToken);
        }
        finally
        {
            Fetching.Release();
        }
    }

    private async Task<byte[]> PackAsync(string name, CancellationToken cancellationToken)
    {
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
            throw Failure(name, result.TimedOut ? "ETIMEDOUT" : result.Error + result.Text);
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

    private AseException Failure(string name, string text)
    {
        bool Says(string code) => text.Contains(code, StringComparison.Ordinal);
        if (Says("ENOSPC")) return new AseException(ErrorCode.DiskFull, $"No space is left to fetch {name}.");
        if (Says("E404") || Says("ETARGET")) return new AseException(ErrorCode.SourceMissing, $"The package registry has no {name}.");
        if (Array.Find(Silent, Says) is { } code)
        {
            silence = new Silence(code, clock.GetUtcNow());
            return Unreachable(name, code);
        }
        var line = Array.Find(Refusing, Says) ?? text.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0) ?? "npm gave no reason";
        return Unreachable(name, line.Length > 200 ? line[..200] : line);
    }

    private static AseException Unreachable(string name, string reason) =>
        new(ErrorCode.SourceUnreachable, $"{name} could not be fetched from the package registry ({reason}).");

    private sealed record Silence(string Reason, DateTimeOffset Since);
}
