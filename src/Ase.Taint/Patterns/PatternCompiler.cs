using Ase.Code.Languages;
using Ase.Taint.Patterns.Formulas;
using Ase.Taint.Patterns.Grammars;
using Ase.Taint.Patterns.Syntax;

namespace Ase.Taint.Patterns;

/// <summary>A pattern as a formula, or why it is none.</summary>
/// <param name="Formula">The formula; null on failure.</param>
/// <param name="Error">What is wrong; null on success.</param>
public sealed record PatternCompilation(Formula? Formula, string? Error);

/// <summary>Compiles single patterns.</summary>
public static class PatternCompiler
{
    private const int MaxLength = 20_000;

    /// <summary>Compiles a pattern for a language and its dialects: one for JavaScript matches in TypeScript as well.</summary>
    /// <param name="pattern">Code with <c>$X</c>, <c>...</c>, <c>$...X</c>, <c>&lt;... P ...&gt;</c>.</param>
    /// <param name="language">The language of the code.</param>
    public static PatternCompilation Compile(string pattern, Language language) => Compile(pattern, [language]);

    /// <summary>Compiles a pattern for several languages; it is enough that one grammar of each family accepts it.</summary>
    public static PatternCompilation Compile(string pattern, IReadOnlyList<Language> languages)
    {
        if (pattern.Length > MaxLength) return new PatternCompilation(null, $"the pattern has more than {MaxLength} characters");
        Dictionary<LanguageId, CompiledPattern?> compiled = [];
        string? error = null;
        foreach (var family in languages.Select(l => Family(l.Id)).DistinctBy(f => f[0]))
        {
            var any = false;
            foreach (var id in family)
            {
                var (result, problem) = CompileOne(pattern, id);
                compiled[id] = result;
                any |= result is not null;
                error ??= result is null ? problem : null;
            }
            if (!any) return new PatternCompilation(null, error);
        }
        return compiled.Count == 0 ? new PatternCompilation(null, "no language") : new PatternCompilation(new PatternFormula(pattern, compiled), null);
    }

    /// <summary>The languages whose files a rule for <paramref name="id"/> reads.</summary>
    internal static LanguageId[] Family(LanguageId id) => id is LanguageId.JavaScript or LanguageId.TypeScript or LanguageId.Tsx
        ? [LanguageId.JavaScript, LanguageId.TypeScript, LanguageId.Tsx]
        : [id];

    internal static (CompiledPattern? Pattern, string? Error) CompileOne(string pattern, LanguageId id)
    {
        var language = LanguageRegistry.Get(id);
        if (GrammarProfile.Find(id) is not { } profile || PatternDialect.Find(id) is not { } dialect) return (null, $"patterns for {language.Name} are not supported");
        var text = Dedent(pattern);
        if (text.Length == 0) return (null, "the pattern is empty");
        var parsed = PatternParser.Parse(text, language, dialect, out var position);
        if (parsed is null) return (null, $"the pattern is no {language.Name} near \"{Excerpt(text, position)}\"");
        try
        {
            return PatternBuilder.Build(profile, parsed);
        }
        catch (ArgumentException e)
        {
            return (null, "a regular expression in the pattern is malformed: " + e.Message);
        }
    }

    private static string Dedent(string pattern)
    {
        var lines = pattern.Replace("\r\n", "\n", StringComparison.Ordinal).Trim('\n', '\r').TrimEnd().Split('\n');
        var indent = lines.Where(l => l.Trim().Length > 0).Select(l => l.Length - l.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(l => l.Length >= indent ? l[indent..] : l.TrimStart())).Trim('\n');
    }

    private static string Excerpt(string text, int position)
    {
        var start = Math.Clamp(position, 0, Math.Max(0, text.Length - 1));
        return text.Substring(start, Math.Min(30, text.Length - start)).ReplaceLineEndings(" ");
    }
}
