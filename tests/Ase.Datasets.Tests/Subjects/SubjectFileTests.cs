using Ase.Core.Errors;
using Ase.Datasets.Subjects;
using Ase.Datasets.Tests.Support;

namespace Ase.Datasets.Tests.Subjects;

public sealed class SubjectFileTests
{
    [Theory]
    [InlineData("- baseline/reference\n- openai/gpt-5?context=none&format=diff\n")]
    [InlineData("subjects:\n  - baseline/reference\n  - openai/gpt-5?context=none&format=diff\nnotes: x\n")]
    public void Subjects_are_listed_at_the_top_or_under_their_key(string text)
    {
        using var folder = new TempFolder();
        folder.Write("subjects.yaml", text);
        Assert.Equal(["baseline/reference", "openai/gpt-5?context=none&format=diff"], SubjectFile.Read(folder["subjects.yaml"]));
    }

    [Theory]
    [InlineData("", "1:1: ")]
    [InlineData("[]", "1:1: a list of subjects")]
    [InlineData("subjects: []", "1:11: a list of subjects")]
    [InlineData("models: [a/b]", "1:1: a list of subjects")]
    [InlineData("a/b", "1:1: a list of subjects")]
    [InlineData("- a/b\n- [c/d]\n", "2:3: a subject, as provider/model")]
    [InlineData("- a/b\n- ''\n", "2:3: a subject, as provider/model")]
    [InlineData("- &x a/b\n- *x\n", "2:3: an alias is not allowed")]
    [InlineData("- 'a/b\n", "1:3: this is no YAML")]
    [InlineData("- \"\\UFFFFFFFF\"\n", "this is no YAML")]
    public void A_file_that_lists_none_is_invalid_with_line_and_column(string text, string expected)
    {
        using var folder = new TempFolder();
        folder.Write("subjects.yaml", text);
        var failure = Assert.Throws<AseException>(() => SubjectFile.Read(folder["subjects.yaml"]));
        Assert.Equal(ErrorCode.InvalidFile, failure.Code);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_or_too_large_is_named()
    {
        using var folder = new TempFolder();
        folder.Write("large.yaml", new byte[1_000_001]);
        Assert.Equal(ErrorCode.FileAccess, Assert.Throws<AseException>(() => SubjectFile.Read(folder["nowhere.yaml"])).Code);
        Assert.Equal(ErrorCode.FileTooLarge, Assert.Throws<AseException>(() => SubjectFile.Read(folder["large.yaml"])).Code);
    }
}
