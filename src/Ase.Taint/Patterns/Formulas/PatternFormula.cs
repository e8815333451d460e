using Ase.Code.Languages;
using Ase.Taint.Patterns.Syntax;

namespace Ase.Taint.Patterns.Formulas;

/// <summary><c>pattern</c>: code with placeholders, compiled per grammar.</summary>
internal sealed class PatternFormula(string pattern, IReadOnlyDictionary<LanguageId, CompiledPattern?> compiled) : Formula
{
    /// <summary>The pattern as written.</summary>
    public string Pattern { get; } = pattern;

    public CompiledPattern? For(LanguageId id) => compiled.GetValueOrDefault(id);

    public override IReadOnlyList<FormulaMatch> Match(PatternContext context) =>
        For(context.Tree.Language.Id) is { } own ? context.Cached(this, c => MayMatch(own, c.Tree.Source.Text) ? c.Matcher.Match(own) : []) : [];

    public override bool MayMatch(string text)
    {
        foreach (var one in compiled.Values)
        {
            if (one is not null && MayMatch(one, text)) return true;
        }
        return false;
    }

    private static bool MayMatch(CompiledPattern one, string text)
    {
        var comparison = one.Profile.Facts.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach (var literal in one.Literals)
        {
            if (!text.Contains(literal, comparison)) return false;
        }
        return true;
    }
}
