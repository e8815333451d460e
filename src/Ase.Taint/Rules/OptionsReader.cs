using YamlDotNet.RepresentationModel;

namespace Ase.Taint.Rules;

/// <summary>Reads <c>options</c>.</summary>
internal static class OptionsReader
{
    private static readonly Dictionary<string, Func<RuleOptions, bool, RuleOptions>> Known = new(StringComparer.Ordinal)
    {
        ["taint_assume_safe_functions"] = (o, v) => o with { TaintAssumeSafeFunctions = v },
        ["taint_assume_safe_indexes"] = (o, v) => o with { TaintAssumeSafeIndexes = v },
        ["taint_assume_safe_comparisons"] = (o, v) => o with { TaintAssumeSafeComparisons = v },
        ["taint_assume_safe_booleans"] = (o, v) => o with { TaintAssumeSafeBooleans = v },
        ["taint_assume_safe_numbers"] = (o, v) => o with { TaintAssumeSafeNumbers = v },
        ["taint_only_propagate_through_assignments"] = (o, v) => o with { TaintOnlyPropagateThroughAssignments = v },
        ["taint_unify_mvars"] = (o, v) => o with { TaintUnifyMvars = v },
        ["symbolic_propagation"] = (o, v) => o with { SymbolicPropagation = v },
        ["constant_propagation"] = (o, v) => o with { ConstantPropagation = v },
        ["ac_matching"] = (o, v) => o with { AcMatching = v },
        ["vardef_assign"] = (o, v) => o with { VardefAssign = v },
        ["let_is_var"] = (o, v) => o with { LetIsVar = v },
        ["arrow_is_function"] = (o, v) => o with { ArrowIsFunction = v },
        ["implicit_deep_exprstmt"] = (o, v) => o with { ImplicitDeepExprStmt = v },
        // the engine follows calls between functions and files in every rule
        ["interfile"] = (o, _) => o,
        ["taint_intrafile"] = (o, _) => o,
    };

    public static RuleOptions Read(YamlNode node, RuleErrors errors)
    {
        var options = new RuleOptions();
        if (YamlReader.Mapping(node, errors, "options") is not { } mapping) return options;
        foreach (var (key, value) in mapping)
        {
            var name = YamlReader.Key(key);
            if (!Known.TryGetValue(name, out var set)) errors.Add(key, $"options: '{name}' is not supported; supported are {string.Join(", ", Known.Keys)}");
            else options = set(options, YamlReader.Boolean(value, errors, name, fallback: false));
        }
        return options;
    }
}
