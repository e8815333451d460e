using Ase.Code.Languages;
using Ase.Taint.Rules;

namespace Ase.Taint.Tests.Rules;

public sealed class RuleLoaderTests
{
    private const string Head = """
        rules:
          - id: r
            mode: taint
            languages: [javascript]
            severity: ERROR
            message: m
            pattern-sources: [ { pattern: source() } ]
            pattern-sinks: [ { pattern: sink($X) } ]
        """;

    [Fact]
    public void Should_load_every_part_of_a_taint_rule()
    {
        var set = RuleLoader.Load("""
            rules:
              - id: all
                mode: taint
                languages: [javascript]
                severity: WARNING
                message: "  text  "
                metadata: { cwe: [ "CWE-078: OS command injection", "cwe-79", CWE-1321 ] }
                paths: { include: ["lib/*.js"], exclude: ["test/*"] }
                options: { taint_assume_safe_functions: true, constant_propagation: false }
                pattern-sources:
                  - { pattern: source(...), label: A, by-side-effect: only, exact: true }
                  - { pattern: other(...), label: B, requires: A and not (B or C) }
                pattern-sinks:
                  - { pattern: sink($X), requires: "A or B", exact: false }
                  - { pattern: "sink2($X, $Y)", requires: [ { $X: A }, { $Y: not B } ] }
                pattern-sanitizers: [ { pattern: clean(...), by-side-effect: true } ]
                pattern-propagators: [ { pattern: "$A.push($B)", from: $B, to: $A, replace-labels: [A] } ]
                ase:
                  guards: [ { pattern: "ok($X)", cleans: $X, when: false, labels: [A] } ]
                  transforms: [ { pattern: decode(...) } ]
            """, "rule.yaml");

        Assert.Empty(set.Errors);
        var rule = Assert.Single(set.Rules);
        Assert.Equal(["CWE-78", "CWE-79", "CWE-1321"], rule.Cwes);
        Assert.Equal("text", rule.Message);
        Assert.Equal(RuleSeverity.Warning, rule.Severity);
        Assert.Equal(["lib/*.js"], rule.Include);
        Assert.Equal(["test/*"], rule.Exclude);
        Assert.True(rule.Options is { TaintAssumeSafeFunctions: true, ConstantPropagation: false, AcMatching: true });
        Assert.Equal([LanguageId.JavaScript, LanguageId.TypeScript, LanguageId.Tsx], rule.Languages.Select(l => l.Id));
        var taint = rule.Taint!;
        Assert.True(taint.Sources[0] is { Label: "A", BySideEffect: SideEffect.Only, Exact: true });
        Assert.True(taint.Sources[1].Requires!.Holds(l => l == "A"));
        Assert.False(taint.Sources[1].Requires!.Holds(l => l is "A" or "C"));
        Assert.False(taint.Sinks[0].Exact);
        Assert.Equal(["$X", "$Y"], taint.Sinks[1].RequiresOf!.Keys);
        Assert.True(taint.Sanitizers[0].BySideEffect);
        Assert.True(taint.Propagators[0] is { From: "$B", To: "$A", BySideEffect: true, ReplaceLabels: ["A"] });
        Assert.True(taint.Guards[0] is { Cleans: "$X", When: false, Labels: ["A"] });
        Assert.Single(taint.Transforms);
    }

