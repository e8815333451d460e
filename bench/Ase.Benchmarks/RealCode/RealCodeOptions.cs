namespace Ase.Benchmarks.RealCode;

/// <summary>What <c>real-code</c> is asked for.</summary>
internal sealed record RealCodeOptions
{
    /// <summary>The folder with <c>npm/seeds.json</c> and <c>web/seeds.json</c>.</summary>
    public required string Facts { get; init; }

    /// <summary>Where git mirrors are, with <c>{owner}</c> and <c>{name}</c>.</summary>
    public required string Mirror { get; init; }

    /// <summary>The folder of the packs. <value>rules/ of the repository</value></summary>
    public required string Rules { get; init; }

    /// <summary>Seeds whose set, language or id contains one of these; empty: all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Write the figures to this file.</summary>
    public string? JsonFile { get; init; }

    /// <summary>Print the findings.</summary>
    public bool Show { get; init; }

    /// <summary>Print the findings outside the regions as well.</summary>
    public bool Elsewhere { get; init; }

    public bool Takes(string set, string id, string language) =>
        Only.Count == 0 || Only.Any(o => set == o || language == o || id.Contains(o, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the command line; null when it is wrong.</summary>
    public static RealCodeOptions? Parse(string[] arguments)
    {
        string? facts = null, mirror = Environment.GetEnvironmentVariable("ASE_GIT_MIRROR"), rules = null, json = null;
        var only = new List<string>();
        var (show, elsewhere) = (false, false);
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--show":
                    show = true;
                    continue;
                case "--elsewhere":
                    show = elsewhere = true;
                    continue;
                case "--facts" when value is not null:
                    facts = value;
                    break;
                case "--git-mirror" when value is not null:
                    mirror = value;
                    break;
                case "--rules" when value is not null:
                    rules = value;
                    break;
                case "--json" when value is not null:
                    json = value;
                    break;
                case "--only" when value is not null:
                    only.Add(value);
                    break;
                default:
                    return null;
            }
            i++;
        }
        if (facts is null || mirror is null) return null;
        return new RealCodeOptions { Facts = facts, Mirror = mirror, Rules = rules ?? FindRules(), Only = only, JsonFile = json, Show = show, Elsewhere = elsewhere };
    }

    private static string FindRules()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ase.slnx"))) return Path.Combine(folder.FullName, "rules");
        }
        return "rules";
    }
}
