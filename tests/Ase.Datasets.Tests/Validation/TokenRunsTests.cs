using Ase.Code.Languages;
using Ase.Code.Trees;
using Ase.Datasets.Validation;

namespace Ase.Datasets.Tests.Validation;

public sealed class TokenRunsTests
{
    [Theory]
    [InlineData(LanguageId.JavaScript, "f('a b', x); // c\n", "f ( \"a b\" , x ) ;")]
    [InlineData(LanguageId.JavaScript, "f(\"a b\",\n  x);", "f ( \"a b\" , x ) ;")]
    [InlineData(LanguageId.JavaScript, "f(`a ${b} c`);", "f ( \"a ${b} c\" ) ;")]
    [InlineData(LanguageId.Python, "def f(a):\n    # c\n    return a + 'x'\n", "def f ( a ) : return a + \"x\"")]
    [InlineData(LanguageId.Php, "<?php /* c */ $a = \"x $b\";", "<?php $ a = \"x $b\" ;")]
    [InlineData(LanguageId.Go, "package a // c\nvar s = \"x\"\n", "package a var s = \"x\"")]
    [InlineData(LanguageId.Java, "class A { /* c */ String s = \"x\"; }", "class A { String s = \"x\" ; }")]
    public void Tokens_are_leaves_without_comments_and_a_string_is_one(LanguageId language, string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', TokenRuns.Of(SyntaxTree.Parse(text, LanguageRegistry.Get(language))).Where(t => t.Length > 0 && !string.IsNullOrWhiteSpace(t))));

    [Theory]
    [InlineData(40, true)]
    [InlineData(39, false)]
    public void A_run_of_forty_tokens_is_shared_and_one_less_is_not(int length, bool shared)
    {
        var common = Enumerable.Range(0, length).Select(i => "c" + i).ToList();
        List<string> ours = ["a", "b", .. common, "d"];
        List<string> theirs = [.. Enumerable.Range(0, 100).Select(i => "t" + i), .. common, "e", "f"];
        Assert.Equal(shared ? common : null, TokenRuns.Shared(ours, theirs));
    }

    [Fact]
    public void Texts_shorter_than_a_run_share_none() => Assert.Null(TokenRuns.Shared(["a"], ["a"]));
}
