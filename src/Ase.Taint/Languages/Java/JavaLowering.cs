using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.Java;

/// <summary>The front-end of Java, up to version 21.</summary>
/// <remarks>
/// Static fields are fields of a global with the simple name of their class, whichever way they are written. Static initialisers are
/// top-level code; instance initialisers are part of every constructor that does not call another one of its class.
/// </remarks>
public sealed class JavaLowering : ILowering
{
    /// <inheritdoc/>
    public IrFile Lower(string path, SyntaxTree tree)
    {
        var file = new IrFile { Path = path, Tree = tree };
        var unit = new JavaUnit(file);
        var builder = new FunctionBuilder(file.Functions[0], null);
        new JavaBody(unit, builder, null).Statement(tree.Root);
        builder.Complete();
        return file;
    }
}
