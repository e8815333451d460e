using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.Python;

/// <summary>The front-end of Python 2 and 3.</summary>
public sealed class PythonLowering : ILowering
{
    /// <inheritdoc/>
    public IrFile Lower(string path, SyntaxTree tree)
    {
        var file = new IrFile { Path = path, Tree = tree };
        var unit = new PythonUnit(file);
        var function = unit.NewFunction("", 0, null);
        var builder = new FunctionBuilder(function, null);
        var names = PythonBindings.Of(tree.Root);
        foreach (var name in names.Bound) builder.Declare(name);
        new PythonBody(unit, builder).Module(tree.Root);
        builder.Complete();
        foreach (var name in names.Bound)
        {
            file.Exports.Add(new IrExport(name, new Place(builder.Declare(name)), unit.TopLevelFunctions.GetValueOrDefault(name)));
        }
        return file;
    }
}
