using Ase.Core.Attempts;
using Ase.Core.Digests;
using Ase.Core.Ports;
using Ase.Core.Runs;

namespace Ase.Reporting.Tests.Support;

/// <summary>A store of one run in memory, as far as reports read it.</summary>
public sealed class MemoryStore : IRunStore
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly List<AttemptRecord> attempts = [];

    public int TextsRead { get; private set; }

    public string Put(string text)
    {
        var digest = Digest.Of(text);
        texts[digest] = text;
        return digest;
    }

    public void Add(AttemptRecord attempt) => attempts.Add(attempt);

    public void Forget(string digest) => texts.Remove(digest);

    public Task<IReadOnlyList<AttemptRecord>> AttemptsAsync(string runId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AttemptRecord>>(attempts);

    public Task<string> PutTextAsync(string text, CancellationToken cancellationToken) => Task.FromResult(Put(text));

    public Task<string?> GetTextAsync(string digest, CancellationToken cancellationToken)
    {
        TextsRead++;
        return Task.FromResult(texts.GetValueOrDefault(digest));
    }

    public Task CreateRunAsync(RunRecord run, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task UpdateRunAsync(RunRecord run, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<RunRecord?> FindRunAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<RunRecord>> RunsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SaveGenerationAsync(string runId, AttemptKey key, GenerationRecord generation, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SaveGradeAsync(string runId, AttemptKey key, GradeRecord grade, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<GenerationRecord?> FindGenerationAsync(string promptDigest, string subject, int cycle, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<GradeRecord?> FindGradeAsync(string questionDigest, string gradingDigest, string patchDigest, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task CacheGradeAsync(string questionDigest, string gradingDigest, string patchDigest, GradeRecord grade, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
