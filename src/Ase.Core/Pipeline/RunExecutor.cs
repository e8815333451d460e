using System.Collections.Concurrent;
using System.Threading.Channels;
using Ase.Core.Attempts;
using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Core.Runs;
using Ase.Core.Subjects;
using Ase.Core.Tasks;

namespace Ase.Core.Pipeline;

/// <summary>How wide a run is.</summary>
public sealed record RunExecutorOptions
{
    /// <summary>Answers asked for at a time. <value>8</value></summary>
    public int GenerationWidth { get; init; } = 8;
    /// <summary>Answers graded at a time. <value>number of processors</value></summary>
    public int GradingWidth { get; init; } = Environment.ProcessorCount;
    /// <summary>Reuse answers to the same prompt and grades of the same patch. <value>true</value></summary>
    public bool UseCaches { get; init; } = true;
    /// <summary>Failures of the environment in a row after which a subject is given up for this run; the rest is left not run. <value>20</value></summary>
    public int GiveUpAfter { get; init; } = 20;
}

/// <summary>Where a run stands.</summary>
/// <param name="Planned">Attempts planned.</param>
/// <param name="Generated">Attempts with an answer (or a failure) stored.</param>
/// <param name="Graded">Attempts graded.</param>
/// <param name="Last">The attempt that was just graded, or null.</param>
public sealed record RunProgress(int Planned, int Generated, int Graded, AttemptRecord? Last);

