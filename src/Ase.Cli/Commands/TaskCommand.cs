using System.CommandLine;
using Ase.Cli.Composition;
using Ase.Cli.Output;
using Ase.Core.Errors;
using Ase.Core.Tasks;
using Ase.Datasets.Validation;
using Spectre.Console;

namespace Ase.Cli.Commands;

/// <summary><c>ase task</c>: shows a task and proves it.</summary>
internal static class TaskCommand
{
    public static Command Create(Terminal terminal) => new("task", "Shows and checks single tasks.") { Show(terminal), Check(terminal) };

    private static Command Show(Terminal terminal)
    {
        var id = new Argument<string>("task") { Description = "Its id, or its folder." };
        var (mirror, json) = (CommonOptions.GitMirror(), CommonOptions.Json());
        var command = new Command("show", "Shows a task: what is masked, what is asked, what the fix is.\n\nExample:\n  ase task show macaddress-cve-2018-13797") { id, mirror, json };
        command.SetAction(async (result, cancellationToken) =>
        {
            var services = new AseServices(terminal, new ServiceOptions { GitMirror = result.GetValue(mirror) });
            var (task, suite) = services.Catalog.FindTask(result.GetRequiredValue(id));
            var at = await services.Materializer.MaterializeAsync(task, cancellationToken);
            if (result.GetValue(json))
            {
                JsonOutput.Write(terminal, new
                {
                    task.Id,
                    Suite = suite,
                    task.Title,
                    task.Language,
                    task.Cve,
                    task.Cwe,
                    task.Severity,
                    task.Source.Repository,
                    task.Regions,
                    task.Summary,
                    task.Keeps,
                    at.Reference,
                    at.UpstreamFix,
                    at.Duplicates,
                    at.Omitted,
                    Variants = at.Variants.Select(v => new { v.Variant.Name, v.Variant.Verdict, v.Variant.Note, v.Texts }),
                });
                return ExitCodes.Success;
            }
            terminal.Console.MarkupLineInterpolated($"[bold]{task.Id}[/]  {task.Title}");
            terminal.Console.MarkupLineInterpolated($"[grey]{suite} · {task.Language} · {task.Cwe} · {task.Cve ?? "no CVE"} · {task.Severity} · {task.Source.Repository}[/]");
            terminal.Console.WriteText();
            terminal.Console.WriteText(task.Summary);
            for (var i = 0; i < task.Regions.Count; i++)
            {
                var region = task.Regions[i];
                terminal.Console.MarkupLineInterpolated($"\n[bold]{region.File}:{region.First}-{region.Last}[/] [grey]replaced by the reference:[/]");
                terminal.Console.WriteText(at.Reference[i]);
            }
            terminal.Console.MarkupLineInterpolated($"[grey]{task.Variants.Count} variants: {string.Join(", ", task.Variants.GroupBy(v => v.Verdict).Select(g => $"{g.Count()} {Core.Attempts.Verdicts.Name(g.Key)}"))}[/]");
            foreach (var copy in at.Duplicates) terminal.Console.MarkupLineInterpolated($"[grey]copy of a region: {copy.File}:{copy.First}-{copy.Last}[/]");
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command Check(Terminal terminal)
    {
        var id = new Argument<string[]>("task") { Description = "Ids or folders of tasks.", Arity = ArgumentArity.OneOrMore };
        var (mirror, json) = (CommonOptions.GitMirror(), CommonOptions.Json());
        var command = new Command("check", "Proves tasks: the revision, the region, the rule, every variant.\n\nExample:\n  ase task check tasks/npm/macaddress-cve-2018-13797") { id, mirror, json };
        command.SetAction(async (result, cancellationToken) =>
        {
            var services = new AseServices(terminal, new ServiceOptions { GitMirror = result.GetValue(mirror) });
            var tasks = result.GetRequiredValue(id).Select(i => services.Catalog.FindTask(i).Task).ToList();
            return await ValidateAsync(terminal, services, tasks, [], result.GetValue(json), cancellationToken);
        });
        return command;
    }

    /// <summary>Checks tasks and shows what is proven, what failed, and what could not be checked.</summary>
    public static async Task<int> ValidateAsync(
        Terminal terminal, AseServices services, IReadOnlyList<BenchmarkTask> tasks, IReadOnlyList<TaskError> errors, bool json, CancellationToken cancellationToken)
    {
        var checker = services.TaskChecker();
        var reports = await new SuiteValidator(checker).ValidateAsync(tasks, new Progress(terminal, tasks.Count), cancellationToken);
        if (json)
        {
            JsonOutput.Write(terminal, new { Tasks = reports, Errors = errors });
        }
        else
        {
            foreach (var report in reports)
            {
                var colour = report.Status switch { CheckStatus.Proven => "green", CheckStatus.Failed => "red", _ => "yellow" };
                terminal.Console.MarkupLine($"[{colour}]{report.Status.ToString().ToLowerInvariant(),-9}[/] {Markup.Escape(report.TaskId)}");
                foreach (var point in report.Points.Where(p => p.Status is CheckStatus.Failed or CheckStatus.Unchecked))
                    terminal.Console.WriteText($"          {point.Name}: {point.Evidence}");
            }
            foreach (var error in errors) terminal.Console.MarkupLineInterpolated($"[red]{error}[/]");
            var proven = reports.Count(r => r.Status == CheckStatus.Proven);
            terminal.Console.WriteText($"{proven} of {tasks.Count + errors.Select(e => e.TaskId).Distinct().Count()} tasks proven, {reports.Count(r => r.Status == CheckStatus.Failed)} failed, {reports.Count(r => r.Status == CheckStatus.Unchecked)} unchecked; {reports.Sum(r => r.Points.Count)} points");
        }
        return errors.Count > 0 ? ExitCodes.InvalidInput
            : reports.Any(r => r.Status == CheckStatus.Failed) ? ExitCodes.Findings
            : reports.Any(r => r.Status == CheckStatus.Unchecked) ? ExitCodes.Environment
            : ExitCodes.Success;
    }

    private sealed class Progress(Terminal terminal, int total) : IProgress<TaskCheckReport>
    {
        private int done;

        public void Report(TaskCheckReport value)
        {
            var n = Interlocked.Increment(ref done);
            if (!terminal.Quiet && total > 1) terminal.Errors.MarkupLineInterpolated($"[grey]{n}/{total} {value.TaskId}: {value.Status}[/]");
        }
    }
}
