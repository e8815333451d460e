using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Reporting.Model;
using Ase.Reporting.Terminal;
using Spectre.Console;

namespace Ase.Reporting;

/// <summary>Shows reports, and writes them to files.</summary>
public static class ReportWriter
{
    /// <summary>Shows the leaderboards, the weaknesses and what is missing, for people.</summary>
    public static void Terminal(IAnsiConsole console, RunReport report) => new TerminalReport(console, report).Write();

    /// <summary>Writes a file, wholly or not at all: its folder is made, and a file that was there stays until the new one is complete.</summary>
    /// <exception cref="AseException"><see cref="ErrorCode.DiskFull"/>, <see cref="ErrorCode.FileAccess"/>.</exception>
    public static async Task FileAsync(string path, ReportFormat format, RunReport report, IRunStore store, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path);
        var part = full + "." + Guid.NewGuid().ToString("N")[..8] + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await using (var stream = File.Create(part)) await format.WriteAsync(stream, report, store, cancellationToken);
            File.Move(part, full, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(full, e);
        }
        finally
        {
            if (File.Exists(part)) File.Delete(part);
        }
    }
}
