using System.CommandLine;
using Ase.Cli.Commands;
using Ase.Cli.Output;
using Ase.Core.Errors;

namespace Ase.Cli;

/// <summary>The command: parsing, the options every command has, and the one place where failures become text and exit codes.</summary>
public static class CommandLine
{
    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "No progress, only results and failures.", Recursive = true };
    private static readonly Option<bool> NoColor = new("--no-color") { Description = "No colours (also: NO_COLOR).", Recursive = true };

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code; see <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("A.S.E. for .NET: measures, repository by repository, how secure AI-generated code is.") { Quiet, NoColor };
        foreach (var command in Registry.Commands(terminal)) root.Add(command);
        var result = root.Parse(args);
        terminal.Apply(result.GetValue(Quiet), result.GetValue(NoColor));
        if (result.Errors.Count > 0 && !args.Any(a => a is "--help" or "-h" or "-?"))
            return Failure.Show(terminal, new AseException(ErrorCode.Usage, string.Join(' ', result.Errors.Select(e => e.Message.TrimEnd('.') + "."))));
        var configuration = new InvocationConfiguration { Output = terminal.Output, EnableDefaultExceptionHandler = false };
        try
        {
            return await result.InvokeAsync(configuration, cancellationToken);
        }
#pragma warning disable CA1031 // the last resort: every failure becomes text and an exit code
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Failure.Show(terminal, e);
        }
    }
}
