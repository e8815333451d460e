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
        foreach (var text in YamlReader.Texts(node, errors, "use"))
        {
            var dot = text.IndexOf('.', StringComparison.Ordinal);
            var (name, part) = dot < 0 ? (text, null) : (text[..dot], text[(dot + 1)..]);
            if (part is not null && !Parts.Contains(part))
            {
                errors.Add(node, $"use: '{part}' is no part of a specification; parts are {string.Join(", ", Parts)}");
                continue;
            }
            foreach (var family in languages.Select(l => FileUnit.FamilyOf(l.Id)).Distinct())
            {
                if (SpecLibrary.Find(family, name) is { } found) spec = Join(spec, found, part);
                else errors.Add(node, $"use: {LanguageRegistry.Get(family).Name} has no specification '{name}'; it has {string.Join(", ", SpecLibrary.NamesOf(family))}");
            }
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
