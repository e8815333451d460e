namespace Ase.Core.Tasks;

/// <summary>A task that did not load.</summary>
/// <param name="TaskId">The name of its folder.</param>
/// <param name="File">The file.</param>
/// <param name="Line">1-based; 0 when unknown.</param>
/// <param name="Column">1-based; 0 when unknown.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record TaskError(string TaskId, string File, int Line, int Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}

/// <summary>A named set of tasks, ordered by id, and the errors of those that did not load.</summary>
public sealed record Suite(string Name, string Folder, IReadOnlyList<BenchmarkTask> Tasks, IReadOnlyList<TaskError> Errors);
