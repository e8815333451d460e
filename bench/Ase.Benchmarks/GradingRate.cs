using System.Diagnostics;
using System.Text;
using Ase.Analysis.Checkers;
using Ase.Analysis.Grading;
using Ase.Core.Attempts;
using Ase.Core.Subjects;
using Ase.Core.Workspaces;
using Ase.Datasets.Cache;
using Ase.Datasets.Materialization;
using Ase.Datasets.Sources;
using Ase.Datasets.Suites;
using Ase.Generation;
using Ase.Generation.Answers;
using Ase.Generation.Baselines;
using Ase.Generation.Context;
using Ase.Taint.Scanning;

namespace Ase.Benchmarks;

/// <summary>
/// Attempts graded in a second on a suite: distinct patches (every variant and both revisions, each several times with a comment of its own),
/// no grading cache, base analyses warm, as many at a time as there are processors.
/// </summary>
internal static class GradingRate
{
    private const int Copies = 4;

    public static async Task<int> RunAsync(string suite, string[] checkers)
    {
        var root = FindTasks();
        var cache = new ContentCache(ContentCache.DefaultRoot);
        var materializer = new TaskMaterializer([new DirectorySource(), new NpmSource(cache)]);
        var grader = new Grader(new ScanOptions { Parallelism = 1 }, TimeProvider.System);
        var profile = await ExternalCheckers.ProfileAsync(checkers, CancellationToken.None);
        var questionnaire = new Questionnaire(ContextStrategies.Create());
        var subject = SubjectParser.Parse("baseline/reference", [new BaselineProvider().Grammar]);
        var work = new List<(MaterializedTask Task, Patch Patch)>();
        foreach (var task in new SuiteCatalog(root).Load(suite).Tasks)
        {
            var at = await materializer.MaterializeAsync(task, CancellationToken.None);
            var masked = questionnaire.Mask(at);
            foreach (var texts in at.Variants.Where(v => v.Variant.Verdict != Verdict.CheckFailed).Select(v => v.Texts).Append(at.Reference))
            {
                for (var copy = 0; copy < Copies; copy++)
                {
                    var comment = task.Language == "python" ? "#" : "//";
                    IReadOnlyList<string> marked = [$"{texts[0].TrimEnd('\n')}\n{comment} {copy}\n", .. texts.Skip(1)];
                    if (questionnaire.Extract(subject, masked, AnswerWriter.Write("infill", masked, marked)).Patch is { } patch) work.Add((at, patch));
                }
            }
            grader.Counts(at, CancellationToken.None);
        }
        foreach (var (task, patch) in work.Take(200)) await grader.GradeAsync(task, patch, profile, CancellationToken.None);
        var times = new double[work.Count];
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, work.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (i, token) =>
        {
            var start = watch.Elapsed.TotalMilliseconds;
            await grader.GradeAsync(work[i].Task, work[i].Patch, profile, token);
            times[i] = watch.Elapsed.TotalMilliseconds - start;
        });
        var seconds = watch.Elapsed.TotalSeconds;
        Array.Sort(times);
        var text = new StringBuilder("| suite | profile | attempts | attempts/s | median ms | 95th percentile ms |\n|---|---|---|---|---|---|\n");
        text.Append(FormattableString.Invariant($"| {suite} | {profile.Name} | {work.Count} | {work.Count / seconds:F1} | {times[work.Count / 2]:F1} | {times[(int)(work.Count * 0.95)]:F1} |"));
        Console.WriteLine(text);
        return 0;
    }

    private static string FindTasks()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ase.slnx"))) return Path.Combine(folder.FullName, "tasks");
        }
        return Environment.GetEnvironmentVariable("ASE_TASKS") ?? throw new InvalidOperationException("set ASE_TASKS to the folder of the suites");
    }
}
