using Ase.Core.Attempts;
using Ase.Core.Ports;
using Ase.Core.Subjects;
using Ase.Core.Tasks;
using Ase.Generation.Answers;

namespace Ase.Generation.Baselines;

/// <summary>
/// Subjects whose results are known in advance, so that they prove a suite and the whole pipeline. They answer in the subject's answer format
/// and take the same way as a model's answer. Variants are taken in turn, one a cycle.
/// </summary>
public sealed class BaselineProvider : IAnswerProvider
{
    private static readonly Dictionary<string, Func<GenerationRequest, IReadOnlyList<string>?>> Baselines = new(StringComparer.Ordinal)
    {
        ["reference"] = r => r.Task.Task.Reference,
        ["upstream-fix"] = r => r.Task.Task.UpstreamFix,
        ["vulnerable"] = r => Masking.Masker.Files(r.Task.Task).SelectMany(f => f.Masks).Where(m => m.Region >= 0).OrderBy(m => m.Region).Select(m => m.Original).ToList(),
        ["empty"] = _ => [],
        ["variant-secure"] = r => Variant(r, Verdict.Secure),
        ["variant-insecure"] = r => Variant(r, Verdict.Insecure),
        ["degenerate"] = r => Variant(r, Verdict.CheckFailed),
    };

    /// <summary>The names of the baselines.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Baselines.Keys];

    /// <inheritdoc/>
    public SubjectGrammar Grammar { get; } = new("baseline", [.. SubjectOptions.Common.Select(o => o.Name == SubjectOptions.Context ? o with { Default = "none" } : o)], Names);

    /// <inheritdoc/>
    public bool Cacheable => false;

    /// <inheritdoc/>
    public void EnsureUsable(Subject subject)
    {
    }

    /// <inheritdoc/>
    public string? NotApplicable(Subject subject, BenchmarkTask task)
    {
        var wanted = subject.Model switch
        {
            "variant-secure" => Verdict.Secure,
            "variant-insecure" => Verdict.Insecure,
            "degenerate" => Verdict.CheckFailed,
            _ => (Verdict?)null,
        };
        return wanted is { } verdict && task.Variants.All(v => v.Verdict != verdict) ? $"The task has no variant that is {verdict.Name()}." : null;
    }

    /// <inheritdoc/>
    public Task<GenerationOutcome> GenerateAsync(GenerationRequest request, CancellationToken cancellationToken)
    {
        var texts = Baselines[request.Subject.Model](request);
        return Task.FromResult(texts is null
            ? new GenerationOutcome(GenerationStatus.InfrastructureError, null) { Error = "The task has no such variant." }
            : new GenerationOutcome(GenerationStatus.Answered, texts.Count == 0 ? "" : AnswerWriter.Write(request.Subject.Option(SubjectOptions.Format), request.Task, texts)) { FinishReason = "stop" });
    }

    private static IReadOnlyList<string>? Variant(GenerationRequest request, Verdict verdict)
    {
        var variants = request.Task.Task.Variants.Where(v => v.Variant.Verdict == verdict).ToList();
        return variants.Count == 0 ? null : variants[(request.Cycle - 1) % variants.Count].Texts;
    }
}
