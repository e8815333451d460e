using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;

namespace Ase.Code.Tests.Languages;

public sealed class VueScriptsTests
{
    [Theory]
    [InlineData("<b/>\n<script>f()</script>", "f()")]
    [InlineData("<SCRIPT setup lang=\"ts\">let a: A</SCRIPT>\r\n<p/>", "let a: A")]
    [InlineData("<script data-x=\"a>b\">g()</script >", "g()")]
    [InlineData("<script src=\"a.js\"/><scripture>x</scripture>")]
    [InlineData("<script>a()</script><style/><script setup>b()</script>", "a()", "b()")]
    [InlineData("<script>f(", "f(")]
    [InlineData("<script")]
    [InlineData("")]
    public void Should_keep_scripts_at_their_places(string text, params string[] scripts)
    {
        var expected = string.Concat(text.Select(c => c is '\n' or '\r' ? c : ' '));
        foreach (var script in scripts)
        {
            var at = text.IndexOf(script, StringComparison.Ordinal);
            expected = expected[..at] + script + expected[(at + script.Length)..];
        }

        Assert.Equal(expected, VueScripts.Of(text));
    }

    [Fact]
    public void Should_parse_the_scripts_of_a_component_without_errors()
    {
        const string Text = "<template><p v-if=\"a < b\">{{ a }}</p></template>\n<script lang=\"ts\">\nexport default { data(): D { return { a: 1 } } }\n</script>\n";
        var language = LanguageRegistry.ForPath("Shop.vue")!;

        var tree = SyntaxTree.Parse(new SourceText(Text), language);

        Assert.Equal(LanguageId.TypeScript, language.Id);
        Assert.False(tree.HasErrors);
        Assert.Contains(tree.Root.DescendantsAndSelf(), n => n.Is("export_statement") && n.Text.StartsWith("export default", StringComparison.Ordinal));
    }
}
