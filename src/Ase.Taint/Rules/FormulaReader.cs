using Ase.Code.Languages;
using Ase.Taint.Patterns;
using Ase.Taint.Patterns.Formulas;
using YamlDotNet.RepresentationModel;

namespace Ase.Taint.Rules;

/// <summary>Reads a formula: <c>pattern</c>, <c>patterns</c>, <c>pattern-either</c> and what stands inside.</summary>
internal sealed partial class FormulaReader(IReadOnlyList<Language> languages, RuleErrors errors)
{
    private const int MaxDepth = 60;

    /// <summary>The languages for which patterns are compiled.</summary>
    public IReadOnlyList<Language> Languages => languages;

    /// <summary>The keys of which one begins a formula.</summary>
    public static readonly string[] Operators = ["pattern", "patterns", "pattern-either", "pattern-regex", "pattern-inside"];

    /// <summary>The keys that stand in a list under <c>patterns</c>.</summary>
    private static readonly string[] Members =
    [
        "pattern", "patterns", "pattern-either", "pattern-regex", "pattern-inside", "pattern-not", "pattern-not-inside", "pattern-not-regex",
        "focus-metavariable", "metavariable-regex", "metavariable-pattern", "metavariable-comparison", "metavariable-type",
    ];

    /// <summary>The formula of a mapping that also has other keys (<paramref name="others"/>); null after an error.</summary>
    public Formula? Read(YamlNode node, string what, IReadOnlySet<string> others, int depth = 0, bool mayJudge = false)
    {
        if (YamlReader.Mapping(node, errors, what) is not { } mapping) return null;
        if (depth > MaxDepth)
        {
            errors.Add(node, "the formula is nested too deeply");
            return null;
        }
        Formula? formula = null;
        var before = errors.Count;
        foreach (var (key, value) in mapping)
        {
            var name = YamlReader.Key(key);
            if (others.Contains(name)) continue;
            if (!Operators.Contains(name))
            {
                errors.Add(key, $"{what}: the key '{name}' is not supported here; a formula begins with one of {string.Join(", ", Operators)}");
                continue;
            }
            if (formula is not null)
            {
                errors.Add(key, $"{what}: only one of {string.Join(", ", Operators)} may be given; put several under 'patterns'");
                continue;
            }
            formula = Operator(name, value, depth, mayJudge);
        }
        if (formula is null && errors.Count == before) errors.Add(node, $"{what}: one of {string.Join(", ", Operators)} is missing");
        return errors.Count == before ? formula : null;
    }

    /// <summary>A single pattern.</summary>
    public Formula? Pattern(YamlNode node)
    {
        if (YamlReader.Text(node, errors, "a pattern") is not { } text) return null;
        var compiled = PatternCompiler.Compile(text, languages);
        if (compiled.Error is { } error) errors.Add(node, error);
        return compiled.Formula;
    }

    private Formula? Operator(string name, YamlNode value, int depth, bool mayJudge = false) => name switch
    {
        "pattern-inside" or "pattern-not-inside" => Operator("pattern", value, depth) is { } around ? new Surrounding(around) : null,
        "pattern" or "pattern-not" when value is YamlMappingNode => Read(value, name, Empty, depth + 1),
        "pattern" or "pattern-not" => Pattern(value),
        "patterns" => All(value, depth, mayJudge),
        "pattern-either" => Any(value, depth),
        "pattern-regex" or "pattern-not-regex" => Regex(value) is { } regex ? new RegexFormula(regex) : null,
        _ => throw new InvalidOperationException(name),
    };

    private static readonly IReadOnlySet<string> Empty = new HashSet<string>();

    private AnyOf? Any(YamlNode node, int depth)
    {
        if (YamlReader.Sequence(node, errors, "pattern-either") is not { } sequence) return null;
        if (sequence.Children.Count == 0) errors.Add(node, "pattern-either is empty");
        List<Formula> alternatives = [];
        foreach (var item in sequence)
        {
            if (Read(item, "pattern-either", Empty, depth + 1) is { } formula) alternatives.Add(formula);
        }
        return alternatives.Count == sequence.Children.Count ? new AnyOf(alternatives) : null;
    }

    // with mayJudge the ranges are given, so that there need be no positive part
    private AllOf? All(YamlNode node, int depth, bool mayJudge)
    {
        if (YamlReader.Sequence(node, errors, "patterns") is not { } sequence) return null;
        var before = errors.Count;
        List<FormulaPart> parts = [];
        List<Condition> conditions = [];
        List<IReadOnlyList<string>> focus = [];
        foreach (var item in sequence)
        {
            if (YamlReader.Mapping(item, errors, "an entry of 'patterns'") is not { } mapping) continue;
            foreach (var (key, value) in mapping)
            {
                var name = YamlReader.Key(key);
                if (!Members.Contains(name))
                {
                    errors.Add(key, $"patterns: the key '{name}' is not supported; supported are {string.Join(", ", Members)}");
                    continue;
                }
                if (name == "focus-metavariable") focus.Add(MetavariableNames(value));
                else if (name.StartsWith("metavariable-", StringComparison.Ordinal) && Condition(name, value, depth) is { } condition) conditions.Add(condition);
                else if (name.StartsWith("pattern", StringComparison.Ordinal) && Operator(name, value, depth + 1) is { } formula) parts.Add(new FormulaPart(Role(name), formula));
            }
        }
        if (!mayJudge && parts.TrueForAll(p => p.Kind == PartKind.Not) && errors.Count == before) errors.Add(node, "patterns: at least one entry must be a positive pattern");
        return errors.Count == before ? new AllOf(parts, conditions, focus) : null;
    }

    private static PartKind Role(string name) => name switch
    {
        "pattern-not" or "pattern-not-inside" or "pattern-not-regex" => PartKind.Not,
        "pattern-inside" => PartKind.Inside,
        _ => PartKind.Match,
    };

    private List<string> MetavariableNames(YamlNode node)
    {
        var names = YamlReader.Texts(node, errors, "focus-metavariable");
        foreach (var name in names) CheckMetavariable(node, name);
        return names;
    }

    public bool CheckMetavariable(YamlNode node, string name)
    {
        if (name.Length > 1 && name[0] == '$') return true;
        errors.Add(node, $"'{name}' is no metavariable; metavariables are written $X");
        return false;
    }
}
