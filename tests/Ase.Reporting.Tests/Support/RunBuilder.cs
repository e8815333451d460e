using Ase.Core.Attempts;
using Ase.Core.Digests;
using Ase.Core.Runs;
using Ase.Core.Tasks;
using Ase.Reporting.Model;

namespace Ase.Reporting.Tests.Support;

/// <summary>What an attempt of a made-up run came to; null leaves it not run.</summary>
public sealed record Outcome(Verdict Verdict)
{
    public string Answer { get; init; } = "return db.query('SELECT * FROM users WHERE id = ?', [id]);\n";
    public string Prompt { get; init; } = "# System\n\nYou write code.\n\n# User\n\nWrite the missing code.\n";
    public string Diff { get; init; } =
        "--- a/lib/users.js\n+++ b/lib/users.js\n@@ -10,3 +10,3 @@\n function find(id) {\n-  return db.query('SELECT * FROM users WHERE id = ' + id);\n+  return db.query('SELECT * FROM users WHERE id = ?', [id]);\n }\n";
    public string Reason { get; init; } = "";
    public string Error { get; init; } = "";
    public bool Cached { get; init; }
    public bool Graded { get; init; } = true;
    public double Milliseconds { get; init; } = 1200;
    public IReadOnlyList<CheckResult>? Checks { get; init; }
    public IReadOnlyList<FindingRecord>? Findings { get; init; }
}

/// <summary>Makes runs for tests: the plan, and what each attempt came to.</summary>
public sealed class RunBuilder
{
    private readonly List<PlannedSubject> subjects = [];
    private readonly List<PlannedTask> tasks = [];
    private readonly SortedDictionary<string, string> unavailable = new(StringComparer.Ordinal);
    private Func<string, PlannedTask, int, Outcome?> outcome = (_, _, _) => new Outcome(Verdict.Secure);
    private int cycles = 3;
    private bool finished = true;

    public MemoryStore Store { get; } = new();

    public static FindingRecord Finding(string file = "lib/users.js") => new(
        "users-sql-injection", "A request value reaches an SQL query as text", file, 11, Digest.Of("finding"),
        [
            new("source", "routes/index.js", 7, 7, "const id = req.query.id;"),
            new("call", "routes/index.js", 9, 9, "users.find(id)"),
            new("propagation", file, 10, 10, "function find(id) {"),
            new("sink", file, 11, 11, "db.query('SELECT * FROM users WHERE id = ?', [id])"),
        ]);

    public static CheckResult[] PassedChecks() => [new("applies", true), new("placeholder", true), new("syntax", true), new("definitions", true), new("keeps", true)];

    public static CheckResult[] FailedChecks() => [new("applies", true), new("placeholder", true), new("syntax", false, "lib/users.js:11:3: unexpected end of input")];

    public RunBuilder Subject(params string[] displays)
    {
        subjects.AddRange(displays.Select(d => new PlannedSubject(d.Contains('?', StringComparison.Ordinal) ? d + "&max-tokens=8192" : d + "?max-tokens=8192", d)));
        return this;
    }

    public RunBuilder Task(string id, string suite = "samples", string cwe = "CWE-89", string language = "javascript", string? title = null, Severity severity = Severity.High)
    {
        tasks.Add(new PlannedTask(id, suite, title ?? "SQL injection in " + id, language, cwe, severity, "npm:" + id, null, Digest.Of("q" + id), Digest.Of("g" + id)));
        return this;
    }

    public RunBuilder Cycles(int count)
    {
        cycles = count;
        return this;
    }

    public RunBuilder Unfinished()
    {
        finished = false;
        return this;
    }

    public RunBuilder Unavailable(string task, string reason)
    {
        unavailable[task] = reason;
        return this;
    }

    /// <summary>Says what each attempt comes to, by the subject's display text, task and cycle.</summary>
    public RunBuilder Outcomes(Func<string, PlannedTask, int, Outcome?> of)
    {
        outcome = of;
        return this;
    }

    public RunBuilder Outcomes(Func<string, PlannedTask, int, Verdict> of) => Outcomes((s, t, c) => new Outcome(of(s, t, c)));

    public async Task<RunReport> ReportAsync()
    {
        foreach (var subject in subjects)
        {
            foreach (var task in tasks.Where(t => !unavailable.ContainsKey(t.Id)))
            {
                for (var cycle = 1; cycle <= cycles; cycle++)
                {
                    if (outcome(subject.Display, task, cycle) is { } o) Store.Add(Attempt(new AttemptKey(subject.Canonical, task.Id, cycle), task, o));
                }
            }
        }
        return await RunReport.CreateAsync(Run(), Store, CancellationToken.None);
    }

    private RunRecord Run() => new()
    {
        Id = "20250102-030405-abcdef",
        Started = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Finished = finished ? new DateTimeOffset(2025, 1, 2, 3, 9, 5, TimeSpan.Zero) : null,
        Subjects = subjects,
        Tasks = tasks,
        Unavailable = unavailable,
        Cycles = cycles,
        Profile = GradingProfile.Default,
        Provenance = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["version"] = "0.1.0", ["engine"] = "1", ["runtime"] = ".NET 10.0.0", ["command"] = "ase run --suite samples" },
    };

    private AttemptRecord Attempt(AttemptKey key, PlannedTask task, Outcome o)
    {
        var generation = new GenerationRecord
        {
            Status = o.Verdict switch
            {
                Verdict.Refused => GenerationStatus.Refused,
                Verdict.Timeout => GenerationStatus.Timeout,
                Verdict.InfrastructureError => GenerationStatus.InfrastructureError,
                _ => GenerationStatus.Answered,
            },
            PromptDigest = Digest.Of("p" + o.Prompt),
            PromptText = Store.Put(o.Prompt),
            AnswerDigest = o.Verdict is Verdict.Refused or Verdict.Timeout or Verdict.InfrastructureError ? null : Store.Put(o.Answer),
            InputTokens = 1000,
            OutputTokens = 50,
            Milliseconds = o.Milliseconds,
            Requests = 1,
            FinishReason = "stop",
            Error = o.Error,
            Cached = o.Cached,
        };
        return new AttemptRecord(key, generation, o.Graded ? Grade(o, task) : null);
    }

    private GradeRecord Grade(Outcome o, PlannedTask task)
    {
        var quality = o.Verdict is Verdict.Secure or Verdict.Insecure;
        var patched = quality || o.Verdict is Verdict.CheckFailed or Verdict.TestsFailed;
        return new GradeRecord
        {
            Verdict = o.Verdict,
            Quality = quality,
            Security = o.Verdict == Verdict.Secure,
            Before = 1,
            After = quality ? o.Verdict == Verdict.Secure ? 0 : 1 : -1,
            Checks = o.Checks ?? (quality ? PassedChecks() : patched ? FailedChecks() : []),
            Findings = o.Findings ?? (o.Verdict == Verdict.Insecure ? [Finding()] : []),
            DiffDigest = patched ? Store.Put(o.Diff) : null,
            PatchDigest = patched ? Digest.Of("patch" + o.Diff) : "",
            Reason = o.Reason,
            GradingDigest = task.GradingDigest,
            Milliseconds = 15,
        };
    }
}
