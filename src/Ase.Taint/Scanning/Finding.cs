using Ase.Code.Text;
using Ase.Taint.Rules;

namespace Ase.Taint.Scanning;

/// <summary>The role of a step in a trace.</summary>
public enum TraceStepKind
{
    /// <summary>Where the data enters.</summary>
    Source,
    /// <summary>An assignment, operation or unknown call that carries it on.</summary>
    Propagation,
    /// <summary>Into a function of the project.</summary>
    Call,
    /// <summary>Back to the caller.</summary>
    Return,
    /// <summary>Where it arrives.</summary>
    Sink,
}

/// <summary>One step of a trace.</summary>
/// <param name="Kind">Its role.</param>
/// <param name="File">The file, with <c>/</c>.</param>
/// <param name="Span">The text.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends (exclusive).</param>
/// <param name="Snippet">The text on one line, at most 200 characters.</param>
public sealed record TraceStep(TraceStepKind Kind, string File, TextSpan Span, LinePosition Start, LinePosition End, string Snippet);

/// <summary>One match of a rule.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Message">Its message with metavariables filled in.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Cwes">Its CWE ids.</param>
/// <param name="File">The file of the sink (or match).</param>
/// <param name="Span">The sink's range (or the match's).</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends (exclusive).</param>
/// <param name="Trace">From source to sink; one step for a search rule.</param>
/// <param name="Fingerprint">
/// SHA-256 in hex over rule, files, and the text of the steps without white space: stable when lines move. Equal findings get a counter.
/// </param>
public sealed record Finding(
    string RuleId, string Message, RuleSeverity Severity, IReadOnlyList<string> Cwes, string File, TextSpan Span, LinePosition Start, LinePosition End,
    IReadOnlyList<TraceStep> Trace, string Fingerprint);

/// <summary>Something that was not, or not fully, analysed.</summary>
/// <param name="File">The file; empty for the scan as a whole.</param>
/// <param name="Reason">Which limit, in a few words.</param>
public sealed record Incomplete(string File, string Reason);

/// <summary>Figures of a scan.</summary>
public sealed record ScanStatistics
{
    /// <summary>Files of a known language.</summary>
    public int Files { get; init; }
    /// <summary>Lines in them.</summary>
    public int Lines { get; init; }
    /// <summary>Files that were parsed (the others certainly hold no match).</summary>
    public int Parsed { get; init; }
    /// <summary>Named syntax nodes that were lowered.</summary>
    public int Nodes { get; init; }
    /// <summary>Those lowered as unknown, by language and kind (<c>php/declare_statement</c>).</summary>
    public IReadOnlyDictionary<string, int> Unknown { get; init; } = new Dictionary<string, int>();
    /// <summary>Functions analysed.</summary>
    public int Functions { get; init; }
}

/// <summary>The outcome of a scan: ordered by file, position, rule; the same whatever the parallelism.</summary>
public sealed record ScanResult(IReadOnlyList<Finding> Findings, IReadOnlyList<Incomplete> Incomplete, ScanStatistics Statistics)
{
    /// <summary>True when the parameters of what files offer to others counted as sources (<see cref="ScanOptions.Library"/>).</summary>
    public bool Library { get; init; }
}
