using Ase.Core.Attempts;
using Ase.Core.Runs;
using Ase.Core.Subjects;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;

namespace Ase.Core.Ports;

/// <summary>Finds suites and tasks. Implemented by Ase.Datasets.</summary>
public interface ISuiteCatalog
{
    /// <summary>The names of the suites that come with the product, in ordinal order.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Loads a suite by its name or its folder; broken tasks are in its errors, the rest loads.</summary>
    /// <exception cref="Errors.AseException"><see cref="Errors.ErrorCode.UnknownSuite"/>.</exception>
    Suite Load(string nameOrFolder);
}

/// <summary>Brings a task's revision into memory (or a cache) and checks it. Implemented by Ase.Datasets.</summary>
public interface ITaskMaterializer
{
    /// <summary>Fetches (or finds in the cache) the revision, checks hashes and regions, finds near-duplicates.</summary>
    /// <exception cref="Errors.AseException">The source cannot be reached, lacks the revision, or does not match the task.</exception>
    Task<MaterializedTask> MaterializeAsync(BenchmarkTask task, CancellationToken cancellationToken);
}

/// <summary>A task as a subject sees it.</summary>
/// <param name="Task">The task at hand.</param>
/// <param name="Masked">The base tree with regions and near-duplicates masked.</param>
/// <param name="Placeholder">The text that stands in place of the primary region (one line, a comment of the language).</param>
public sealed record MaskedTask(MaterializedTask Task, IFileTree Masked, string Placeholder);

/// <summary>A prompt.</summary>
/// <param name="System">The system message.</param>
/// <param name="User">The user message.</param>
/// <param name="Tokens">Tokens of both (o200k).</param>
/// <param name="Notes">What was shown and what was dropped, for the record (files, ranks, tokens), one line each.</param>
public sealed record Prompt(string System, string User, int Tokens, IReadOnlyList<string> Notes)
{
    /// <summary>Identity: over both messages.</summary>
    public string Digest => Digests.Digest.Of(new System.Text.Json.Nodes.JsonArray(System, User));
}

/// <summary>A question to a subject.</summary>
public sealed record GenerationRequest(Subject Subject, MaskedTask Task, Prompt Prompt, int Cycle);

/// <summary>What came back: the record without digests of blobs, and the raw answer.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Answer">The raw text; null unless answered.</param>
public sealed record GenerationOutcome(GenerationStatus Status, string? Answer)
{
    /// <summary>See <see cref="GenerationRecord.InputTokens"/>.</summary>
    public long InputTokens { get; init; }
    /// <summary>See <see cref="GenerationRecord.OutputTokens"/>.</summary>
    public long OutputTokens { get; init; }
    /// <summary>See <see cref="GenerationRecord.Requests"/>.</summary>
    public int Requests { get; init; } = 1;
    /// <summary>See <see cref="GenerationRecord.FinishReason"/>.</summary>
    public string FinishReason { get; init; } = "";
    /// <summary>See <see cref="GenerationRecord.ReportedModel"/>.</summary>
    public string ReportedModel { get; init; } = "";
    /// <summary>See <see cref="GenerationRecord.Error"/>.</summary>
    public string Error { get; init; } = "";
}

/// <summary>Generates answers: a model, an agent, a baseline, a recording. Implemented by Ase.Generation. Thread-safe.</summary>
public interface IAnswerProvider
{
    /// <summary>What it accepts as subjects.</summary>
    SubjectGrammar Grammar { get; }

    /// <summary>Fails early when the subject cannot be used (key missing, no such replay file).</summary>
    /// <exception cref="Errors.AseException">What is missing.</exception>
    void EnsureUsable(Subject subject);

    /// <summary>Whether its answers cost something and are worth caching across runs; false for baselines.</summary>
    bool Cacheable { get; }

    /// <summary>Whether it can answer this task at all (a baseline may have no such variant); the reason when not.</summary>
    string? NotApplicable(Subject subject, BenchmarkTask task) => null;

