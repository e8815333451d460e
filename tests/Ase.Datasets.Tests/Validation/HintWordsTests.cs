using Ase.Datasets.Validation;

namespace Ase.Datasets.Tests.Validation;

public sealed class HintWordsTests
{
    [Theory]
    [InlineData("It safely joins the path.", "CWE-22", "safely")]
    [InlineData("It validates and Sanitizes its input.", "CWE-78", "Sanitizes,validates")]
    [InlineData("A malicious, untrusted name.", "CWE-1", "malicious,untrusted")]
    [InlineData("It escapes the value and the escaped text is kept.", "CWE-79", "escaped,escapes")]
    [InlineData("No file outside the folder is served.", "CWE-22", "outside")]
    [InlineData("It uses a prepared statement.", "CWE-89", "prepared")]
    [InlineData("Keys such as __proto__ are skipped.", "CWE-1321", "__proto__")]
    [InlineData("An allow-list of names, against injection (CWE-78).", "CWE-78", "allow-list,CWE,injection")]
    public void A_word_that_hints_is_found_as_it_stands(string text, string cwe, string expected) => Assert.Equal(expected.Split(','), HintWords.In(text, cwe));

    [Theory]
    [InlineData("The body of the function reads the file outside the loop.", "CWE-78")]
    [InlineData("It returns the prototype of the page.", "CWE-79")]
    [InlineData("The landscape picture is passed on; the rest is forgotten by the defaults.", "CWE-22")]
    [InlineData("The file is prepared for the printer.", "CWE-22")]
    [InlineData("", "CWE-22")]
    [InlineData("Whatever.", "none")]
    public void Words_of_other_weaknesses_and_longer_words_are_none(string text, string cwe) => Assert.Empty(HintWords.In(text, cwe));
}
