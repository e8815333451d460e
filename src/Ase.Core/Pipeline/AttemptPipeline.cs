using System.Diagnostics;
using Ase.Core.Attempts;
using Ase.Core.Ports;
using Ase.Core.Runs;
using Ase.Core.Subjects;

namespace Ase.Core.Pipeline;

/// <summary>
/// The whole sequence of an attempt, in one place:
/// load → materialise → mask → retrieve → prompt → generate (<see cref="GenerateAsync"/>) → extract → apply → check → scan → verdict
/// (<see cref="GradeAsync"/>). Everything is stored before the next step begins; scoring reads the store.
/// </summary>
internal sealed class AttemptPipeline(IQuestionnaire questionnaire, IGrader grader, IRunStore store, TimeProvider clock, bool useCaches)
{
    public async Task<GenerationRecord> GenerateAsync(
        RunRecord run, AttemptKey key, Subject subject, IAnswerProvider provider, MaskedTask task, CancellationToken cancellationToken)
    {
        var prompt = await questionnaire.AskAsync(subject, task, cancellationToken);
        if (provider.Cacheable && useCaches && await store.FindGenerationAsync(prompt.Digest, key.Subject, key.Cycle, cancellationToken) is { } known)
        {
            var cached = known with { Cached = true, Requests = 0, Milliseconds = 0 };
            await store.SaveGenerationAsync(run.Id, key, cached, cancellationToken);
            return cached;
        }
        await store.PutTextAsync(PromptText(prompt), cancellationToken);
        var started = clock.GetTimestamp();
        var outcome = await provider.GenerateAsync(new GenerationRequest(subject, task, prompt, key.Cycle), cancellationToken);
        var record = new GenerationRecord
        {
            Status = outcome.Status,
            PromptDigest = prompt.Digest,
            PromptText = Digests.Digest.Of(PromptText(prompt)),
            AnswerDigest = outcome.Answer is null ? null : await store.PutTextAsync(outcome.Answer, cancellationToken),
            InputTokens = outcome.InputTokens > 0 ? outcome.InputTokens : prompt.Tokens,
            OutputTokens = outcome.OutputTokens,
            Milliseconds = clock.GetElapsedTime(started).TotalMilliseconds,
            Requests = outcome.Requests,
            FinishReason = outcome.FinishReason,
            ReportedModel = outcome.ReportedModel,
            Error = outcome.Error,
        };
        await store.SaveGenerationAsync(run.Id, key, record, cancellationToken);
        return record;
    }

    public async Task<GradeRecord> GradeAsync(
        RunRecord run, AttemptKey key, Subject subject, PlannedTask planned, MaskedTask task, GenerationRecord generation, CancellationToken cancellationToken)
    {
        var grade = await GradeAnswerAsync(run.Profile, subject, planned, task, generation, cancellationToken);
        await store.SaveGradeAsync(run.Id, key, grade, cancellationToken);
        return grade;
    }

    private async Task<GradeRecord> GradeAnswerAsync(
        GradingProfile profile, Subject subject, PlannedTask planned, MaskedTask task, GenerationRecord generation, CancellationToken cancellationToken)
    {
        switch (generation.Status)
        {
            case GenerationStatus.Refused: return Without(Verdict.Refused, "The subject declined.", planned);
            case GenerationStatus.Timeout: return Without(Verdict.Timeout, "The subject's time ran out.", planned);
            case GenerationStatus.InfrastructureError: return Without(Verdict.InfrastructureError, generation.Error, planned);
            case GenerationStatus.Answered: break;
            default: throw new UnreachableException(generation.Status.ToString());
        }
        var answer = await store.GetTextAsync(generation.AnswerDigest!, cancellationToken) ?? throw new InvalidOperationException("an answer of the store is gone");
        var (patch, failure) = questionnaire.Extract(subject, task, answer);
        if (patch is null) return Without(failure!.Verdict, failure.Reason, planned);
        var diff = await store.PutTextAsync(patch.Diff, cancellationToken);
        if (useCaches && await store.FindGradeAsync(planned.QuestionDigest, planned.GradingDigest, patch.Digest, cancellationToken) is { } known)
            return known with { Cached = true, Milliseconds = 0, DiffDigest = diff };
        var started = clock.GetTimestamp();
        var grade = await grader.GradeAsync(task.Task, patch, profile, cancellationToken);
        grade = grade with { Milliseconds = clock.GetElapsedTime(started).TotalMilliseconds, DiffDigest = diff, GradingDigest = planned.GradingDigest };
        await store.CacheGradeAsync(planned.QuestionDigest, planned.GradingDigest, patch.Digest, grade, cancellationToken);
        return grade;
    }

    private static string PromptText(Prompt prompt) =>
        $"# System\n\n{prompt.System}\n\n# User\n\n{prompt.User}\n\n# Notes\n\n{string.Join('\n', prompt.Notes)}\n";

    private static GradeRecord Without(Verdict verdict, string reason, PlannedTask planned) =>
        new() { Verdict = verdict, Quality = false, Security = false, Reason = reason, GradingDigest = planned.GradingDigest };
}
