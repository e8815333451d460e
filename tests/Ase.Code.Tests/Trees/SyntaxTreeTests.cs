using System.Text;
using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;

namespace Ase.Code.Tests.Trees;

public sealed class SyntaxTreeTests
{
    public static TheoryData<LanguageId, string> Valid => new()
    {
        { LanguageId.JavaScript, "const f = async (a, {b}) => `x${a}` + <p>{b}</p>;" },
        { LanguageId.TypeScript, "interface A<T> { x?: T } const y = z as unknown as string;" },
        { LanguageId.Tsx, "const e = <A<string> b={1}>t</A>;" },
        { LanguageId.Php, "<h1><?= $a ?></h1><?php function f(?int $x): ?string { return match($x) { 1 => 'a', default => null }; }" },
        { LanguageId.Python, "@d\nasync def f(x: int = 1, *a, **k):\n    return f'{x!r}'\n" },
        { LanguageId.Go, "package p\nfunc (r *R) F(a int) (b string, err error) { defer r.c(); return }\n" },
        { LanguageId.Java, "record P(int x) { P { if (x < 0) throw new IllegalArgumentException(); } }" },
        { LanguageId.C, "int main(void) { return 0; }" },
        { LanguageId.Cpp, "template <class T> auto f(T &&t) { return [=] { return t; }; }" },
        { LanguageId.CSharp, "class C { int F() => 1; }" },
        { LanguageId.Ruby, "def f(x) = x.map { |y| y + 1 }" },
    };

    [Theory]
    [MemberData(nameof(Valid))]
    public void Parse_of_valid_text_has_no_errors_and_covers_it(LanguageId id, string text)
    {
        var tree = SyntaxTree.Parse(text, LanguageRegistry.Get(id));

        Assert.False(tree.HasErrors, string.Join("; ", tree.Errors()));
        Assert.Equal(tree.Count, tree.LastOf(0));
        for (var i = 1; i < tree.Count; i++)
        {
            var parent = tree.ParentOf(i);
            Assert.InRange(i, parent + 1, tree.LastOf(parent) - 1);
            Assert.True(tree[parent].Span.Contains(tree[i].Span));
        }
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void Parse_of_broken_text_reports_where(LanguageId id, string text)
    {
        var tree = SyntaxTree.Parse(text + "\n((((", LanguageRegistry.Get(id));

        // PHP outside of its tags is plain text
        if (id == LanguageId.Php && text.EndsWith("?>", StringComparison.Ordinal)) return;
        Assert.True(tree.HasErrors);
        Assert.NotEmpty(tree.Errors());
        Assert.All(tree.Errors(), e => Assert.True(e.Position.Line >= 1));
    }

    [Fact]
    public void Every_language_of_the_enum_has_a_descriptor_whose_kinds_exist()
    {
        Assert.Equal(Enum.GetValues<LanguageId>(), LanguageRegistry.All.Select(l => l.Id));
        foreach (var language in LanguageRegistry.All)
        {
            var s = language.Syntax;
            foreach (var kinds in new[] { s.Comments, s.Strings, s.Identifiers, s.Functions, s.Types, s.Calls })
            {
                Assert.Contains(kinds, k => language.Grammar.KindOf(k) is not null);
                if (language.Id is LanguageId.JavaScript or LanguageId.TypeScript or LanguageId.Tsx) continue;
                Assert.All(kinds, k => Assert.True(language.Grammar.KindOf(k) is not null, $"{language}: {k}"));
            }
        }
    }

    [Fact]
    public void Fields_and_siblings_are_found()
    {
        var tree = SyntaxTree.Parse("call(a, b)", LanguageRegistry.Get(LanguageId.JavaScript));
        var call = tree.Covering(new TextSpan(0, 10));

        Assert.Equal("call_expression", call.Kind == "expression_statement" ? call.NamedChild(0).Kind : call.Kind);
        var expression = tree.Root.NamedChild(0).NamedChild(0);
        Assert.Equal("call", expression.Field("function").Text);
        Assert.Equal("b", expression.Field("arguments").NamedChild(1).Text);
        Assert.True(expression.Field("nothing").IsNone);
        Assert.Equal("arguments", expression.Field("arguments").FieldName);
    }

    [Fact]
    public void Deep_nesting_does_not_overflow_the_stack()
    {
        var text = new string('(', 100_000) + "1" + new string(')', 100_000);

        var status = SyntaxTree.TryParse(new SourceText(text), LanguageRegistry.Get(LanguageId.JavaScript), ParseLimits.Default, out var tree);

        Assert.Equal(ParseStatus.Parsed, status);
        Assert.True(tree!.Count > 100_000);
        Assert.False(tree.Root.IsNone);
    }

    [Fact]
    public void Too_many_nodes_are_refused()
    {
        var limits = ParseLimits.Default with { MaxNodes = 10 };

        Assert.Equal(ParseStatus.TooLarge, SyntaxTree.TryParse(new SourceText("a+b+c+d+e+f+g+h"), LanguageRegistry.Get(LanguageId.JavaScript), limits, out var tree));
        Assert.Null(tree);
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'a', 0x0D, 0x0A })]
    [InlineData(new byte[] { (byte)'a', 0xFF, 0xFE, (byte)'\n', 0xE9 })]
    [InlineData(new byte[] { })]
    public void Bytes_survive_decoding(byte[] bytes) => Assert.Equal(bytes, SourceText.FromBytes(bytes).ToBytes());

    [Fact]
    public void Lines_end_as_they_do_for_git()
    {
        var text = new SourceText("a\r\nb\nc\rd\n");

        Assert.Equal(3, text.LineCount);
        Assert.Equal("b\n", text.Slice(text.LinesSpan(2, 2)).ToString());
        Assert.Equal("b\nc\rd\n", text.Slice(text.LinesSpan(2, 3)).ToString());
        Assert.Equal(new LinePosition(3, 3), text.PositionOf(7));
        Assert.Equal(1, new SourceText("").LineCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => text.LinesSpan(3, 4));
    }

    [Fact]
    public void Spans_are_in_utf16_units()
    {
        var tree = SyntaxTree.Parse("s = '😀é'; t = 1", LanguageRegistry.Get(LanguageId.JavaScript));

        Assert.Equal("t = 1", tree.Root.NamedChild(1).Text);
        Assert.Equal(Encoding.UTF8.GetByteCount("s = '😀é'; t = 1"), tree.Source.ToBytes().Length);
    }
}
