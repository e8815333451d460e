using System.CommandLine;
using Ase.Analysis.RuleTesting;
using Ase.Cli.Output;
using Ase.Core.Errors;
using Ase.Taint.Rules;
using Spectre.Console;

namespace Ase.Cli.Commands;

/// <summary><c>ase rule</c>: runs annotated targets against their rules.</summary>
internal static class RuleCommand
{
    public static Command Create(Terminal terminal) => new("rule", "Tests rules.") { Test(terminal) };

    private static Command Test(Terminal terminal)
    {
        var path = new Argument<string>("path") { Description = "A rule file, or a folder of them; targets stand beside a rule file and share its name." };
        var mode = new Option<string?>("--mode") { Description = "Only rules of this mode: taint or search." };
        mode.AcceptOnlyFromAmong("taint", "search");
        var json = CommonOptions.Json();
        var command = new Command("test", "Runs annotated targets (ruleid:, ok:, todoruleid:, todook: on the line before) and compares expected with reported lines.\n\nExample:\n  ase rule test rules/php") { path, mode, json };
        command.SetAction(result =>
        {
            RuleMode? only = result.GetValue(mode) switch { "taint" => RuleMode.Taint, "search" => RuleMode.Search, _ => null };
            var report = RuleTestReport.Run(result.GetRequiredValue(path), only, CancellationToken.None);
            foreach (var rule in report.Skipped) terminal.Errors.MarkupLineInterpolated($"[grey]{rule}[/]");
            if (result.GetValue(json))
            {
                JsonOutput.Write(terminal, new
                {
                    Rules = new { report.Total, report.Loaded, Errors = report.Errors.Select(e => e.ToString()) },
                    Files = report.Files.Select(f => new { f.Path, f.Rule, Language = f.Language.Name, Mode = f.Mode.ToString().ToLowerInvariant(), f.Expected, f.Reported, f.Passed }),
                });
            }
            else
            {
                foreach (var file in report.Files)
                {
                    terminal.Console.MarkupLineInterpolated($"{(file.Passed ? "passed" : "FAILED")} {file.Path}  {file.Rule}");
                    if (!file.Passed) terminal.Console.MarkupLineInterpolated($"       expected {string.Join(", ", file.Expected)}; reported {string.Join(", ", file.Reported)}");
                    if (file.Fixed.Count > 0) terminal.Console.MarkupLineInterpolated($"       known gaps that closed, at lines {string.Join(", ", file.Fixed)}: promote their annotations");
                }
                foreach (var error in report.Errors) terminal.Errors.MarkupLineInterpolated($"[red]{error}[/]");
                terminal.Console.WriteText($"{report.Loaded} of {report.Total} rules loaded; {report.Files.Count(f => f.Passed)} of {report.Files.Count} targets pass{(report.Skipped.Count > 0 ? $"; {report.Skipped.Count} rules are for other languages" : "")}");
            }
            return report.Files.All(f => f.Passed) && report.Errors.Count == 0 ? ExitCodes.Success : ExitCodes.Findings;
        });
        return command;
    }
}
