using System.Collections.Concurrent;
using Ase.Code.Languages;
using Ase.Taint.Rules;
using YamlDotNet.RepresentationModel;

namespace Ase.Taint.Library;

/// <summary>
/// Named specifications that rules share (<c>ase: { use: [http-input, command] }</c>): what a request object is in a language, what runs a
/// command, which checks make a path harmless. Data beside each front-end (<c>Languages/&lt;Lang&gt;/specs/&lt;name&gt;.yaml</c>).
/// </summary>
internal static class SpecLibrary
{
    private static readonly string Suffix = ".yaml";
    private static readonly ConcurrentDictionary<(LanguageId Family, string Name), Lazy<TaintSpec?>> Loaded = new();

    /// <summary>The names that a language has, in ordinal order.</summary>
    public static IReadOnlyList<string> NamesOf(LanguageId family)
    {
        if (LibraryModels.FolderOf(family) is not { } folder) return [];
        var prefix = $"specs/{folder}/specs/";
        return [.. typeof(SpecLibrary).Assembly.GetManifestResourceNames()
            .Select(n => n.Replace('\\', '/'))
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal) && n.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(n => n[prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The specification of a name for a language; null when there is none.</summary>
    /// <exception cref="FormatException">The data beside the language is wrong.</exception>
    public static TaintSpec? Find(LanguageId family, string name) =>
        Loaded.GetOrAdd((family, name), static key => new Lazy<TaintSpec?>(() => Load(key.Family, key.Name))).Value;

    /// <summary>Reads a specification.</summary>
    /// <exception cref="FormatException">The text is not of the format; the message has the place.</exception>
    public static TaintSpec Parse(string yaml, string origin, LanguageId family)
    {
        var errors = new RuleErrors(origin);
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var formulas = new FormulaReader([LanguageRegistry.Get(family)], errors);
        var spec = stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root ? new TaintReader(formulas, errors).ReadNamed(root) : null;
        if (spec is null) throw new FormatException(errors.All.Count == 0 ? $"{origin}: a mapping is expected" : string.Join("; ", errors.All.Select(e => $"{e.File}:{e.Line}:{e.Column}: {e.Message}")));
        return spec;
    }

    private static TaintSpec? Load(LanguageId family, string name)
    {
        if (LibraryModels.FolderOf(family) is not { } folder) return null;
        var origin = $"specs/{folder}/specs/{name}{Suffix}";
        using var stream = typeof(SpecLibrary).Assembly.GetManifestResourceStream(origin);
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), origin, family);
    }
}
