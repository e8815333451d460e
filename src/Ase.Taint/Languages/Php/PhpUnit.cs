using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering.Bodies;

namespace Ase.Taint.Languages.Php;

/// <summary>What is known of a PHP file as a whole: imported names, constants, whether it echoes with <c>&lt;?=</c>.</summary>
internal sealed class PhpUnit(IrFile file) : LoweringUnit(file)
{
    private readonly Dictionary<string, string> uses = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> functions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Constants defined in the file, with the expressions of their values.</summary>
    public Dictionary<string, SyntaxNode> Constants { get; } = new(StringComparer.Ordinal);

    /// <summary>True when the file has short echo tags.</summary>
    public bool HasShortEcho { get; } = file.Tree.Source.Text.Contains("<?=", StringComparison.Ordinal);

    /// <summary>Takes a class or a function by <c>use</c>.</summary>
    public void Use(string local, string full, bool function) => (function ? functions : uses)[local] = full;

    /// <summary>The last part of a class's name as written, its alias resolved; empty for an absent node.</summary>
    public string SimpleName(SyntaxNode name) => SimpleName(name, uses);

    /// <summary>The last part of a function's name as written, its alias resolved.</summary>
    public string FunctionName(SyntaxNode name) => SimpleName(name, functions);

    /// <summary>The simple name of a declared type, or null when it is not one class or one primitive.</summary>
    public string? TypeName(SyntaxNode type)
    {
        for (var steps = 0; steps < 8 && !type.IsNone; steps++)
        {
            switch (type.Kind)
            {
                case "named_type" or "name" or "qualified_name" or "relative_name":
                    return SimpleName(type);
                case "primitive_type":
                    var primitive = type.TextSpan;
                    return primitive.Equals("null", StringComparison.OrdinalIgnoreCase) || primitive.Equals("mixed", StringComparison.OrdinalIgnoreCase) ? null : type.Text.ToLowerInvariant();
                case "optional_type":
                    type = type.NamedChild(0);
                    break;
                case "union_type":
                    SyntaxNode only = default;
                    foreach (var part in type.NamedChildren)
                    {
                        if (part.TextSpan.Equals("null", StringComparison.OrdinalIgnoreCase)) continue;
                        if (!only.IsNone) return null;
                        only = part;
                    }
                    type = only;
                    break;
                default:
                    return null;
            }
        }
        return null;
    }

    private static string SimpleName(SyntaxNode name, Dictionary<string, string> aliases)
    {
        if (name.IsNone) return "";
        var text = name.Text;
        var slash = text.LastIndexOf('\\');
        if (slash >= 0) return text[(slash + 1)..].Trim();
        return aliases.TryGetValue(text, out var full) ? full[(full.LastIndexOf('\\') + 1)..] : text;
    }
}
