using System.CommandLine;
using Ase.Cli.Output;

namespace Ase.Cli.Commands;

/// <summary>The commands, one line each.</summary>
internal static class Registry
{
    public static IEnumerable<Command> Commands(Terminal terminal) =>
    [
        SuiteCommand.Create(terminal),
    ];
}
