using Ase.Code.Languages;
using Ase.Code.Trees;
using Ase.Taint.Patterns;
using Ase.Taint.Rules;

namespace Ase.Taint.Tests.Rules;

public sealed class FormulaTests
{
    public static TheoryData<string, string, string> Rows { get; } = new()
    {
        { "[ { pattern: run($X) }, { pattern-not: run('ok') } ]", "run(a); run('ok')", "run(a)" },
        { "[ { pattern: run($X) }, { pattern-inside: \"if ($C) { ... }\" } ]", "run(a); if (b) { run(c) }", "run(c)" },
        { "[ { pattern: run($X) }, { pattern-not-inside: \"if (check($X)) { ... }\" } ]", "if (check(a)) { run(a); run(b) }", "run(b)" },
        { "[ { pattern: run($X) }, { focus-metavariable: $X } ]", "run(a.b)", "a.b" },
        { "[ { pattern-inside: \"function $F(..., $X, ...) { ... }\" }, { focus-metavariable: $X } ]", "function f(a, b = 1) { a }", "a|b" },
        { "[ { pattern-either: [ { pattern: run(...) }, { pattern: go(...) } ] } ]", "run(a); go(b); stop(c)", "run(a)|go(b)" },
        { "[ { pattern: \"$F($X)\" }, { metavariable-regex: { metavariable: $F, regex: (run|go) } } ]", "run(a); rerun(b); going(c)", "run(a)|going(c)" },
        { "[ { pattern: \"$F($X)\" }, { metavariable-regex: { metavariable: $F, regex: ^(run|go)$ } } ]", "run(a); going(c)", "run(a)" },
        { "[ { pattern: run($X) }, { metavariable-regex: { metavariable: $X, regex: \"['\\\"]rm\" } } ]", "const C = 'rm'; run('rm -r'); run(C); run('ls')", "run('rm -r')" },
        { "[ { pattern: run($X) }, { metavariable-regex: { metavariable: $X, regex: \"['\\\"]rm\", constant-propagation: true } } ]", "const C = 'rm'; run('rm -r'); run(C); run('ls')", "run('rm -r')|run(C)" },
        { "[ { pattern: run($X) }, { metavariable-pattern: { metavariable: $X, pattern: \"$A + $B\" } } ]", "run(a + b); run(c)", "run(a + b)" },
        { "[ { pattern: run($X) }, { metavariable-pattern: { metavariable: $X, patterns: [ { pattern-not: \"'...'\" } ] } } ]", "run(a); run('b')", "run(a)" },
        { "[ { pattern: \"$O.$M($X)\" }, { metavariable-pattern: { metavariable: $M, pattern-either: [ { pattern: run }, { pattern: go } ] } } ]", "o.run(a); o.stop(b)", "o.run(a)" },
        { "[ { pattern: \"run('$X')\" }, { metavariable-pattern: { metavariable: $X, language: generic, pattern: rm ... / } } ]", "run('rm -r /'); run('ls /')", "run('rm -r /')" },
        { "[ { pattern: \"run('$X')\" }, { metavariable-pattern: { metavariable: $X, language: regex, pattern-regex: ^rm } } ]", "run('rm'); run('xrm')", "run('rm')" },
        { "[ { pattern: run($X) }, { metavariable-comparison: { metavariable: $X, comparison: $X > 5 and $X % 2 == 0 } } ]", "run(6); run(7); run(4); run(0x10); run(a)", "run(6)|run(0x10)" },
        { "[ { pattern: run($X) }, { metavariable-comparison: { comparison: \"str($X) in ['a', 'b']\" } } ]", "run('a'); run('c')", "run('a')" },
        { "[ { pattern: run($X) }, { pattern: $F(a) } ]", "run(a); go(a); run(b)", "run(a)" },
        { "[ { pattern-regex: 'r[aeiou]n' } ]", "run(ran)", "run|ran" },
        { "[ { pattern: run(...) }, { pattern-not-regex: secret } ]", "run(secret); run(a)", "run(a)" },
        { "[ { pattern: $A.b }, { pattern-not: run(...) } ]", "run(x.b); y.b", "x.b|y.b" },
        { "[ { pattern: $A.b }, { pattern-not-inside: run(...) } ]", "run(x.b); y.b", "y.b" },
        { "[ { pattern-inside: $A.b }, { pattern: run(...) } ]", "run(x.b)", "" },
        { "[ { pattern-either: [ { pattern-inside: \"if ($C) { ... }\" }, { pattern-inside: \"while ($C) { ... }\" } ] }, { pattern-inside: run($X) }, { focus-metavariable: $X } ]", "run(a); if (b) { run(c) } while (d) run(e)", "c|e" },
        { "[ { pattern: \"run($X, $Y)\" }, { focus-metavariable: [ $X, $Y ] } ]", "run(a, b)", "a|b" },
        { "[ { pattern: \"copy($X, $X)\" } ]", "copy(a, a); copy(a, b)", "copy(a, a)" },
    };

