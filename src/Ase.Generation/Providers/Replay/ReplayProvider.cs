using Ase.Core.Attempts;
using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Core.Subjects;
using Ase.Core.Tasks;
using Ase.Generation.Context;

namespace Ase.Generation.Providers.Replay;

/// <summary>Answers that were recorded earlier, from a file of JSON lines; see <see cref="ReplayFile"/>.</summary>
/// <example><c>replay/gpt-5?file=answers.jsonl</c></example>
public sealed class ReplayProvider : IAnswerProvider
{
    /// <summary>The option that names the file.</summary>
    public const string FileOption = "file";

    private readonly RecentlyUsed<string, ReplayFile> files = new(16);

    /// <inheritdoc/>
    public SubjectGrammar Grammar { get; } = new(
        "replay",
        [
            .. SubjectOptions.Common.Select(o => o.Name == SubjectOptions.Context ? o with { Default = "none" } : o),
            new(FileOption, "", "JSON lines with task, cycle and answer", [], v => v.Length == 0 ? "a file is expected" : null),
        ],
        []);

    /// <inheritdoc/>
    public bool Cacheable => false;

    /// <inheritdoc/>
    public void EnsureUsable(Subject subject)
    {
        if (subject.Option(FileOption).Length == 0) throw new AseException(ErrorCode.InvalidSubject, $"{subject.Name} needs a file with answers: {subject.Name}?{FileOption}=answers.jsonl.");
        if (!Open(subject).HasAny(subject.Model))
            throw new AseException(ErrorCode.InvalidFile, $"{subject.Option(FileOption)} has no answers of '{subject.Model}'.");
    }

    /// <inheritdoc/>
    public string? NotApplicable(Subject subject, BenchmarkTask task) =>
        Open(subject).Has(subject.Model, task.Id) ? null : "The file has no answer for this task.";

    /// <inheritdoc/>
    public Task<GenerationOutcome> GenerateAsync(GenerationRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var entry = Open(request.Subject).Find(request.Subject.Model, request.Task.Task.Task.Id, request.Cycle);
        return Task.FromResult(entry switch
        {
            null => new GenerationOutcome(GenerationStatus.InfrastructureError, null) { Requests = 0, Error = $"The file has no answer for cycle {request.Cycle}." },
            { Answer: null } => new GenerationOutcome(GenerationStatus.Refused, null) { Requests = 0 },
            { Answer: { } answer } => new GenerationOutcome(GenerationStatus.Answered, answer) { Requests = 0 },
        });
    }

    private ReplayFile Open(Subject subject)
    {
        var path = Path.GetFullPath(subject.Option(FileOption));
        return files.Get(path, () => ReplayFile.Load(path));
    }
}
