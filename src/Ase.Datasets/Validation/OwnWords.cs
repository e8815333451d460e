using Ase.Code.Text;
using Ase.Core.Workspaces;

namespace Ase.Datasets.Validation;

/// <summary>No variant, nor a hardened fix, repeats a run of either revision's code: what we ship is ours.</summary>
internal static class OwnWords
{
    public static CheckPoint Check(MaterializedTask task)
    {
        var theirs = new List<(string Name, List<string> Tokens)>();
        var files = task.Task.Regions.Select(r => (Name: "the vulnerable revision", Tree: (IFileTree?)task.Base, r.File, Language: Splice.LanguageOf(task.Task, r)))
            .Concat(task.Task.Fixed.Upstream.Regions.Zip(task.Task.Regions, (f, r) => (Name: "the fixed revision", Tree: task.Upstream, f.File, Language: Splice.LanguageOf(task.Task, r))));
        foreach (var (name, tree, file, language) in files.Distinct())
        {
            if (language is null || tree?.Read(file) is not { } bytes || Splice.Parse(SourceText.FromBytes(bytes), language) is not { } parsed)
                return new CheckPoint(PointNames.OwnWords, CheckStatus.Unchecked, $"{file} of {name} is not at hand or could not be parsed");
            theirs.Add(($"{file} of {name}", TokenRuns.Of(parsed)));
        }
        foreach (var (name, texts) in Ours(task))
        {
            for (var i = 0; i < texts.Count; i++)
            {
                // in its place: the beginning of a method body is no method body by itself
                var region = task.Task.Regions[i];
                var splice = Splice.Of(task.Base, region, texts[i]);
                if (splice.Parse(Splice.LanguageOf(task.Task, region)!) is not { } tree) return new CheckPoint(PointNames.OwnWords, CheckStatus.Unchecked, $"{name} could not be parsed within the limits");
                var ours = TokenRuns.Of(tree, splice.Inserted);
                foreach (var (place, tokens) in theirs)
                {
                    if (TokenRuns.Shared(ours, tokens) is { } run)
                        return new CheckPoint(PointNames.OwnWords, CheckStatus.Failed, $"{name} shares {TokenRuns.Length} tokens with {place}: {string.Join(' ', run)}");
                }
            }
        }
        return new CheckPoint(PointNames.OwnWords, CheckStatus.Proven);
    }

    private static IEnumerable<(string Name, IReadOnlyList<string> Texts)> Ours(MaterializedTask task)
    {
        foreach (var variant in task.Variants) yield return (variant.Variant.Name, [.. variant.Texts.Take(variant.Variant.Files.Count)]);
        if (task.Task.Fixed.Hardened is { } hardened) yield return (Path.GetFileNameWithoutExtension(hardened), [task.Reference[0]]);
    }
}
