using Ase.Code.Languages;
using Ase.Taint.Library;
using Ase.Taint.Scanning;
using YamlDotNet.RepresentationModel;

namespace Ase.Taint.Rules;

/// <summary>
/// Reads <c>use</c>: the named specifications that a rule builds on, <c>command</c> for all of one or <c>command.checks</c> for a part.
/// </summary>
internal sealed class SpecUse(IReadOnlyList<Language> languages, RuleErrors errors)
{
    private static readonly string[] Parts = ["sources", "sinks", "checks", "propagators"];

    /// <summary>Everything that is used, in the order in which it is named.</summary>
    public TaintSpec Read(YamlNode node)
    {
        var spec = TaintSpec.None;
        if (node is YamlScalarNode) return Entry(spec, node);
        if (YamlReader.Sequence(node, errors, "use") is not { } list) return spec;
        foreach (var entry in list) spec = Entry(spec, entry);
        return spec;
    }

    // a name, or { name: http-input, label: A }: the sources of a name under a label of the rule
    private TaintSpec Entry(TaintSpec spec, YamlNode entry)
    {
        string? label = null;
        var named = entry;
        if (entry is YamlMappingNode mapping)
        {
            foreach (var (key, value) in mapping)
            {
                if (YamlReader.Key(key) == "name") named = value;
                else if (YamlReader.Key(key) == "label") label = YamlReader.Text(value, errors, "label");
                else errors.Add(key, $"use: the key '{YamlReader.Key(key)}' is not supported; supported are name, label");
            }
        }
        if (YamlReader.Text(named, errors, "use") is not { } text) return spec;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var (name, part) = dot < 0 ? (text, label is null ? null : "sources") : (text[..dot], text[(dot + 1)..]);
        if (part is not null && !Parts.Contains(part))
        {
            errors.Add(named, $"use: '{part}' is no part of a specification; parts are {string.Join(", ", Parts)}");
            return spec;
        }
        foreach (var family in languages.Select(l => FileUnit.FamilyOf(l.Id)).Distinct())
        {
            if (SpecLibrary.Find(family, name) is { } found) spec = Join(spec, label is null ? found : found with { Sources = [.. found.Sources.Select(s => s with { Label = label })] }, part);
            else errors.Add(named, $"use: {LanguageRegistry.Get(family).Name} has no specification '{name}'; it has {string.Join(", ", SpecLibrary.NamesOf(family))}");
        }
        return spec;
    }

    private static TaintSpec Join(TaintSpec left, TaintSpec right, string? part)
    {
        var isWhole = part is null;
        var isChecks = isWhole || part == "checks";
        return new TaintSpec
        {
            Sources = isWhole || part == "sources" ? [.. left.Sources.Union(right.Sources)] : left.Sources,
            Sinks = isWhole || part == "sinks" ? [.. left.Sinks.Union(right.Sinks)] : left.Sinks,
            Propagators = isWhole || part == "propagators" ? [.. left.Propagators.Union(right.Propagators)] : left.Propagators,
            Sanitizers = isChecks ? [.. left.Sanitizers.Union(right.Sanitizers)] : left.Sanitizers,
            Guards = isChecks ? [.. left.Guards.Union(right.Guards)] : left.Guards,
            Transforms = isChecks ? [.. left.Transforms.Union(right.Transforms)] : left.Transforms,
        };
    }
}
