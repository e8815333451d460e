using Ase.Code.Languages;
using Ase.Taint.Patterns.Syntax;
using YamlDotNet.RepresentationModel;

namespace Ase.Taint.Rules;

/// <summary>Reads the languages that a rule is for.</summary>
internal static class RuleLanguages
{
    /// <summary>Names that the rule format knows and for which there is no analysis here.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        "apex", "bash", "sh", "c", "cairo", "circom", "clojure", "cpp", "c++", "csharp", "c#", "dart", "dockerfile", "docker", "elixir", "ex", "generic", "hack", "hcl",
        "html", "json", "jsonnet", "julia", "kotlin", "kt", "lisp", "lua", "move_on_aptos", "move_on_sui", "none", "ocaml", "promql", "proto", "proto3", "protobuf", "ql", "r",
        "regex", "ruby", "rb", "rust", "rs", "scala", "scheme", "solidity", "sol", "swift", "terraform", "tf", "vb", "vue", "xml", "yaml",
    };

    /// <summary>The languages that are analysed.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="errors">Takes names that nobody knows.</param>
    /// <param name="others">The other languages of the format: a rule that lists some beside ours is loaded for ours.</param>
    public static List<Language> Read(YamlMappingNode rule, RuleErrors errors, out IReadOnlyList<string> others)
    {
        List<Language> languages = [];
        List<string> skipped = [];
        others = skipped;
        if (YamlReader.Find(rule, "languages") is not { } node)
        {
            errors.Add(rule, "'languages' is missing");
            return languages;
        }
        foreach (var name in YamlReader.Texts(node, errors, "languages"))
        {
            if (LanguageRegistry.Find(name) is { } language && PatternDialect.Find(language.Id) is not null) languages.Add(language);
            else if (Others.Contains(name)) skipped.Add(name);
            else errors.Add(node, $"the language '{name}' is not supported");
        }
        return languages;
    }
}
