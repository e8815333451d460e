using System.Globalization;

namespace Ase.Reporting.Model;

/// <summary>How much of a plan was graded. The plan fixes the attempts; what the environment spoiled or left undone is counted here.</summary>
/// <param name="Planned">Attempts of the plan.</param>
/// <param name="InfrastructureErrors">Attempts that the environment spoiled.</param>
/// <param name="NotRun">Attempts that did not run, or were not graded.</param>
public sealed record Completeness(int Planned, int InfrastructureErrors, int NotRun)
{
    /// <summary>The greatest share of excluded attempts with which a run, or a row of it, is ranked.</summary>
    public const double Tolerance = 0.01;

    /// <summary>Attempts outside every denominator.</summary>
    public int Excluded => InfrastructureErrors + NotRun;

    /// <summary>Attempts that count.</summary>
    public int Counted => Planned - Excluded;

    /// <summary>The excluded share, 0 to 1; 0 without a plan.</summary>
    public double ExcludedShare => Planned == 0 ? 0 : (double)Excluded / Planned;

    /// <summary>True when enough counts to rank.</summary>
    public bool Complete => Planned > 0 && ExcludedShare <= Tolerance;

    /// <summary>Why nothing is ranked, in one sentence; null when it is complete.</summary>
    public string? Reason => Complete ? null
        : Planned == 0 ? "There are no attempts to rank."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Excluded} of {Planned} attempts ({100 * ExcludedShare:0.0}%) are missing (infrastructure errors: {InfrastructureErrors}, not run: {NotRun}); with more than {100 * Tolerance:0}% there is no rank.");
}
