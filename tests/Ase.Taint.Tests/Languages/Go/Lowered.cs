using Ase.Code.Languages;
using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Languages.Go;

namespace Ase.Taint.Tests.Languages.Go;

/// <summary>Lowers a text and compares it with the dump that is expected.</summary>
internal static class Lowered
{
    public static IrFile File(string text, string path = "app/a.go") =>
        new GoLowering().Lower(path, SyntaxTree.Parse(text, LanguageRegistry.Get(LanguageId.Go)));

    public static void Is(string text, string dump)
    {
        var file = File(text + "\n");

        Assert.False(file.Tree.HasErrors, "the text has syntax errors");
        Assert.Equal(dump + "\n", IrPrinter.Print(file), ignoreLineEndingDifferences: true);
        Assert.Empty(file.Stats.Unknown);
        JavaScript.Lowered.IsSound(file);
    }

    /// <summary>The texts of the nodes that an instruction of a function evaluates, in order.</summary>
    public static IEnumerable<string> NodesOf(IrFile file, string function) => file.Functions.Single(f => f.Name == function).Blocks
        .SelectMany(b => b.Instructions).Where(i => i.Node >= 0).Select(i => file.Tree[i.Node].Text);
}
