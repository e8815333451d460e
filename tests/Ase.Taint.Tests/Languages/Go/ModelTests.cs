using Ase.Code.Languages;
using Ase.Taint.Library;

namespace Ase.Taint.Tests.Languages.Go;

/// <summary>The library models load, and are found by the names that calls have.</summary>
public sealed class ModelTests
{
    private static readonly LibraryModels Models = LibraryModels.Of(LanguageId.Go);

    [Theory]
    [InlineData("net/url.Parse", "Parse", "args -> return[0]")]
    [InlineData("strconv.Atoi", "Atoi", "")]
    [InlineData("encoding/json.Unmarshal", "Unmarshal", "arg0 -> arg1")]
    [InlineData(null, "WriteString", "arg0 -> this")]
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
