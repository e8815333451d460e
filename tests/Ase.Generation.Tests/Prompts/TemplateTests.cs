using Ase.Generation.Prompts;

namespace Ase.Generation.Tests.Prompts;

public sealed class TemplateTests
{
    [Fact]
    public void Variables_are_put_in_and_not_looked_at_again() => Assert.Equal(
        "a {{b}} c\nd", Template.Parse("a {{x}} c\r\nd\n", ["x"]).Render(new Dictionary<string, string> { ["x"] = "{{b}}" }));

    [Theory]
    [InlineData("{{y}}", "no variable 'y'")]
    [InlineData("a {{x", "at character 3 is not closed")]
    public void A_template_that_is_wrong_says_where(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => Template.Parse(text, ["x"])).Message, StringComparison.Ordinal);
}
