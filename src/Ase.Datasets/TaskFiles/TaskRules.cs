namespace Ase.Datasets.TaskFiles;

/// <summary>What a schema cannot say of a task file.</summary>
internal static class TaskRules
{
    /// <summary>The path of the value that is wrong, and what is wrong with it.</summary>
    public static IEnumerable<(string Path, string Message)> Check(TaskFile raw, string id)
    {
        if (raw.Id != id) yield return ("id", $"id '{raw.Id}' is not the folder's name '{id}'");
        foreach (var problem in Source(raw).Concat(Regions(raw)).Concat(Keeps(raw)).Concat(Variants(raw))) yield return problem;
        foreach (var (path, value) in Paths(raw).Where(p => !TaskPaths.IsRelative(p.Value))) yield return (path, $"'{value}' is not a relative path inside its folder, with '/'");
    }

    /// <summary>The files of a variant.</summary>
    public static IReadOnlyList<string> Files(VariantFile variant) => variant.Files ?? (variant.File is null ? [] : [variant.File]);

    private static IEnumerable<(string Path, string Message)> Source(TaskFile raw)
    {
        if (new object?[] { raw.Source.Npm, raw.Source.Git, raw.Source.Directory }.Count(s => s is not null) != 1)
        {
            yield return ("source", "source: exactly one of npm, git, directory is expected");
            yield break;
        }
        var upstream = raw.Fixed.Upstream;
        var (kind, wanted) = raw.Source.Npm is not null ? ("npm", new[] { "version", "integrity" }) : raw.Source.Git is not null ? ("git", ["commit"]) : ("directory", ["directory"]);
        foreach (var (key, value) in new[] { ("version", upstream.Version), ("integrity", upstream.Integrity), ("commit", upstream.Commit), ("directory", upstream.Directory) })
        {
            if (wanted.Contains(key) && value is null) yield return ("fixed.upstream", $"fixed.upstream: '{key}' is missing, which a source of kind {kind} needs");
            if (!wanted.Contains(key) && value is not null) yield return ($"fixed.upstream.{key}", $"fixed.upstream: '{key}' does not belong to a source of kind {kind}");
        }
    }

    private static IEnumerable<(string Path, string Message)> Regions(TaskFile raw)
    {
        for (var i = 0; i < raw.Regions.Count; i++)
        {
            var region = raw.Regions[i];
            if (region.Lines[1] < region.Lines[0]) yield return ($"regions[{i}].lines", $"regions: {region.File} has no lines [{region.Lines[0]}, {region.Lines[1]}]");
            else if (raw.Regions.Take(i).Any(r => r.File == region.File && r.Lines[0] <= region.Lines[1] && region.Lines[0] <= r.Lines[1]))
                yield return ($"regions[{i}].lines", $"regions: lines of {region.File} are in two regions");
        }
        var upstream = raw.Fixed.Upstream.Regions;
        if (upstream.Count != raw.Regions.Count) yield return ("fixed.upstream.regions", $"fixed.upstream.regions: {raw.Regions.Count} expected, one for each region, there are {upstream.Count}");
        for (var i = 0; i < upstream.Count; i++)
        {
            if (upstream[i].Lines[0] < 1 || upstream[i].Lines[1] < upstream[i].Lines[0] - 1)
                yield return ($"fixed.upstream.regions[{i}].lines", $"fixed.upstream.regions: {upstream[i].File} has no lines [{upstream[i].Lines[0]}, {upstream[i].Lines[1]}]");
        }
    }

    private static IEnumerable<(string Path, string Message)> Keeps(TaskFile raw)
    {
        for (var i = 0; i < raw.Keeps.Count; i++)
        {
            var keep = raw.Keeps[i];
            if (new[] { keep.Calls, keep.Match, keep.NoMatch, keep.Defines }.Count(v => v is not null) != 1)
                yield return ($"keeps[{i}]", $"keeps[{i}]: exactly one of calls, match, no-match, defines is expected");
        }
    }

    private static IEnumerable<(string Path, string Message)> Variants(TaskFile raw)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < raw.Variants.Count; i++)
        {
            var files = Files(raw.Variants[i]);
            if ((raw.Variants[i].File is null) == (raw.Variants[i].Files is null)) yield return ($"variants[{i}]", $"variants[{i}]: exactly one of file, files is expected");
            else if (files.Count == 0 || files.Count > raw.Regions.Count) yield return ($"variants[{i}]", $"variants[{i}]: at most one file a region is expected, and at least one");
            foreach (var file in files.Where(f => !known.Add(f))) yield return ($"variants[{i}]", $"variants[{i}]: {file} is given twice");
        }
    }

    private static IEnumerable<(string Path, string Value)> Paths(TaskFile raw) =>
        raw.Regions.Select((r, i) => ($"regions[{i}].file", (string?)r.File))
            .Concat(raw.Fixed.Upstream.Regions.Select((r, i) => ($"fixed.upstream.regions[{i}].file", (string?)r.File)))
            .Concat(raw.Fixed.Support.Select((s, i) => ($"fixed.support[{i}]", (string?)s)))
            .Concat(raw.Static.Rules.Select((r, i) => ($"static.rules[{i}]", (string?)r)))
            .Concat(raw.Variants.SelectMany((v, i) => Files(v).Select(f => ($"variants[{i}].file", (string?)f))))
            .Append(("fixed.hardened", raw.Fixed.Hardened))
            .Append(("fixed.upstream.directory", raw.Fixed.Upstream.Directory))
            .Append(("source.directory.path", raw.Source.Directory?.Path))
            .Append(("source.npm.lock", raw.Source.Npm?.Lock))
            .Where(p => p.Item2 is not null)
            .Select(p => (p.Item1, p.Item2!));
}
