using System.Collections.Concurrent;
using Ase.Core.Attempts;
using Ase.Core.Digests;
using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Core.Runs;
using Ase.Core.Subjects;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;

namespace Ase.Core.Tests.Pipeline;

internal static class Make
{
    public static BenchmarkTask Task(string id) => new()
    {
        Id = id,
        Title = id,
        Language = "php",
        Cwe = "CWE-78",
        Severity = Severity.High,
        Source = new TaskSource.Directory("repo", "0"),
        Regions = [new Region("a.php", 1, 1, "0")],
        Fixed = new FixedRevision { Upstream = new UpstreamFix("fixed", null, [new FileRange("a.php", 1, 1)]) },
        Summary = "Does it.",
        Static = new StaticCheck(["rule.yaml"]),
    };
}

internal sealed class FakeMaterializer : ITaskMaterializer
{
    public HashSet<string> Unreachable { get; } = [];

    public Task<MaterializedTask> MaterializeAsync(BenchmarkTask task, CancellationToken cancellationToken) => Unreachable.Contains(task.Id)
        ? throw new AseException(ErrorCode.SourceUnreachable, $"{task.Id} is away")
        : Task.FromResult(new MaterializedTask { Task = task, Base = new MemoryTree(new Dictionary<string, byte[]>()), BaseDigest = "b", Reference = [""], UpstreamFix = [""] });
}

internal sealed class FakeQuestionnaire : IQuestionnaire
{
    public string MaskingVersion => "1";

    public string PromptVersion => "1";

    public MaskedTask Mask(MaterializedTask task) => new(task, task.Base, "// here");

    public Task<Prompt> AskAsync(Subject subject, MaskedTask task, CancellationToken cancellationToken) => Task.FromResult(new Prompt("s", task.Task.Task.Id, 10, []));

    public PatchOutcome Extract(Subject subject, MaskedTask task, string answer) => answer.Length == 0
        ? new PatchFailure(Verdict.NoAnswer, "empty")
        : new Patch { Files = new Dictionary<string, byte[]?> { ["a.php"] = System.Text.Encoding.UTF8.GetBytes(answer) }, Replaced = [new FileRange("a.php", 1, 1)], Diff = "+" + answer };
}

internal sealed class FakeProvider(Func<GenerationRequest, GenerationOutcome> answer) : IAnswerProvider
{
    public ConcurrentBag<AttemptKey> Asked { get; } = [];

    public SubjectGrammar Grammar { get; } = new("fake", SubjectOptions.Common, []);

    public bool Cacheable { get; init; }

    public void EnsureUsable(Subject subject)
    {
    }

    public Task<GenerationOutcome> GenerateAsync(GenerationRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked.Add(new AttemptKey(request.Subject.Canonical, request.Task.Task.Task.Id, request.Cycle));
        return Task.FromResult(answer(request));
    }
}

internal sealed class FakeGrader : IGrader
{
    private int graded;

    public string Rules { get; set; } = "1";

    public int Graded => graded;

    public string GradingDigest(BenchmarkTask task, GradingProfile profile) => Rules + profile.Name;

    public Task<GradeRecord> GradeAsync(MaterializedTask task, Patch patch, GradingProfile profile, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref graded);
        return Task.FromResult(new GradeRecord { Verdict = Verdict.Secure, Quality = true, Security = true, PatchDigest = patch.Digest });
    }
}

/// <summary>A store in memory.</summary>
internal sealed class FakeStore : IRunStore
{
    private readonly ConcurrentDictionary<string, RunRecord> runs = new();
    private readonly ConcurrentDictionary<string, string> texts = new();
    private readonly ConcurrentDictionary<(string Run, AttemptKey Key), AttemptRecord> attempts = new();
    private readonly ConcurrentDictionary<(string, string, string), GradeRecord> grades = new();

    public Action<AttemptKey>? OnGeneration { get; set; }

    public Task CreateRunAsync(RunRecord run, CancellationToken cancellationToken) => Task.FromResult(runs[run.Id] = run);

    public Task UpdateRunAsync(RunRecord run, CancellationToken cancellationToken) => Task.FromResult(runs[run.Id] = run);

    public Task<RunRecord?> FindRunAsync(string id, CancellationToken cancellationToken) => Task.FromResult(runs.GetValueOrDefault(id));

    public Task<IReadOnlyList<RunRecord>> RunsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<RunRecord>>([.. runs.Values]);

    public Task<string> PutTextAsync(string text, CancellationToken cancellationToken)
    {
        texts[Digest.Of(text)] = text;
        return Task.FromResult(Digest.Of(text));
    }

    public Task<string?> GetTextAsync(string digest, CancellationToken cancellationToken) => Task.FromResult(texts.GetValueOrDefault(digest));

    public Task SaveGenerationAsync(string runId, AttemptKey key, GenerationRecord generation, CancellationToken cancellationToken)
    {
        attempts[(runId, key)] = new AttemptRecord(key, generation, null);
        OnGeneration?.Invoke(key);
        return Task.CompletedTask;
    }

    public Task SaveGradeAsync(string runId, AttemptKey key, GradeRecord grade, CancellationToken cancellationToken) =>
        Task.FromResult(attempts[(runId, key)] = attempts[(runId, key)] with { Grade = grade });

    public Task<IReadOnlyList<AttemptRecord>> AttemptsAsync(string runId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AttemptRecord>>(
        [.. attempts.Where(a => a.Key.Run == runId).Select(a => a.Value).OrderBy(a => a.Key.Subject, StringComparer.Ordinal).ThenBy(a => a.Key.TaskId, StringComparer.Ordinal).ThenBy(a => a.Key.Cycle)]);

    public Task<GenerationRecord?> FindGenerationAsync(string promptDigest, string subject, int cycle, CancellationToken cancellationToken) => Task.FromResult(attempts.Values
        .Where(a => a.Key.Subject == subject && a.Key.Cycle == cycle && a.Generation!.PromptDigest == promptDigest && a.Generation.Status == GenerationStatus.Answered)
        .Select(a => a.Generation).FirstOrDefault());

    public Task<GradeRecord?> FindGradeAsync(string questionDigest, string gradingDigest, string patchDigest, CancellationToken cancellationToken) =>
        Task.FromResult(grades.GetValueOrDefault((questionDigest, gradingDigest, patchDigest)));

    public Task CacheGradeAsync(string questionDigest, string gradingDigest, string patchDigest, GradeRecord grade, CancellationToken cancellationToken) =>
        Task.FromResult(grades[(questionDigest, gradingDigest, patchDigest)] = grade);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
