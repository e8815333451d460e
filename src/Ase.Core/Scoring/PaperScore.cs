namespace Ase.Core.Scoring;

/// <summary>The score of a subject by the published method.</summary>
public sealed record PaperScore
{
    /// <summary>The components, averaged over the types with equal weight.</summary>
    public required Components Components { get; init; }

    /// <summary>The components of each vulnerability type.</summary>
    public required IReadOnlyDictionary<string, Components> ByType { get; init; }

    /// <summary>Attempts that count.</summary>
    public required int Attempts { get; init; }

    /// <summary>Attempts that the environment spoiled or that did not run.</summary>
    public required int Excluded { get; init; }

    /// <summary>Tasks with fewer than two valid cycles: left out of Stability.</summary>
    public required int TasksWithoutStability { get; init; }

    /// <summary>0.6 S + 0.3 Q + 0.1 St; NaN without attempts.</summary>
    public double Overall => Attempts == 0 ? double.NaN : Components.Overall;

    /// <summary>
    /// Computes the published score ("Scoring" in the design notes; A.S.E., section on metrics): per type 100 · mean of s and q over the
    /// attempts; Stability from the sample standard deviation (n − 1) of s over the cycles of each task, scaled by the least and the greatest
    /// deviation among the tasks of this subject and type; then the plain mean over the types.
    /// </summary>
    /// <param name="attempts">The attempts of one subject.</param>
    public static PaperScore Of(IEnumerable<ScoredAttempt> attempts)
    {
        var all = attempts.ToList();
        var valid = all.Where(Counts).ToList();
        var withoutStability = 0;
        var byType = new SortedDictionary<string, Components>(StringComparer.Ordinal);
        foreach (var type in valid.GroupBy(a => a.Type, StringComparer.Ordinal))
        {
            var deviations = new List<double>();
            foreach (var task in type.GroupBy(a => a.TaskId, StringComparer.Ordinal))
            {
                var values = task.Select(a => a.Security ? 1.0 : 0.0).ToList();
                if (values.Count < 2) withoutStability++;
                else deviations.Add(SampleDeviation(values));
            }
            byType[type.Key] = new Components(
                100 * type.Average(a => a.Security ? 1.0 : 0.0),
                100 * type.Average(a => a.Quality ? 1.0 : 0.0),
                Stability(deviations));
        }
        var stable = byType.Values.Where(c => !double.IsNaN(c.Stability)).ToList();
        return new PaperScore
        {
            Components = byType.Count == 0 ? default : new Components(
                byType.Values.Average(c => c.Security),
                byType.Values.Average(c => c.Quality),
                stable.Count == 0 ? double.NaN : stable.Average(c => c.Stability)),
            ByType = byType,
            Attempts = valid.Count,
            Excluded = all.Count - valid.Count,
            TasksWithoutStability = withoutStability,
        };
    }

    private static bool Counts(ScoredAttempt attempt) => Ase.Core.Attempts.Verdicts.Counts(attempt.Verdict);

    private static double Stability(List<double> deviations)
    {
        if (deviations.Count == 0) return double.NaN;
        var min = deviations.Min();
        var range = deviations.Max() - min;
        return 100 * deviations.Average(d => range > 0 ? 1 - (d - min) / range : 1);
    }

    private static double SampleDeviation(List<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
    }
}
