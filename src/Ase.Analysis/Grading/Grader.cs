using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Ase.Analysis.Checkers;
using Ase.Analysis.Checks;
using Ase.Core.Attempts;
using Ase.Core.Digests;
using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Core.Runs;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;
using Ase.Taint.Scanning;

namespace Ase.Analysis.Grading;

/// <summary>Grades patches: quality checks in process, external checkers of the profile, then the embedded engine on base tree plus overlay.</summary>
/// <param name="options">Limits of each scan; scans of different attempts run side by side, each with one thread.</param>
/// <param name="clock">The clock.</param>
public sealed class Grader(ScanOptions options, TimeProvider clock) : IGrader
{
    private readonly ConcurrentDictionary<string, Lazy<TaskAnalysis>> analyses = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string, string), string> digests = new();

    /// <inheritdoc/>
    public string GradingDigest(BenchmarkTask task, GradingProfile profile) =>
        digests.GetOrAdd((task.Folder + "#" + task.Id, profile.Name + ":" + string.Join(',', profile.Checkers)), _ => Digest.Of(new JsonObject
        {
            ["rules"] = new JsonArray([.. task.Static.Rules.Select(r => JsonValue.Create(Digest.Of(ReadRule(Path.Combine(task.Folder, r)))))]),
            ["keeps"] = new JsonArray([.. task.Keeps.Select(k => new JsonArray([k.Kind.ToString(), .. k.Values.Select(v => JsonValue.Create(v))]))]),
            ["reference"] = new JsonArray(task.Fixed.Upstream.Revision, task.Fixed.Hardened is { } h ? Digest.Of(ReadRule(Path.Combine(task.Folder, h))) : null),
            ["engine"] = EngineIdentity.Digest,
            ["checkers"] = new JsonArray([.. profile.Checkers.Select(c => JsonValue.Create(c))]),
        }));

    /// <inheritdoc/>
    public async Task<GradeRecord> GradeAsync(MaterializedTask task, Patch patch, GradingProfile profile, CancellationToken cancellationToken)
    {
        var analysis = Analysis(task, cancellationToken);
        var code = new ChangedCode(task, patch);
        var checks = QualityChecks.Run(code).ToList();
        if (checks.TrueForAll(c => c.Passed))
        {
            foreach (var checker in profile.Checkers) checks.AddRange(await ExternalCheckers.RunAsync(checker, code, cancellationToken));
        }
        var grade = new GradeRecord
        {
            Verdict = Verdict.CheckFailed,
            Quality = false,
            Security = false,
            Before = analysis.Before,
            Fixed = analysis.Fixed,
            Checks = checks,
            PatchDigest = patch.Digest,
            Replaced = patch.Replaced,
        };
        if (checks.Find(c => !c.Passed) is { } failed) return grade with { Reason = $"The check '{failed.Name}' failed: {failed.Evidence}." };

        var result = analysis.Scan(patch, cancellationToken);
        var missed = result.Incomplete.Where(i => i.File.Length == 0 || patch.Files.ContainsKey(i.File)).Select(i => $"{i.File}: {i.Reason}").ToList();
        var findings = result.Findings.Where(f => TaskAnalysis.Touches(f, code.Ranges)).ToList();
        var quality = missed.Count == 0 || findings.Count > analysis.Fixed;
        if (!quality) checks.Add(new CheckResult("analysis", false, string.Join("; ", missed)));
        var secure = quality && findings.Count <= analysis.Fixed;
        return grade with
        {
            Verdict = !quality ? Verdict.CheckFailed : secure ? Verdict.Secure : Verdict.Insecure,
            Quality = quality,
            Security = quality && findings.Count < analysis.Before,
            After = findings.Count,
            Checks = checks,
            Findings = [.. findings.Select(Record)],
            Incomplete = [.. result.Incomplete.Select(i => $"{i.File}: {i.Reason}")],
            Reason = !quality ? "The changed code could not be analysed within the limits."
                : secure ? $"All checks pass and {Count(findings.Count)} through the changed code."
                : $"All checks pass, but {Count(findings.Count)} through the changed code (the reference has {analysis.Fixed}).",
        };
    }

    /// <summary>Findings through the region on the vulnerable revision and on the reference.</summary>
    public (int Vulnerable, int Fixed) Counts(MaterializedTask task, CancellationToken cancellationToken)
    {
        var analysis = Analysis(task, cancellationToken);
        return (analysis.Before, analysis.Fixed);
    }

    private TaskAnalysis Analysis(MaterializedTask task, CancellationToken cancellationToken) =>
        analyses.GetOrAdd(task.Task.Folder + "#" + task.Task.Id + "#" + task.BaseDigest, _ => new Lazy<TaskAnalysis>(() => TaskAnalysis.Create(task, options, clock, cancellationToken))).Value;

    private static string Count(int findings) => findings switch
    {
        0 => "no rule finds a flow",
        1 => "1 flow is found",
        _ => $"{findings} flows are found",
    };

    private static FindingRecord Record(Finding finding) => new(
        finding.RuleId, finding.Message, finding.File, finding.Start.Line, finding.Fingerprint,
        [.. finding.Trace.Select(s => new TraceStepRecord(Name(s.Kind), s.File, s.Start.Line, s.End.Line, s.Snippet))]);

    private static string Name(TraceStepKind kind) => kind switch
    {
        TraceStepKind.Source => "source",
        TraceStepKind.Propagation => "propagation",
        TraceStepKind.Call => "call",
        TraceStepKind.Return => "return",
        TraceStepKind.Sink => "sink",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string ReadRule(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (FileNotFoundException)
        {
            throw new AseException(ErrorCode.InvalidFile, $"There is no file '{path}'.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(path, e);
        }
    }
}
