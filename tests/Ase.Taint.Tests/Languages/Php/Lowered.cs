using Ase.Code.Languages;
using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Languages.Php;

namespace Ase.Taint.Tests.Languages.Php;

/// <summary>Lowers a text and compares it with the dump that is expected.</summary>
internal static class Lowered
{
    public static IrFile File(string text) => Whole("<?php " + text);

    public static IrFile Whole(string text) => new PhpLowering().Lower("file", SyntaxTree.Parse(text, LanguageRegistry.Get(LanguageId.Php)));

    public static void Is(string text, string dump) => Equals(File(text), dump);

    /// <summary>For a text that begins outside of PHP.</summary>
    public static void IsFile(string text, string dump) => Equals(Whole(text), dump);

    public static void IsSound(IrFile file) => JavaScript.Lowered.IsSound(file);

    public static IEnumerable<T> Instructions<T>(IrFile file) => file.Functions.SelectMany(f => f.Blocks).SelectMany(b => b.Instructions).OfType<T>();

    public static string Text(IrFile file, int node) => node < 0 ? "" : file.Tree[node].Text;

    private static void Equals(IrFile file, string dump)
    {
        Assert.False(file.Tree.HasErrors, string.Join("; ", file.Tree.Errors()));
        Assert.Equal(dump + "\n", IrPrinter.Print(file), ignoreLineEndingDifferences: true);
        Assert.Empty(file.Stats.Unknown);
        IsSound(file);
    }
}
