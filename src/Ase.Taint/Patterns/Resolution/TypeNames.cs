using Ase.Code.Trees;

namespace Ase.Taint.Patterns.Resolution;

/// <summary>Compares the type that a pattern names with a type as it was written.</summary>
internal static class TypeNames
{
    /// <summary>True when both name the same type: qualified or not, with or without type arguments.</summary>
    public static bool Same(SyntaxNode declared, string wanted, ImportTable imports)
    {
        var actual = Plain(declared.Text);
        var expected = Plain(wanted);
        if (expected.StartsWith('$')) return true;
        if (actual == expected) return true;
        // one side may lack the pointer or the package, not the name
        var (actualParts, expectedParts) = (actual.TrimStart('*').Split('.'), expected.TrimStart('*').Split('.'));
        if (actual.StartsWith('*') != expected.StartsWith('*') || actualParts[^1] != expectedParts[^1]) return false;
        if (actualParts.Length > 1 && expectedParts.Length > 1) return actualParts.Length == expectedParts.Length && imports.Find(actualParts[0]) is { } alias && expectedParts[0] == alias[^1];
        if (actualParts.Length > 1) return true;
        return imports.Resolves(actualParts[0], expectedParts) || imports.Find(actualParts[0]) is null && actualParts.Length == expectedParts.Length;
    }

    private static string Plain(string type)
    {
        var generic = type.IndexOf('<', StringComparison.Ordinal);
        var name = generic >= 0 ? type[..generic] : type;
        return string.Concat(name.Where(c => !char.IsWhiteSpace(c))).TrimStart(':').Replace("?", "", StringComparison.Ordinal);
    }
}
