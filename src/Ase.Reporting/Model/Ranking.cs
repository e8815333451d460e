namespace Ase.Reporting.Model;

/// <summary>
/// Orders the rows of one suite by Overall. A run with too many missing attempts is not ranked at all, and neither is a row with too many of
/// its own: what is missing could change the order.
/// </summary>
internal static class Ranking
{
    // Differences below this come from the order of summation.
    private const double Same = 1e-9;

    public static IReadOnlyList<LeaderboardRow> Rank(IReadOnlyList<LeaderboardRow> rows, Completeness run)
    {
        var judged = rows.Select(r => r with { Unranked = run.Reason ?? r.Completeness.Reason }).ToList();
        var ranked = new List<LeaderboardRow>();
        foreach (var row in judged.Where(r => r.Unranked is null).OrderByDescending(r => r.Paper.Overall).ThenBy(r => r.Subject.Display, StringComparer.Ordinal))
        {
            var tied = ranked.Count > 0 && ranked[^1].Paper.Overall - row.Paper.Overall < Same;
            ranked.Add(row with { Rank = tied ? ranked[^1].Rank : ranked.Count + 1 });
        }
        return [.. ranked, .. judged.Where(r => r.Unranked is not null)];
    }
}
