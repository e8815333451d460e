namespace Ase.Generation.Patches;

/// <summary>Which paths an answer may change.</summary>
internal static class PatchPaths
{
    /// <summary>The path, normalised, or the reason why it is refused.</summary>
    public static (string? Path, string? Problem) Check(string path)
    {
        var plain = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        var shown = plain.Length > 100 ? plain[..100] + "…" : plain;
        if (plain.Length is 0 or > 1000) return (null, $"the path '{shown}' has an absurd length");
        if (plain.Any(char.IsControl) || plain.Contains('\\', StringComparison.Ordinal)) return (null, $"the path '{shown}' has signs that no path here has");
        if (plain[0] is '/' or '~' || (plain.Length > 1 && plain[1] == ':')) return (null, $"the path '{shown}' is absolute");
        var parts = plain.Split('/');
        if (parts.Any(p => p is ".." or "." or "")) return (null, $"the path '{shown}' leaves the workspace");
        if (parts.Any(p => p.Equals(".git", StringComparison.OrdinalIgnoreCase))) return (null, $"the path '{shown}' is inside .git");
        return (plain, null);
    }
}
