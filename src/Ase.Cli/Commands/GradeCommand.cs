using System.CommandLine;
using Ase.Analysis.Checkers;
using Ase.Cli.Composition;
using Ase.Cli.Output;
using Ase.Core.Errors;
using Ase.Reporting;
using Ase.Reporting.Json;
using Ase.Reporting.Model;
using Ase.Storage.Sqlite;

namespace Ase.Cli.Commands;

/// <summary><c>ase grade</c>: grades stored answers anew, without asking any subject.</summary>
internal static class GradeCommand
{
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("run") { Description = "The run's id, the start of it, or 'latest'." };
        var profile = new Option<string[]>("--profile") { Description = $"Another grading profile: default, or checkers ({string.Join(", ", ExternalCheckers.Names)}); may be repeated. Without it the run's own." };
        var fresh = new Option<bool>("--no-cache") { Description = "Do not use grades of the same patch that are known." };
        var (store, mirror, json) = (CommonOptions.Store(), CommonOptions.GitMirror(), CommonOptions.Json());
        var command = new Command("grade", "Grades the stored answers of a run anew, with the rules and tasks as they are now.\n\nExample:\n  ase grade latest --profile node") { id, profile, fresh, store, mirror, json };
        command.SetAction(async (result, cancellationToken) =>
        {
            var services = new AseServices(terminal, new ServiceOptions { GitMirror = result.GetValue(mirror), UseCaches = !result.GetValue(fresh) });
            if (!File.Exists(result.GetValue(store))) throw new AseException(ErrorCode.FileAccess, $"There is no store '{result.GetValue(store)}'.");
            await using var runs = await SqliteRunStore.OpenAsync(result.GetValue(store)!, cancellationToken: cancellationToken);
            var run = await RunCommand.FindRunAsync(runs, result.GetRequiredValue(id), cancellationToken);
            if (result.GetValue(profile) is { Length: > 0 } names) run = run with { Profile = await ExternalCheckers.ProfileAsync(names, cancellationToken) };
            var find = RunCommand.Finder(services, run);
            run = await RunProgressView.ShowAsync(terminal, "grade", progress => services.Executor(runs).GradeAgainAsync(run, find, progress, cancellationToken));
            var report = await RunReport.CreateAsync(run, runs, cancellationToken);
            if (result.GetValue(json)) JsonReport.Write(terminal.Output, report);
            else ReportWriter.Terminal(terminal.Console, report);
            return ExitCodes.Success;
        });
        return command;
    }
}
