using Ase.Taint.Patterns;
using Ase.Taint.Patterns.Formulas;
using YamlDotNet.RepresentationModel;

namespace Ase.Taint.Rules;

/// <summary>Reads the sources, sinks, sanitizers, propagators, guards and transforms of a taint rule.</summary>
internal sealed class TaintReader(FormulaReader formulas, RuleErrors errors)
{
    private static readonly HashSet<string> SourceKeys = ["exact", "by-side-effect", "label", "requires"];
    private static readonly HashSet<string> SinkKeys = ["exact", "requires"];
    private static readonly HashSet<string> SanitizerKeys = ["exact", "by-side-effect", "not_conflicting", "not-conflicting"];
    private static readonly HashSet<string> PropagatorKeys = ["from", "to", "by-side-effect", "requires", "label", "replace-labels"];
    private static readonly HashSet<string> GuardKeys = ["cleans", "when", "labels"];
    private static readonly HashSet<string> TransformKeys = [];

    private static readonly string[] OwnKeys = ["guards", "transforms", "use", "templates", "stored", "library"];
    private static readonly string[] NamedKeys = ["use", "sources", "sinks", "sanitizers", "propagators", "guards", "transforms"];

    private IReadOnlyList<Formula> conflicts = [];

    /// <summary>The specification of a rule; null after an error.</summary>
    public TaintSpec? Read(YamlMappingNode rule)
    {
        var before = errors.Count;
        TaintSpec used = TaintSpec.None;
        YamlMappingNode own = new();
        if (YamlReader.Find(rule, "ase") is { } node && YamlReader.Mapping(node, errors, "ase") is { } mapping)
        {
            Only(mapping, "ase", OwnKeys);
            own = mapping;
            if (YamlReader.Find(mapping, "use") is { } use) used = new SpecUse(formulas.Languages, errors).Read(use);
        }
        var spec = Parts(rule, "pattern-", own, used) with { Library = Flag(own, "library", fallback: true) };
        return errors.Count > before ? null : spec;
    }

    /// <summary>A specification that rules use by its name; null after an error.</summary>
    public TaintSpec? ReadNamed(YamlMappingNode mapping)
    {
        var before = errors.Count;
        Only(mapping, "a specification", NamedKeys);
        var used = YamlReader.Find(mapping, "use") is { } use ? new SpecUse(formulas.Languages, errors).Read(use) : TaintSpec.None;
        var spec = Parts(mapping, "", mapping, used, isWhole: false);
        return errors.Count > before ? null : spec;
    }

    private TaintSpec Parts(YamlMappingNode formulaParts, string prefix, YamlMappingNode ownParts, TaintSpec used, bool isWhole = true)
    {
        var templates = isWhole && YamlReader.Find(ownParts, "templates") is { } node && YamlReader.Boolean(node, errors, "templates", fallback: false);
        List<SourceSpec> sources = [.. List(formulaParts, prefix + "sources", isWhole && used.Sources.Count == 0, Source), .. used.Sources];
        List<SinkSpec> sinks = [.. List(formulaParts, prefix + "sinks", isWhole && used.Sinks.Count == 0 && !templates, Sink), .. used.Sinks];
        conflicts = [.. sources.Select(s => s.Formula), .. sinks.Select(s => s.Formula)];
        return new TaintSpec
        {
            Sources = sources,
            Sinks = sinks,
            Sanitizers = [.. List(formulaParts, prefix + "sanitizers", required: false, Sanitizer), .. used.Sanitizers],
            Propagators = [.. List(formulaParts, prefix + "propagators", required: false, Propagator), .. used.Propagators],
            Guards = [.. List(ownParts, "guards", required: false, Guard), .. used.Guards],
            Templates = templates,
            Stores = isWhole && YamlReader.Find(ownParts, "stored") is { } stored ? new StoreReader(formulas, errors).Read(stored) : [],
            Transforms = [.. List(ownParts, "transforms", required: false, Transform), .. used.Transforms],
        };
    }

    private void Only(YamlMappingNode mapping, string what, string[] keys)
    {
        foreach (var (key, _) in mapping)
        {
            if (!keys.Contains(YamlReader.Key(key))) errors.Add(key, $"{what}: the key '{YamlReader.Key(key)}' is not supported; supported are {string.Join(", ", keys)}");
        }
    }

    private List<T> List<T>(YamlMappingNode mapping, string key, bool required, Func<YamlMappingNode, T?> read)
        where T : class
    {
        List<T> items = [];
        if (YamlReader.Find(mapping, key) is not { } node)
        {
            if (required) errors.Add(mapping, $"'{key}' is missing; a rule of mode taint needs it");
            return items;
        }
        if (YamlReader.Sequence(node, errors, key) is not { } sequence) return items;
        if (required && sequence.Children.Count == 0) errors.Add(node, $"'{key}' is empty");
        foreach (var item in sequence)
        {
            if (YamlReader.Mapping(item, errors, $"an entry of '{key}'") is { } entry && read(entry) is { } value) items.Add(value);
        }
        return items;
    }

