using Ase.Code.Languages;
using Ase.Taint.Library;

namespace Ase.Taint.Tests.Languages.Java;

/// <summary>The library models load, and are found by the names that calls have.</summary>
public sealed class ModelTests
{
    private static readonly LibraryModels Models = LibraryModels.Of(LanguageId.Java);

    [Theory]
    [InlineData("java.net.URLDecoder.decode", "decode", "args -> return")]
    [InlineData("Integer.parseInt", "parseInt", "")]
    [InlineData("new java.math.BigDecimal", "BigDecimal", "")]
    [InlineData(null, "getAttribute", "this[arg0] -> return")]
    public void Calls_find_their_flows(string? qualified, string name, string flow)
    {
        var model = Models.Find(qualified, name, isBare: false);

        Assert.NotNull(model);
        Flow[] expected = flow.Length == 0 ? [] : [FlowParser.Parse(flow)];
        Assert.Equal(expected.Length, model.Flows.Count);
        if (expected.Length > 0) Assert.Contains(model.Flows, f => f.ToString() == expected[0].ToString());
    }

    [Fact]
    public void Unlisted_calls_have_no_model() => Assert.Null(Models.Find("example.org/app.Transmogrify", "Transmogrify", isBare: false));
}
