using Ase.Code.Languages;

namespace Ase.Generation.Masking;

/// <summary>The lines that stand in place of masked text.</summary>
// coupling: the leftover check in Ase.Analysis looks for Marker
public static class Placeholders
{
    /// <summary>In every placeholder; an answer that still holds it did not write the code.</summary>
    public const string Marker = "ASE-MISSING-CODE";

    /// <summary>In every line that stands for a copy of a region.</summary>
    public const string CopyMarker = "ASE-OMITTED-COPY";

    /// <summary>The placeholder of the n-th (1-based) region, a comment of the language.</summary>
    public static string Region(string file, int number) => $"{Comment(file)} {Marker}-{number}: write the code that belongs here";

    /// <summary>The line in place of the n-th copy.</summary>
    public static string Copy(string file, int number) => $"{Comment(file)} {CopyMarker}-{number}";

    private static string Comment(string file) => LanguageRegistry.ForPath(file)?.LineComment ?? "//";
}
