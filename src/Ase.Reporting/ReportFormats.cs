using System.Text;
using Ase.Core.Ports;
using Ase.Reporting.Csv;
using Ase.Reporting.Html;
using Ase.Reporting.Json;
using Ase.Reporting.Model;

namespace Ase.Reporting;

/// <summary>A format that reports are written to files in.</summary>
/// <param name="Name">As the user writes it.</param>
/// <param name="Extension">With its dot.</param>
/// <param name="Description">A few words.</param>
/// <param name="WriteAsync">Writes the whole document; the stream stays open.</param>
public sealed record ReportFormat(string Name, string Extension, string Description, Func<Stream, RunReport, IRunStore, CancellationToken, Task> WriteAsync);

/// <summary>The formats, one line each.</summary>
public static class ReportFormats
{
    /// <summary>Every format.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("html", ".html", "one page that opens without a network", HtmlReport.WriteAsync),
        new("json", ".json", "everything, for programs", Text(JsonReport.Write)),
        new("csv", ".csv", "the leaderboard, for spreadsheets", Text(CsvReport.WriteLeaderboard)),
        new("csv-attempts", ".attempts.csv", "every attempt, for spreadsheets", Text(CsvReport.WriteAttempts)),
    ];

    /// <summary>The format of a name, or null.</summary>
    public static ReportFormat? Find(string name) => All.FirstOrDefault(f => f.Name == name);

    private static Func<Stream, RunReport, IRunStore, CancellationToken, Task> Text(Action<TextWriter, RunReport> write) => async (stream, report, _, cancellationToken) =>
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        write(writer, report);
        await writer.FlushAsync(cancellationToken);
    };
}
