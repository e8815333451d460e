namespace Ase.Taint.Rules;

/// <summary>Why a rule, or a file of rules, did not load.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column.</param>
/// <param name="RuleId">The rule, or null when the file as a whole is broken.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record RuleError(string File, int Line, int Column, string? RuleId, string Message)
{
    /// <summary>The mode of the rule as far as it can be told; null when not, and for a file as a whole.</summary>
    public RuleMode? Mode { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}: {(RuleId is null ? "" : RuleId + ": ")}{Message}";
}

/// <summary>A rule that was found in a file but not loaded.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">1-based line where the rule begins.</param>
/// <param name="Id">Its id, if it has one.</param>
/// <param name="Mode">Its mode, as far as it can be told.</param>
/// <param name="Languages">For a rule that is only for languages without an analysis here (<c>kt</c>, <c>generic</c>, <c>regex</c>): these; empty for a rule with errors.</param>
public sealed record UnreadRule(string File, int Line, string? Id, RuleMode? Mode, IReadOnlyList<string> Languages)
{
    /// <summary>True when nothing is wrong with the rule, and it is for other languages only.</summary>
    public bool IsSkipped => Languages.Count > 0;

    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {Id}: skipped, it is for {string.Join(", ", Languages)} only";
}

/// <summary>The rules that loaded and the errors of those that did not.</summary>
public sealed record RuleSet(IReadOnlyList<Rule> Rules, IReadOnlyList<RuleError> Errors)
{
    /// <summary>The rules that did not load.</summary>
    public IReadOnlyList<UnreadRule> Unread { get; init; } = [];

    /// <summary>A set without rules or errors.</summary>
    public static RuleSet Empty { get; } = new([], []);
}
