using System.Text.Json;
using Ase.Core.Tasks;

namespace Ase.Benchmarks.RealCode;

/// <summary>One real weakness: where its two revisions are, and the lines that a scan of the vulnerable one has to name.</summary>
/// <param name="Set"><c>npm</c> or <c>web</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Language">The pack that is run.</param>
/// <param name="Cwe">The weakness.</param>
/// <param name="Vulnerable">The vulnerable revision.</param>
/// <param name="Fixed">The fixed one.</param>
/// <param name="Region">The vulnerable lines.</param>
/// <param name="Sinks">Where the flow ends when that is elsewhere; a finding then counts if it ends there and its trace begins in the region's file.</param>
internal sealed record Seed(string Set, string Id, string Language, string Cwe, Place Vulnerable, Place Fixed, FileRange Region, IReadOnlyList<FileRange> Sinks)
{
    // Names of one weakness: a shell command, a program text, an argument list.
    private static readonly string[] Injection = ["CWE-77", "CWE-78", "CWE-94", "CWE-95"];

    /// <summary>True when a rule of these weaknesses speaks of the seed's.</summary>
    public bool IsAbout(IReadOnlyList<string> cwes) => cwes.Contains(Cwe) || Injection.Contains(Cwe) && cwes.Any(Injection.Contains);
}

/// <summary>A revision.</summary>
internal abstract record Place
{
    private Place() { }

    /// <summary>A package of the npm registry.</summary>
    internal sealed record Npm(string Package, string Version) : Place
    {
        public override string ToString() => $"{Package}@{Version}";
    }

    /// <summary>A commit, or <c>commit^</c>.</summary>
    internal sealed record Git(string Repository, string Commit) : Place
    {
        public override string ToString() => $"{Repository}@{Commit[..Math.Min(9, Commit.Length)]}{(Commit.EndsWith('^') ? "^" : "")}";
    }
}

/// <summary>A package that holds none of the weaknesses as far as is known: what is reported there is noise.</summary>
internal sealed record Unrelated(string Name, string Language, Place Place);

/// <summary>The seeds of a folder of facts and the harness's own data.</summary>
internal sealed class SeedList
{
    private readonly JsonElement data;

    private SeedList(JsonElement data) => this.data = data;

    public required IReadOnlyList<Seed> Seeds { get; init; }

    public IReadOnlyList<Unrelated> Unrelated => [.. data.GetProperty("unrelated").EnumerateArray().Select(u =>
    {
        var place = u.TryGetProperty("npm", out var npm) ? (Place)new Place.Npm(npm.GetString()!, Text(u, "version")) : new Place.Git(Text(u, "git"), Text(u, "commit"));
        return new Unrelated(place.ToString(), Text(u, "language"), place);
    })];

    /// <summary>The hash of a package's tarball.</summary>
    public string IntegrityOf(Place.Npm package) => data.GetProperty("integrity").GetProperty(package.ToString()).GetString()!;

    public static SeedList Read(string facts)
    {
        var known = Parse(Path.Combine(AppContext.BaseDirectory, "RealCode", "real-code.json"));
        var npm = Parse(Path.Combine(facts, "npm", "seeds.json")).EnumerateArray().Select(Npm);
        var web = Parse(Path.Combine(facts, "web", "seeds.json")).EnumerateArray().Where(s => Text(s, "usable").StartsWith("yes", StringComparison.Ordinal)).Select(s => Web(s, known));
        return new SeedList(known) { Seeds = [.. npm.Concat(web)] };
    }

    private static Seed Npm(JsonElement seed)
    {
        var package = Text(seed, "package");
        return new Seed(
            "npm", $"{package} {Text(seed, "cve")}", "javascript", Text(seed, "cwe"), new Place.Npm(package, Text(seed, "vulnerable_version")),
            new Place.Npm(package, Text(seed, "clean_fixed_version")), Range(Text(seed, "vuln_file"), seed.GetProperty("vuln_lines")), []);
    }

    private static Seed Web(JsonElement seed, JsonElement known)
    {
        var (id, repository) = (Text(seed, "instance_id"), Text(seed, "repo"));
        if (known.GetProperty("repositories").TryGetProperty(repository, out var spelled)) repository = spelled.GetString()!;
        var sinks = known.GetProperty("sinks").TryGetProperty(id, out var places) ? places.EnumerateArray().Select(p => Range(Text(p, "file"), p.GetProperty("lines"))) : [];
        return new Seed(
            "web", $"{id} {Text(seed, "vuln_source")}", Text(seed, "language"), Text(seed, "cwe_id").ToUpperInvariant(), new Place.Git(repository, Text(seed, "base_commit")),
            new Place.Git(repository, Text(seed, "fix_commit")), Range(Text(seed, "vuln_file"), seed.GetProperty("vuln_lines")), [.. sinks]);
    }

    private static FileRange Range(string file, JsonElement lines) => new(file, lines[0].GetInt32(), lines[1].GetInt32());

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static JsonElement Parse(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.Clone();
    }
}
