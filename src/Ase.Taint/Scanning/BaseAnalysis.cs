namespace Ase.Taint.Scanning;

/// <summary>
/// What is known of a base tree, to scan trees that differ from it in a few files: texts, trees, representations, matches, each made once.
/// Usable from several threads.
/// </summary>
public sealed class BaseAnalysis
{
    internal BaseAnalysis(IReadOnlyDictionary<string, LoadedFile> loaded) => Loaded = loaded;

    /// <summary>The files by path, in the order of paths.</summary>
    internal IReadOnlyDictionary<string, LoadedFile> Loaded { get; }
}
