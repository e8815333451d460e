using Ase.Code.Languages;

namespace Ase.Taint.Templates;

/// <summary>The template dialects, one name a line; a file that several could claim is of the first.</summary>
internal static class TemplateDialects
{
    private static readonly string[] Names =
    [
        "smarty",
        "twig",
        "blade",
        "jinja",
        "ejs",
        "handlebars",
        "go-template",
        "jsp",
    ];

    private static readonly Lazy<IReadOnlyList<TemplateDialect>> Loaded = new(static () => [.. Names.Select(Load)]);

    public static IReadOnlyList<TemplateDialect> All => Loaded.Value;

    /// <summary>The dialects of a path, for hosts that are asked for.</summary>
    public static IEnumerable<TemplateDialect> ForPath(string path, Func<LanguageId, bool> isHost) =>
        All.Where(d => isHost(d.Host) && d.Files.Any(f => path.EndsWith(f, StringComparison.OrdinalIgnoreCase)));

    private static TemplateDialect Load(string name)
    {
        using var stream = typeof(TemplateDialects).Assembly.GetManifestResourceStream($"templates/{name}.yaml") ?? throw new InvalidOperationException($"no dialect '{name}'");
        using var reader = new StreamReader(stream);
        return DialectReader.Parse(name, reader);
    }
}
