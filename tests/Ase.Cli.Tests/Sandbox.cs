using Ase.Cli.Output;
using Ase.Storage.Sqlite;
using Spectre.Console.Testing;

namespace Ase.Cli.Tests;

/// <summary>A folder of its own and the real command line in process.</summary>
internal sealed class Sandbox : IDisposable
{
    public const string Sample = "javascript-command-waveform";

    private readonly Dictionary<string, string> variables;

    public Sandbox()
    {
        Folder = Directory.CreateTempSubdirectory("ase-cli-").FullName;
        variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASE_TASKS"] = Path.Combine(Repository.Root, "tasks"),
            ["ASE_CACHE"] = Path.Combine(Folder, "cache"),
        };
    }

    public string Folder { get; }

    public string Store => Path.Combine(Folder, "runs.db");

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public string this[string variable]
    {
        set => variables[variable] = value;
    }

    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    public string Write(string path, string text)
    {
        var full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    /// <summary>A suite with a copy of one of our tasks, to be damaged.</summary>
    public string CopySuite(string task = Sample)
    {
        var source = Path.Combine(Repository.Root, "tasks", "samples", task);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = PathOf("suite", task, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return PathOf("suite");
    }

    public void Edit(string path, string old, string @new)
    {
        var text = File.ReadAllText(PathOf(path));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(path), text.Replace(old, @new, StringComparison.Ordinal));
    }

    public async Task<Result> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var console = new TestConsole().Width(200);
        var errors = new TestConsole().Width(2000);
        var terminal = new Terminal(output, console, errors, Clock, name => variables.GetValueOrDefault(name));
        var exit = await CommandLine.RunAsync(args, terminal, TestContext.Current.CancellationToken);
        return new Result(exit, output.ToString() + console.Output, errors.Output);
    }

    public Task<SqliteRunStore> OpenAsync() => SqliteRunStore.OpenAsync(Store, cancellationToken: TestContext.Current.CancellationToken);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>What a command did.</summary>
internal sealed record Result(int Exit, string Output, string Errors);
