using Ase.Datasets.Cache;
using Ase.Datasets.Sources;
using Microsoft.Extensions.Time.Testing;

namespace Ase.Datasets.Tests.Support;

/// <summary>A cache and an npm client that does what a test says (Support/npm.sh).</summary>
internal sealed class StubNpm : IDisposable
{
    private readonly TempFolder folder = new();

    public StubNpm()
    {
        folder.Write("stub/calls", "");
        var program = Path.Combine(AppContext.BaseDirectory, "Support", "npm.sh");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Cache = new ContentCache(folder.Path);
        Source = new NpmSource(Cache, program, Clock);
    }

    public FakeTimeProvider Clock { get; } = new();

    public ContentCache Cache { get; }

    public NpmSource Source { get; }

    public string Folder => folder["stub"];

    public int Calls => File.ReadAllLines(folder["stub/calls"]).Length;

    /// <summary>Every file of the cache.</summary>
    public IReadOnlyList<string> Cached => [.. folder.Files().Where(f => !f.StartsWith("stub", StringComparison.Ordinal))];

    public void Fails(string error) => Does($"echo 'npm error code {error}' >&2\nexit 1\n");

    public void Does(string shell) => folder.Write("stub/behaviour", shell);

    /// <summary>The registry has these packages, by name@version.</summary>
    public void Has(params (string Name, byte[] Archive)[] packages)
    {
        foreach (var (name, archive) in packages) folder.Write($"stub/packages/{name.Replace('/', '+')}.tgz", archive);
        Does("""
            file="$stub/packages/$(echo "$name" | tr / +).tgz"
            if [ -f "$file" ]; then cp "$file" "$destination/"; else echo 'npm error code E404' >&2; exit 1; fi
            """);
    }

    public void Dispose() => folder.Dispose();
}
