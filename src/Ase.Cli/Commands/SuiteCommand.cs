using System.CommandLine;
using Ase.Cli.Composition;
using Ase.Cli.Output;
using Ase.Core.Tasks;
using Spectre.Console;

namespace Ase.Cli.Commands;

/// <summary><c>ase suite</c>: what there is to measure on.</summary>
internal static class SuiteCommand
{
    public static Command Create(Terminal terminal) => new("suite", "Lists, shows and validates suites of tasks.")
    {
        List(terminal),
        Show(terminal),
        Validate(terminal),
    };

    private static Command Validate(Terminal terminal)
    {
        var name = new Argument<string>("suite") { Description = "Its name, or a folder of tasks." };
        var (mirror, json) = (CommonOptions.GitMirror(), CommonOptions.Json());
        var command = new Command("validate", "Proves every task of a suite. What cannot be checked for want of a network or a tool is unchecked, never passed.\n\nExample:\n  ase suite validate samples") { name, mirror, json };
        command.SetAction(async (result, cancellationToken) =>
        {
            var services = new AseServices(terminal, new ServiceOptions { GitMirror = result.GetValue(mirror) });
            var suite = services.Catalog.Load(result.GetRequiredValue(name));
            return await TaskCommand.ValidateAsync(terminal, services, suite.Tasks, suite.Errors, result.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static Command List(Terminal terminal)
    {
        var json = CommonOptions.Json();
        var command = new Command("list", "Lists the suites.\n\nExample:\n  ase suite list") { json };
        command.SetAction(result =>
        {
            var services = new AseServices(terminal);
            var suites = services.Catalog.Names.Select(services.Catalog.Load).ToList();
            if (result.GetValue(json))
            {
                JsonOutput.Write(terminal, suites.Select(s => new
                {
                    s.Name,
                    Tasks = s.Tasks.Count,
                    Errors = s.Errors.Count,
                    Languages = Counts(s, t => t.Language),
                    Cwes = Counts(s, t => t.Cwe),
                }));
                return 0;
            }
            var table = new Table().RoundedBorder().AddColumns("suite", "tasks", "languages", "weaknesses");
            foreach (var suite in suites)
                table.AddRow(new Text(suite.Name), new Text(suite.Tasks.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)), new Text(Join(Counts(suite, t => t.Language))), new Text(Join(Counts(suite, t => t.Cwe))));
            terminal.Console.Write(table);
            foreach (var error in suites.SelectMany(s => s.Errors)) terminal.Errors.MarkupLineInterpolated($"[red]{error}[/]");
            return suites.Any(s => s.Errors.Count > 0) ? Ase.Core.Errors.ExitCodes.InvalidInput : 0;
        });
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        var name = new Argument<string>("suite") { Description = "Its name, or a folder of tasks." };
        var json = CommonOptions.Json();
        var command = new Command("show", "Shows the tasks of a suite.\n\nExample:\n  ase suite show npm") { name, json };
        command.SetAction(result =>
        {
            var suite = new AseServices(terminal).Catalog.Load(result.GetRequiredValue(name));
            if (result.GetValue(json))
            {
                JsonOutput.Write(terminal, new
                {
                    suite.Name,
                    Tasks = suite.Tasks.Select(t => new { t.Id, t.Title, t.Language, t.Cwe, t.Cve, t.Severity, t.Source.Repository, Regions = t.Regions, Variants = t.Variants.Count }),
                    Errors = suite.Errors,
                });
            }
            else
            {
                var table = new Table().RoundedBorder().AddColumns("task", "language", "weakness", "region", "title");
                foreach (var task in suite.Tasks)
                    table.AddRow(new Text(task.Id), new Text(task.Language), new Text(task.Cwe), new Text($"{task.Regions[0].File}:{task.Regions[0].First}-{task.Regions[0].Last}"), new Text(task.Title));
                terminal.Console.Write(table);
                foreach (var error in suite.Errors) terminal.Errors.MarkupLineInterpolated($"[red]{error}[/]");
            }
            return suite.Errors.Count > 0 ? Ase.Core.Errors.ExitCodes.InvalidInput : 0;
        });
        return command;
    }

    private static SortedDictionary<string, int> Counts(Suite suite, Func<BenchmarkTask, string> by) =>
        new(suite.Tasks.GroupBy(by, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal), StringComparer.Ordinal);

    private static string Join(SortedDictionary<string, int> counts) => string.Join(", ", counts.Select(c => $"{c.Key} {c.Value}"));
}
