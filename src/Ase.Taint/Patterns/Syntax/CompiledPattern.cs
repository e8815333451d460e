using Ase.Code.Languages;
using Ase.Taint.Patterns.Grammars;

namespace Ase.Taint.Patterns.Syntax;

/// <summary>A pattern for one grammar.</summary>
/// <param name="Profile">The grammar it was compiled for.</param>
/// <param name="Root">What to match; a <see cref="PatternKind.Sequence"/> for several statements.</param>
/// <param name="Metavariables">The names (with <c>$</c>) by slot.</param>
/// <param name="Wrapper">The wrapper in which it parsed, for reports.</param>
/// <param name="Literals">Names of which every one stands in any file that holds a match.</param>
internal sealed record CompiledPattern(GrammarProfile Profile, PatternNode Root, IReadOnlyList<string> Metavariables, string Wrapper, IReadOnlyList<string> Literals)
{
    /// <summary>The grammar.</summary>
    public LanguageId Language => Profile.Language.Id;
}
