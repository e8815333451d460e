using Ase.Generation.Context.Bm25;

namespace Ase.Generation.Tests.Context;

public sealed class CodeAnalyzerTests
{
    [Theory]
    [InlineData("readUser_name2(x)", "readuser_name2 read user name")]
    [InlineData("XMLHttpRequest", "xmlhttprequest xml http request")]
    [InlineData("$output->popen", "$output output popen")]
    [InlineData("MAX_SIZE", "max_siz max size")]
    [InlineData("a 1 22 0x1f", "0x1f")]
    [InlineData("the files of a user", "file user")]
    [InlineData("größeÄndern", "größeändern größe ändern")]
    public void Words_and_their_parts_are_terms(string text, string expected) =>
        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), new CodeAnalyzer().Count(text).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Terms_are_counted_across_the_buffers_of_the_reader()
    {
        var counts = new CodeAnalyzer().Count(string.Concat(Enumerable.Repeat("alpha beta ", 5_000)));

        Assert.Equal((5_000, 5_000, 2), (counts["alpha"], counts["beta"], counts.Count));
    }

    [Fact]
    public void A_word_without_end_is_no_term() => Assert.Empty(new CodeAnalyzer().Count(new string('x', 1_000_000)));
}
