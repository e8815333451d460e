using Ase.Core.Attempts;
using Ase.Core.Errors;

namespace Ase.Core.Tests.Errors;

public sealed class ErrorCatalogTests
{
    [Fact]
    public void Every_failure_has_a_row_with_something_to_do_and_a_documented_exit_code()
    {
        int[] documented = [ExitCodes.Usage, ExitCodes.InvalidInput, ExitCodes.Environment, ExitCodes.Internal, ExitCodes.Interrupted];
        foreach (var code in Enum.GetValues<ErrorCode>())
        {
            var row = ErrorCatalog.Get(code);
            Assert.NotEmpty(row.Title);
            Assert.EndsWith(".", row.WhatToDo, StringComparison.Ordinal);
            Assert.Contains(row.ExitCode, documented);
        }
    }

    [Fact]
    public void Verdict_names_are_distinct_and_found_again()
    {
        foreach (var verdict in Enum.GetValues<Verdict>()) Assert.Equal(verdict, Verdicts.Find(verdict.Name()));
        Assert.Null(Verdicts.Find("fine"));
        Assert.Equal(2, Enum.GetValues<Verdict>().Count(v => !v.Counts()));
    }

    [Theory]
    [InlineData(28, ErrorCode.DiskFull)]
    [InlineData(13, ErrorCode.FileAccess)]
    public void Io_failures_are_told_apart(int errno, ErrorCode code) => Assert.Equal(code, AseException.FromIo("f", new IOException("x", errno)).Code);
}
