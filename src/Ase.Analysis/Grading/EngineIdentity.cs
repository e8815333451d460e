using System.Reflection;
using Ase.Code.Languages;
using Ase.Taint.Scanning;

namespace Ase.Analysis.Grading;

/// <summary>Identity of what scans: the compiled engine (with its library models) and the grammar lock.</summary>
public static class EngineIdentity
{
    /// <summary>Changes whenever the engine, its models, or a grammar does.</summary>
    public static string Digest { get; } = Core.Digests.Digest.Of(string.Join('\n', Identity(typeof(TaintScanner).Assembly), Identity(typeof(LanguageRegistry).Assembly), Identity(typeof(EngineIdentity).Assembly), Lock()));

    // A compiled module's id is new for every other content.
    private static string Identity(Assembly assembly) => assembly.ManifestModule.ModuleVersionId.ToString("N");

    private static string Lock()
    {
        using var reader = new StreamReader(typeof(LanguageRegistry).Assembly.GetManifestResourceStream("grammars.lock.json")!);
        return reader.ReadToEnd();
    }
}
