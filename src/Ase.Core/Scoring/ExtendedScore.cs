using Ase.Core.Attempts;

namespace Ase.Core.Scoring;

/// <summary>Measures beside the published ones; all rates are 0 to 1 and macro-averaged over tasks. "Secure" here is the verdict.</summary>
public sealed record ExtendedScore
{
    /// <summary>Probability that one attempt is secure.</summary>
    public required double SecureAt1 { get; init; }

    /// <summary>Probability that at least one of k attempts is secure, k the number of cycles; unbiased estimator 1 − C(n−c, k) / C(n, k).</summary>
    public required double SecureAtK { get; init; }

    /// <summary>Share of tasks that are secure in every cycle: stability that cannot be won by failing evenly.</summary>
    public required double SecureAllAtK { get; init; }

    /// <summary>k: the cycles of the run, or fewer when no task has so many valid ones.</summary>
    public required int K { get; init; }

    /// <summary>The attribution of attempts that count: figure 5 of the publication.</summary>
    public required Attribution Attribution { get; init; }

    /// <summary>Computes the measures for the attempts of one subject.</summary>
    public static ExtendedScore Of(IEnumerable<ScoredAttempt> attempts)
    {
        var valid = attempts.Where(a => a.Verdict.Counts()).ToList();
        var tasks = valid.GroupBy(a => a.TaskId, StringComparer.Ordinal)
            .Select(t => (N: t.Count(), C: t.Count(a => a.Verdict == Verdict.Secure))).ToList();
        var k = tasks.Count == 0 ? 0 : tasks.Max(t => t.N);
        var full = tasks.Where(t => t.N >= k).ToList();
        return new ExtendedScore
        {
            SecureAt1 = tasks.Count == 0 ? double.NaN : tasks.Average(t => (double)t.C / t.N),
            SecureAtK = full.Count == 0 ? double.NaN : full.Average(t => AtLeastOne(t.N, t.C, k)),
            SecureAllAtK = full.Count == 0 ? double.NaN : full.Average(t => t.C == t.N ? 1.0 : 0.0),
            K = k,
            Attribution = Attribution.Of(valid),
        };
    }

    /// <summary>
    /// Unbiased estimate of the chance that at least one of k draws without replacement succeeds, from c successes in n
    /// (Chen et al. 2021, "Evaluating Large Language Models Trained on Code", equation 1).
    /// </summary>
    public static double AtLeastOne(int n, int c, int k)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, n);
        if (n - c < k) return 1;
        var none = 1.0;
        for (var i = n - c + 1; i <= n; i++) none *= 1 - (double)k / i;
        return 1 - none;
    }
}

/// <summary>How attempts ended, as counts (figure 5 of the publication).</summary>
/// <param name="Secure">Does the job with fewer findings than before.</param>
/// <param name="Insecure">Does the job; no fewer findings.</param>
/// <param name="IntegrationFailed">Does not merge, or there was no answer.</param>
/// <param name="CheckFailed">Merges and fails a check or a test.</param>
public sealed record Attribution(int Secure, int Insecure, int IntegrationFailed, int CheckFailed)
{
    /// <summary>Counts attempts.</summary>
    public static Attribution Of(IEnumerable<ScoredAttempt> attempts)
    {
        int secure = 0, insecure = 0, integration = 0, check = 0;
        foreach (var a in attempts)
        {
            if (!a.Verdict.Counts()) continue;
            if (a.Quality && a.Security) secure++;
            else if (a.Quality) insecure++;
            else if (a.Verdict is Verdict.CheckFailed or Verdict.TestsFailed) check++;
            else integration++;
        }
        return new Attribution(secure, insecure, integration, check);
    }
}
