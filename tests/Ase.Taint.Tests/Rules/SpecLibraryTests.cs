using Ase.Code.Languages;
using Ase.Taint.Library;
using Ase.Taint.Rules;

namespace Ase.Taint.Tests.Rules;

public sealed class SpecLibraryTests
{
    public static TheoryData<LanguageId, string> Named => [.. Families.SelectMany(f => SpecLibrary.NamesOf(f).Select(n => (f, n)))];

    private static LanguageId[] Families => [LanguageId.JavaScript, LanguageId.Php, LanguageId.Python, LanguageId.Go, LanguageId.Java];

    [Theory]
    [MemberData(nameof(Named))]
    public void Should_load_every_shipped_specification(LanguageId family, string name) => Assert.NotNull(SpecLibrary.Find(family, name));

    [Fact]
    public void Should_add_a_named_specification_to_the_parts_of_the_rule()
    {
        var set = Load("""
            pattern-sources: [ { pattern: input() } ]
                pattern-sinks: [ { pattern: run($X) } ]
                ase: { use: [command] }
            """);

        Assert.Empty(set.Errors);
        Assert.True(set.Rules[0].Taint!.Sinks.Count > 1);
    }

    [Fact]
    public void Should_take_only_the_named_part()
    {
        var set = Load("""
            pattern-sources: [ { pattern: input() } ]
                pattern-sinks: [ { pattern: run($X) } ]
                ase: { use: [command.checks] }
            """);

        Assert.Empty(set.Errors);
        Assert.Single(set.Rules[0].Taint!.Sinks);
    }

    [Fact]
    public void Should_take_a_specification_once_when_it_is_named_twice()
    {
        var once = Load("pattern-sources: [ { pattern: input() } ]\n    ase: { use: [command] }");
        var twice = Load("pattern-sources: [ { pattern: input() } ]\n    ase: { use: [command, command.sinks] }");

        Assert.Equal(once.Rules[0].Taint!.Sinks.Count, twice.Rules[0].Taint!.Sinks.Count);
    }

    [Theory]
    [InlineData("nothing", "has no specification 'nothing'; it has ")]
    [InlineData("command.everything", "'everything' is no part")]
    public void Should_report_what_is_not_there_with_its_place(string use, string message)
    {
        var set = Load($"pattern-sources: [ {{ pattern: input() }} ]\n    ase: {{ use: [{use}] }}");

        Assert.Empty(set.Rules);
        Assert.Contains(set.Errors, e => e.Message.Contains(message, StringComparison.Ordinal) && e.Line == 8);
    }

    [Fact]
    public void Should_still_want_sinks_when_what_is_used_has_none()
    {
        var set = Load("pattern-sources: [ { pattern: input() } ]\n    ase: { use: [command.checks] }");

        Assert.Contains(set.Errors, e => e.Message.Contains("'pattern-sinks' is missing", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_name_the_place_of_an_error_in_a_specification()
    {
        var error = Assert.Throws<FormatException>(() => SpecLibrary.Parse("sinks:\n  - { patern: f() }", "command.yaml", LanguageId.Php));

        Assert.Contains("command.yaml:2:", error.Message, StringComparison.Ordinal);
    }

    private static RuleSet Load(string parts) => RuleLoader.Load($"""
        rules:
          - id: r
            mode: taint
            languages: [javascript]
            severity: ERROR
            message: m
            {parts}
        """, "rule.yaml");
}
