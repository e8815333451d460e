using System.Globalization;
using Ase.Core.Attempts;
using Ase.Core.Runs;
using Ase.Core.Scoring;
using Ase.Reporting.Display;
using Ase.Reporting.Model;
using Spectre.Console;

namespace Ase.Reporting.Terminal;

/// <summary>Shows a report on a terminal of at least 80 columns: the leaderboards, the weaknesses, and what is missing.</summary>
internal sealed class TerminalReport(IAnsiConsole console, RunReport report)
{
    private const int NotesAtMost = 10;

    // 80 columns hold the subject and this many parts.
    private const int PartsInTable = 6;

    public void Write()
    {
        var run = report.Run;
        console.MarkupLineInterpolated($"[bold]Run {Visible.Line(run.Id)}[/]  {Count(run.Subjects.Count, "subject")}, {Count(run.Tasks.Count, "task")}, {Count(run.Cycles, "cycle")}");
        console.MarkupLineInterpolated(
            $"[grey]{Date(run.Started)} to {(run.Finished is { } finished ? Date(finished) : "now (unfinished)")}, grading profile {Visible.Line(run.Profile.Name)}[/]");
        if (report.Completeness.Reason is { } reason)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[yellow bold]Incomplete, not ranked.[/] [yellow]{reason}[/]");
        }
        foreach (var suite in report.Suites)
        {
            console.WriteLine();
            console.Write(Leaderboard(suite));
        }
        if (report.Suites.Count > 0)
        {
            foreach (var table in Parts(report.Suites[0], Dimension.Cwe)) console.Write(table);
        }
        Unranked();
        Excluded();
        Unavailable();
    }

    private Table Leaderboard(string suite)
    {
        var rows = report.LeaderboardOf(suite).ToList();
        var k = rows.Max(r => r.Extended.K) is > 0 and var most ? most : report.Run.Cycles;
        var table = NewTable(string.Create(CultureInfo.InvariantCulture, $"Leaderboard: {Visible.Line(suite)}, {Count(rows[0].Tasks, "task")}"));
        table.AddColumn(new TableColumn("#").RightAligned().NoWrap().Padding(0, 0));
        table.AddColumn(new TableColumn("subject").Padding(0, 0));
        foreach (var name in (string[])["overall", "secur.", "qual.", "stab.", "sec@1", string.Create(CultureInfo.InvariantCulture, $"all@{k}"), "n"])
            table.AddColumn(new TableColumn(name).RightAligned().NoWrap().Padding(0, 0));
        foreach (var row in rows)
        {
            var components = row.Paper.Attempts == 0 ? new Components(double.NaN, double.NaN, double.NaN) : row.Paper.Components;
            table.AddRow(
                new Text(row.Rank?.ToString(CultureInfo.InvariantCulture) ?? "–"),
                Name(row.Subject),
                new Text(Score(row.Paper.Overall, 2), new Style(decoration: Decoration.Bold)),
                new Text(Score(components.Security, 1), Shade(components.Security)),
                new Text(Score(components.Quality, 1)),
                new Text(Score(components.Stability, 1)),
                new Text(Score(100 * row.Extended.SecureAt1, 1)),
                new Text(Score(100 * row.Extended.SecureAllAtK, 1)),
                new Text(row.Paper.Attempts.ToString(CultureInfo.InvariantCulture) + (row.Paper.Excluded > 0 ? "*" : "")));
        }
        return table;
    }

    private IEnumerable<Table> Parts(string suite, Dimension by)
    {
        var parts = report.BreakdownOf(suite, by).ToList();
        var subjects = report.LeaderboardOf(suite).Select(r => r.Subject).ToList();
        var cells = parts.ToDictionary(p => (p.Subject.Canonical, p.Part.Key), p => p.Part.Paper);
        var all = parts.Select(p => p.Part.Key).Distinct(StringComparer.Ordinal).OrderBy(NumberOf).ThenBy(key => key, StringComparer.Ordinal).ToList();
        var tables = (all.Count + PartsInTable - 1) / PartsInTable;
        if (tables == 0) yield break;
        foreach (var keys in all.Chunk((all.Count + tables - 1) / tables))
        {
            var table = NewTable("Security by weakness");
            table.AddColumn(new TableColumn("subject").Padding(0, 0));
            foreach (var key in keys) table.AddColumn(new TableColumn(new Text(Visible.Line(key, 10))).RightAligned().NoWrap().Padding(0, 0));
            foreach (var subject in subjects)
            {
                var scores = keys.Select(key => cells.TryGetValue((subject.Canonical, key), out var paper) && paper.Attempts > 0 ? paper.Components.Security : double.NaN);
                table.AddRow([Name(subject), .. scores.Select(s => new Text(Score(s, 1), Shade(s)))]);
            }
            yield return table;
        }
    }

    // CWE-79 before CWE-1321.
    private static long NumberOf(string key) =>
        long.TryParse(key.AsSpan(key.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;

    // The options on lines of their own: a name of many options would take the width of the figures.
    private static Text Name(PlannedSubject subject)
    {
        var name = Visible.Line(subject.Display, 200);
        var options = name.IndexOf('?', StringComparison.Ordinal);
        return new Text(options < 0 ? name : name[..options] + "\n " + name[options..]);
    }

    private void Unranked()
    {
        if (!report.Completeness.Complete) return;
        foreach (var row in report.Leaderboard.Where(r => r.Unranked is not null))
            console.MarkupLineInterpolated($"[yellow]– {Visible.Line(row.Subject.Display)} on {Visible.Line(row.Suite)} is not ranked: {row.Unranked}[/]");
    }

    private void Excluded()
    {
        var excluded = report.Attempts.Where(a => !a.Verdict.Counts() && a.Generation is not null)
            .GroupBy(a => (a.Subject.Display, a.Verdict, Reason: Visible.Line(a.Reason, 160))).ToList();
        if (report.Completeness.Excluded == 0) return;
        console.MarkupLineInterpolated(
            $"[yellow]* {Count(report.Completeness.Excluded, "attempt")} left out: {Count(report.Completeness.InfrastructureErrors, "infrastructure error")}, {report.Completeness.NotRun} not run.[/]");
        foreach (var group in excluded.Take(NotesAtMost))
            console.MarkupLineInterpolated($"[grey]  {group.Count()} × {Visible.Line(group.Key.Display)}: {group.Key.Verdict.Name()} {group.Key.Reason}[/]");
        More(excluded.Count);
    }

    private void Unavailable()
    {
        var tasks = report.Tasks.Where(t => t.Unavailable is not null).ToList();
        if (tasks.Count == 0) return;
        console.MarkupLineInterpolated($"[yellow]{Count(tasks.Count, "task")} unavailable:[/]");
        foreach (var task in tasks.Take(NotesAtMost)) console.MarkupLineInterpolated($"[grey]  {Visible.Line(task.Task.Id)}: {Visible.Line(task.Unavailable!, 200)}[/]");
        More(tasks.Count);
    }

    private void More(int count)
    {
        if (count > NotesAtMost) console.MarkupLineInterpolated($"[grey]  … and {count - NotesAtMost} more[/]");
    }

    private static Table NewTable(string title)
    {
        var table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey);
        table.Title = new TableTitle(Markup.Escape(title), new Style(decoration: Decoration.Bold));
        return table;
    }

    private static string Score(double value, int decimals) =>
        double.IsFinite(value) ? value.ToString(decimals == 2 ? "0.00" : "0.0", CultureInfo.InvariantCulture) : "–";

    private static Style Shade(double value) => value switch
    {
        >= 80 => new Style(Color.Green),
        >= 40 => new Style(Color.Yellow),
        >= 0 => new Style(Color.Red),
        _ => Style.Plain,
    };

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    private static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
