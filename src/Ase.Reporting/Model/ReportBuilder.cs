using Ase.Core.Attempts;
using Ase.Core.Digests;
using Ase.Core.Ports;
using Ase.Core.Runs;
using Ase.Core.Scoring;

namespace Ase.Reporting.Model;

/// <summary>Computes a <see cref="RunReport"/>.</summary>
internal static class ReportBuilder
{
    public static async Task<RunReport> CreateAsync(RunRecord run, IRunStore store, CancellationToken cancellationToken)
    {
        var known = (await store.AttemptsAsync(run.Id, cancellationToken)).ToDictionary(a => a.Key);
        var attempts = Attempts(run, known);
        var diffs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var digest in attempts.Select(a => a.Grade?.DiffDigest).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await store.GetTextAsync(digest, cancellationToken) is { } diff) diffs[digest] = diff;
        }
        return Create(run, attempts, diffs);
    }

    /// <summary>A short, stable name of a subject for addresses.</summary>
    public static string KeyOf(PlannedSubject subject) => Digest.Of(subject.Canonical)[..10];

    private static RunReport Create(RunRecord run, List<AttemptRow> attempts, IReadOnlyDictionary<string, string> diffs)
    {
        var completeness = CompletenessOf(attempts);
        var named = run.Tasks.Select(t => t.Suite).Distinct(StringComparer.Ordinal).ToList();
        IReadOnlyList<string> suites = named.Count > 1 ? [RunReport.AllSuites, .. named] : named;
        var bySuite = suites.Select(suite => (Suite: suite, Attempts: attempts.Where(a => named.Count == 1 || suite == RunReport.AllSuites || a.Task.Suite == suite).ToList()));
        var leaderboard = new List<LeaderboardRow>();
        var breakdowns = new List<BreakdownRow>();
        foreach (var (suite, part) in bySuite)
        {
            var ofSubject = part.ToLookup(a => a.Subject.Canonical, StringComparer.Ordinal);
            var rows = Ranking.Rank([.. run.Subjects.Select(s => Row(s, suite, [.. ofSubject[s.Canonical]]))], completeness);
            leaderboard.AddRange(rows);
            breakdowns.AddRange(rows.SelectMany(r => Divide(r.Subject, suite, [.. ofSubject[r.Subject.Canonical]])));
        }
        return new RunReport
        {
            Run = run,
            Completeness = completeness,
            Suites = suites,
            Leaderboard = leaderboard,
            Breakdowns = breakdowns,
            Tasks = Tasks(run, attempts),
            Attempts = attempts,
            Diffs = diffs,
        };
    }

    private static List<AttemptRow> Attempts(RunRecord run, Dictionary<AttemptKey, AttemptRecord> known)
    {
        var rows = new List<AttemptRow>(run.Planned);
        foreach (var subject in run.Subjects)
        {
            var name = KeyOf(subject);
            foreach (var task in run.Tasks)
            {
                for (var cycle = 1; cycle <= run.Cycles; cycle++)
                {
                    var record = known.GetValueOrDefault(new AttemptKey(subject.Canonical, task.Id, cycle));
                    rows.Add(new AttemptRow(FormattableString.Invariant($"{task.Id}.{cycle}.{name}"), subject, task, cycle, record?.Generation, record?.Grade));
                }
            }
        }
        return rows;
    }

    private static LeaderboardRow Row(PlannedSubject subject, string suite, List<AttemptRow> attempts)
    {
        var scored = attempts.Select(a => a.Scored).ToList();
        return new LeaderboardRow
        {
            Subject = subject,
            Suite = suite,
            Rank = null,
            Unranked = null,
            Tasks = attempts.Select(a => a.Task.Id).Distinct(StringComparer.Ordinal).Count(),
            Completeness = CompletenessOf(attempts),
            Paper = PaperScore.Of(scored),
            Extended = ExtendedScore.Of(scored),
            Usage = Usage.Of(attempts.Select(a => a.Generation).OfType<GenerationRecord>()),
        };
    }

    private static IEnumerable<BreakdownRow> Divide(PlannedSubject subject, string suite, List<AttemptRow> attempts)
    {
        var scored = attempts.Select(a => a.Scored).ToList();
        var tasks = attempts.Select(a => a.Task).DistinctBy(t => t.Id, StringComparer.Ordinal).ToDictionary(t => t.Id, StringComparer.Ordinal);
        foreach (var dimension in Enum.GetValues<Dimension>())
        {
            foreach (var part in Breakdown.By(scored, a => KeyOf(tasks[a.TaskId], dimension))) yield return new BreakdownRow(dimension, suite, subject, part);
        }
    }

    private static string KeyOf(PlannedTask task, Dimension dimension) => dimension switch
    {
        Dimension.Cwe => task.Cwe,
        Dimension.Language => task.Language,
        Dimension.Severity => task.Severity.ToString().ToLowerInvariant(),
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, null),
    };

    private static List<TaskRow> Tasks(RunRecord run, List<AttemptRow> attempts)
    {
        var verdicts = attempts.ToLookup(a => (a.Task.Id, a.Subject.Canonical), a => a.Verdict);
        return
        [
            .. run.Tasks.Select(t => new TaskRow(
                t, run.Unavailable.GetValueOrDefault(t.Id), [.. run.Subjects.Select(s => new TaskCell(s, [.. verdicts[(t.Id, s.Canonical)]]))])),
        ];
    }

    private static Completeness CompletenessOf(List<AttemptRow> attempts) =>
        new(attempts.Count, attempts.Count(a => a.Verdict == Verdict.InfrastructureError), attempts.Count(a => a.Verdict == Verdict.NotRun));
}
