using Ase.Code.Languages;
using Ase.Code.Trees;
using Ase.Taint.Patterns;
using Ase.Taint.Rules;

namespace Ase.Taint.Tests.Patterns;

/// <summary>One row of a table: a pattern, code, and the texts that it matches there, in order.</summary>
public sealed record PatternCase(string Pattern, string Code, params string[] Matches)
{
    public override string ToString() => Pattern.ReplaceLineEndings(" ");
}

/// <summary>Rows of <see cref="PatternCase"/>.</summary>
public sealed class PatternTable : TheoryData<PatternCase>
{
    public void Add(string pattern, string code, params string[] matches) => Add(new PatternCase(pattern, code, matches));

    public void Add(string pattern, string code) => Add(pattern, code, Array.Empty<string>());
}

internal static class PatternAssert
{
    /// <summary>The matched texts, lines joined by a space; distinct, since one text may match in several ways.</summary>
    public static void Matches(LanguageId id, PatternCase row, RuleOptions? options = null)
    {
        var found = Match(id, row.Pattern, row.Code, options);
        var texts = found.Select(m => Flat(row.Code[m.Span.Start..m.Span.End])).Distinct();
        Assert.Equal(row.Matches.Select(Flat), texts);
    }

    public static IReadOnlyList<FormulaMatch> Match(LanguageId id, string pattern, string code, RuleOptions? options = null)
    {
        var language = LanguageRegistry.Get(id);
        var compiled = PatternCompiler.Compile(pattern, language);
        Assert.Null(compiled.Error);
        var formula = compiled.Formula!;
        var found = formula.Match(new PatternContext("file", SyntaxTree.Parse(code, language), options ?? new RuleOptions()));
        if (found.Count > 0) Assert.True(formula.MayMatch(code), "MayMatch denies a match");
        return found;
    }

    /// <summary>What a metavariable stands for in every match.</summary>
    public static IEnumerable<string> Values(LanguageId id, string pattern, string code, string name) =>
        Match(id, pattern, code).Select(m => Flat(m.Bindings[name].Text));

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
