using System.Text;
using Ase.Core.Ports;
using Ase.Reporting.Model;

namespace Ase.Reporting.Html;

/// <summary>
/// Writes a report as one HTML file that opens from the disk without a network. What subjects, repositories and packages say is data in it:
/// it comes compressed, enters the page as text nodes alone, and a content security policy forbids every script, style and request but the
/// page's own.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the page; the stream stays open.</summary>
    public static async Task WriteAsync(Stream stream, RunReport report, IRunStore store, CancellationToken cancellationToken)
    {
        var payload = await HtmlPayload.CreateAsync(report, store, HtmlDefaults.Limits, cancellationToken);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        HtmlPage.Write(writer, report, payload, HtmlAssets.Script);
        await writer.FlushAsync(cancellationToken);
    }
}
