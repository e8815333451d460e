using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Ase.Datasets.TaskFiles;

/// <summary>A task file as it is written; docs/task.schema.json is generated from this record, and files are read by that schema.</summary>
[Description("One task of a suite: a vulnerable region of one repository revision, with the checks that grade an answer to it.")]
internal sealed record TaskFile
{
    [Description("Equal to the name of the task's folder.")]
    [RegularExpression("^[a-z0-9]+(-[a-z0-9]+)*$")]
    public required string Id { get; init; }

    [Description("One line for people.")]
    public required string Title { get; init; }

    [Description("The language's name.")]
    [AllowedValues("javascript", "typescript", "tsx", "php", "python", "go", "java")]
    public required string Language { get; init; }

    [Description("The CVE id; left out for samples.")]
    [RegularExpression("^CVE-[0-9]{4}-[0-9]{4,}$")]
    public string? Cve { get; init; }

    [Description("The weakness.")]
    [RegularExpression("^CWE-[0-9]+$")]
    public required string Cwe { get; init; }

    [Description("How bad the weakness is.")]
    [AllowedValues("low", "medium", "high", "critical")]
    public required string Severity { get; init; }

    [Description("Where the vulnerable revision is: exactly one of npm, git, directory.")]
    public required SourceFile Source { get; init; }

    [Description("What is masked; the first is the primary region.")]
    [MinLength(1)]
    public required IReadOnlyList<RegionFile> Regions { get; init; }

    [Description("How the weakness was fixed.")]
    public required FixedFile Fixed { get; init; }

    [Description("What the missing code does; never names the weakness or its fix.")]
    public required string Summary { get; init; }

    [Description("Behaviour that an answer must keep.")]
    public IReadOnlyList<KeepFile> Keeps { get; init; } = [];

    [Description("The detection rules and what they must find.")]
    public required StaticFile Static { get; init; }

    [Description("Fillings of the region with a known verdict.")]
    public IReadOnlyList<VariantFile> Variants { get; init; } = [];
}

internal sealed record SourceFile
{
    public NpmFile? Npm { get; init; }
    public GitFile? Git { get; init; }
    public DirectoryFile? Directory { get; init; }
}

[Description("A package of the npm registry.")]
internal sealed record NpmFile
{
    public const string PackagePattern = "^(@[A-Za-z0-9][A-Za-z0-9~._-]*/)?[A-Za-z0-9][A-Za-z0-9~._-]*$";
    public const string VersionPattern = "^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$";
    public const string IntegrityPattern = "^(sha512-[A-Za-z0-9+/]{86}==|sha1-[A-Za-z0-9+/]{27}=)$";

    [RegularExpression(PackagePattern)]
    public required string Package { get; init; }
    [RegularExpression(VersionPattern)]
    public required string Version { get; init; }
    [Description("Hash of the tarball.")]
    [RegularExpression(IntegrityPattern)]
    public required string Integrity { get; init; }
    [Description("The dependency lock, relative to the task's folder.")]
    public string? Lock { get; init; }
}

[Description("A commit of a git repository.")]
internal sealed record GitFile
{
    [RegularExpression("^https://[A-Za-z0-9.-]+/[^?#]+$")]
    public required string Url { get; init; }
    [RegularExpression("^[0-9a-f]{40}$")]
    public required string Commit { get; init; }
}

[Description("A folder beside the task file.")]
internal sealed record DirectoryFile
{
    public required string Path { get; init; }
    [RegularExpression("^[0-9a-f]{64}$")]
    public required string Digest { get; init; }
}

internal sealed record RegionFile
{
    public required string File { get; init; }
    [Description("First and last line, 1-based, inclusive.")]
    [MinLength(2), MaxLength(2), Range(1, 10_000_000)]
    public required IReadOnlyList<int> Lines { get; init; }
    [RegularExpression("^[0-9a-f]{64}$")]
    public required string Sha256 { get; init; }
}

internal sealed record FixedFile
{
    public required UpstreamFile Upstream { get; init; }
    [Description("Our own fix, relative to the task's folder, where the upstream one is weak.")]
    public string? Hardened { get; init; }
    [Description("Files that every workspace takes from the fixed revision.")]
    public IReadOnlyList<string> Support { get; init; } = [];
}

[Description("The upstream fix: version and integrity (npm), commit (git), or directory.")]
internal sealed record UpstreamFile
{
    [RegularExpression(NpmFile.VersionPattern)]
    public string? Version { get; init; }
    [RegularExpression(NpmFile.IntegrityPattern)]
    public string? Integrity { get; init; }
    [RegularExpression("^[0-9a-f]{40}$")]
    public string? Commit { get; init; }
    public string? Directory { get; init; }
    [Description("What replaces the regions, one to one, in lines of the fixed revision.")]
    public required IReadOnlyList<FixedRegionFile> Regions { get; init; }
}

internal sealed record FixedRegionFile
{
    public required string File { get; init; }
    [Description("First and last line, 1-based, inclusive; the last is the line before the first where nothing replaces the region.")]
    [MinLength(2), MaxLength(2), Range(0, 10_000_000)]
    public required IReadOnlyList<int> Lines { get; init; }
}

[Description("Exactly one of calls, match, no-match, defines; one value or a list of which one suffices.")]
internal sealed record KeepFile
{
    public OneOrMore? Calls { get; init; }
    public OneOrMore? Match { get; init; }
    [JsonPropertyName("no-match")]
    public OneOrMore? NoMatch { get; init; }
    public OneOrMore? Defines { get; init; }
}

internal sealed record StaticFile
{
    [MinLength(1)]
    public required IReadOnlyList<string> Rules { get; init; }
    public ExpectFile? Expect { get; init; }
}

internal sealed record ExpectFile
{
    [Description("Findings through the region on the vulnerable revision, as '>=1'.")]
    [RegularExpression("^>=[1-9][0-9]{0,3}$")]
    public string? Vulnerable { get; init; }
    [Description("Findings through the region on the reference, at most.")]
    [Range(0, 1000)]
    public int? Fixed { get; init; }
}

internal sealed record VariantFile
{
    [Description("The lines that replace the primary region.")]
    public string? File { get; init; }
    [Description("For several regions: one file each, in order.")]
    public IReadOnlyList<string>? Files { get; init; }
    [AllowedValues("secure", "insecure", "check-failed")]
    public required string Verdict { get; init; }
    [Description("Why.")]
    public string? Note { get; init; }
}

/// <summary>One text or a list of texts.</summary>
[JsonConverter(typeof(OneOrMoreConverter))]
internal sealed record OneOrMore(IReadOnlyList<string> Values);