    [Theory]
    [InlineData("    pattern-sinkz: []", 9, 5, "the key 'pattern-sinkz' is not supported")]
    [InlineData("    options: { taint_magic: true }", 9, 16, "options: 'taint_magic' is not supported")]
    [InlineData("    pattern: f(...)", 9, 5, "belongs to a rule of mode: search")]
    [InlineData("    paths: { only: [a] }", 9, 14, "paths: the key 'only' is not supported")]
    [InlineData("    ase: { magic: [] }", 9, 12, "ase: the key 'magic' is not supported")]
    [InlineData("    ase: { guards: [ { pattern: ok($X), cleans: $X } ] }", 9, 22, "'when' is missing")]
    [InlineData("    ase: { guards: [ { pattern: ok($X), cleans: x, when: true } ] }", 9, 49, "'x' is no metavariable")]
    [InlineData("    pattern-sanitizers: [ { pattern: \"clean(\" } ]", 9, 38, "the pattern is no javascript")]
    [InlineData("    pattern-sanitizers: [ { pattern: clean(...), at-exit: true } ]", 9, 50, "the key 'at-exit' is not supported")]
    [InlineData("    pattern-sanitizers: [ { patterns: [ { pattern-not: clean(...) } ] } ]", 9, 39, "at least one entry must be a positive pattern")]
    [InlineData("    pattern-sanitizers: [ { pattern-regex: \"(\" } ]", 9, 44, "the regular expression is malformed")]
    [InlineData("    pattern-propagators: [ { pattern: \"$A.push($B)\", from: $B } ]", 9, 28, "'to' is missing")]
    public void Should_report_what_is_not_supported_with_its_place(string line, int atLine, int column, string message)
    {
        var set = RuleLoader.Load(Head + "\n" + line, "rule.yaml");

        Assert.Empty(set.Rules);
        var error = Assert.Single(set.Errors);
        Assert.Equal((atLine, column, "r"), (error.Line, error.Column, error.RuleId));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_load_the_other_rules_of_a_file_when_one_is_broken()
    {
        var set = RuleLoader.Load(Head + "\n" + """
              - id: broken
                languages: [javascript]
                message: m
                severity: ERROR
                patterns: [ { pattern: f(...), metavariable-magic: {} } ]
              - id: sound
                languages: [python]
                message: m
                severity: ERROR
                pattern: f(...)
            """, "rule.yaml");

        Assert.Equal(["r", "sound"], set.Rules.Select(r => r.Id));
        Assert.Equal("broken", Assert.Single(set.Errors).RuleId);
    }

    [Fact]
    public void Should_load_a_rule_for_our_languages_and_skip_one_for_others_only()
    {
        var set = RuleLoader.Load("""
            rules:
              - { id: both, languages: [kt, java], severity: ERROR, message: m, pattern: "f($X)" }
              - { id: foreign, mode: taint, languages: [generic, kotlin], severity: ERROR, message: m, pattern-sources: [ { pattern: ((( } ] }
              - { id: broken, mode: taint, languages: [java], severity: ERROR, message: m, pattern-sources: [ { pattern: "((" } ], pattern-sinks: [ { pattern: f } ] }
              - { id: strange, mode: join, languages: [java], severity: ERROR, message: m }
            """, "rule.yaml");

        Assert.Equal([LanguageId.Java], Assert.Single(set.Rules).Languages.Select(l => l.Id));
        Assert.Equal(["broken:Taint", "strange:"], set.Errors.Select(e => $"{e.RuleId}:{e.Mode}").Distinct());
        Assert.Equal(
            [("foreign", 3, true, RuleMode.Taint), ("broken", 4, false, RuleMode.Taint), ("strange", 5, false, null)],
            set.Unread.Select(u => (u.Id, u.Line, u.IsSkipped, u.Mode)));
        Assert.Equal("rule.yaml:3: foreign: skipped, it is for generic, kotlin only", set.Unread[0].ToString());
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("rules: [", "no valid YAML")]
    [InlineData("a: 1", "the key 'rules' is missing")]
    [InlineData("rules: 1", "rules must be a list")]
    [InlineData("rules: [ { id: a, languages: [cobol], severity: ERROR, message: m, pattern: f } ]", "the language 'cobol' is not supported")]
    [InlineData("rules: [ { id: a, mode: join, languages: [go], severity: ERROR, message: m, pattern: f } ]", "the mode 'join' is not supported")]
    [InlineData("rules: [ { id: a, languages: [go], severity: LOUD, message: m, pattern: f } ]", "the severity 'LOUD' is not known")]
    public void Should_say_what_is_wrong_with_a_file(string yaml, string message)
    {
        var set = RuleLoader.Load(yaml, "rule.yaml");

        Assert.Empty(set.Rules);
        Assert.Contains(set.Errors, e => e.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A", "A", true)]
    [InlineData("not A", "A", false)]
    [InlineData("A and B", "A", false)]
    [InlineData("A or B and C", "A", true)]
    [InlineData("(A or B) and C", "A", false)]
    [InlineData("not (A and B)", "A", true)]
    public void Should_evaluate_conditions_on_labels(string expression, string label, bool holds) =>
        Assert.Equal(holds, LabelParser.Parse(expression).Holds(l => l == label));

    [Theory]
    [InlineData("A and")]
    [InlineData("(A")]
    [InlineData("A B")]
    [InlineData("and")]
    public void Should_refuse_malformed_conditions_on_labels(string expression) => Assert.Throws<FormatException>(() => LabelParser.Parse(expression));
}
