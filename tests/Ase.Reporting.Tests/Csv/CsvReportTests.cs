using Ase.Core.Attempts;
using Ase.Reporting.Csv;
using Ase.Reporting.Model;
using Ase.Reporting.Tests.Support;

namespace Ase.Reporting.Tests.Csv;

public sealed class CsvReportTests
{
    private static async Task<string> WriteAsync(RunBuilder run, Action<TextWriter, RunReport> write)
    {
        var report = await run.ReportAsync();
        using var writer = new StringWriter();
        write(writer, report);
        return writer.ToString();
    }

    [Fact]
    public async Task Leaderboard_is_as_agreed() => Snapshot.Match(await WriteAsync(Runs.Mixed(), CsvReport.WriteLeaderboard), "leaderboard.csv");

    [Fact]
    public async Task Leaderboard_without_scores_is_as_agreed() => Snapshot.Match(await WriteAsync(Runs.Untouched(), CsvReport.WriteLeaderboard), "untouched.csv");

    [Fact]
    public async Task Attempts_are_as_agreed() => Snapshot.Match(await WriteAsync(Runs.Spoiled(), CsvReport.WriteAttempts), "attempts.csv");

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("two\r\nlines", "two lines")]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("a\u001b[31m", "a\\u{001b}[31m")]
    [InlineData("\u202Ex", "\\u{202e}x")]
    public async Task Texts_are_quoted_and_never_run(string reason, string field)
    {
        var csv = await WriteAsync(new RunBuilder().Subject("a").Task("users").Cycles(1).Outcomes((_, _, _) => new Outcome(Verdict.Secure) { Reason = reason }), CsvReport.WriteAttempts);

        Assert.EndsWith("," + field + "\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_has_as_many_fields_as_the_header()
    {
        foreach (var write in (Action<TextWriter, RunReport>[])[CsvReport.WriteLeaderboard, CsvReport.WriteAttempts])
        {
            var rows = Parse(await WriteAsync(Runs.HostileEverywhere(), write));
            Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        }
    }

    // A reader of its own, straight from the grammar of RFC 4180.
    private static List<List<string>> Parse(string csv)
    {
        var rows = new List<List<string>> { new() };
        var field = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"') field.Append(csv[i++]);
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c == ',') Next();
            else if (!quoted && c == '\r' && csv[i + 1] == '\n')
            {
                Next();
                rows.Add([]);
                i++;
            }
            else field.Append(c);
        }
        Assert.Empty(rows[^1]);
        rows.RemoveAt(rows.Count - 1);
        return rows;

        void Next()
        {
            rows[^1].Add(field.ToString());
            field.Clear();
        }
    }
}
