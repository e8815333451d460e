using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.JavaScript;

/// <summary>The front-end for JavaScript, TypeScript and both with JSX. Stateless; the work of one file is in <see cref="JsFile"/>.</summary>
internal sealed class JavaScriptLowering : ILowering
{
    /// <inheritdoc/>
    public IrFile Lower(string path, SyntaxTree tree) => new JsFile(path, tree).Lower();
}
