using System.CommandLine;
using Ase.Analysis.Checkers;
using Ase.Cli.Composition;
using Ase.Cli.Output;
using Ase.Core.Attempts;
using Ase.Core.Errors;
using Ase.Core.Pipeline;
using Ase.Core.Ports;
using Ase.Core.Runs;
using Ase.Core.Tasks;
using Ase.Datasets.Subjects;
using Ase.Reporting;
using Ase.Reporting.Json;
using Ase.Reporting.Model;
using Ase.Storage.Sqlite;

namespace Ase.Cli.Commands;

/// <summary><c>ase run</c>: asks subjects, grades their answers, stores everything.</summary>
internal static class RunCommand
{
    public static Command Create(Terminal terminal)
    {
        var suites = new Option<string[]>("--suite", "-s") { Description = "A suite by name or folder; may be repeated." };
        var tasks = new Option<string[]>("--task", "-t") { Description = "Single tasks by id or folder; may be repeated." };
        var subjects = new Option<string[]>("--subject", "-m") { Description = "provider/model?option=value, or a YAML file with a list of them; may be repeated." };
        var cycles = new Option<int>("--cycles", "-c") { Description = "Answers asked for each subject and task.", DefaultValueFactory = _ => 3 };
        var workers = new Option<int>("--workers", "-w") { Description = "Answers asked for at a time.", DefaultValueFactory = _ => 8 };
        var profile = new Option<string[]>("--profile") { Description = $"External checkers beside the built-in ones: {string.Join(", ", ExternalCheckers.Names)}; may be repeated." };
        var resume = new Option<string?>("--resume") { Description = "Go on with a run: its id, the start of it, or 'latest'." };
        var baseUrl = new Option<string?>("--base-url") { Description = "The endpoint of openai/… subjects (also: OPENAI_BASE_URL)." };
        var rate = new Option<int?>("--requests-per-minute") { Description = "Ask the endpoint no more often." };
        var deadline = new Option<int?>("--answer-timeout") { Description = "Seconds that one answer may take. Default: 600." };
        var fresh = new Option<bool>("--no-cache") { Description = "Ask and grade again what is known from earlier runs." };
        var (store, mirror, json) = (CommonOptions.Store(), CommonOptions.GitMirror(), CommonOptions.Json());
        var command = new Command(
            "run",
            """
            Measures subjects on suites: asks for the missing code, grades the answers, stores everything.
            A run that was ended early goes on with --resume; nothing that was stored is asked for again.

            Subjects:
              baseline/NAME       reference, upstream-fix, vulnerable, empty, variant-secure, variant-insecure, degenerate
              replay/NAME?file=F  recorded answers from a JSON Lines file
              openai/MODEL        any OpenAI-compatible endpoint (OPENAI_API_KEY, --base-url)
            Options of subjects: context=none|bm25, format=infill|diff|files, budget=TOKENS, temperature, top-p, seed, max-tokens.

            Examples:
              ase run --suite npm --subject baseline/reference --subject baseline/vulnerable
              ase run --suite npm --subject 'openai/gpt-5?context=bm25&format=diff' --cycles 3
              ase run --resume latest
            """)
        {
            suites, tasks, subjects, cycles, workers, profile, resume, baseUrl, rate, deadline, fresh, store, mirror, json,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            Positive(result.GetValue(cycles), "--cycles");
            Positive(result.GetValue(workers), "--workers");
            Positive(result.GetValue(rate) ?? 1, "--requests-per-minute");
            Positive(result.GetValue(deadline) ?? 1, "--answer-timeout");
            var services = new AseServices(terminal, new ServiceOptions
            {
                GitMirror = result.GetValue(mirror),
                BaseUrl = result.GetValue(baseUrl),
                RequestsPerMinute = result.GetValue(rate),
                AnswerTimeout = result.GetValue(deadline) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                Workers = result.GetValue(workers),
                UseCaches = !result.GetValue(fresh),
            });
            await using var runs = await SqliteRunStore.OpenAsync(result.GetValue(store)!, cancellationToken: cancellationToken);
            RunRecord run;
            if (result.GetValue(resume) is { } id)
            {
                run = await FindRunAsync(runs, id, cancellationToken);
            }
            else
            {
                var chosen = Tasks(services, terminal, result.GetValue(suites) ?? [], result.GetValue(tasks) ?? []);
                var asked = Subjects(result.GetValue(subjects) ?? []).Select(services.ParseSubject).ToList();
                var grading = await ExternalCheckers.ProfileAsync(result.GetValue(profile) ?? [], cancellationToken);
                run = RunPlanner.Create(new RunPlan(asked, chosen, result.GetValue(cycles), grading, services.Provenance()), services.Questionnaire, services.Grader, terminal.Clock);
                await runs.CreateRunAsync(run, cancellationToken);
            }
            return await ExecuteAsync(terminal, services, runs, run, result.GetValue(json), cancellationToken);
        });
        return command;
    }

    /// <summary>The run of an id.</summary>
    public static async Task<RunRecord> FindRunAsync(IRunStore store, string id, CancellationToken cancellationToken) =>
        await store.FindRunAsync(id, cancellationToken)
        ?? throw new AseException(ErrorCode.UnknownRun, $"The store has no run '{id}' (or several that start so); it has: {string.Join(", ", (await store.RunsAsync(cancellationToken)).Take(10).Select(r => r.Id))}.");

    /// <summary>Executes what is left of a run, with progress, and prints its leaderboard.</summary>
    public static async Task<int> ExecuteAsync(Terminal terminal, AseServices services, IRunStore store, RunRecord run, bool json, CancellationToken cancellationToken)
    {
        if (!terminal.Quiet) terminal.Errors.WriteText($"run {run.Id}: {run.Subjects.Count} subjects × {run.Tasks.Count} tasks × {run.Cycles} cycles = {run.Planned} attempts");
        var find = Finder(services, run);
        run = await RunProgressView.ShowAsync(terminal, "run", progress => services.Executor(store).ExecuteAsync(run, find, progress, cancellationToken));
        var report = await RunReport.CreateAsync(run, store, cancellationToken);
        if (json) JsonReport.Write(terminal.Output, report);
        else ReportWriter.Terminal(terminal.Console, report);
        var spoiled = report.Attempts.Where(a => a.Verdict == Verdict.InfrastructureError).ToList();
        if (spoiled.Count > 0)
            return Failure.Show(terminal, new AseException(ErrorCode.EndpointFailed, $"{spoiled.Count} of {run.Planned} attempts failed for reasons outside the subject and are not counted. The first: {spoiled[0].Reason}"));
        if (run.Unavailable.Count > 0)
            return Failure.Show(terminal, new AseException(ErrorCode.SourceUnreachable, $"{run.Unavailable.Count} of {run.Tasks.Count} tasks could not be materialised and are not counted; go on with 'ase run --resume {run.Id}'. The first: {run.Unavailable.First().Key}: {run.Unavailable.First().Value}"));
        return ExitCodes.Success;
    }

    /// <summary>Finds the tasks of a run in their suites as they are now.</summary>
    public static Func<string, BenchmarkTask?> Finder(AseServices services, RunRecord run)
    {
        var tasks = new Dictionary<string, BenchmarkTask>(StringComparer.Ordinal);
        foreach (var suite in run.Tasks.Select(t => t.Suite).Distinct(StringComparer.Ordinal))
        {
            foreach (var task in services.Catalog.Load(suite).Tasks) tasks[task.Id] = task;
        }
        return tasks.GetValueOrDefault;
    }

    private static void Positive(int value, string option)
    {
        if (value < 1) throw new AseException(ErrorCode.Usage, $"{option} takes a number of at least 1.");
    }

    private static List<(string Suite, BenchmarkTask Task)> Tasks(AseServices services, Terminal terminal, string[] suites, string[] tasks)
    {
        if (suites.Length + tasks.Length == 0) throw new AseException(ErrorCode.Usage, "Name at least one --suite or --task, or a run to --resume.");
        var chosen = new List<(string, BenchmarkTask)>();
        foreach (var name in suites)
        {
            var suite = services.Catalog.Load(name);
            foreach (var error in suite.Errors) terminal.Errors.WriteText(error.ToString());
            if (suite.Errors.Count > 0) throw new AseException(ErrorCode.InvalidFile, $"The suite '{suite.Name}' has {suite.Errors.Count} errors, listed above.");
            chosen.AddRange(suite.Tasks.Select(t => (services.Catalog.Names.Contains(suite.Name) ? suite.Name : suite.Folder, t)));
        }
        foreach (var id in tasks)
        {
            var (task, suite) = services.Catalog.FindTask(id);
            chosen.Add((services.Catalog.Names.Contains(suite) ? suite : Path.GetDirectoryName(task.Folder)!, task));
        }
        return chosen;
    }

    private static IEnumerable<string> Subjects(string[] texts)
    {
        if (texts.Length == 0) throw new AseException(ErrorCode.Usage, "Name at least one --subject.");
        return texts.SelectMany(t => t.EndsWith(".yaml", StringComparison.Ordinal) || t.EndsWith(".yml", StringComparison.Ordinal) ? SubjectFile.Read(t) : [t]);
    }
}
