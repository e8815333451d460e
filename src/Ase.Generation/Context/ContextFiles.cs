using System.Collections.Frozen;
using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Core.Workspaces;

namespace Ase.Generation.Context;

/// <summary>Which files of a repository can be context: source, templates and configuration that people wrote.</summary>
internal static class ContextFiles
{
    private const int MaxBytes = 1_000_000;
    private const int MaxLine = 5_000;
    private const int MinifiedAverage = 400;

    private static readonly FrozenSet<string> Templates = Set(
        ".html", ".htm", ".xhtml", ".tpl", ".twig", ".jade", ".pug", ".ejs", ".hbs", ".mustache", ".njk", ".vue", ".svelte", ".astro",
        ".erb", ".haml", ".jsp", ".jspf", ".tag", ".ftl", ".vm", ".jinja", ".jinja2", ".j2", ".gohtml", ".tmpl", ".cshtml", ".razor", ".latte", ".volt");

    private static readonly FrozenSet<string> Configuration = Set(
        ".json", ".yaml", ".yml", ".toml", ".ini", ".conf", ".cfg", ".properties", ".xml", ".sql", ".graphql", ".proto", ".gradle", ".mod");

    // languages without a grammar of ours
    private static readonly FrozenSet<string> OtherCode = Set(".scala", ".kt", ".kts", ".groovy", ".sh", ".bash", ".pl", ".pm", ".rs", ".swift", ".lua", ".coffee");

    private static readonly FrozenSet<string> Locks = Set("package-lock.json", "npm-shrinkwrap.json", "composer.lock", "pnpm-lock.yaml");
    private static readonly string[] MinifiedEndings = [".min.js", ".min.mjs", ".min.cjs", "-min.js", ".bundle.js", ".pack.js"];

    /// <summary>The text of a file that can be context, its byte order mark left out; null for all others.</summary>
    public static string? Read(IFileTree tree, string path)
    {
        if (!IsCandidate(path) || tree.Read(path) is not { Length: > 0 and <= MaxBytes } bytes || bytes.AsSpan().Contains((byte)0)) return null;
        if (!Path.HasExtension(path) && LanguageRegistry.ForFile(path, bytes) is null) return null;
        var text = SourceText.FromBytes(bytes).Text.TrimStart('\uFEFF');
        return IsMinified(text) ? null : text;
    }

    /// <summary>Whether a file of that path can be context, by its path alone: a file without extension is when it is a script.</summary>
    public static bool IsCandidate(string path)
    {
        var parts = path.Split('/');
        if (parts.Any(p => p == "node_modules" || (p.StartsWith('.') && p.Length > 1))) return false;
        var name = parts[^1];
        if (Locks.Contains(name) || MinifiedEndings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase))) return false;
        var extension = Path.GetExtension(name);
        return extension.Length == 0 || LanguageRegistry.ForPath(name) is not null || Templates.Contains(extension) || Configuration.Contains(extension) || OtherCode.Contains(extension);
    }

    private static bool IsMinified(string text)
    {
        int lines = 1, longest = 0;
        for (var start = 0; start < text.Length; lines++)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            longest = Math.Max(longest, end - start);
            start = end + 1;
        }
        return longest > MaxLine || text.Length / lines > MinifiedAverage;
    }

    private static FrozenSet<string> Set(params string[] values) => values.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
