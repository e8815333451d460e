using Ase.Code.Languages;
using Ase.Taint.Constants;
using Ase.Taint.Ir;

namespace Ase.Taint.Tests.Constants;

public sealed class ConstantFoldTests
{
    public static TheoryData<OperationKind, string, object, object, LanguageId, object?> Operations => new()
    {
        { OperationKind.Arithmetic, "*", 7L, 18L, LanguageId.Java, 126L },
        { OperationKind.Concat, "+", 126L, 106L, LanguageId.Java, 232L },
        { OperationKind.Concat, "+", "a", 1L, LanguageId.Java, "a1" },
        { OperationKind.Concat, "+", "a", 1L, LanguageId.Python, null },
        { OperationKind.Concat, ".", "a", 1L, LanguageId.Php, "a1" },
        { OperationKind.Concat, "+=", "a", "b", LanguageId.Go, "ab" },
        { OperationKind.Concat, "+", 'a', 1L, LanguageId.Java, 98L },
        { OperationKind.Arithmetic, "/", 7L, 2L, LanguageId.Java, 3L },
        { OperationKind.Arithmetic, "/", 7L, 2L, LanguageId.JavaScript, null },
        { OperationKind.Arithmetic, "/", 7L, 0L, LanguageId.Java, null },
        { OperationKind.Arithmetic, "*", 2_000_000_000L, 2L, LanguageId.Java, null },
        { OperationKind.Compare, ">", 232L, 200L, LanguageId.Java, true },
        { OperationKind.Compare, "==", 'B', 'B', LanguageId.Java, true },
        { OperationKind.Compare, "==", "a", "b", LanguageId.Java, false },
        { OperationKind.Compare, "==", "1", "01", LanguageId.Php, null },
        { OperationKind.Compare, "!==", "a", "a", LanguageId.JavaScript, false },
        { OperationKind.Compare, "==", "1", 1L, LanguageId.JavaScript, null },
        { OperationKind.Unknown, "", 1L, 1L, LanguageId.Java, null },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public void Should_compute_what_the_language_computes(OperationKind kind, string sign, object left, object right, LanguageId language, object? expected) =>
        Assert.Equal(expected, ConstantFold.Operation(kind, sign, [left, right], language));

    [Theory]
    [InlineData("12", 12L)]
    [InlineData("1_000L", 1000L)]
    [InlineData("0x1F", 31L)]
    [InlineData("017", null)]
    [InlineData("1.5", null)]
    [InlineData("null", null)]
    [InlineData("true", true)]
    [InlineData("'x'", 'x')]
    [InlineData("'\\n'", '\n')]
    [InlineData("99999999999999999999", null)]
    public void Should_read_literals(string text, object? expected) => Assert.Equal(expected, ConstantFold.Literal(new Operand(-1, null, text)));

    [Theory]
    [InlineData("char-at", "ABC", 1L, 'B')]
    [InlineData("char-at", "ABC", 3L, null)]
    [InlineData("index-of", "ABC", "C", 2L)]
    [InlineData("substring", "ABC", 1L, "BC")]
    [InlineData("unheard-of", "ABC", 1L, null)]
    public void Should_fold_methods_of_texts(string method, string receiver, object argument, object? expected) =>
        Assert.Equal(expected, ConstantFold.Method(method, receiver, [argument], LanguageId.Java));
}
