using Ase.Code.Languages;
using Ase.Taint.Library;

namespace Ase.Taint.Tests.Languages.Python;

/// <summary>The library models of Python.</summary>
public sealed class ModelTests
{
    private static readonly LibraryModels Models = LibraryModels.Of(LanguageId.Python);

    [Fact]
    public void The_models_load() => Assert.InRange(Models.Count, 250, 10_000);

    [Fact]
    public void Functions_say_nothing_of_methods()
    {
        Assert.NotNull(Models.Find(null, "list", isBare: true));
        Assert.Null(Models.Find(null, "list", isBare: false));
        Assert.False(Models.HasMethod("list"));
        Assert.True(Models.HasMethod("append"));
    }

    [Fact]
    public void Functions_of_modules_are_found_by_their_qualified_names()
    {
        Assert.Empty(Models.Find("os.path.exists", "exists", isBare: false)!.Flows);
        Assert.Equal(2, Models.Find("json.dumps", "dumps", isBare: false)!.Flows.Count);
        Assert.NotNull(Models.Find("functools.reduce", "reduce", isBare: true));
    }

    [Theory]
    [InlineData("len")]
    [InlineData("int")]
    [InlineData("isinstance")]
    public void Some_functions_carry_nothing(string name) => Assert.Empty(Models.Find(null, name, isBare: true)!.Flows);
}
