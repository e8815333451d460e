using Ase.Taint.Rules;
using Ase.Taint.Scanning;

namespace Ase.Taint.Tests.Rules;

/// <summary>What the annotations of a target mean.</summary>
public sealed class RuleTestTests
{
    [Theory]
    [InlineData("// ruleid: r\nrun(a)", "2", "2", true)]
    [InlineData("// ruleid: r\ngo(a)", "2", "", false)]
    [InlineData("// ok: r\nrun(a)", "", "2", false)]
    [InlineData("run(a)\n// ruleid: other, r\nrun(b)", "3", "1 3", false)]
    [InlineData("// todook: r\nrun(a)", "", "", true)]
    [InlineData("// todoruleid: r\ngo(a)", "", "", true)]
    [InlineData("// deepruleid: r\nrun(a)", "", "", true)]
    [InlineData("// deepruleid: r\ngo(a)", "", "", true)]
    [InlineData("// ruleid: deepok: r\nrun(a)", "2", "2", true)]
    [InlineData("// ruleid: deepok: r\ngo(a)", "", "", true)]
    [InlineData("// prook: r\nrun(a)", "", "", true)]
    public void Should_compare_what_must_be_with_what_is(string code, string expected, string reported, bool passed)
    {
        var result = Run(code);

        Assert.Equal(expected, string.Join(' ', result.Expected));
        Assert.Equal(reported, string.Join(' ', result.Reported));
        Assert.Equal(passed, result.Passed);
        Assert.Empty(result.Fixed);
    }

    [Theory]
    [InlineData("// todoruleid: r\nrun(a)", 2)]
    [InlineData("// todook: r\ngo(a)", 2)]
    public void Should_pass_and_tell_when_a_known_gap_has_closed(string code, int line)
    {
        var result = Run(code);

        Assert.True(result.Passed);
        Assert.Equal([line], result.Fixed);
    }

    [Fact]
    public void Should_pair_rule_files_with_targets_of_their_name()
    {
        var pairs = RuleTest.Pairs(["a/x.yaml", "a/x.js", "a/x.jsx", "a/x.fixed.js", "a/x.txt", "a/xy.js", "b/x.js", "c.yml", "c.test.py"]);

        Assert.Equal(["a/x.yaml", "c.yml"], pairs.Select(p => p.RuleFile));
        Assert.Equal(["a/x.js", "a/x.jsx"], pairs[0].Targets);
        Assert.Equal(["c.test.py"], pairs[1].Targets);
    }

    private static RuleTestResult Run(string code)
    {
        var rules = RuleLoader.Load("rules: [ { id: r, languages: [javascript], severity: ERROR, message: m, pattern: run(...) } ]", "r.yaml");
        return Assert.Single(RuleTest.Run(rules, new One(code), together: false, TestContext.Current.CancellationToken));
    }

    private sealed class One(string code) : ISourceFiles
    {
        public IReadOnlyList<string> Paths => ["t.js"];

        public byte[]? Read(string path) => System.Text.Encoding.UTF8.GetBytes(code);
    }
}
