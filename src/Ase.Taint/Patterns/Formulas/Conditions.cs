using System.Buffers;
using System.Text.RegularExpressions;
using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;
using Ase.Taint.Rules;

namespace Ase.Taint.Patterns.Formulas;

/// <summary>A condition on the metavariables of a match.</summary>
internal abstract class Condition
{
    public virtual List<FormulaMatch> Filter(PatternContext context, List<FormulaMatch> matches) => matches.FindAll(m => Holds(context, m));

    /// <summary>False when it certainly holds nowhere in a file of this text.</summary>
    public virtual bool MayHold(string text) => true;

    protected abstract bool Holds(PatternContext context, FormulaMatch match);

    /// <summary>The texts that a metavariable can be judged by: as written, and the constant that it holds.</summary>
    protected static (string Text, string? Constant) TextsOf(PatternContext context, Binding binding)
    {
        if (binding.Node < 0 || !context.Options.ConstantPropagation || context.Profile is not { } profile) return (binding.Text, null);
        var value = context.Facts.Variables.ConstantOf(context.Tree, profile, binding.Node);
        return (binding.Text, value < 0 ? null : context.Tree[value].Text);
    }
}

/// <summary>
/// <c>metavariable-regex</c>: the expression must match from the first character on, as in Python's <c>re.match</c>; what the code says, and
/// on request also the constant that it stands for.
/// </summary>
internal sealed class MetavariableRegex(string name, Regex regex, string pattern, bool constants) : Condition
{
    private readonly SearchValues<string>? literals = constants ? null : RegexLiterals.Of(pattern);

    public override bool MayHold(string text) => literals is null || text.AsSpan().ContainsAny(literals);

    /// <summary>Makes an expression match at the start only.</summary>
    public static Regex Anchored(string pattern) => PortableRegex.Compile(@"\A(?:" + pattern + ")");

    protected override bool Holds(PatternContext context, FormulaMatch match)
    {
        if (!match.Bindings.TryGetValue(name, out var binding)) return false;
        var (text, constant) = TextsOf(context, binding);
        return PortableRegex.IsMatch(regex, text) || constants && constant is not null && PortableRegex.IsMatch(regex, constant);
    }
}

/// <summary><c>metavariable-comparison</c>.</summary>
internal sealed class MetavariableComparison(Comparison comparison, string? stripped, int? radix) : Condition
{
    protected override bool Holds(PatternContext context, FormulaMatch match) =>
        comparison.Holds(name => match.Bindings.TryGetValue(name, out var binding) ? Value(context, binding, name == stripped) : null);

    private string Value(PatternContext context, Binding binding, bool strip)
    {
        var (text, constant) = TextsOf(context, binding);
        var value = constant ?? text;
        if (strip) value = value.Trim('"', '\'', '`');
        return radix is { } r && strip ? Comparison.FromRadix(value, r) : value;
    }
}

/// <summary><c>metavariable-pattern</c>: the formula matches within what the metavariable stands for.</summary>
internal sealed class MetavariablePattern(string name, Formula formula, Language? language) : Condition
{
    private static readonly ParseLimits Limits = new(TimeSpan.FromSeconds(2), 500_000);

    public override List<FormulaMatch> Filter(PatternContext context, List<FormulaMatch> matches)
    {
        List<FormulaMatch> kept = [];
        foreach (var match in matches)
        {
            if (!match.Bindings.TryGetValue(name, out var binding)) continue;
            if (language is not null)
            {
                if (InOther(context, binding, language)) kept.Add(match);
                continue;
            }
            foreach (var inner in InSame(context, match, binding))
            {
                if (!Ranges.Agree(context, match.Bindings, inner.Bindings)) continue;
                var bindings = new Dictionary<string, Binding>(match.Bindings, StringComparer.Ordinal);
                foreach (var (key, value) in inner.Bindings) bindings.TryAdd(key, value);
                kept.Add(match with { Bindings = bindings });
                break;
            }
        }
        return kept;
    }

    protected override bool Holds(PatternContext context, FormulaMatch match) => Filter(context, [match]).Count > 0;

    private IEnumerable<FormulaMatch> InSame(PatternContext context, FormulaMatch outer, Binding binding)
    {
        if (formula is AllOf { HasPositive: false } judge)
        {
            foreach (var kept in judge.Filter(context.WithNames, [outer with { Span = binding.Span, Node = binding.Node }])) yield return kept;
            yield break;
        }
        foreach (var match in formula.Match(context.WithNames))
        {
            if (binding.Span.Contains(match.Span)) yield return match;
        }
        // a variable that holds a constant is also that constant
        if (binding.Node < 0 || context.Profile is not { } profile || !context.Options.ConstantPropagation) yield break;
        var constant = context.Facts.Variables.ConstantOf(context.Tree, profile, binding.Node);
        if (constant < 0) yield break;
        var span = context.Tree[constant].Span;
        foreach (var match in formula.Match(context))
        {
            if (span.Contains(match.Span)) yield return match;
        }
    }

    private bool InOther(PatternContext context, Binding binding, Language other)
    {
        var text = binding.Node >= 0 && context.Profile is { } profile && profile.TryStringContent(context.Tree, binding.Node, out var content)
            ? context.TextOf(content) : binding.Text;
        return SyntaxTree.TryParse(new SourceText(text), other, Limits, out var tree) == ParseStatus.Parsed && tree is not null
            && formula.Match(new PatternContext(context.Path, tree, context.Options)).Count > 0;
    }
}

/// <summary><c>metavariable-pattern</c> with <c>language: generic</c> or <c>regex</c>: over the bare text.</summary>
internal sealed class MetavariableText(string name, TextFormula formula) : Condition
{
    protected override bool Holds(PatternContext context, FormulaMatch match)
    {
        if (!match.Bindings.TryGetValue(name, out var binding)) return false;
        var text = binding.Text;
        if (binding.Node >= 0 && context.Profile is { } profile)
        {
            var node = profile.Unwrap(context.Tree, binding.Node);
            if (profile.TryStringContent(context.Tree, node, out var content)) text = context.TextOf(content);
            else if (context.Facts.Variables.ConstantOf(context.Tree, profile, node) is var constant and >= 0 && profile.TryStringContent(context.Tree, constant, out content)) text = context.TextOf(content);
        }
        return formula.Matches(text);
    }
}

/// <summary><c>metavariable-type</c>: the declared type of the expression is one of these.</summary>
internal sealed class MetavariableType(string name, IReadOnlyList<string> types) : Condition
{
    // a declaration names the type, with its package or without; a literal shows its type by itself
    private readonly SearchValues<string>? names = types.Any(t => t.StartsWith('$') || t.EndsWith("tring", StringComparison.Ordinal))
        ? null
        : SearchValues.Create([.. types.Select(t => t[(t.LastIndexOf('.') + 1)..].TrimStart('*'))], StringComparison.Ordinal);

    public override bool MayHold(string text) => names is null || text.AsSpan().ContainsAny(names);

    protected override bool Holds(PatternContext context, FormulaMatch match)
    {
        if (!match.Bindings.TryGetValue(name, out var binding) || binding.Node < 0 || context.Profile is not { } profile) return false;
        var node = profile.Unwrap(context.Tree, binding.Node);
        return types.Any(t => context.Facts.Variables.HasType(context.Tree, profile, context.Facts.Imports, node, t));
    }
}
