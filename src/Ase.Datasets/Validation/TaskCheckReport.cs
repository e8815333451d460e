namespace Ase.Datasets.Validation;

/// <summary>What became of a point, or of a whole task.</summary>
public enum CheckStatus
{
    /// <summary>It holds.</summary>
    Proven,
    /// <summary>It does not hold.</summary>
    Failed,
    /// <summary>It could not be tried for want of a network, a tool or space; never counted as passed.</summary>
    Unchecked,
    /// <summary>Said for the reader; nothing depends on it.</summary>
    Noted,
}

/// <summary>One thing that is checked of a task.</summary>
/// <param name="Name">A stable name, as <c>region</c> or <c>variant secure-allowlist</c>.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Evidence">What was seen, in a line or a few; empty when there is nothing to say.</param>
public sealed record CheckPoint(string Name, CheckStatus Status, string Evidence = "")
{
    internal static CheckPoint Of(string name, bool holds, string evidence) => new(name, holds ? CheckStatus.Proven : CheckStatus.Failed, evidence);
}

/// <summary>The proof of a task, or what is missing from it.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Status"><see cref="CheckStatus.Failed"/> if a point failed, else <see cref="CheckStatus.Unchecked"/> if one is, else <see cref="CheckStatus.Proven"/>.</param>
/// <param name="Points">The points, in the order in which they were tried.</param>
public sealed record TaskCheckReport(string TaskId, CheckStatus Status, IReadOnlyList<CheckPoint> Points)
{
    internal static TaskCheckReport Of(string taskId, IReadOnlyList<CheckPoint> points) => new(
        taskId,
        points.Any(p => p.Status == CheckStatus.Failed) ? CheckStatus.Failed
            : points.Count == 0 || points.Any(p => p.Status == CheckStatus.Unchecked) ? CheckStatus.Unchecked
            : CheckStatus.Proven,
        points);
}
