using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;
using Ase.Core.Attempts;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;

namespace Ase.Analysis.Checks;

/// <summary>A changed file, before and after.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Before">Its tree on the base revision; null when it is new, of no known language, or too large.</param>
/// <param name="After">Its tree now; null when it is deleted, of no known language, or too large.</param>
/// <param name="Problem">Why there is no tree although there should be one, or null.</param>
internal sealed record ChangedFile(string Path, SyntaxTree? Before, SyntaxTree? After, string? Problem);

/// <summary>What the checks of one patch share: the trees of the changed files and the lines that are the subject's.</summary>
internal sealed class ChangedCode
{
    private readonly Dictionary<string, ChangedFile> files;

    public ChangedCode(MaterializedTask task, Patch patch)
    {
        Task = task;
        Patch = patch;
        Ranges = [.. patch.Replaced.Concat(patch.Elsewhere).Where(r => r.Last >= r.First)];
        files = patch.Files.Keys.Concat(patch.Replaced.Select(r => r.File)).Distinct(StringComparer.Ordinal)
            .ToDictionary(p => p, p => Load(task, patch, p), StringComparer.Ordinal);
    }

    public MaterializedTask Task { get; }

    public Patch Patch { get; }

    /// <summary>The changed lines, in lines of the new files.</summary>
    public IReadOnlyList<FileRange> Ranges { get; }

    public IEnumerable<ChangedFile> Files => files.Values.OrderBy(f => f.Path, StringComparer.Ordinal);

    public ChangedFile this[string path] => files[path];

    /// <summary>The changed lines of a file as spans of its new text.</summary>
    public IEnumerable<TextSpan> SpansOf(ChangedFile file)
    {
        if (file.After is null) yield break;
        var source = file.After.Source;
        foreach (var range in Ranges.Where(r => r.File == file.Path && r.First <= source.LineCount))
            yield return source.LinesSpan(range.First, Math.Min(range.Last, source.LineCount));
    }

    private static ChangedFile Load(MaterializedTask task, Patch patch, string path)
    {
        var original = task.Base.Read(path);
        var changed = patch.Files.TryGetValue(path, out var bytes) ? bytes : original;
        if (LanguageRegistry.ForFile(path, original ?? changed) is not { } language) return new ChangedFile(path, null, null, null);
        var before = Parse(original, language, out _);
        var after = Parse(changed, language, out var problem);
        return new ChangedFile(path, before, after, problem);
    }

    private static SyntaxTree? Parse(byte[]? bytes, Language language, out string? problem)
    {
        problem = null;
        if (bytes is null) return null;
        var status = SyntaxTree.TryParse(SourceText.FromBytes(bytes), language, ParseLimits.Default, out var tree);
        if (tree is null) problem = $"the file could not be parsed within the limits ({status})";
        return tree;
    }
}