    [Theory, MemberData(nameof(Rows))]
    public void Should_match_the_listed_texts(string patterns, string code, string matches)
    {
        var set = RuleLoader.Load($"rules: [ {{ id: r, languages: [javascript], severity: ERROR, message: m, patterns: {patterns} }} ]", "rule.yaml");
        Assert.Empty(set.Errors);
        var found = set.Rules[0].Search!.Match(new PatternContext("file.js", SyntaxTree.Parse(code, LanguageRegistry.Get(LanguageId.JavaScript)), new RuleOptions()));

        Assert.Equal(matches.Split('|', StringSplitOptions.RemoveEmptyEntries), found.Select(m => code[m.Span.Start..m.Span.End]).Distinct());
    }

    [Fact]
    public void Should_rule_out_a_file_that_lacks_a_name_of_the_pattern()
    {
        var set = RuleLoader.Load("rules: [ { id: r, languages: [javascript], severity: ERROR, message: m, patterns: [ { pattern: child_process.exec($X) }, { pattern-not: other() } ] } ]", "r.yaml");
        var formula = set.Rules[0].Search!;

        Assert.True(formula.MayMatch("const { exec } = require('child_process')"));
        Assert.False(formula.MayMatch("exec(a)"));
    }

    [Fact]
    public void Should_give_up_on_a_catastrophic_regular_expression_in_bounded_time()
    {
        var set = RuleLoader.Load("rules: [ { id: r, languages: [javascript], severity: ERROR, message: m, patterns: [ { pattern: run($X) }, { metavariable-regex: { metavariable: $X, regex: '^(?=x)?(\\w+\\s?)+$' } } ] } ]", "r.yaml");
        Assert.Empty(set.Errors);
        var code = "run('" + new string('a', 5_000) + "!')";

        Assert.Empty(set.Rules[0].Search!.Match(new PatternContext("f", SyntaxTree.Parse(code, LanguageRegistry.Get(LanguageId.JavaScript)), new RuleOptions())));
    }

    [Fact]
    public void Should_bound_the_work_of_a_pattern_with_many_ellipses()
    {
        var set = RuleLoader.Load("rules: [ { id: r, languages: [javascript], severity: ERROR, message: m, pattern: \"f(..., $A, ..., $B, ..., $C, ..., $D, ..., $A, ..., never, ...)\" } ]", "r.yaml");
        var code = "f(" + string.Join(", ", Enumerable.Range(0, 400).Select(i => "a" + i)) + ", never_)";
        var context = new PatternContext("f", SyntaxTree.Parse(code, LanguageRegistry.Get(LanguageId.JavaScript)), new RuleOptions());

        Assert.Empty(set.Rules[0].Search!.Match(context));
        Assert.True(context.Exhausted > 0);
    }

    [Fact]
    public void Should_survive_deep_nesting()
    {
        var set = RuleLoader.Load("rules: [ { id: r, languages: [javascript], severity: ERROR, message: m, pattern: \"f(<... secret ...>)\" } ]", "r.yaml");
        var code = "f(" + new string('(', 50_000) + "secret" + new string(')', 50_000) + ")";
        var context = new PatternContext("f", SyntaxTree.Parse(code, LanguageRegistry.Get(LanguageId.JavaScript)), new RuleOptions());

        Assert.Single(set.Rules[0].Search!.Match(context));
    }
}
