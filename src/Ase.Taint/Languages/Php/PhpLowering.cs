using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.Php;

/// <summary>
/// The front-end of PHP 5 to 8.4, mixed with HTML. Variables of top-level code are global: an included file runs in the scope of its includer.
/// </summary>
/// <remarks>
/// A file that is known is called like a function of the including scope's variables (<see cref="Summaries.SharedScopes"/>). For one that is
/// not, the variables of a function pass through the global <see cref="PhpBody.IncludeScope"/>, one field a variable: written before the
/// <c>include</c>, read at the start of every file for the variables that the file itself never assigns.
/// </remarks>
public sealed class PhpLowering : ILowering
{
    /// <inheritdoc/>
    public IrFile Lower(string path, SyntaxTree tree)
    {
        var file = new IrFile { Path = path, Tree = tree };
        var unit = new PhpUnit(file);
        var function = unit.NewFunction("", 0, null);
        var builder = new FunctionBuilder(function, null);
        new PhpBody(unit, builder, PhpScopeKind.TopLevel).TopLevel(tree.Root);
        builder.Complete();
        return file;
    }
}
