using System.Diagnostics;
using Ase.Generation.Prompts;

namespace Ase.Generation.Tests.Prompts;

public sealed class TokenCounterTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("hello world", 2)]
    [InlineData("const a = 1;\n", 6)]
    public void Known_texts_have_their_o200k_counts(string text, int expected) => Assert.Equal(expected, TokenCounter.Count(text));

    [Theory]
    [InlineData("x")]
    [InlineData(" ")]
    [InlineData("𝄞")]
    [InlineData("\n")]
    [InlineData("(")]
    public void An_unbroken_run_of_a_million_characters_is_counted_quickly(string unit)
    {
        var clock = Stopwatch.StartNew();
        var count = TokenCounter.Count(string.Concat(Enumerable.Repeat(unit, 1_000_000)));

        Assert.InRange(count, 1_000, 4_000_000);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), clock.Elapsed.ToString());
    }
}
