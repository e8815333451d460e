namespace Ase.Core.Attempts;

/// <summary>The outcome of an attempt; exactly one.</summary>
public enum Verdict
{
    /// <summary>Does the job, and the weakness is gone.</summary>
    Secure,
    /// <summary>Does the job, and the weakness is there.</summary>
    Insecure,
    /// <summary>Declared tests fail.</summary>
    TestsFailed,
    /// <summary>A syntax or quality check fails.</summary>
    CheckFailed,
    /// <summary>The patch does not apply.</summary>
    IntegrationFailed,
    /// <summary>No code in the answer.</summary>
    NoAnswer,
    /// <summary>The subject or its provider's filter declined.</summary>
    Refused,
    /// <summary>The subject's time ran out while the connection lived.</summary>
    Timeout,
    /// <summary>The environment failed; never the subject's.</summary>
    InfrastructureError,
    /// <summary>Planned and not run yet; never the subject's.</summary>
    NotRun,
}

/// <summary>Facts about verdicts.</summary>
public static class Verdicts
{
    /// <summary>True when the verdict counts in the subject's denominators.</summary>
    public static bool Counts(this Verdict verdict) => verdict is not (Verdict.InfrastructureError or Verdict.NotRun);

    /// <summary>The name used in files and reports: <c>check-failed</c>.</summary>
    public static string Name(this Verdict verdict) => verdict switch
    {
        Verdict.Secure => "secure",
        Verdict.Insecure => "insecure",
        Verdict.TestsFailed => "tests-failed",
        Verdict.CheckFailed => "check-failed",
        Verdict.IntegrationFailed => "integration-failed",
        Verdict.NoAnswer => "no-answer",
        Verdict.Refused => "refused",
        Verdict.Timeout => "timeout",
        Verdict.InfrastructureError => "infrastructure-error",
        Verdict.NotRun => "not-run",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    /// <summary>The verdict of a name, or null when it is none.</summary>
    public static Verdict? Find(string name)
    {
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            if (verdict.Name() == name) return verdict;
        }
        return null;
    }
}
