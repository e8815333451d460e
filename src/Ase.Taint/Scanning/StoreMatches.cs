using Ase.Taint.Patterns;
using Ase.Taint.Rules;

namespace Ase.Taint.Scanning;

/// <summary>Where a file writes to the stores of a rule and reads from them. What is written under a constant key can be read under the same.</summary>
internal static class StoreMatches
{
    /// <summary>Adds the writes as sinks and the reads as sources.</summary>
    public static void Add(TaintRule rule, FileUnit file, PatternContext context, List<SourceMatch> sources, List<SinkMatch> sinks, Func<Formula, IReadOnlyList<FormulaMatch>> matches)
    {
        for (var i = 0; i < rule.Spec.Stores.Count; i++)
        {
            var store = rule.Spec.Stores[i];
            foreach (var match in matches(store.Write))
            {
                if (!match.Bindings.TryGetValue(store.Value, out var value) || KeyOf(store, i, match, context) is not { } key) continue;
                var focus = match with { Span = value.Span, Node = value.Node };
                sinks.Add(new SinkMatch(file, focus, new SinkSpec(store.Write), sinks.Count) { StoreKey = key });
            }
            foreach (var match in matches(store.Read))
            {
                if (KeyOf(store, i, match, context) is { } key) sources.Add(new SourceMatch(file, match, new SourceSpec(store.Read, Exact: true), 0, sources.Count) { StoreKey = key });
            }
        }
    }

    /// <summary>The key under which a value is kept; null when it is not constant.</summary>
    private static string? KeyOf(StoreSpec store, int index, FormulaMatch match, PatternContext context)
    {
        var key = "stored:" + (store.Name ?? index.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var name in store.Keys)
        {
            if (!match.Bindings.TryGetValue(name, out var binding) || Constant(binding, context) is not { } text) return null;
            key += "\n" + text;
        }
        return key;
    }

    private static string? Constant(Binding binding, PatternContext context)
    {
        if (binding.Node < 0) return binding.Text;
        if (context.Profile is not { } profile) return null;
        var tree = context.Tree;
        var node = profile.Unwrap(tree, binding.Node);
        if (context.Facts.Variables.ConstantOf(tree, profile, node) is var value and >= 0) node = profile.Unwrap(tree, value);
        if (profile.TryStringContent(tree, node, out var content)) return context.TextOf(content);
        var kind = tree[node].Kind;
        if (kind is "integer" or "number" or "int_literal" or "decimal_integer_literal" or "class_constant_access_expression") return tree[node].Text;
        // a property's name, a named constant
        if (profile.IsNamePlace(tree, node)) return tree[node].Text;
        return kind is "name" or "identifier" && tree[node].Text is var text && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_') ? text : null;
    }
}
