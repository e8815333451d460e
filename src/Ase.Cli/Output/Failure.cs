using Ase.Core.Errors;
using Spectre.Console;

namespace Ase.Cli.Output;

/// <summary>Shows a failure: title, what happened, what to do; and gives the exit code.</summary>
internal static class Failure
{
    public static int Show(Terminal terminal, Exception exception)
    {
        switch (exception)
        {
            case AseException known:
                Write(terminal, known.Row, known.Message);
                return known.Row.ExitCode;
            case OperationCanceledException:
                Write(terminal, ErrorCatalog.Get(ErrorCode.Interrupted), "The work was ended before it was done.");
                return ExitCodes.Interrupted;
            case IOException or UnauthorizedAccessException:
                return Show(terminal, AseException.FromIo("A file", exception));
            default:
                Write(terminal, ErrorCatalog.Get(ErrorCode.Internal), exception.ToString());
                return ExitCodes.Internal;
        }
    }

    private static void Write(Terminal terminal, ErrorRow row, string message)
    {
        terminal.Errors.MarkupLineInterpolated($"[red bold]{row.Title}.[/] {PlainText.Safe(message)}");
        terminal.Errors.MarkupLineInterpolated($"[grey]{row.WhatToDo} See {row.Link}.[/]");
    }
}