    /// <summary>Asks once, retries included. Expected failures are outcomes.</summary>
    Task<GenerationOutcome> GenerateAsync(GenerationRequest request, CancellationToken cancellationToken);
}

/// <summary>Masks, retrieves, prompts, extracts. Implemented by Ase.Generation. Thread-safe.</summary>
public interface IQuestionnaire
{
    /// <summary>The version of masking: part of the question's identity.</summary>
    string MaskingVersion { get; }

    /// <summary>The version of prompts and retrieval: part of a run's provenance.</summary>
    string PromptVersion { get; }

    /// <summary>Masks a task.</summary>
    MaskedTask Mask(MaterializedTask task);

    /// <summary>Finds context and writes the prompt.</summary>
    Task<Prompt> AskAsync(Subject subject, MaskedTask task, CancellationToken cancellationToken);

    /// <summary>Extracts the patch from a raw answer.</summary>
    PatchOutcome Extract(Subject subject, MaskedTask task, string answer);
}

/// <summary>Grades patches. Implemented by Ase.Analysis. Thread-safe; keeps base analyses warm.</summary>
public interface IGrader
{
    /// <summary>Identity of how a task is graded: rules, keeps, engine version, library models, grammar lock, checkers.</summary>
    string GradingDigest(BenchmarkTask task, GradingProfile profile);

    /// <summary>Grades one patch.</summary>
    Task<GradeRecord> GradeAsync(MaterializedTask task, Patch patch, GradingProfile profile, CancellationToken cancellationToken);
}

/// <summary>Stores runs. Implemented by Ase.Storage; every method commits before it returns. Thread-safe.</summary>
public interface IRunStore : IAsyncDisposable
{
    /// <summary>Stores a new run.</summary>
    Task CreateRunAsync(RunRecord run, CancellationToken cancellationToken);

    /// <summary>Replaces a run's record (finished, unavailable tasks).</summary>
    Task UpdateRunAsync(RunRecord run, CancellationToken cancellationToken);

    /// <summary>The run of an id (or an unambiguous prefix, or <c>latest</c>), or null.</summary>
    Task<RunRecord?> FindRunAsync(string id, CancellationToken cancellationToken);

    /// <summary>All runs, newest first.</summary>
    Task<IReadOnlyList<RunRecord>> RunsAsync(CancellationToken cancellationToken);

    /// <summary>Stores a text once, compressed, and returns its digest.</summary>
    Task<string> PutTextAsync(string text, CancellationToken cancellationToken);

    /// <summary>A stored text, or null.</summary>
    Task<string?> GetTextAsync(string digest, CancellationToken cancellationToken);

    /// <summary>Stores how an attempt was generated; replaces an earlier record of the same attempt.</summary>
    Task SaveGenerationAsync(string runId, AttemptKey key, GenerationRecord generation, CancellationToken cancellationToken);

    /// <summary>Stores how an attempt was graded; replaces an earlier record of the same attempt.</summary>
    Task SaveGradeAsync(string runId, AttemptKey key, GradeRecord grade, CancellationToken cancellationToken);

    /// <summary>The attempts of a run that have at least a generation, ordered by subject, task, cycle.</summary>
    Task<IReadOnlyList<AttemptRecord>> AttemptsAsync(string runId, CancellationToken cancellationToken);

    /// <summary>A generation of any run for the same prompt, subject and cycle that was answered, or null.</summary>
    Task<GenerationRecord?> FindGenerationAsync(string promptDigest, string subject, int cycle, CancellationToken cancellationToken);

    /// <summary>A grade for the same question, grading and patch, or null.</summary>
    Task<GradeRecord?> FindGradeAsync(string questionDigest, string gradingDigest, string patchDigest, CancellationToken cancellationToken);

    /// <summary>Remembers a grade for <see cref="FindGradeAsync"/>.</summary>
    Task CacheGradeAsync(string questionDigest, string gradingDigest, string patchDigest, GradeRecord grade, CancellationToken cancellationToken);
}
