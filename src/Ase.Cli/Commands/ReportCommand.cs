using System.CommandLine;
using System.Globalization;
using Ase.Cli.Output;
using Ase.Core.Errors;
using Ase.Reporting;
using Ase.Reporting.Csv;
using Ase.Reporting.Json;
using Ase.Reporting.Model;
using Ase.Storage.Sqlite;
using Spectre.Console;

namespace Ase.Cli.Commands;

/// <summary><c>ase report</c>: what a run found.</summary>
internal static class ReportCommand
{
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string?>("run") { Description = "The run's id, the start of it, or 'latest'. Without it: the runs of the store.", Arity = ArgumentArity.ZeroOrOne };
        var csv = new Option<string?>("--csv") { Description = "Write the leaderboard as CSV to this file (- for standard output)." };
        var attempts = new Option<string?>("--attempts-csv") { Description = "Write one line an attempt as CSV to this file (- for standard output)." };
        var html = new Option<string?>("--html") { Description = "Write a page that opens without a network to this file." };
        var (store, json) = (CommonOptions.Store(), CommonOptions.Json());
        var command = new Command("report", "Shows a run: leaderboard, weaknesses, attempts.\n\nExamples:\n  ase report latest\n  ase report latest --html report.html --csv leaderboard.csv") { id, csv, attempts, html, store, json };
        command.SetAction(async (result, cancellationToken) =>
        {
            if (!File.Exists(result.GetValue(store))) throw new AseException(ErrorCode.FileAccess, $"There is no store '{result.GetValue(store)}'. 'ase run' makes one.");
            await using var runs = await SqliteRunStore.OpenAsync(result.GetValue(store)!, cancellationToken: cancellationToken);
            if (result.GetValue(id) is not { } name) return await ListAsync(terminal, runs, result.GetValue(json), cancellationToken);
            var report = await RunReport.CreateAsync(await RunCommand.FindRunAsync(runs, name, cancellationToken), runs, cancellationToken);
            var wrote = await WriteAsync(terminal, result.GetValue(csv), w => CsvReport.WriteLeaderboard(w, report))
                | await WriteAsync(terminal, result.GetValue(attempts), w => CsvReport.WriteAttempts(w, report));
            if (result.GetValue(html) is { } page)
            {
                await ReportWriter.FileAsync(page, ReportFormats.Find("html")!, report, runs, cancellationToken);
                terminal.Errors.WriteText($"wrote {page}");
                wrote = true;
            }
            if (result.GetValue(json)) JsonReport.Write(terminal.Output, report);
            else if (!wrote) ReportWriter.Terminal(terminal.Console, report);
            return ExitCodes.Success;
        });
        return command;
    }

    private static async Task<bool> WriteAsync(Terminal terminal, string? path, Action<TextWriter> write)
    {
        if (path is null) return false;
        if (path == "-")
        {
            write(terminal.Output);
            return true;
        }
        try
        {
            await using var writer = new StreamWriter(path);
            write(writer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(path, e);
        }
        terminal.Errors.WriteText($"wrote {path}");
        return true;
    }

    private static async Task<int> ListAsync(Terminal terminal, SqliteRunStore store, bool json, CancellationToken cancellationToken)
    {
        var runs = await store.RunsAsync(cancellationToken);
        if (json)
        {
            JsonOutput.Write(terminal, runs.Select(r => new { r.Id, r.Started, r.Finished, Subjects = r.Subjects.Select(s => s.Display), Tasks = r.Tasks.Count, r.Cycles, r.Planned }));
            return ExitCodes.Success;
        }
        var table = new Table().RoundedBorder().AddColumns("run", "started (UTC)", "finished", "subjects", "tasks", "cycles");
        foreach (var run in runs)
        {
            table.AddRow(
                new Text(run.Id), new Text(run.Started.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), new Text(run.Finished is null ? "no: --resume" : "yes"),
                new Text(string.Join(", ", run.Subjects.Take(3).Select(s => s.Display)) + (run.Subjects.Count > 3 ? $" and {run.Subjects.Count - 3} more" : "")),
                new Text(run.Tasks.Count.ToString(CultureInfo.InvariantCulture)), new Text(run.Cycles.ToString(CultureInfo.InvariantCulture)));
        }
        terminal.Console.Write(table);
        return ExitCodes.Success;
    }
}
