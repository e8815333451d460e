namespace Ase.Taint.Scanning;

/// <summary>What is known of a base tree, to scan trees that differ from it in a few files. Immutable and usable from several threads.</summary>
public sealed class BaseAnalysis
{
    internal BaseAnalysis(ISourceFiles files, IReadOnlyDictionary<string, LoadedFile> loaded)
    {
        Files = files;
        Loaded = loaded;
    }

    internal ISourceFiles Files { get; }

    /// <summary>The files by path, in the order of paths.</summary>
    internal IReadOnlyDictionary<string, LoadedFile> Loaded { get; }
}
