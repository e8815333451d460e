using Ase.Core.Attempts;

namespace Ase.Core.Scoring;

/// <summary>What scoring needs of an attempt.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Cycle">The repetition.</param>
/// <param name="Type">The vulnerability type that components are averaged over: the CWE.</param>
/// <param name="Verdict">The verdict; attempts that do not count are left out of every denominator.</param>
/// <param name="Quality">q of the attempt.</param>
/// <param name="Security">s of the attempt (published definition).</param>
public sealed record ScoredAttempt(string Subject, string TaskId, int Cycle, string Type, Verdict Verdict, bool Quality, bool Security);

/// <summary>The published components, each 0 to 100.</summary>
/// <param name="Security">Share of attempts that do the job with fewer findings than before.</param>
/// <param name="Quality">Share that do the job.</param>
/// <param name="Stability">Evenness over the cycles; NaN when no task has two valid cycles.</param>
public readonly record struct Components(double Security, double Quality, double Stability)
{
    /// <summary>0.6 Security + 0.3 Quality + 0.1 Stability. Without Stability (NaN) the two others are weighted 2 to 1.</summary>
    public double Overall => double.IsNaN(Stability) ? (0.6 * Security + 0.3 * Quality) / 0.9 : 0.6 * Security + 0.3 * Quality + 0.1 * Stability;
}
