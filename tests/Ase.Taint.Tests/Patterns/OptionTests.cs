using Ase.Code.Languages;
using Ase.Taint.Rules;

namespace Ase.Taint.Tests.Patterns;

public sealed class OptionTests
{
    public static TheoryData<string, PatternCase, PatternCase> Rows { get; } = new()
    {
        { "vardef_assign", new("$X = $V", "let a = 1; b = 2", "a = 1", "b = 2"), new("$X = $V", "let a = 1; b = 2", "b = 2") },
        { "let_is_var", new("const $X = $V", "let a = 1; const b = 2", "a = 1", "b = 2"), new("const $X = $V", "let a = 1; const b = 2", "b = 2") },
        { "arrow_is_function", new("function ($X) { ... }", "f((a) => b); g(function (c) {})", "(a) => b", "function (c) {}"), new("function ($X) { ... }", "f((a) => b); g(function (c) {})", "function (c) {}") },
        { "ac_matching", new("b && a", "x = a && b", "a && b"), new("b && a", "x = a && b") },
        { "constant_propagation", new("f('v')", "const K = 'v'; f(K); f('v')", "f(K)", "f('v')"), new("f('v')", "const K = 'v'; f(K); f('v')", "f('v')") },
        { "symbolic_propagation", new("f($A + $B)", "const k = a + b; f(k); f(c + d)", "f(k)", "f(c + d)"), new("f($A + $B)", "const k = a + b; f(k); f(c + d)", "f(c + d)") },
        { "implicit_deep_exprstmt", new("open(); close();", "a = open(); close()", "a = open(); close()"), new("open(); close();", "a = open(); close(); open(); close()", "open(); close()") },
    };

    [Theory, MemberData(nameof(Rows))]
    public void Should_follow_the_options_of_the_rule(string option, PatternCase on, PatternCase off)
    {
        PatternAssert.Matches(LanguageId.JavaScript, on, With(option, "true"));
        PatternAssert.Matches(LanguageId.JavaScript, off, With(option, "false"));
    }

    private static RuleOptions With(string option, string value)
    {
        var set = RuleLoader.Load($"rules: [ {{ id: r, languages: [javascript], severity: ERROR, message: m, pattern: f(), options: {{ {option}: {value} }} }} ]", "r.yaml");
        Assert.Empty(set.Errors);
        return set.Rules[0].Options;
    }
}
