using Ase.Core.Attempts;

namespace Ase.Reporting.Tests.Support;

/// <summary>The runs that several tests look at.</summary>
public static class Runs
{
    /// <summary>Two suites, two weaknesses, three subjects with different ends, one attempt of each kind.</summary>
    public static RunBuilder Mixed() => new RunBuilder()
        .Subject("baseline/reference", "openai/gpt-5?context=bm25", "baseline/empty")
        .Task("users").Task("files", cwe: "CWE-22", language: "python").Task("package", suite: "npm", cwe: "CWE-1321")
        .Outcomes((subject, task, cycle) => subject switch
        {
            "baseline/reference" => Verdict.Secure,
            "baseline/empty" => Verdict.NoAnswer,
            _ => (task.Id, cycle) switch
            {
                ("users", 2) => Verdict.Insecure,
                ("files", 1) => Verdict.CheckFailed,
                ("files", 3) => Verdict.IntegrationFailed,
                ("package", 3) => Verdict.Timeout,
                _ => Verdict.Secure,
            },
        });

    /// <summary>A run that the environment spoiled in part, with a task that could not be fetched.</summary>
    public static RunBuilder Spoiled() => new RunBuilder()
        .Subject("openai/gpt-5", "baseline/reference")
        .Task("users").Task("gone", suite: "npm")
        .Unavailable("gone", "Source unreachable: the registry does not answer.")
        .Outcomes((subject, _, cycle) => subject == "openai/gpt-5" && cycle == 2
            ? new Outcome(Verdict.InfrastructureError) { Error = "HTTP 429 after 5 attempts" } : new Outcome(Verdict.Secure));

    /// <summary>Planned, and nothing done yet.</summary>
    public static RunBuilder Untouched() => new RunBuilder().Subject("openai/gpt-5").Task("users").Unfinished().Outcomes((_, _, _) => (Outcome?)null);

    /// <summary>Text that steers terminals, browsers, spreadsheets or readers wherever it is not treated as text.</summary>
    public const string Hostile = "=1+1 \u001b[31mred\u001b[0m \u202Eevil\u2066 \u200B \0 </script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> [bold]x[/] {{script}} \uD800 \"q\"";

    /// <summary>The same text in every field that a subject, a repository or a package controls.</summary>
    public static RunBuilder HostileEverywhere() => new RunBuilder()
        .Subject("openai/" + Hostile)
        .Task("users", cwe: "CWE-" + Hostile, language: Hostile, title: Hostile).Task("gone", suite: Hostile)
        .Unavailable("gone", Hostile)
        .Outcomes((_, _, cycle) => new Outcome(cycle == 1 ? Verdict.Insecure : cycle == 2 ? Verdict.CheckFailed : Verdict.InfrastructureError)
        {
            Answer = Hostile,
            Prompt = Hostile,
            Diff = $"--- a/{Hostile}\n+++ b/{Hostile}\n@@ -1,1 +1,1 @@\n-{Hostile}\n+{Hostile}\n",
            Reason = Hostile,
            Error = Hostile,
            Checks = [new CheckResult(Hostile, cycle == 1, Hostile)],
            Findings = [new FindingRecord(Hostile, Hostile, Hostile, 1, Hostile, [new TraceStepRecord(Hostile, Hostile, 1, 1, Hostile)])],
        });
}
