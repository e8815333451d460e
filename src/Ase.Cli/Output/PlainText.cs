using Spectre.Console;

namespace Ase.Cli.Output;

/// <summary>Lines without markup: brackets in a text are brackets.</summary>
internal static class PlainText
{
    /// <summary>Writes a line as it is, without wrapping.</summary>
    public static void WriteText(this IAnsiConsole console, string text = "")
    {
        console.Profile.Out.Writer.WriteLine(Safe(text));
        console.Profile.Out.Writer.Flush();
    }

    /// <summary>The text with characters that steer a terminal made visible.</summary>
    public static string Safe(string text) => string.Concat(text.Select(c => char.IsControl(c) && c is not ('\n' or '\t') ? '\uFFFD' : c));
}
