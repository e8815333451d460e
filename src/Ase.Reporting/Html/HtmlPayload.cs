using System.Text.Json;
using Ase.Core.Attempts;
using Ase.Core.Digests;
using Ase.Core.Ports;
using Ase.Reporting.Json;
using Ase.Reporting.Model;

namespace Ase.Reporting.Html;

/// <summary>
/// The data of the page: an index of everything that lists and tables need, and texts that are read on demand.
/// coupling: Page/data.js reads what is written here.
/// </summary>
internal sealed class HtmlPayload
{
    private readonly byte[] index;
    private readonly IReadOnlyList<byte[]> chunks;

    private HtmlPayload(byte[] index, IReadOnlyList<byte[]> chunks)
    {
        this.index = index;
        this.chunks = chunks;
    }

    public static async Task<HtmlPayload> CreateAsync(RunReport report, IRunStore store, HtmlLimits limits, CancellationToken cancellationToken)
    {
        var texts = new TextChunks(limits);
        // Attempts at the same task look alike, so their texts compress best side by side.
        var byTask = report.Attempts.GroupBy(a => a.Task.Id, StringComparer.Ordinal).SelectMany(g => g).ToList();
        var grades = byTask.ToDictionary(a => a.Id, a => Record(texts, a.Grade is null ? null : a.Grade with { Milliseconds = 0, Cached = false }));
        var generations = byTask.ToDictionary(a => a.Id, a => Record(texts, a.Generation));
        texts.Flush();
        var diffs = byTask.ToDictionary(a => a.Id, a => a.Grade?.DiffDigest is { } d && report.Diffs.TryGetValue(d, out var diff) ? texts.Add(d, diff) : TextChunks.Missing);
        texts.Flush();
        var answers = await TextsAsync(texts, byTask, a => a.Generation?.AnswerDigest, store, cancellationToken);
        var prompts = await TextsAsync(texts, byTask, a => a.Generation?.PromptText, store, cancellationToken);
        var contents = Index(report, texts, a => [grades[a.Id], generations[a.Id], diffs[a.Id], answers[a.Id], prompts[a.Id]]);
        return new HtmlPayload(TextChunks.Compress(contents), texts.Chunks);
    }

    /// <summary>Writes the data blocks: base64 holds no character that HTML takes for its own.</summary>
    public void Write(TextWriter writer)
    {
        Block(writer, "index", index);
        for (var i = 0; i < chunks.Count; i++) Block(writer, FormattableString.Invariant($"texts-{i}"), chunks[i]);
    }

    private static object Index(RunReport report, TextChunks texts, Func<AttemptRow, int[]> references)
    {
        var document = ReportDocument.Of(report with { Attempts = [], Diffs = new Dictionary<string, string>() });
        var subjects = report.Run.Subjects.Select((s, i) => (s, i)).ToDictionary(p => p.s.Canonical, p => p.i, StringComparer.Ordinal);
        var tasks = report.Run.Tasks.Select((t, i) => (t, i)).ToDictionary(p => p.t.Id, p => p.i, StringComparer.Ordinal);
        var verdicts = Enum.GetValues<Verdict>();
        return new
        {
            document.Format,
            Run = new
            {
                document.Run.Id,
                document.Run.Started,
                document.Run.Finished,
                document.Run.Cycles,
                document.Run.Profile,
                document.Run.Provenance,
                Subjects = report.Run.Subjects.Select(s => new { s.Display, s.Canonical, Key = ReportBuilder.KeyOf(s) }),
            },
            document.Completeness,
            report.Suites,
            document.Leaderboard,
            document.Breakdowns,
            Tasks = document.Tasks.Select(t => new { t.Id, t.Suite, t.Title, t.Language, t.Cwe, t.Cve, t.Severity, t.Repository, t.Unavailable }),
            Verdicts = verdicts,
            Attempts = report.Attempts.Select(a => (object[])
                [subjects[a.Subject.Canonical], tasks[a.Task.Id], a.Cycle, Array.IndexOf(verdicts, a.Verdict), Note(a.Grade), .. references(a).Cast<object>()]),
            Chunks = texts.Firsts,
        };
    }

    // What a list says beside the verdict.
    private static string Note(GradeRecord? grade)
    {
        if (grade is null) return "";
        var failed = grade.Checks.Where(c => !c.Passed).Select(c => c.Name).ToList();
        if (failed.Count > 0) return string.Join(", ", failed) + " failed";
        return grade.Findings.Count switch
        {
            0 => "",
            1 => "1 finding",
            var n => FormattableString.Invariant($"{n} findings"),
        };
    }

    private static int Record<T>(TextChunks texts, T? record)
        where T : class
    {
        if (record is null) return TextChunks.Missing;
        var json = JsonSerializer.Serialize(record, JsonReport.Compact);
        return texts.Add("record:" + Digest.Of(json), json, always: true);
    }

    private static async Task<Dictionary<string, int>> TextsAsync(
        TextChunks texts, List<AttemptRow> attempts, Func<AttemptRow, string?> digestOf, IRunStore store, CancellationToken cancellationToken)
    {
        var references = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var attempt in attempts)
        {
            references[attempt.Id] = digestOf(attempt) switch
            {
                null or "" => TextChunks.Missing,
                var digest when texts.Find(digest) is { } known => known,
                _ when texts.Full => TextChunks.LeftOut,
                var digest => await store.GetTextAsync(digest, cancellationToken) is { } text ? texts.Add(digest, text) : TextChunks.Missing,
            };
        }
        texts.Flush();
        return references;
    }

    private static void Block(TextWriter writer, string id, byte[] bytes)
    {
        writer.Write($"<script type=\"application/gzip\" id=\"{id}\">");
        writer.Write(Convert.ToBase64String(bytes));
        writer.Write("</script>\n");
    }
}
