using System.Text.RegularExpressions;

namespace Ase.Taint.Scanning;

/// <summary>Modules of JavaScript and TypeScript by name and by text, without parsing.</summary>
internal static partial class ScriptModules
{
    private static readonly string[] Extensions = [".js", ".ts", ".tsx", ".jsx", ".mjs", ".cjs", ".mts", ".cts"];

    /// <summary>The modules that a text imports, as written; more than there are (in comments and strings), never less.</summary>
    public static IReadOnlyList<string> ImportsOf(string text)
    {
        var result = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match match in ImportPattern().Matches(text)) result.Add(match.Groups["module"].Value);
        return [.. result];
    }

    /// <summary>True when a text is a module. Other scripts share one global scope.</summary>
    public static bool IsModule(string text) => ModulePattern().IsMatch(text);

    /// <summary>The file that an import means, or null when it is none of the project's.</summary>
    /// <param name="from">The importing file.</param>
    /// <param name="module">The module as written.</param>
    /// <param name="exists">Tells which files there are.</param>
    public static string? Find(string from, string module, Func<string, bool> exists)
    {
        if (module.StartsWith('.')) return At(Summaries.ModuleFinder.Join(Summaries.ProjectIndex.DirectoryOf(from), module), exists);
        if (module.StartsWith("@/", StringComparison.Ordinal) || module.StartsWith("~/", StringComparison.Ordinal))
        {
            return At("src/" + module[2..], exists) ?? At(module[2..], exists);
        }
        return module.Contains('/', StringComparison.Ordinal) ? At(module.TrimStart('/'), exists) ?? At("src/" + module, exists) : null;
    }

    private static string? At(string path, Func<string, bool> exists)
    {
        if (exists(path)) return path;
        foreach (var extension in Extensions)
        {
            if (exists(path + extension)) return path + extension;
        }
        // TypeScript sources are imported by the name of what they compile to
        if (path.EndsWith(".js", StringComparison.Ordinal) || path.EndsWith(".mjs", StringComparison.Ordinal))
        {
            var stem = path[..path.LastIndexOf('.')];
            foreach (var source in (ReadOnlySpan<string>)[".ts", ".tsx", ".mts"])
            {
                if (exists(stem + source)) return stem + source;
            }
        }
        foreach (var extension in Extensions)
        {
            var index = path.Length == 0 ? "index" + extension : path + "/index" + extension;
            if (exists(index)) return index;
        }
        return null;
    }

    [GeneratedRegex(@"(?:\brequire\s*\(\s*|\bfrom\s*|\bimport\s*\(?\s*)(?<quote>['""`])(?<module>[^'""`\r\n]{1,300})\k<quote>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex ImportPattern();

    [GeneratedRegex(@"\brequire\s*\(|\bmodule\.exports\b|\bexports\.|^\s*(?:import|export)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Multiline, 5000)]
    private static partial Regex ModulePattern();
}
