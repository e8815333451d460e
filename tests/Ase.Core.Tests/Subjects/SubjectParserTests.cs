using Ase.Core.Errors;
using Ase.Core.Subjects;

namespace Ase.Core.Tests.Subjects;

public sealed class SubjectParserTests
{
    private static readonly SubjectGrammar[] Grammars =
    [
        new("openai", [.. SubjectOptions.Common, .. SubjectOptions.Sampling], []),
        new("baseline", SubjectOptions.Common, ["reference", "empty"]),
    ];

    [Fact]
    public void Defaults_are_made_explicit_so_that_equal_subjects_are_equal_texts()
    {
        var plain = SubjectParser.Parse("openai/org/gpt-5", Grammars);
        var spelled = SubjectParser.Parse("openai/org/gpt-5?format=infill&context=bm25", Grammars);

        Assert.Equal(plain.Canonical, spelled.Canonical);
        Assert.Equal(plain.Digest, spelled.Digest);
        Assert.Equal("org/gpt-5", plain.Model);
        Assert.Equal("openai/org/gpt-5", spelled.Display);
        Assert.Contains("context=bm25", plain.Canonical, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_that_differs_makes_another_subject()
    {
        var subject = SubjectParser.Parse("openai/m?temperature=0.2&context=none", Grammars);

        Assert.NotEqual(SubjectParser.Parse("openai/m", Grammars).Digest, subject.Digest);
        Assert.Equal("openai/m?context=none&temperature=0.2", subject.Display);
    }

    [Theory]
    [InlineData("openai", "provider/model")]
    [InlineData("openai/", "provider/model")]
    [InlineData("nobody/x", "no provider 'nobody'")]
    [InlineData("baseline/best", "no 'best'")]
    [InlineData("baseline/empty?colour=red", "no option 'colour'")]
    [InlineData("baseline/empty?temperature=1", "no option 'temperature'")]
    [InlineData("openai/m?temperature=3", "from 0 to 2")]
    [InlineData("openai/m?context=magic", "allowed are none, bm25")]
    [InlineData("openai/m?context", "not option=value")]
    [InlineData("openai/m?seed=1&seed=2", "given twice")]
    public void Mistakes_are_named(string text, string expected)
    {
        var error = Assert.Throws<AseException>(() => SubjectParser.Parse(text, Grammars));

        Assert.Equal(ErrorCode.InvalidSubject, error.Code);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, error.Row.ExitCode);
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var error = Assert.Throws<AseException>(() => SubjectParser.Parse("openai/m?x=1&seed=a&format=b", Grammars));

        Assert.All(new[] { "'x'", "seed=a", "format=b" }, m => Assert.Contains(m, error.Message, StringComparison.Ordinal));
    }
}
