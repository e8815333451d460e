using Ase.Code.Languages;
using Ase.Taint.Patterns;

namespace Ase.Taint.Rules;

/// <summary>How a rule works.</summary>
public enum RuleMode
{
    /// <summary>Reports every match of a formula.</summary>
    Search,
    /// <summary>Reports data that flows from sources to sinks.</summary>
    Taint,
}

/// <summary>How bad a match is.</summary>
public enum RuleSeverity
{
    /// <summary>For information.</summary>
    Info,
    /// <summary>Worth a look.</summary>
    Warning,
    /// <summary>A weakness.</summary>
    Error,
}

/// <summary>A loaded rule.</summary>
public sealed record Rule
{
    /// <summary>The id, unique in its set.</summary>
    public required string Id { get; init; }

    /// <summary>How it works.</summary>
    public required RuleMode Mode { get; init; }

    /// <summary>The languages it is for.</summary>
    public required IReadOnlyList<Language> Languages { get; init; }

    /// <summary>What a match means; may name metavariables.</summary>
    public required string Message { get; init; }

    /// <summary>How bad a match is.</summary>
    public required RuleSeverity Severity { get; init; }

    /// <summary>The CWE ids of <c>metadata.cwe</c>, as <c>CWE-78</c>.</summary>
    public IReadOnlyList<string> Cwes { get; init; } = [];

    /// <summary>Glob patterns of <c>paths.include</c>; empty: all files.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Glob patterns of <c>paths.exclude</c>.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>The options.</summary>
    public RuleOptions Options { get; init; } = new();

    /// <summary>For <see cref="RuleMode.Search"/>: what to report.</summary>
    public Formula? Search { get; init; }

    /// <summary>For <see cref="RuleMode.Taint"/>: the specification.</summary>
    public TaintSpec? Taint { get; init; }

    /// <summary>The file it was loaded from.</summary>
    public string Origin { get; init; } = "";
}

/// <summary>The options that rules use; defaults as in Semgrep.</summary>
public sealed record RuleOptions
{
    /// <summary>Unknown calls do not propagate. <value>false</value></summary>
    public bool TaintAssumeSafeFunctions { get; init; }
    /// <summary>A tainted index does not taint the element. <value>false</value></summary>
    public bool TaintAssumeSafeIndexes { get; init; }
    /// <summary>Comparisons are not tainted. <value>false</value></summary>
    public bool TaintAssumeSafeComparisons { get; init; }
    /// <summary>Values of boolean type are not tainted. <value>false</value></summary>
    public bool TaintAssumeSafeBooleans { get; init; }
    /// <summary>Values of number type are not tainted. <value>false</value></summary>
    public bool TaintAssumeSafeNumbers { get; init; }
    /// <summary>Only assignments propagate, not calls or operators. <value>false</value></summary>
    public bool TaintOnlyPropagateThroughAssignments { get; init; }
    /// <summary>Metavariables of source and sink must agree. <value>false</value></summary>
    public bool TaintUnifyMvars { get; init; }
    /// <summary>Variables stand for the expressions they were assigned. <value>false</value></summary>
    public bool SymbolicPropagation { get; init; }
    /// <summary>Variables stand for the constants they hold. <value>true</value></summary>
    public bool ConstantPropagation { get; init; } = true;
    /// <summary>Associative-commutative operators match in any order. <value>true</value></summary>
    public bool AcMatching { get; init; } = true;
    /// <summary>An assignment pattern matches a definition with a value. <value>true</value></summary>
    public bool VardefAssign { get; init; } = true;
    /// <summary><c>let</c> matches <c>var</c> and <c>const</c>. <value>true</value></summary>
    public bool LetIsVar { get; init; } = true;
    /// <summary>A function pattern matches arrow functions. <value>true</value></summary>
    public bool ArrowIsFunction { get; init; } = true;
    /// <summary>An expression pattern as statement matches within statements. <value>true</value></summary>
    public bool ImplicitDeepExprStmt { get; init; } = true;
}

/// <summary>What a taint rule looks for.</summary>
public sealed record TaintSpec
{
    /// <summary>A specification of nothing.</summary>
    internal static TaintSpec None { get; } = new() { Sources = [], Sinks = [] };

    /// <summary>Where taint enters.</summary>
    public required IReadOnlyList<SourceSpec> Sources { get; init; }
    /// <summary>Where it must not arrive.</summary>
    public required IReadOnlyList<SinkSpec> Sinks { get; init; }
    /// <summary>What cleans it.</summary>
    public IReadOnlyList<SanitizerSpec> Sanitizers { get; init; } = [];
    /// <summary>What carries it on, beyond the engine's own knowledge.</summary>
    public IReadOnlyList<PropagatorSpec> Propagators { get; init; } = [];
    /// <summary>Checks that clean on one branch (<c>ase.guards</c>).</summary>
    public IReadOnlyList<GuardSpec> Guards { get; init; } = [];
    /// <summary>Calls that undo earlier checks of their input (<c>ase.transforms</c>).</summary>
    public IReadOnlyList<TransformSpec> Transforms { get; init; } = [];
    /// <summary>Stores through which data goes (<c>ase.stored</c>).</summary>
    public IReadOnlyList<StoreSpec> Stores { get; init; } = [];
    /// <summary>What templates show without escaping is a sink (<c>ase.templates</c>). <value>false</value></summary>
    public bool Templates { get; init; }
    /// <summary>False: library mode adds no sources to the rule (<c>ase.library: false</c>). <value>true</value></summary>
    public bool Library { get; init; } = true;
}

