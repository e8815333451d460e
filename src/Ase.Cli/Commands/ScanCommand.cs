using System.CommandLine;
using Ase.Analysis.Sarif;
using Ase.Analysis.Scanning;
using Ase.Cli.Composition;
using Ase.Cli.Output;
using Ase.Core.Errors;
using Ase.Taint.Rules;
using Ase.Taint.Scanning;
using Spectre.Console;

namespace Ase.Cli.Commands;

/// <summary><c>ase scan</c>: the embedded engine on any folder with any rules.</summary>
internal static class ScanCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("path") { Description = "A folder or a file." };
        var rules = new Option<string[]>("--rules", "-r") { Description = "Rule files or folders of them; may be repeated.", Required = true };
        var sarif = new Option<string?>("--sarif") { Description = "Write SARIF 2.1.0 to this file (- for standard output)." };
        var stats = new Option<bool>("--stats") { Description = "Show how much was read and understood." };
        var packages = new Option<bool>("--include-packages") { Description = "Scan node_modules and the like too." };
        var library = new Option<bool>("--library") { Description = "Library mode: parameters of what files offer to others (exported functions, public methods) are sources as well." };
        var threads = new Option<int>("--threads") { Description = "Threads.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var timeout = new Option<int>("--timeout") { Description = "Seconds after which the rest is reported as incomplete.", DefaultValueFactory = _ => 600 };
        var json = CommonOptions.Json();
        var command = new Command("scan", "Scans code for flows from sources to sinks, across functions and files.\nExits with 1 when there are findings.\n\nExample:\n  ase scan ./shop --rules rules/php --sarif findings.sarif") { path, rules, sarif, stats, packages, library, threads, timeout, json };
        command.SetAction(async (result, cancellationToken) =>
        {
            if (result.GetValue(threads) < 1 || result.GetValue(timeout) < 1) throw new AseException(ErrorCode.Usage, "--threads and --timeout take numbers of at least 1.");
            var set = RuleLoader.LoadAll(result.GetRequiredValue(rules));
            foreach (var error in set.Errors) terminal.Errors.MarkupLineInterpolated($"[red]{error}[/]");
            foreach (var rule in set.Unread.Where(u => u.IsSkipped)) terminal.Errors.MarkupLineInterpolated($"[grey]{rule}[/]");
            if (set.Rules.Count == 0) throw new AseException(ErrorCode.InvalidFile, $"No rule loads from {string.Join(", ", result.GetRequiredValue(rules))}.");
            var options = new ScanOptions { Parallelism = result.GetValue(threads), Timeout = TimeSpan.FromSeconds(result.GetValue(timeout)), Library = result.GetValue(library) };
            var files = new FolderFiles(result.GetRequiredValue(path), result.GetValue(packages));
            var started = terminal.Clock.GetTimestamp();
            var found = new TaintScanner(set, options, terminal.Clock).Scan(files, cancellationToken);
            var seconds = terminal.Clock.GetElapsedTime(started).TotalSeconds;

            if (result.GetValue(sarif) is { } file)
            {
                var document = SarifWriter.Write(found, set.Rules, AseServices.Version);
                if (file == "-") terminal.Output.Write(document);
                else await WriteAsync(file, document, cancellationToken);
            }
            if (result.GetValue(json)) JsonOutput.Write(terminal, new { found.Library, found.Findings, found.Incomplete, found.Statistics, Errors = set.Errors });
            else if (result.GetValue(sarif) != "-") Show(terminal, found, seconds, result.GetValue(stats));
            return found.Findings.Count > 0 ? ExitCodes.Findings : set.Errors.Count > 0 ? ExitCodes.InvalidInput : ExitCodes.Success;
        });
        return command;
    }

    private static async Task WriteAsync(string file, string document, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(file, document, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(file, e);
        }
    }

    private static void Show(Terminal terminal, ScanResult found, double seconds, bool stats)
    {
        foreach (var finding in found.Findings)
        {
            terminal.Console.MarkupLineInterpolated($"[bold]{finding.File}:{finding.Start.Line}:{finding.Start.Column}[/] [red]{finding.RuleId}[/] {string.Join(' ', finding.Cwes)}");
            terminal.Console.MarkupLineInterpolated($"  {finding.Message.Trim()}");
            foreach (var step in finding.Trace)
                terminal.Console.MarkupLineInterpolated($"  [grey]{step.Kind.ToString().ToLowerInvariant(),-11} {step.File}:{step.Start.Line}[/]  {step.Snippet}");
            terminal.Console.WriteText();
        }
        foreach (var missed in found.Incomplete) terminal.Errors.MarkupLineInterpolated($"[yellow]incomplete: {missed.File} {missed.Reason}[/]");
        var s = found.Statistics;
        terminal.Console.MarkupLineInterpolated($"{found.Findings.Count} findings in {s.Files} files ({s.Lines} lines) in {seconds:F1} s");
        if (found.Library) terminal.Console.WriteText("library mode: parameters of exported functions and public methods counted as sources");
        if (!stats) return;
        terminal.Console.MarkupLineInterpolated($"[grey]{s.Parsed} files parsed, {s.Functions} functions, {s.Nodes} syntax nodes lowered, {s.Unknown.Values.Sum()} of them unknown[/]");
        foreach (var (kind, count) in s.Unknown.OrderByDescending(u => u.Value).Take(20)) terminal.Console.MarkupLineInterpolated($"[grey]  {count,8} {kind}[/]");
    }
}
