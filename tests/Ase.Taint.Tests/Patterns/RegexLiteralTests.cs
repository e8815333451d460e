using Ase.Taint.Patterns.Formulas;

namespace Ase.Taint.Tests.Patterns;

public sealed class RegexLiteralTests
{
    [Theory]
    [InlineData("^(print|write)$", "print,write")]
    [InlineData(@"^(.*\.)?(forHtml\w*|encodeFor(HTML|CSS))$", "forHtml,encodeFor")]
    [InlineData("execute", "execute")]
    [InlineData("^execute$", "execute")]
    [InlineData("^(reads?|written)$", "read,written")]
    [InlineData("^(ab|abc)$", null)]
    [InlineData("(?i)print", null)]
    [InlineData("^(?!x)(print)$", null)]
    [InlineData("print|write", null)]
    [InlineData("(print)|x", null)]
    [InlineData(".*print", null)]
    [InlineData("^(pri.t|write)$", "pri,write")]
    public void Should_find_what_every_match_holds(string pattern, string? expected) =>
        Assert.Equal(expected, RegexLiterals.Alternatives(pattern) is { } found ? string.Join(',', found) : null);
}
