using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;

namespace Ase.Taint.Languages.Go;

/// <summary>The front-end of Go.</summary>
/// <remarks>
/// The namespace is the folder of the package and its name, <c>internal/store:store</c>, so that the files of one package share it and its
/// external tests do not. Names that a file does not declare are globals: they belong to another file of the package, or to the language.
/// </remarks>
public sealed class GoLowering : ILowering
{
    /// <inheritdoc/>
    public IrFile Lower(string path, SyntaxTree tree)
    {
        var file = new IrFile { Path = path, Tree = tree, Namespace = Namespace(path, tree.Root) };
        var unit = new GoUnit(file);
        var builder = new FunctionBuilder(file.Functions[0], null);
        var body = new GoBody(unit, builder);
        body.Package(tree.Root);
        builder.Complete();
        return file;
    }

    private static string Namespace(string path, SyntaxNode root)
    {
        var slash = path.LastIndexOf('/');
        var folder = slash < 0 ? "" : path[..slash];
        foreach (var child in root.NamedChildren)
        {
            if (child.Is("package_clause") && child.NamedChild(0) is { IsNone: false } name) return folder + ":" + name.Text;
        }
        return folder + ":";
    }
}
