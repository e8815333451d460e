using System.Globalization;
using Ase.Core.Attempts;
using Ase.Reporting.Display;
using Ase.Reporting.Json;
using Ase.Reporting.Model;

namespace Ase.Reporting.Csv;

/// <summary>
/// Writes tables for spreadsheets, as RFC 4180 has them: comma, CRLF, a header. A number that is none is an empty field. A text that a
/// spreadsheet would run as a formula gets an apostrophe before it, and hidden characters are shown by their escapes.
/// </summary>
public static class CsvReport
{
    private static readonly string[] LeaderboardColumns =
    [
        "rank", "subject", "suite", "tasks", "planned", "attempts", "excluded", "overall", "security", "quality", "stability", "secure_at_1", "secure_at_k",
        "secure_all_at_k", "k", "secure", "insecure", "check_failed", "integration_failed", "input_tokens", "output_tokens", "requests", "mean_ms", "unranked",
    ];

    private static readonly string[] AttemptColumns =
    [
        "id", "subject", "suite", "task", "language", "cwe", "cve", "severity", "repository", "cycle", "verdict", "quality", "security", "before", "after", "fixed",
        "findings", "failed_checks", "input_tokens", "output_tokens", "ms", "prompt", "answer", "diff", "reason",
    ];

    /// <summary>One line for each row of the leaderboard.</summary>
    public static void WriteLeaderboard(TextWriter writer, RunReport report)
    {
        Line(writer, LeaderboardColumns);
        foreach (var r in report.Leaderboard.Select(LeaderboardDocument.Of))
        {
            Line(
                writer, r.Rank, r.Subject, r.Suite, r.Tasks, r.Planned, r.Attempts, r.Excluded, r.Overall, r.Security, r.Quality, r.Stability, r.SecureAt1, r.SecureAtK,
                r.SecureAllAtK, r.K, r.Attribution.Secure, r.Attribution.Insecure, r.Attribution.CheckFailed, r.Attribution.IntegrationFailed, r.InputTokens,
                r.OutputTokens, r.Requests, r.MeanMilliseconds, r.Unranked);
        }
    }

    /// <summary>One line for each planned attempt.</summary>
    public static void WriteAttempts(TextWriter writer, RunReport report)
    {
        Line(writer, AttemptColumns);
        foreach (var a in report.Attempts)
        {
            // What does not count has no zeros that somebody could average.
            var (t, g, grade) = (a.Task, a.Generation, a.Verdict.Counts() ? a.Grade : null);
            var failed = grade is null ? "" : string.Join(' ', grade.Checks.Where(c => !c.Passed).Select(c => c.Name));
            Line(
                writer, a.Id, a.Subject.Display, t.Suite, t.Id, t.Language, t.Cwe, t.Cve, t.Severity.ToString().ToLowerInvariant(), t.Repository, a.Cycle, a.Verdict.Name(),
                grade?.Quality, grade?.Security, grade?.Before, grade is { After: >= 0 } ? grade.After : null, grade?.Fixed, grade?.Findings.Count, failed, g?.InputTokens,
                g?.OutputTokens, g?.Milliseconds, g?.PromptDigest, g?.AnswerDigest, grade?.DiffDigest, a.Reason);
        }
    }

    private static void Line(TextWriter writer, params object?[] fields)
    {
        writer.Write(string.Join(',', fields.Select(Field)));
        writer.Write("\r\n");
    }

    private static string Field(object? value) => value switch
    {
        null => "",
        string text => Quote(text),
        bool flag => flag ? "1" : "0",
        double number => double.IsFinite(number) ? Math.Round(number, 4).ToString(CultureInfo.InvariantCulture) : "",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    private static string Quote(string text)
    {
        var line = Visible.Line(text);
        if (line.Length > 0 && line[0] is '=' or '+' or '-' or '@') line = "'" + line;
        return line.AsSpan().ContainsAny(',', '"') ? "\"" + line.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : line;
    }
}
