namespace Ase.Taint.Rules;

/// <summary>Why a rule, or a file of rules, did not load.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column.</param>
/// <param name="RuleId">The rule, or null when the file as a whole is broken.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record RuleError(string File, int Line, int Column, string? RuleId, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}: {(RuleId is null ? "" : RuleId + ": ")}{Message}";
}

/// <summary>The rules that loaded and the errors of those that did not.</summary>
public sealed record RuleSet(IReadOnlyList<Rule> Rules, IReadOnlyList<RuleError> Errors)
{
    /// <summary>A set without rules or errors.</summary>
    public static RuleSet Empty { get; } = new([], []);
}
