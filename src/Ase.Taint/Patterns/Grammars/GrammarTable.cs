using Ase.Code.Languages;

namespace Ase.Taint.Patterns.Grammars;

/// <summary>The grammars that patterns can be written for; one line per language.</summary>
internal static class GrammarTable
{
    /// <summary>The facts of a grammar, or null when patterns for it are not supported.</summary>
    public static GrammarFacts? Find(LanguageId id) => id switch
    {
        LanguageId.JavaScript or LanguageId.TypeScript or LanguageId.Tsx => EcmaScriptFacts.Value,
        LanguageId.Python => PythonFacts.Value,
        LanguageId.Java => JavaFacts.Value,
        LanguageId.Go => GoFacts.Value,
        LanguageId.Php => PhpFacts.Value,
        LanguageId.C or LanguageId.Cpp or LanguageId.CSharp or LanguageId.Ruby => null,
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, null),
    };
}
