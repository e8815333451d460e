using Spectre.Console;

namespace Ase.Cli.Output;

/// <summary>Where a command writes and what it knows of the machine. Tests give their own.</summary>
public sealed class Terminal
{
    /// <summary>Creates one.</summary>
    public Terminal(TextWriter output, IAnsiConsole console, IAnsiConsole errors, TimeProvider clock, Func<string, string?> environment)
    {
        Output = output;
        Console = console;
        Errors = errors;
        Clock = clock;
        Variable = environment;
    }

    /// <summary>Standard output, for documents (JSON, CSV).</summary>
    public TextWriter Output { get; }

    /// <summary>Standard output, for people.</summary>
    public IAnsiConsole Console { get; private set; }

    /// <summary>Standard error: progress and failures, so that standard output stays a document.</summary>
    public IAnsiConsole Errors { get; private set; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Reads a variable of the environment.</summary>
    public Func<string, string?> Variable { get; }

    /// <summary>True when progress is not wanted.</summary>
    public bool Quiet { get; private set; }

    /// <summary>The process's own streams.</summary>
    public static Terminal System() => new(
        global::System.Console.Out,
        AnsiConsole.Console,
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(global::System.Console.Error) }),
        TimeProvider.System,
        Environment.GetEnvironmentVariable);

    /// <summary>Applies the options that every command has.</summary>
    public void Apply(bool quiet, bool noColor)
    {
        Quiet = quiet;
        if (!noColor && Variable("NO_COLOR") is not { Length: > 0 }) return;
        Console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        Errors.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
    }
}
