using System.Text.Json;
using Ase.Core.Attempts;
using Ase.Core.Tasks;

namespace Ase.Datasets.TaskFiles;

/// <summary>Reads <c>task.yaml</c>.</summary>
internal static class TaskReader
{
    public const string FileName = "task.yaml";

    /// <summary>Reads the task of a folder; the task is null when there are errors.</summary>
    public static (BenchmarkTask? Task, IReadOnlyList<TaskError> Errors) Read(string folder)
    {
        var id = Path.GetFileName(folder);
        var file = Path.Combine(folder, TaskReader.FileName);
        string text;
        try
        {
            if (new FileInfo(file).Length > 1_000_000) return (null, [new TaskError(id, file, 0, 0, "the file is larger than 1 MB")]);
            text = File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, [new TaskError(id, file, 0, 0, e.Message)]);
        }
        return Parse(text, id, file, folder);
    }

    /// <summary>Reads the text of a task file.</summary>
    public static (BenchmarkTask? Task, IReadOnlyList<TaskError> Errors) Parse(string text, string id, string file, string folder)
    {
        var reader = new SchemaReader(TaskSchema.Schema);
        var json = reader.Read(text);
        if (reader.Problems.Count > 0 || json is null)
            return (null, [.. reader.Problems.Select(p => new TaskError(id, file, p.Line, p.Column, p.Message))]);
        var raw = json.Deserialize<TaskFile>(TaskSchema.Json)!;
        var errors = Check(raw, id).Select(m => new TaskError(id, file, 1, 1, m)).ToList();
        return errors.Count > 0 ? (null, errors) : (Convert(raw, folder), []);
    }

    private static IEnumerable<string> Check(TaskFile raw, string id)
    {
        if (raw.Id != id) yield return $"id '{raw.Id}' is not the folder's name '{id}'";
        if (new object?[] { raw.Source.Npm, raw.Source.Git, raw.Source.Directory }.Count(s => s is not null) != 1)
            yield return "source: exactly one of npm, git, directory is expected";
        var upstream = raw.Fixed.Upstream;
        if (raw.Source.Npm is not null && (upstream.Version is null || upstream.Integrity is null)) yield return "fixed.upstream: version and integrity are expected";
        if (raw.Source.Git is not null && upstream.Commit is null) yield return "fixed.upstream: commit is expected";
        if (raw.Source.Directory is not null && upstream.Directory is null) yield return "fixed.upstream: directory is expected";
        if (upstream.Regions.Count != raw.Regions.Count) yield return $"fixed.upstream.regions: {raw.Regions.Count} expected, one for each region, there are {upstream.Regions.Count}";
        foreach (var region in raw.Regions.Where(r => r.Lines[0] < 1 || r.Lines[1] < r.Lines[0])) yield return $"regions: {region.File} has no lines [{region.Lines[0]}, {region.Lines[1]}]";
        foreach (var region in upstream.Regions.Where(r => r.Lines[0] < 1 || r.Lines[1] < r.Lines[0] - 1)) yield return $"fixed.upstream.regions: {region.File} has no lines [{region.Lines[0]}, {region.Lines[1]}]";
        foreach (var region in raw.Regions.Zip(raw.Regions.Skip(1)).Where(p => p.First.File == p.Second.File && p.Second.Lines[0] <= p.First.Lines[1]))
            yield return $"regions: those of {region.First.File} overlap or are out of order";
        var paths = raw.Regions.Select(r => r.File).Concat(upstream.Regions.Select(r => r.File)).Concat(raw.Fixed.Support).Concat(raw.Static.Rules)
            .Concat(raw.Variants.SelectMany(Files)).Append(raw.Fixed.Hardened).Append(raw.Source.Directory?.Path).Append(raw.Source.Npm?.Lock).Append(upstream.Directory);
        foreach (var path in paths.OfType<string>().Where(p => !IsRelative(p)).Distinct()) yield return $"'{path}' is not a relative path inside its folder, with '/'";
        foreach (var keep in raw.Keeps.Where(k => new[] { k.Calls, k.Match, k.NoMatch, k.Defines }.Count(v => v is { Values.Count: > 0 }) != 1))
            yield return $"keeps[{raw.Keeps.ToList().IndexOf(keep)}]: exactly one of calls, match, no-match, defines is expected";
        foreach (var variant in raw.Variants)
        {
            var count = Files(variant).Count;
            if ((variant.File is null) == (variant.Files is null)) yield return "variants: each needs exactly one of file, files";
            else if (count == 0 || count > raw.Regions.Count) yield return $"variants: {string.Join(", ", Files(variant))}: one file a region is expected";
        }
        var names = raw.Variants.SelectMany(Files).GroupBy(f => f, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);
        foreach (var name in names) yield return $"variants: {name} is given twice";
    }

    private static IReadOnlyList<string> Files(VariantFile variant) => variant.Files ?? (variant.File is null ? [] : [variant.File]);

    private static bool IsRelative(string path) =>
        path.Length > 0 && path[0] != '/' && !path.Contains('\\', StringComparison.Ordinal) && !path.Contains(':', StringComparison.Ordinal)
        && !path.Split('/').Any(p => p is "" or "." or "..");

    private static BenchmarkTask Convert(TaskFile raw, string folder)
    {
        var upstream = raw.Fixed.Upstream;
        return new BenchmarkTask
        {
            Id = raw.Id,
            Title = raw.Title,
            Language = raw.Language,
            Cve = raw.Cve,
            Cwe = raw.Cwe,
            Severity = Enum.Parse<Severity>(raw.Severity, ignoreCase: true),
            Source = raw.Source switch
            {
                { Npm: { } n } => new TaskSource.Npm(n.Package, n.Version, n.Integrity, n.Lock),
                { Git: { } g } => new TaskSource.Git(g.Url, g.Commit),
                { Directory: { } d } => new TaskSource.Directory(d.Path, d.Digest),
                _ => throw new InvalidOperationException("a source was checked for"),
            },
            Regions = [.. raw.Regions.Select(r => new Region(r.File, r.Lines[0], r.Lines[1], r.Sha256))],
            Fixed = new FixedRevision
            {
                Upstream = new UpstreamFix(
                    upstream.Version ?? upstream.Commit ?? upstream.Directory!, upstream.Integrity, [.. upstream.Regions.Select(r => new FileRange(r.File, r.Lines[0], r.Lines[1]))]),
                Hardened = raw.Fixed.Hardened,
                Support = raw.Fixed.Support,
            },
            Summary = raw.Summary.Trim(),
            Keeps = [.. raw.Keeps.Select(ConvertKeep)],
            Static = new StaticCheck(
                raw.Static.Rules,
                raw.Static.Expect?.Vulnerable is { } v ? int.Parse(v.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture) : 1,
                raw.Static.Expect?.Fixed ?? 0),
            Variants = [.. raw.Variants.Select(v => new Variant(Files(v), Verdicts.Find(v.Verdict)!.Value, v.Note ?? ""))],
            Folder = folder,
        };
    }

    private static Keep ConvertKeep(KeepFile keep) => keep switch
    {
        { Calls: { } c } => new Keep(KeepKind.Calls, c.Values),
        { Match: { } m } => new Keep(KeepKind.Match, m.Values),
        { NoMatch: { } n } => new Keep(KeepKind.NoMatch, n.Values),
        { Defines: { } d } => new Keep(KeepKind.Defines, d.Values),
        _ => throw new InvalidOperationException("one value was checked for"),
    };
}
