using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Lowering;

/// <summary>Turns the syntax tree of one file into the common representation. Never throws on any tree; unknown constructs are counted.</summary>
public interface ILowering
{
    /// <summary>Lowers one file.</summary>
    /// <param name="path">The path in the workspace, with <c>/</c>.</param>
    /// <param name="tree">Its tree, syntax errors included.</param>
    IrFile Lower(string path, SyntaxTree tree);
}
