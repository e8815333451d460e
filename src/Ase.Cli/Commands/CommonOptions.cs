using System.CommandLine;

namespace Ase.Cli.Commands;

/// <summary>Options that several commands share, so that they read the same everywhere.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document instead of tables." };

    public static Option<string?> GitMirror() => new("--git-mirror")
    {
        Description = "Read git sources from local mirrors: a path with {owner} and {name} (also: ASE_GIT_MIRROR).",
    };

    public static Option<string> Store() => new("--store")
    {
        Description = "The file that runs are stored in.",
        DefaultValueFactory = _ => Path.Combine(".ase", "runs.db"),
    };
}
