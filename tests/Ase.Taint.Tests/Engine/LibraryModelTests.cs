using Ase.Code.Languages;
using Ase.Taint.Library;

namespace Ase.Taint.Tests.Engine;

public sealed class LibraryModelTests
{
    [Theory]
    [InlineData("this[*] -> arg0.param1", EndpointKind.This, "[*]", EndpointKind.CallbackParameter, "")]
    [InlineData("args -> return", EndpointKind.AnyArgument, "", EndpointKind.Result, "")]
    [InlineData("arg-1.return -> return[*].name", EndpointKind.CallbackResult, "", EndpointKind.Result, "[*].name")]
    [InlineData("arg0.param0.param0 -> return", EndpointKind.CallbackArgument, "", EndpointKind.Result, "")]
    [InlineData("arg2.value[0] -> arg0", EndpointKind.Argument, ".value[0]", EndpointKind.Argument, "")]
    public void A_flow_is_read(string text, object from, string fromPath, object to, string toPath)
    {
        var flow = FlowParser.Parse(text);
        Assert.Equal((from, fromPath, to, toPath), (flow.From.Kind, flow.From.Path.ToString(), flow.To.Kind, flow.To.Path.ToString()));
    }

    [Fact]
    public void A_flow_names_a_part_by_an_argument()
    {
        var flow = FlowParser.Parse("arg1 -> this[arg0].name");
        Assert.Equal((0, ".name", null), (flow.To.Key, flow.To.Path.ToString(), flow.From.Key));
    }

    [Theory]
    [InlineData("this return")]
    [InlineData("that -> return")]
    [InlineData("argx -> return")]
    public void A_broken_flow_is_refused(string text) => Assert.Throws<FormatException>(() => FlowParser.Parse(text));

    [Fact]
    public void A_broken_file_is_refused_with_its_line()
    {
        var error = Assert.Throws<FormatException>(() => LibraryModels.Parse(new StringReader("calls:\n  - { name: f, flow: [] }\n")));
        Assert.Contains("line 2", error.Message);
    }

    [Fact]
    public void A_qualified_name_goes_before_a_plain_one()
    {
        var models = LibraryModels.Parse(new StringReader("""
            covers: [lower]
            functions:
              - { name: get, flows: [] }
            calls:
              - { name: get, flows: ["this -> return"] }
              - { name: store.get, flows: ["arg0 -> return"] }
              - { name: new Box, flows: ["args -> return"] }
              - { name: Box.get, flows: ["this[*] -> return"] }
            """));
        Assert.Equal(EndpointKind.Argument, Assert.Single(models.Find("a/b/store.get", "get", isBare: false, isModule: true)!.Flows).From.Kind);
        Assert.Equal("[*]", Assert.Single(models.Find("new Box.get", "get", isBare: false, isModule: false)!.Flows).From.Path.ToString());
        Assert.NotNull(models.Find("new Box", "Box", isBare: false, isModule: false));
        Assert.Empty(models.Find("get", "get", isBare: true, isModule: false)!.Flows);
        Assert.Single(models.Find(null, "get", isBare: false, isModule: false)!.Flows);
        Assert.Null(models.Find("other.get", "get", isBare: false, isModule: true));
        Assert.Null(models.Find("other.get", "get", isBare: true, isModule: true));
        Assert.True(models.Covers(null, "lower"));
        Assert.False(models.Covers(null, "get"));
    }

    [Theory]
    [InlineData(LanguageId.JavaScript)]
    [InlineData(LanguageId.Php)]
    [InlineData(LanguageId.Python)]
    [InlineData(LanguageId.Go)]
    [InlineData(LanguageId.Java)]
    public void Every_language_has_models_that_load(LanguageId language) => Assert.True(LibraryModels.Of(language).Count > 50);
}
