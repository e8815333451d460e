using Ase.Code.Languages;
using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Languages.JavaScript;

namespace Ase.Taint.Tests.Languages.JavaScript;

/// <summary>Lowers a text and compares it with the dump that is expected.</summary>
internal static class Lowered
{
    public static IrFile File(string text, LanguageId language = LanguageId.JavaScript) =>
        new JavaScriptLowering().Lower("file", SyntaxTree.Parse(text, LanguageRegistry.Get(language)));

    public static void Is(string text, string dump, LanguageId language = LanguageId.JavaScript)
    {
        var file = File(text, language);

        Assert.False(file.Tree.HasErrors, string.Join("; ", file.Tree.Errors()));
        Assert.Equal(dump + "\n", IrPrinter.Print(file), ignoreLineEndingDifferences: true);
        Assert.Empty(file.Stats.Unknown);
        IsSound(file);
    }

    /// <summary>Every reference within the representation leads somewhere.</summary>
    public static void IsSound(IrFile file)
    {
        for (var id = 0; id < file.Functions.Count; id++)
        {
            var function = file.Functions[id];
            Assert.Equal(id, function.Id);
            Assert.All(function.Variables, (v, i) => Assert.Equal(i, v.Id));
            foreach (var block in function.Blocks)
            {
                Assert.NotNull(block.Terminator);
                Assert.All(block.Successors, s => Assert.InRange(s, 0, function.Blocks.Count - 1));
                Assert.InRange(block.Handler, -1, function.Blocks.Count - 1);
                foreach (var operand in block.Instructions.SelectMany(Operands)) IsOwn(file, function, operand);
            }
        }
        Assert.All(file.Exports, e => Assert.True(e.Value is null || file.Functions[0].Variables.Contains(e.Value.Variable)));
    }

    private static void IsOwn(IrFile file, IrFunction function, Operand operand)
    {
        Assert.InRange(operand.Node, -1, file.Tree.Count - 1);
        if (operand.Place is null)
        {
            Assert.NotNull(operand.Literal);
            return;
        }
        Assert.Same(operand.Place.Variable, function.Variables[operand.Place.Variable.Id]);
        foreach (var accessor in operand.Place.Path)
        {
            Assert.InRange(accessor.Node, -1, file.Tree.Count - 1);
            if (accessor.Key is not null) IsOwn(file, function, accessor.Key);
        }
    }

    private static IEnumerable<Operand> Operands(Instruction instruction) => instruction switch
    {
        Assign a => [new Operand(-1, a.Target), a.Value],
        Operation o => o.Operands.Prepend(new Operand(-1, o.Target)),
        Call c => c.Arguments.Select(a => a.Value).Concat(new[] { c.Receiver, c.Function, c.Target is null ? null : new Operand(-1, c.Target) }.OfType<Operand>()),
        MakeClosure m => [new Operand(-1, m.Target)],
        Evaluate e => [e.Value],
        DefinePredicate d => [new Operand(-1, new Place(d.Target))],
        _ => throw new InvalidOperationException(instruction.GetType().Name),
    };
}
