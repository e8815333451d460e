using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;

namespace Ase.Datasets.Validation;

/// <summary>A region's file with another text in place of the region.</summary>
/// <param name="Text">The whole file.</param>
/// <param name="Inserted">Where the text stands.</param>
internal sealed record Splice(SourceText Text, TextSpan Inserted)
{
    /// <summary>Puts a text in place of a region.</summary>
    public static Splice Of(IFileTree tree, Region region, string replacement)
    {
        var source = SourceText.FromBytes(tree.Read(region.File)!);
        var span = source.LinesSpan(region.First, region.Last);
        if (replacement.Length > 0 && !replacement.EndsWith('\n')) replacement += "\n";
        return new Splice(
            new SourceText(source.Text[..span.Start] + replacement + source.Text[span.End..], source.IsUtf8), new TextSpan(span.Start, span.Start + replacement.Length));
    }

    /// <summary>The language of a region: its file's, else the task's.</summary>
    public static Language? LanguageOf(BenchmarkTask task, Region region) => LanguageRegistry.ForPath(region.File) ?? LanguageRegistry.Find(task.Language);

    /// <summary>The tree, or null when it does not come about within the limits.</summary>
    public SyntaxTree? Parse(Language language) => Parse(Text, language);

    /// <summary>The tree of a text, or null when it does not come about within the limits.</summary>
    public static SyntaxTree? Parse(SourceText text, Language language) =>
        SyntaxTree.TryParse(text, language, ParseLimits.Default, out var tree) == ParseStatus.Parsed ? tree : null;
}
