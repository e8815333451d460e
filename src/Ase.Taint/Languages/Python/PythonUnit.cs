using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering.Bodies;

namespace Ase.Taint.Languages.Python;

/// <summary>What is known of a Python file before its functions are lowered: classes, their properties, imported names.</summary>
internal sealed class PythonUnit : LoweringUnit
{
    private readonly Dictionary<string, string> imports = new(StringComparer.Ordinal);
    private readonly Dictionary<int, HashSet<string>> properties = [];

    /// <summary>Surveys the tree of the file.</summary>
    public PythonUnit(IrFile file) : base(file)
    {
        var tree = file.Tree;
        for (var i = 0; i < tree.Count; i++)
        {
            var node = tree[i];
            if (!node.IsNamed) continue;
            switch (node.Kind)
            {
                case "class_definition":
                    ClassNames.Add(node.Field("name").Text);
                    break;
                case "import_statement" or "import_from_statement":
                    foreach (var import in PythonImports.Of(node))
                    {
                        if (import.LocalName.Length > 0) imports[import.LocalName] = import.ImportedName == "*" ? import.Module : import.Module + "." + import.ImportedName;
                    }
                    break;
                case "decorator" when IsProperty(node):
                    Declare(node.Parent);
                    break;
            }
        }
    }

    /// <summary>The classes of the file by simple name.</summary>
    public HashSet<string> ClassNames { get; } = new(StringComparer.Ordinal);

    /// <summary>The functions defined at module level; of several with one name the last.</summary>
    public Dictionary<string, IrFunction> TopLevelFunctions { get; } = new(StringComparer.Ordinal);

    /// <summary>True when the class has a property of that name.</summary>
    public bool IsProperty(IrClass type, string name) => properties.TryGetValue(type.Node, out var names) && names.Contains(name);

    /// <summary>A dotted name as its module calls it: <c>sp.run</c> is <c>subprocess.run</c> after <c>import subprocess as sp</c>.</summary>
    public string Qualify(string dotted)
    {
        var dot = dotted.IndexOf('.', StringComparison.Ordinal);
        var head = dot < 0 ? dotted : dotted[..dot];
        return imports.TryGetValue(head, out var full) ? full + dotted[head.Length..] : dotted;
    }

    private void Declare(SyntaxNode decorated)
    {
        var body = decorated.Parent;
        var type = body.IsNone ? default : body.Parent;
        if (!type.Is("class_definition") || decorated.Field("definition") is not { IsNone: false } definition) return;
        if (!properties.TryGetValue(type.Index, out var names)) properties[type.Index] = names = new(StringComparer.Ordinal);
        names.Add(definition.Field("name").Text);
    }

    private static bool IsProperty(SyntaxNode decorator)
    {
        var name = decorator.NamedChild(0);
        return !name.IsNone && (name.TextSpan.EndsWith("property", StringComparison.Ordinal) || name.TextSpan.EndsWith(".setter", StringComparison.Ordinal));
    }
}
