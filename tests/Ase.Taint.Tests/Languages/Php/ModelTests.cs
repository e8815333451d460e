using Ase.Code.Languages;
using Ase.Taint.Languages.Php;
using Ase.Taint.Library;

namespace Ase.Taint.Tests.Languages.Php;

/// <summary>The library models of PHP.</summary>
public sealed class ModelTests
{
    private static readonly LibraryModels Models = LibraryModels.Of(LanguageId.Php);

    [Fact]
    public void The_models_load() => Assert.InRange(Models.Count, 400, 10_000);

    [Fact]
    public void Functions_say_nothing_of_methods()
    {
        Assert.NotNull(Models.Find(null, "count", isBare: true));
        Assert.Null(Models.Find(null, "count", isBare: false));
        Assert.False(Models.HasMethod("count"));
        Assert.True(Models.HasMethod("push"));
    }

    [Theory]
    [InlineData("strlen")]
    [InlineData("intval")]
    [InlineData("count")]
    [InlineData("in_array")]
    public void Some_functions_carry_nothing(string name) => Assert.Empty(Models.Find(null, name, isBare: true)!.Flows);

    [Fact]
    public void Callbacks_of_models_are_seen_as_functions()
    {
        foreach (var (name, positions) in PhpCallables.Functions)
        {
            var model = Models.Find(null, name, isBare: true);
            if (model is null || model.Flows.Count == 0) continue;
            var called = model.Flows.SelectMany(f => new[] { f.From, f.To }).Where(e => e.Kind is EndpointKind.CallbackParameter or EndpointKind.CallbackResult).Select(e => e.Argument);
            Assert.Subset(positions.ToHashSet(), called.ToHashSet());
        }
    }
}
