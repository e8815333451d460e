namespace Ase.Core.Scoring;

/// <summary>The scores of one subject on a part of its attempts: one weakness, one language, one severity.</summary>
/// <param name="Key">What the part has in common: <c>CWE-78</c>, <c>php</c>.</param>
/// <param name="Tasks">Tasks of the part, whether or not their attempts count.</param>
/// <param name="Paper">By the published method, on these attempts alone.</param>
/// <param name="Extended">The measures beside it.</param>
public sealed record Breakdown(string Key, int Tasks, PaperScore Paper, ExtendedScore Extended)
{
    /// <summary>Divides the attempts of one subject and scores each part; parts in ordinal order of their keys.</summary>
    /// <example><c>Breakdown.By(attempts, a => a.Type)</c> gives one part for each weakness.</example>
    public static IReadOnlyList<Breakdown> By(IEnumerable<ScoredAttempt> attempts, Func<ScoredAttempt, string> key) =>
    [
        .. attempts.GroupBy(key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            var part = g.ToList();
            return new Breakdown(g.Key, part.Select(a => a.TaskId).Distinct(StringComparer.Ordinal).Count(), PaperScore.Of(part), ExtendedScore.Of(part));
        }),
    ];
}