    private SourceSpec? Source(YamlMappingNode entry)
    {
        if (formulas.Read(entry, "pattern-sources", SourceKeys) is not { } formula) return null;
        var (exact, effect) = (Flag(entry, "exact", fallback: false), Effect(entry));
        return RequiresOf(entry) is { } conditions
            ? new SourceSpec(formula, exact, effect, Label(entry), null, conditions)
            : new SourceSpec(formula, exact, effect, Label(entry), Requires(entry));
    }

    private SinkSpec? Sink(YamlMappingNode entry)
    {
        if (formulas.Read(entry, "pattern-sinks", SinkKeys) is not { } formula) return null;
        var exact = Flag(entry, "exact", fallback: true);
        return RequiresOf(entry) is { } conditions ? new SinkSpec(formula, exact, null, conditions) : new SinkSpec(formula, exact, Requires(entry));
    }

    // a list of conditions on metavariables; null when there is none
    private Dictionary<string, LabelExpression>? RequiresOf(YamlMappingNode entry)
    {
        if (YamlReader.Find(entry, "requires") is not YamlSequenceNode sequence) return null;
        Dictionary<string, LabelExpression> conditions = new(StringComparer.Ordinal);
        foreach (var item in sequence)
        {
            if (YamlReader.Mapping(item, errors, "an entry of 'requires'") is not { } mapping) continue;
            foreach (var (key, value) in mapping)
            {
                if (formulas.CheckMetavariable(key, YamlReader.Key(key)) && Expression(value) is { } expression) conditions[YamlReader.Key(key)] = expression;
            }
        }
        return conditions;
    }

    private SanitizerSpec? Sanitizer(YamlMappingNode entry)
    {
        if (formulas.Read(entry, "pattern-sanitizers", SanitizerKeys) is not { } formula) return null;
        // an old key: what is a source or sink as well is no sanitizer
        if (Flag(entry, "not_conflicting", fallback: false) || Flag(entry, "not-conflicting", fallback: false)) formula = new Distinct(formula, conflicts);
        return new SanitizerSpec(formula, Flag(entry, "exact", fallback: false), Flag(entry, "by-side-effect", fallback: false));
    }

    private PropagatorSpec? Propagator(YamlMappingNode entry)
    {
        var formula = formulas.Read(entry, "pattern-propagators", PropagatorKeys);
        var (from, to) = (Metavariable(entry, "pattern-propagators", "from"), Metavariable(entry, "pattern-propagators", "to"));
        if (formula is null || from is null || to is null) return null;
        var replaced = YamlReader.Find(entry, "replace-labels") is { } node ? YamlReader.Texts(node, errors, "replace-labels") : null;
        return new PropagatorSpec(formula, from, to, Flag(entry, "by-side-effect", fallback: true), Requires(entry), Label(entry), replaced);
    }

    private GuardSpec? Guard(YamlMappingNode entry)
    {
        var formula = formulas.Read(entry, "guards", GuardKeys);
        var cleans = Metavariable(entry, "guards", "cleans");
        if (YamlReader.Find(entry, "when") is not { } when)
        {
            errors.Add(entry, "guards: 'when' is missing; it is true or false, the value of the condition for which the metavariable is clean");
            return null;
        }
        var value = YamlReader.Boolean(when, errors, "when", fallback: true);
        var labels = YamlReader.Find(entry, "labels") is { } node ? YamlReader.Texts(node, errors, "labels") : [];
        return formula is null || cleans is null ? null : new GuardSpec(formula, cleans, value, labels);
    }

    private TransformSpec? Transform(YamlMappingNode entry) => formulas.Read(entry, "transforms", TransformKeys) is { } formula ? new TransformSpec(formula) : null;

    private string? Metavariable(YamlMappingNode entry, string what, string key)
    {
        if (YamlReader.Find(entry, key) is not { } node)
        {
            errors.Add(entry, $"{what}: '{key}' is missing; it names a metavariable of the pattern");
            return null;
        }
        return YamlReader.Text(node, errors, key) is { } name && formulas.CheckMetavariable(node, name) ? name : null;
    }

    private bool Flag(YamlMappingNode entry, string key, bool fallback) => YamlReader.Find(entry, key) is { } node ? YamlReader.Boolean(node, errors, key, fallback) : fallback;

    private SideEffect Effect(YamlMappingNode entry)
    {
        if (YamlReader.Find(entry, "by-side-effect") is not { } node) return SideEffect.False;
        if (node is YamlScalarNode { Value: "only" }) return SideEffect.Only;
        return YamlReader.Boolean(node, errors, "by-side-effect", fallback: false) ? SideEffect.True : SideEffect.False;
    }

    private string? Label(YamlMappingNode entry) => YamlReader.Find(entry, "label") is { } node ? YamlReader.Text(node, errors, "label") : null;

    private LabelExpression? Requires(YamlMappingNode entry) => YamlReader.Find(entry, "requires") is { } node ? Expression(node) : null;

    private LabelExpression? Expression(YamlNode node)
    {
        if (YamlReader.Text(node, errors, "requires") is not { } text) return null;
        try
        {
            return LabelParser.Parse(text);
        }
        catch (FormatException e)
        {
            errors.Add(node, e.Message);
            return null;
        }
    }
}
