using System.CommandLine;
using Ase.Cli.Composition;
using Ase.Cli.Output;
using Ase.Core.Errors;
using Ase.Core.Pipeline;
using Ase.Core.Runs;
using Ase.Core.Tasks;
using Ase.Generation.Baselines;
using Ase.Reporting;
using Ase.Reporting.Model;
using Ase.Storage.Sqlite;

namespace Ase.Cli.Commands;

/// <summary><c>ase quickstart</c>: the whole thing in one go, with subjects whose results are known.</summary>
internal static class QuickstartCommand
{
    private const int NpmTasks = 10;

    public static Command Create(Terminal terminal)
    {
        var folder = new Option<string>("--output", "-o") { Description = "Where the store and the report go.", DefaultValueFactory = _ => ".ase" };
        var json = CommonOptions.Json();
        var command = new Command(
            "quickstart",
            """
            Measures all baselines on the suite 'samples' and, where the package registry answers, on ten real
            packages of the suite 'npm'; prints the leaderboard and writes a report. Works without a network.

            Example:
              ase quickstart
            """)
        {
            folder, json,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            var services = new AseServices(terminal);
            var output = result.GetValue(folder)!;
            var (tasks, skipped) = await ChooseAsync(terminal, services, cancellationToken);
            if (tasks.Count == 0) throw new AseException(ErrorCode.SourceUnreachable, $"No task is at hand: {string.Join("; ", skipped.Select(s => s.Reason).Distinct())}");
            await using var runs = await SqliteRunStore.OpenAsync(Path.Combine(output, "runs.db"), cancellationToken: cancellationToken);
            var subjects = BaselineProvider.Names.Select(n => services.ParseSubject("baseline/" + n)).ToList();
            var run = RunPlanner.Create(new RunPlan(subjects, tasks, 3, GradingProfile.Default, services.Provenance()), services.Questionnaire, services.Grader, terminal.Clock);
            await runs.CreateRunAsync(run, cancellationToken);
            run = await RunProgressView.ShowAsync(terminal, "quickstart", p => services.Executor(runs).ExecuteAsync(run, RunCommand.Finder(services, run), p, cancellationToken));
            skipped.AddRange(run.Unavailable.Select(u => new SkippedTask(u.Key, u.Value)));

            var report = await RunReport.CreateAsync(run, runs, cancellationToken);
            var page = Path.GetFullPath(Path.Combine(output, $"report-{run.Id}.html"));
            await ReportWriter.FileAsync(page, ReportFormats.Find("html")!, report, runs, cancellationToken);
            if (result.GetValue(json))
            {
                JsonOutput.Write(terminal, new
                {
                    Run = run.Id,
                    Leaderboard = report.Leaderboard.Select(r => new
                    {
                        Subject = r.Subject.Display,
                        r.Suite,
                        r.Paper.Attempts,
                        Overall = Rounded(r.Paper.Overall),
                        Security = Rounded(r.Paper.Components.Security),
                        Quality = Rounded(r.Paper.Components.Quality),
                        Stability = Rounded(r.Paper.Components.Stability),
                    }),
                    Skipped = skipped,
                    Report = page,
                });
            }
            else
            {
                ReportWriter.Terminal(terminal.Console, report);
                foreach (var group in skipped.GroupBy(s => s.Reason, StringComparer.Ordinal))
                    terminal.Console.WriteText($"left out: {string.Join(", ", group.Select(g => g.Task))} — {group.Key}");
                terminal.Console.WriteText($"report: {page}");
                terminal.Console.WriteText("next:   ase run --suite npm --subject 'openai/MODEL?context=bm25'   (OPENAI_API_KEY, --base-url)");
            }
            return ExitCodes.Success;
        });
        return command;
    }

    private sealed record SkippedTask(string Task, string Reason);

    private static double? Rounded(double value) => double.IsNaN(value) ? null : Math.Round(value, 2);

    private static async Task<(List<(string Suite, BenchmarkTask Task)> Tasks, List<SkippedTask> Skipped)> ChooseAsync(Terminal terminal, AseServices services, CancellationToken cancellationToken)
    {
        var tasks = services.Catalog.Load("samples").Tasks.Select(t => ("samples", t)).ToList();
        var skipped = new List<SkippedTask>();
        var npm = services.Catalog.Load("npm").Tasks.GroupBy(t => t.Cwe, StringComparer.Ordinal).SelectMany(g => g.Select((t, i) => (t, i))).OrderBy(p => p.i).Select(p => p.t).Take(NpmTasks).ToList();
        if (!terminal.Quiet) terminal.Errors.WriteText($"{tasks.Count} samples; fetching {npm.Count} packages …");
        foreach (var chunk in npm.Chunk(2))
        {
            await Task.WhenAll(chunk.Select(async task =>
            {
                try
                {
                    await services.Materializer.MaterializeAsync(task, cancellationToken);
                    lock (skipped) tasks.Add(("npm", task));
                }
                catch (AseException e)
                {
                    lock (skipped) skipped.Add(new SkippedTask(task.Id, e.Code == ErrorCode.SourceUnreachable ? "the package registry does not answer" : e.Message));
                }
            }));
        }
        return ([.. tasks.OrderBy(t => t.Item1, StringComparer.Ordinal).ThenBy(t => t.Item2.Id, StringComparer.Ordinal)], skipped);
    }
}
