using System.Text.RegularExpressions;
using Ase.Code.Text;
using Ase.Taint.Rules;

namespace Ase.Taint.Patterns.Formulas;

/// <summary><c>pattern-regex</c>: a regular expression over the text; its groups are <c>$1</c>, <c>$2</c> … and <c>$NAME</c>.</summary>
internal sealed class RegexFormula(Regex regex) : Formula
{
    public override IReadOnlyList<FormulaMatch> Match(PatternContext context) => context.Cached(this, c => Matches(c.Tree.Source.Text, 0));

    public override bool MayMatch(string text) => PortableRegex.IsMatch(regex, text);

    /// <summary>Matches in a text that begins at <paramref name="offset"/> of the file.</summary>
    internal List<FormulaMatch> Matches(string text, int offset)
    {
        List<FormulaMatch> found = [];
        try
        {
            for (var match = regex.Match(text); match.Success && found.Count < Ranges.MaxMatches; match = match.NextMatch())
            {
                Dictionary<string, Binding> bindings = new(StringComparer.Ordinal);
                foreach (var group in match.Groups.Values.Skip(1))
                {
                    if (group.Success) bindings["$" + group.Name] = new Binding(new TextSpan(offset + group.Index, offset + group.Index + group.Length), -1, group.Value);
                }
                found.Add(new FormulaMatch(new TextSpan(offset + match.Index, offset + match.Index + match.Length), -1, bindings) { Role = RangeRole.Text });
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // what was found in time stands
        }
        return found;
    }
}
