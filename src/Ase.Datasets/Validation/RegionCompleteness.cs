using Ase.Core.Tasks;
using Ase.Core.Workspaces;

namespace Ase.Datasets.Validation;

/// <summary>A region is syntactically complete when its file parses as well without it: half a construct leaves the other half behind.</summary>
internal static class RegionCompleteness
{
    public static CheckPoint Check(MaterializedTask task)
    {
        var evidence = new List<string>();
        foreach (var region in task.Task.Regions)
        {
            if (Splice.LanguageOf(task.Task, region) is not { } language)
            {
                return new CheckPoint(PointNames.RegionComplete, CheckStatus.Unchecked, $"{region.File} is in no known language");
            }
            var original = Splice.Of(task.Base, region, Original(task.Base, region)).Parse(language);
            if (original is null) return new CheckPoint(PointNames.RegionComplete, CheckStatus.Unchecked, $"{region.File} could not be parsed within the limits");
            var before = original.Errors().Count();
            var indent = Indent(Original(task.Base, region));
            var fewest = Fillers(language.Name, language.LineComment).Min(f => Splice.Of(task.Base, region, indent + f + "\n").Parse(language)?.Errors().Count() ?? int.MaxValue);
            if (fewest > before)
                return new CheckPoint(PointNames.RegionComplete, CheckStatus.Failed, $"{region.File} does not parse without the lines {region.First}-{region.Last}: they hold half a construct");
            if (before > 0) evidence.Add($"{region.File} has {before} syntax errors of its own");
        }
        return new CheckPoint(PointNames.RegionComplete, CheckStatus.Proven, string.Join("; ", evidence));
    }

    // An empty comment; where a block must not be empty, the statement that does nothing.
    private static IEnumerable<string> Fillers(string language, string comment) => language == "python" ? [comment, "pass"] : [comment];

    private static string Original(IFileTree tree, Region region)
    {
        var source = Ase.Code.Text.SourceText.FromBytes(tree.Read(region.File)!);
        return source.Slice(source.LinesSpan(region.First, region.Last)).ToString();
    }

    private static string Indent(string text)
    {
        var line = text.Split('\n').FirstOrDefault(l => !string.IsNullOrWhiteSpace(l)) ?? "";
        return line[..^line.TrimStart(' ', '\t').Length];
    }
}
