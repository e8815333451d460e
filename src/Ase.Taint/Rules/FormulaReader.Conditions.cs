using System.Text.RegularExpressions;
using Ase.Code.Languages;
using Ase.Taint.Patterns.Formulas;
using YamlDotNet.RepresentationModel;

namespace Ase.Taint.Rules;

// metavariable-regex, metavariable-pattern, metavariable-comparison
internal sealed partial class FormulaReader
{
    private static readonly HashSet<string> PatternKeys = ["metavariable", "language"];

    private Condition? Condition(string name, YamlNode node, int depth)
    {
        if (YamlReader.Mapping(node, errors, name) is not { } mapping) return null;
        string[] allowed = name switch
        {
            "metavariable-regex" => ["metavariable", "regex", "constant-propagation"],
            "metavariable-comparison" => ["metavariable", "comparison", "strip", "base"],
            "metavariable-type" => ["metavariable", "type", "types"],
            _ => ["metavariable", "language", .. Operators, "regex"],
        };
        var before = errors.Count;
        foreach (var (key, _) in mapping)
        {
            if (!allowed.Contains(YamlReader.Key(key))) errors.Add(key, $"{name}: the key '{YamlReader.Key(key)}' is not supported; supported are {string.Join(", ", allowed)}");
        }
        var metavariable = YamlReader.Find(mapping, "metavariable") is { } m ? YamlReader.Text(m, errors, "metavariable") : null;
        if (metavariable is null && name != "metavariable-comparison") errors.Add(node, $"{name}: 'metavariable' is missing");
        if (metavariable is not null) CheckMetavariable(node, metavariable);
        if (errors.Count > before) return null;
        return name switch
        {
            "metavariable-regex" => Required(mapping, name, "regex") is { } text && Regex(text, anchored: true) is { } regex
                ? new MetavariableRegex(metavariable!, regex, ((YamlScalarNode)text).Value!, YamlReader.Find(mapping, "constant-propagation") is { } c && YamlReader.Boolean(c, errors, "constant-propagation", fallback: false)) : null,
            "metavariable-comparison" => Comparison(mapping, metavariable),
            "metavariable-type" => Type(mapping, metavariable!),
            _ => Pattern(mapping, metavariable!, depth),
        };
    }

    private MetavariableType? Type(YamlMappingNode mapping, string metavariable)
    {
        if ((YamlReader.Find(mapping, "types") ?? Required(mapping, "metavariable-type", "type")) is not { } node) return null;
        return new MetavariableType(metavariable, YamlReader.Texts(node, errors, "type"));
    }

    private MetavariableComparison? Comparison(YamlMappingNode mapping, string? metavariable)
    {
        if (Required(mapping, "metavariable-comparison", "comparison") is not { } node || YamlReader.Text(node, errors, "comparison") is not { } text) return null;
        var strip = YamlReader.Find(mapping, "strip") is { } s && YamlReader.Boolean(s, errors, "strip", fallback: false);
        int? radix = YamlReader.Find(mapping, "base") is YamlScalarNode { Value: { } b } && int.TryParse(b, out var parsed) ? parsed : null;
        try
        {
            return new MetavariableComparison(Patterns.Formulas.Comparison.Parse(text), strip || radix is not null ? metavariable : null, radix);
        }
        catch (FormatException e)
        {
            errors.Add(node, e.Message);
            return null;
        }
    }

    private Condition? Pattern(YamlMappingNode mapping, string metavariable, int depth)
    {
        var language = YamlReader.Find(mapping, "language") is { } l ? YamlReader.Text(l, errors, "language") : null;
        if (language is "generic" or "regex" || YamlReader.Find(mapping, "regex") is not null)
        {
            return Bare(mapping, depth, PatternKeys) is { } text ? new MetavariableText(metavariable, text) : null;
        }
        Language? other = null;
        if (language is not null && (other = LanguageRegistry.Find(language)) is null)
        {
            errors.Add(mapping, $"metavariable-pattern: the language '{language}' is not supported");
            return null;
        }
        var reader = other is null ? this : new FormulaReader([other], errors);
        return reader.Read(mapping, "metavariable-pattern", PatternKeys, depth + 1, mayJudge: true) is { } formula ? new MetavariablePattern(metavariable, formula, other) : null;
    }

    // a formula over text alone
    private TextFormula? Bare(YamlMappingNode mapping, int depth, IReadOnlySet<string> others)
    {
        if (depth > MaxDepth)
        {
            errors.Add(mapping, "the formula is nested too deeply");
            return null;
        }
        List<TextFormula> parts = [];
        var before = errors.Count;
        foreach (var (key, value) in mapping)
        {
            var name = YamlReader.Key(key);
            if (others.Contains(name)) continue;
            if (BareOperator(name, value, depth) is { } part) parts.Add(part);
            else if (errors.Count == before) errors.Add(key, $"the key '{name}' is not supported in a formula over text");
        }
        return errors.Count == before && parts.Count > 0 ? TextFormula.All(parts) : null;
    }

    private TextFormula? BareOperator(string name, YamlNode value, int depth)
    {
        switch (name)
        {
            case "pattern" or "pattern-inside":
                return YamlReader.Text(value, errors, name) is { } text ? TextFormula.Generic(text) : null;
            case "pattern-not" or "pattern-not-inside":
                return YamlReader.Text(value, errors, name) is { } negated ? TextFormula.Not(TextFormula.Generic(negated)) : null;
            case "regex" or "pattern-regex":
                return Regex(value) is { } regex ? TextFormula.Regex(regex) : null;
            case "pattern-not-regex":
                return Regex(value) is { } excluded ? TextFormula.Not(TextFormula.Regex(excluded)) : null;
            case "patterns" or "pattern-either":
                if (YamlReader.Sequence(value, errors, name) is not { } sequence) return null;
                List<TextFormula> parts = [];
                foreach (var item in sequence)
                {
                    if (YamlReader.Mapping(item, errors, name) is { } mapping && Bare(mapping, depth + 1, Empty) is { } part) parts.Add(part);
                }
                if (parts.Count != sequence.Children.Count) return null;
                return name == "patterns" ? TextFormula.All(parts) : TextFormula.Any(parts);
            default:
                return null;
        }
    }

    private YamlNode? Required(YamlMappingNode mapping, string what, string key)
    {
        var value = YamlReader.Find(mapping, key);
        if (value is null) errors.Add(mapping, $"{what}: '{key}' is missing");
        return value;
    }

    private Regex? Regex(YamlNode node, bool anchored = false)
    {
        if (YamlReader.Text(node, errors, "a regular expression") is not { } text) return null;
        try
        {
            return anchored ? MetavariableRegex.Anchored(text) : PortableRegex.Compile(text, RegexOptions.Multiline);
        }
        catch (ArgumentException e)
        {
            errors.Add(node, "the regular expression is malformed: " + e.Message);
            return null;
        }
    }
}
