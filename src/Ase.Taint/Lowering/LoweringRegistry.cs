using Ase.Code.Languages;
using Ase.Taint.Languages.JavaScript;

namespace Ase.Taint.Lowering;

/// <summary>The front-ends, one line per language. Languages without one are matched by patterns only.</summary>
public static class LoweringRegistry
{
    private static readonly Dictionary<LanguageId, ILowering> Lowerings = new()
    {
        [LanguageId.JavaScript] = new JavaScriptLowering(),
        [LanguageId.TypeScript] = new JavaScriptLowering(),
        [LanguageId.Tsx] = new JavaScriptLowering(),
        [LanguageId.Php] = new Languages.Php.PhpLowering(),
        [LanguageId.Python] = new Languages.Python.PythonLowering(),
        [LanguageId.Go] = new Languages.Go.GoLowering(),
        [LanguageId.Java] = new Languages.Java.JavaLowering(),
    };

    /// <summary>The front-end of a language, or null when there is none.</summary>
    public static ILowering? Find(LanguageId id) => Lowerings.GetValueOrDefault(id);
}