/// <summary>
/// The local executor: generation and grading each with their own width, joined by a bounded channel. Whatever is committed to the store is
/// never done again, so a run that was killed at any point goes on where it was.
/// </summary>
public sealed class RunExecutor(
    ITaskMaterializer materializer, IQuestionnaire questionnaire, IReadOnlyList<IAnswerProvider> providers, IGrader grader, IRunStore store, TimeProvider clock, RunExecutorOptions options)
{
    private sealed record Work(AttemptKey Key, Subject Subject, IAnswerProvider Provider, PlannedTask Planned, BenchmarkTask Task, AttemptRecord? Known);

    private readonly AttemptPipeline pipeline = new(questionnaire, grader, store, clock, options.UseCaches);
    private readonly ConcurrentDictionary<string, Lazy<Task<(MaskedTask? Task, string? Reason)>>> tasks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> failures = new(StringComparer.Ordinal);
    private int generated;
    private int graded;

    /// <summary>Does what is left of a run.</summary>
    /// <param name="run">The stored run.</param>
    /// <param name="find">The task of an id; null when it is gone, which leaves its attempts not run.</param>
    /// <param name="progress">Told after every attempt; from several threads.</param>
    /// <param name="cancellationToken">Ends the run early; what is committed stays.</param>
    /// <returns>The run's record as stored at the end.</returns>
    public async Task<RunRecord> ExecuteAsync(RunRecord run, Func<string, BenchmarkTask?> find, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        var known = (await store.AttemptsAsync(run.Id, cancellationToken)).ToDictionary(a => a.Key);
        var unavailable = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var work = Plan(run, find, known, unavailable).ToList();
        generated = graded = run.Planned - work.Count;
        progress?.Report(new RunProgress(run.Planned, generated, graded, null));

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var toGrade = Channel.CreateBounded<(Work Work, MaskedTask Task, GenerationRecord Generation)>(Math.Max(16, options.GradingWidth * 4));
        var generating = GenerateAllAsync(run, work, toGrade.Writer, unavailable, progress, stop.Token);
        var grading = GradeAllAsync(run, toGrade.Reader, progress, stop.Token);
        var first = await Task.WhenAny(generating, grading);
        if (first.IsFaulted || first.IsCanceled) await stop.CancelAsync();
        try
        {
            await Task.WhenAll(generating, grading);
        }
        catch (OperationCanceledException) when (first.IsFaulted)
        {
            await first; // the cause, not its consequence
        }
        run = run with { Finished = clock.GetUtcNow(), Unavailable = new SortedDictionary<string, string>(unavailable, StringComparer.Ordinal) };
        await store.UpdateRunAsync(run, cancellationToken);
        return run;
    }

    /// <summary>Grades the stored answers of a run anew, under its (perhaps changed) profile. No subject is asked.</summary>
    public async Task<RunRecord> GradeAgainAsync(RunRecord run, Func<string, BenchmarkTask?> find, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        run = run with
        {
            Tasks = [.. run.Tasks.Select(t => find(t.Id) is { } task ? RunPlanner.Describe(t.Suite, task, run.Profile, questionnaire, grader) : t)],
        };
        await store.UpdateRunAsync(run, cancellationToken);
        var attempts = (await store.AttemptsAsync(run.Id, cancellationToken)).Where(a => a.Generation is not null).ToList();
        var byId = run.Tasks.ToDictionary(t => t.Id, StringComparer.Ordinal);
        (generated, graded) = (attempts.Count, 0);
        var unavailable = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(attempts, new ParallelOptions { MaxDegreeOfParallelism = options.GradingWidth, CancellationToken = cancellationToken }, async (attempt, token) =>
        {
            var task = find(attempt.Key.TaskId) is { } t ? await MaskedAsync(t, unavailable, token) : null;
            if (task is null) return;
            var subject = SubjectParser.Parse(attempt.Key.Subject, [.. providers.Select(p => p.Grammar)]);
            var grade = await pipeline.GradeAsync(run, attempt.Key, subject, byId[attempt.Key.TaskId], task, attempt.Generation!, token);
            progress?.Report(new RunProgress(attempts.Count, attempts.Count, Interlocked.Increment(ref graded), attempt with { Grade = grade }));
        });
        return run;
    }

    private IEnumerable<Work> Plan(RunRecord run, Func<string, BenchmarkTask?> find, Dictionary<AttemptKey, AttemptRecord> known, ConcurrentDictionary<string, string> unavailable)
    {
        var grammars = providers.Select(p => p.Grammar).ToList();
        var subjects = run.Subjects.Select(s => SubjectParser.Parse(s.Canonical, grammars)).ToList();
        foreach (var planned in run.Tasks)
        {
            if (find(planned.Id) is not { } task)
            {
                unavailable[planned.Id] = "The task is not in its suite any more.";
                continue;
            }
            foreach (var subject in subjects)
            {
                var provider = providers.First(p => p.Grammar.Provider == subject.Provider);
                for (var cycle = 1; cycle <= run.Cycles; cycle++)
                {
                    var key = new AttemptKey(subject.Canonical, planned.Id, cycle);
                    var before = known.GetValueOrDefault(key);
                    var done = before is { Grade: { } grade, Generation.Status: not GenerationStatus.InfrastructureError } && grade.GradingDigest == planned.GradingDigest;
                    if (!done) yield return new Work(key, subject, provider, planned, task, before);
                }
            }
        }
    }

    private async Task GenerateAllAsync(
        RunRecord run, List<Work> work, ChannelWriter<(Work, MaskedTask, GenerationRecord)> writer, ConcurrentDictionary<string, string> unavailable,
        IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = options.GenerationWidth, CancellationToken = cancellationToken }, async (item, token) =>
            {
                if (await MaskedAsync(item.Task, unavailable, token) is not { } task) return;
                var generation = item.Known?.Generation;
                if (generation is null or { Status: GenerationStatus.InfrastructureError })
                {
                    if (failures.GetValueOrDefault(item.Key.Subject) >= options.GiveUpAfter) return;
                    generation = await pipeline.GenerateAsync(run, item.Key, item.Subject, item.Provider, task, token);
                    failures.AddOrUpdate(item.Key.Subject, _ => Failed(generation) ? 1 : 0, (_, n) => Failed(generation) ? n + 1 : 0);
                }
                progress?.Report(new RunProgress(run.Planned, Interlocked.Increment(ref generated), graded, null));
                await writer.WriteAsync((item, task, generation), token);
            });
            writer.Complete();
        }
        catch (Exception e)
        {
            writer.Complete(e);
            throw;
        }
    }

    private Task GradeAllAsync(RunRecord run, ChannelReader<(Work Work, MaskedTask Task, GenerationRecord Generation)> reader, IProgress<RunProgress>? progress, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            reader.ReadAllAsync(cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = options.GradingWidth, CancellationToken = cancellationToken },
            async (item, token) =>
            {
                var (work, task, generation) = item;
                var grade = await pipeline.GradeAsync(run, work.Key, work.Subject, work.Planned, task, generation, token);
                progress?.Report(new RunProgress(run.Planned, generated, Interlocked.Increment(ref graded), new AttemptRecord(work.Key, generation, grade)));
            });

    private async Task<MaskedTask?> MaskedAsync(BenchmarkTask task, ConcurrentDictionary<string, string> unavailable, CancellationToken cancellationToken)
    {
        var entry = tasks.GetOrAdd(task.Id, _ => new Lazy<Task<(MaskedTask?, string?)>>(() => LoadAsync(task, cancellationToken)));
        var (masked, reason) = await entry.Value;
        if (masked is null) unavailable[task.Id] = reason!;
        return masked;
    }

    private async Task<(MaskedTask? Task, string? Reason)> LoadAsync(BenchmarkTask task, CancellationToken cancellationToken)
    {
        try
        {
            return (questionnaire.Mask(await materializer.MaterializeAsync(task, cancellationToken)), null);
        }
        catch (AseException e)
        {
            return (null, $"{e.Row.Title}: {e.Message}");
        }
    }

    private static bool Failed(GenerationRecord generation) => generation.Status == GenerationStatus.InfrastructureError;
}
