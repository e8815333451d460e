using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Php;

internal sealed partial class PhpBody
{
    /// <summary>A string: a literal, or the concatenation of its parts.</summary>
    /// <param name="node">The string.</param>
    /// <param name="holder">The node that has the parts: the string itself, the body of a heredoc, or none.</param>
    private Operand Text(SyntaxNode node, SyntaxNode holder)
    {
        var parts = Parts(holder, raw: node.Is("string") || node.Is("nowdoc"));
        return parts.Count switch
        {
            0 => Literal(node, "", isString: true),
            1 when parts[0].Place is null => Literal(node, parts[0].Literal!, isString: true),
            _ => Compute(node, OperationKind.Concat, "", parts),
        };
    }

    private Operand ShellCommand(SyntaxNode node) => Invoke(node, "`", null, [.. Parts(node, raw: false).Select(p => new Argument(p))]);

    /// <summary>The parts of a string, neighbouring pieces of text as one.</summary>
    private List<Operand> Parts(SyntaxNode holder, bool raw)
    {
        var parts = new List<Operand>();
        foreach (var child in holder.NamedChildren)
        {
            if (child.Kind is not ("string_content" or "escape_sequence" or "nowdoc_string"))
            {
                parts.Add(Expression(child));
                continue;
            }
            var text = child.Is("escape_sequence") ? PhpStrings.Unescape(child.TextSpan, raw) : child.Text;
            if (parts is [.., { Place: null, IsString: true } last]) parts[^1] = last with { Literal = last.Literal + text };
            else parts.Add(Literal(child, text, isString: true));
        }
        return parts;
    }
}
