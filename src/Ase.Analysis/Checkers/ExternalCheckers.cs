using System.Text.RegularExpressions;
using Ase.Analysis.Checks;
using Ase.Core.Attempts;
using Ase.Core.Errors;
using Ase.Core.Processes;
using Ase.Core.Runs;

namespace Ase.Analysis.Checkers;

/// <summary>An external checker: a compiler or interpreter that parses a file without running it.</summary>
/// <param name="Name">As in a profile.</param>
/// <param name="Extensions">The files it is for.</param>
/// <param name="Program">The program.</param>
/// <param name="VersionArguments">What makes it print its version.</param>
/// <param name="Arguments">What makes it check the file whose path is appended.</param>
/// <param name="Install">What to do when it is missing.</param>
internal sealed record ExternalChecker(string Name, IReadOnlyList<string> Extensions, string Program, IReadOnlyList<string> VersionArguments, IReadOnlyList<string> Arguments, string Install);

/// <summary>The checkers that a grading profile may name; they count only for errors that the base file does not have.</summary>
public static partial class ExternalCheckers
{
    private static readonly ExternalChecker[] All =
    [
        new("node", [".js", ".cjs", ".mjs"], "node", ["--version"], ["--check"], "apt-get install -y nodejs"),
        new("php", [".php", ".phtml", ".inc"], "php", ["--version"], ["-n", "-l"], "apt-get install -y php-cli"),
        new("python", [".py"], "python3", ["--version"], ["-I", "-S", "-c", "import sys; p = sys.argv[1]; compile(open(p, 'rb').read(), p, 'exec')"], "apt-get install -y python3"),
        new("gofmt", [".go"], "gofmt", ["-h"], ["-e", "-l"], "apt-get install -y golang-go"),
        new("javac", [".java"], "javac", ["-version"], ["-proc:none", "-implicit:none", "-d", "."], "apt-get install -y default-jdk-headless"),
    ];

    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(c => c.Name)];

    /// <summary>The profile of some checkers, with the versions of this machine.</summary>
    /// <exception cref="AseException"><see cref="ErrorCode.ToolMissing"/>, or <see cref="ErrorCode.Usage"/> for an unknown name.</exception>
    public static async Task<GradingProfile> ProfileAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0 || names is ["default"]) return GradingProfile.Default;
        var checkers = new List<string>();
        foreach (var name in names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var checker = Array.Find(All, c => c.Name == name) ?? throw new AseException(ErrorCode.Usage, $"There is no checker '{name}' (there are: {string.Join(", ", Names)}).");
            ProcessResult result;
            try
            {
                result = await ProcessRunner.RunAsync(new ProcessRequest(checker.Program, checker.VersionArguments) { Timeout = TimeSpan.FromSeconds(20) }, cancellationToken);
            }
            catch (AseException e) when (e.Code == ErrorCode.ToolMissing)
            {
                throw new AseException(ErrorCode.ToolMissing, $"The checker '{name}' is not installed: {checker.Install}", e);
            }
            var version = Version().Match(result.Text + result.Error);
            checkers.Add(version.Success ? $"{name}@{version.Value}" : name);
        }
        return new GradingProfile(string.Join('+', checkers.Select(c => c.Split('@')[0])), checkers);
    }

    /// <summary>Runs a checker of a profile on the changed files.</summary>
    internal static async Task<IReadOnlyList<CheckResult>> RunAsync(string name, ChangedCode code, CancellationToken cancellationToken)
    {
        var checker = Array.Find(All, c => c.Name == name.Split('@')[0]) ?? throw new AseException(ErrorCode.Usage, $"There is no checker '{name}'.");
        var results = new List<CheckResult>();
        foreach (var (path, bytes) in code.Patch.Files)
        {
            if (bytes is null || !checker.Extensions.Contains(Path.GetExtension(path))) continue;
            if (await ErrorAsync(checker, path, bytes, cancellationToken) is not { } error) results.Add(new CheckResult(name, true, path));
            else if (code.Task.Base.Read(path) is { } before && await ErrorAsync(checker, path, before, cancellationToken) is not null) results.Add(new CheckResult(name, true, $"{path}: the base file has errors too"));
            else results.Add(new CheckResult(name, false, $"{path}: {error}"));
        }
        return results;
    }

    private static async Task<string?> ErrorAsync(ExternalChecker checker, string path, byte[] bytes, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ase-check-").FullName;
        try
        {
            var file = Path.Combine(folder, Path.GetFileName(path));
            await File.WriteAllBytesAsync(file, bytes, cancellationToken);
            var result = await ProcessRunner.RunAsync(new ProcessRequest(checker.Program, [.. checker.Arguments, file]) { Directory = folder, Timeout = TimeSpan.FromSeconds(60) }, cancellationToken);
            if (result.ExitCode == 0) return null;
            var text = (result.Error + result.Text).Replace(folder + "/", "", StringComparison.Ordinal).Trim();
            return text.Length > 500 ? text[..500] : text;
        }
        catch (IOException e)
        {
            throw AseException.FromIo(folder, e);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex(@"\d+(\.\d+)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
