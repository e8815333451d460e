using Ase.Core.Tasks;

namespace Ase.Core.Attempts;

/// <summary>Which attempt: the unit of work, of storage, of resume.</summary>
/// <param name="Subject">The subject's canonical text.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Cycle">1-based repetition.</param>
public sealed record AttemptKey(string Subject, string TaskId, int Cycle);

/// <summary>How generation ended.</summary>
public enum GenerationStatus
{
    /// <summary>There is an answer (perhaps an empty one).</summary>
    Answered,
    /// <summary>The subject or a content filter declined.</summary>
    Refused,
    /// <summary>The deadline passed while the connection lived.</summary>
    Timeout,
    /// <summary>The endpoint or the machine failed after all retries.</summary>
    InfrastructureError,
}

/// <summary>What was generated, and at what cost.</summary>
public sealed record GenerationRecord
{
    /// <summary>How it ended.</summary>
    public required GenerationStatus Status { get; init; }
    /// <summary>Identity of the prompt: over both messages.</summary>
    public required string PromptDigest { get; init; }
    /// <summary>Digest of the prompt as text with its notes, a blob of the store.</summary>
    public string PromptText { get; init; } = "";
    /// <summary>Digest of the raw answer, a blob of the store; null when there is none.</summary>
    public string? AnswerDigest { get; init; }
    /// <summary>Tokens of the prompt: as the provider counted them, else as we did; 0 when unknown.</summary>
    public long InputTokens { get; init; }
    /// <summary>Tokens of the answer, reasoning included; 0 when unknown.</summary>
    public long OutputTokens { get; init; }
    /// <summary>Wall time in milliseconds, retries included.</summary>
    public double Milliseconds { get; init; }
    /// <summary>Requests sent.</summary>
    public int Requests { get; init; }
    /// <summary>Why the provider stopped (<c>stop</c>, <c>length</c> …); empty when unknown.</summary>
    public string FinishReason { get; init; } = "";
    /// <summary>The model as the provider names it in its reply; empty when unknown.</summary>
    public string ReportedModel { get; init; } = "";
    /// <summary>What went wrong, without keys; empty when nothing did.</summary>
    public string Error { get; init; } = "";
    /// <summary>Taken from the generation cache.</summary>
    public bool Cached { get; init; }
}

/// <summary>One quality check and its evidence.</summary>
/// <param name="Name"><c>applies</c>, <c>placeholder</c>, <c>syntax</c>, <c>definitions</c>, <c>keeps</c>, or a checker's name.</param>
/// <param name="Passed">Whether it holds.</param>
/// <param name="Evidence">What was seen, in one or a few lines; empty when there is nothing to say.</param>
public sealed record CheckResult(string Name, bool Passed, string Evidence = "");

/// <summary>One step of a finding's trace, in lines of the graded files.</summary>
/// <param name="Kind"><c>source</c>, <c>propagation</c>, <c>call</c>, <c>return</c>, <c>sink</c>.</param>
/// <param name="File">The file.</param>
/// <param name="Line">1-based first line.</param>
/// <param name="EndLine">1-based last line.</param>
/// <param name="Snippet">The text on one line.</param>
public sealed record TraceStepRecord(string Kind, string File, int Line, int EndLine, string Snippet);

/// <summary>One match of a rule.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Message">Its message.</param>
/// <param name="File">The sink's file.</param>
/// <param name="Line">The sink's 1-based line.</param>
/// <param name="Fingerprint">Does not depend on line numbers.</param>
/// <param name="Trace">From source to sink.</param>
public sealed record FindingRecord(string RuleId, string Message, string File, int Line, string Fingerprint, IReadOnlyList<TraceStepRecord> Trace);

/// <summary>What grading found. A function of question, grading digest and patch alone.</summary>
public sealed record GradeRecord
{
    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }
    /// <summary>q: the patch applies and every check passes.</summary>
    public required bool Quality { get; init; }
    /// <summary>s: quality, and fewer findings than before (the published definition).</summary>
    public required bool Security { get; init; }
    /// <summary>Findings through the region on the vulnerable revision.</summary>
    public int Before { get; init; }
    /// <summary>Findings through the changed code; -1 when it was not scanned.</summary>
    public int After { get; init; } = -1;
    /// <summary>Findings through the region on the reference.</summary>
    public int Fixed { get; init; }
    /// <summary>The checks that ran, in order.</summary>
    public IReadOnlyList<CheckResult> Checks { get; init; } = [];
    /// <summary>Findings through the changed code.</summary>
    public IReadOnlyList<FindingRecord> Findings { get; init; } = [];
    /// <summary>What was not, or not fully, analysed.</summary>
    public IReadOnlyList<string> Incomplete { get; init; } = [];
    /// <summary>The patch's digest; empty when there is none.</summary>
    public string PatchDigest { get; init; } = "";
    /// <summary>Digest of the unified diff, a blob of the store; null when there is no patch.</summary>
    public string? DiffDigest { get; init; }
    /// <summary>What replaced the regions.</summary>
    public IReadOnlyList<FileRange> Replaced { get; init; } = [];
    /// <summary>One sentence on how the verdict came about.</summary>
    public string Reason { get; init; } = "";
    /// <summary>Identity of the rules, keeps, engine and profile that graded.</summary>
    public string GradingDigest { get; init; } = "";
    /// <summary>Milliseconds; 0 from the cache.</summary>
    public double Milliseconds { get; init; }
    /// <summary>Taken from the grading cache.</summary>
    public bool Cached { get; init; }
}

/// <summary>An attempt as stored: what is known of it so far.</summary>
/// <param name="Key">Which.</param>
/// <param name="Generation">Null until it was generated.</param>
/// <param name="Grade">Null until it was graded.</param>
public sealed record AttemptRecord(AttemptKey Key, GenerationRecord? Generation, GradeRecord? Grade)
{
    /// <summary>The verdict, <see cref="Verdict.NotRun"/> while there is none.</summary>
    public Verdict Verdict => Grade?.Verdict ?? Verdict.NotRun;
}