/// <summary>The values of <c>by-side-effect</c>.</summary>
public enum SideEffect
{
    /// <summary>The match is a value.</summary>
    False,
    /// <summary>The match is a value, and an l-value from there on.</summary>
    True,
    /// <summary>The match is an l-value from there on.</summary>
    Only,
}

/// <summary>A source.</summary>
/// <param name="Formula">What matches.</param>
/// <param name="Exact">Only the match itself, not its parts. <value>false</value></param>
/// <param name="BySideEffect">See <see cref="SideEffect"/>.</param>
/// <param name="Label">The label of the taint; null for the one default label.</param>
/// <param name="Requires">A condition on labels the match already carries; null for none. What satisfies it gets the label.</param>
/// <param name="RequiresOf">The same for what metavariables stand for (<c>requires: - $X: expr</c>): what satisfies it gets the label and is passed on.</param>
public sealed record SourceSpec(
    Formula Formula, bool Exact = false, SideEffect BySideEffect = SideEffect.False, string? Label = null, LabelExpression? Requires = null,
    IReadOnlyDictionary<string, LabelExpression>? RequiresOf = null)
{
    /// <summary>The label of the parameters that library mode adds, in rules that tell them from other sources.</summary>
    public const string LibraryLabel = "LIBRARY";

    /// <summary>True when data has to arrive before there is a source.</summary>
    public bool IsConditional => Requires is not null || RequiresOf is not null;
}

/// <summary>A sanitizer.</summary>
public sealed record SanitizerSpec(Formula Formula, bool Exact = false, bool BySideEffect = false);

/// <summary>A sink.</summary>
/// <param name="Formula">What matches.</param>
/// <param name="Exact">Only the match itself (or the focus), not everything inside. <value>true</value></param>
/// <param name="Requires">A condition on the labels that arrive; null: any taint.</param>
/// <param name="RequiresOf">Conditions per metavariable (<c>requires: - $X: expr</c>): each named metavariable's value must satisfy its condition.</param>
public sealed record SinkSpec(Formula Formula, bool Exact = true, LabelExpression? Requires = null, IReadOnlyDictionary<string, LabelExpression>? RequiresOf = null);

/// <summary>A propagator.</summary>
public sealed record PropagatorSpec(
    Formula Formula, string From, string To, bool BySideEffect = true, LabelExpression? Requires = null, string? Label = null, IReadOnlyList<string>? ReplaceLabels = null);

/// <summary>A guard; see docs/rules.md.</summary>
/// <param name="Formula">Matches a condition.</param>
/// <param name="Cleans">The metavariable whose l-value is clean.</param>
/// <param name="When">The value of the condition for which it is clean.</param>
/// <param name="Labels">The labels cleaned; empty: all.</param>
public sealed record GuardSpec(Formula Formula, string Cleans, bool When, IReadOnlyList<string> Labels);

/// <summary>A transform; see docs/rules.md.</summary>
public sealed record TransformSpec(Formula Formula);

/// <summary>A store; see docs/rules.md.</summary>
/// <param name="Write">Matches where a value is written.</param>
/// <param name="Read">Matches where one is read; the match is the value.</param>
/// <param name="Keys">The metavariables of both that must stand for the same constants; empty: there is only one value.</param>
/// <param name="Value">The metavariable of what is written.</param>
public sealed record StoreSpec(Formula Write, Formula Read, IReadOnlyList<string> Keys, string Value)
{
    /// <summary>The name under which several ways to write and read are one store; null: this one alone.</summary>
    public string? Name { get; init; }
}

/// <summary>A boolean expression over labels: <c>A and not (B or C)</c>.</summary>
public abstract record LabelExpression
{
    private LabelExpression() { }

    /// <summary>A label.</summary>
    public sealed record Label(string Name) : LabelExpression;

    /// <summary>Negation.</summary>
    public sealed record Not(LabelExpression Inner) : LabelExpression;

    /// <summary>Conjunction.</summary>
    public sealed record And(LabelExpression Left, LabelExpression Right) : LabelExpression;

    /// <summary>Disjunction.</summary>
    public sealed record Or(LabelExpression Left, LabelExpression Right) : LabelExpression;

    /// <summary>A constant.</summary>
    public sealed record Constant(bool Value) : LabelExpression;

    /// <summary>True when something must not be there.</summary>
    public bool HasNegation => this is Not || this is And a && (a.Left.HasNegation || a.Right.HasNegation) || this is Or o && (o.Left.HasNegation || o.Right.HasNegation);

    /// <summary>The labels that are named.</summary>
    public IEnumerable<string> Names => this switch
    {
        Label l => [l.Name],
        Not n => n.Inner.Names,
        And a => a.Left.Names.Concat(a.Right.Names),
        Or o => o.Left.Names.Concat(o.Right.Names),
        Constant => [],
        _ => throw new InvalidOperationException(GetType().Name),
    };

    /// <summary>True when the expression holds for a set of labels.</summary>
    public bool Holds(Func<string, bool> has) => this switch
    {
        Label l => has(l.Name),
        Not n => !n.Inner.Holds(has),
        And a => a.Left.Holds(has) && a.Right.Holds(has),
        Or o => o.Left.Holds(has) || o.Right.Holds(has),
        Constant c => c.Value,
        _ => throw new InvalidOperationException(GetType().Name),
    };
}
