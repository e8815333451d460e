using System.CommandLine;
using Ase.Cli.Output;

namespace Ase.Cli.Commands;

/// <summary>The commands, one line each.</summary>
internal static class Registry
{
    public static IEnumerable<Command> Commands(Terminal terminal) =>
    [
        QuickstartCommand.Create(terminal),
        SuiteCommand.Create(terminal),
        TaskCommand.Create(terminal),
        RunCommand.Create(terminal),
        GradeCommand.Create(terminal),
        ReportCommand.Create(terminal),
        ScanCommand.Create(terminal),
        RuleCommand.Create(terminal),
    ];
}
