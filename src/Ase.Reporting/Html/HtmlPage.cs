using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Ase.Reporting.Display;
using Ase.Reporting.Model;

namespace Ase.Reporting.Html;

/// <summary>Puts the page together: frame, style, script, payload, and a plain leaderboard for browsers without scripts.</summary>
internal static class HtmlPage
{
    public static void Write(TextWriter writer, RunReport report, HtmlPayload payload, string script)
    {
        var values = new Dictionary<string, Action<TextWriter>>(StringComparer.Ordinal)
        {
            ["policy"] = w => w.Write(Policy(HtmlAssets.Style, script)),
            ["generator"] = w => w.Write(Encode("ase " + report.Run.Provenance.GetValueOrDefault("version", ""))),
            ["title"] = w => w.Write(Encode($"Run {report.Run.Id} · A.S.E. report")),
            ["style"] = w => w.Write(HtmlAssets.Style),
            ["script"] = w => w.Write(script),
            ["noscript"] = w => WithoutScript(w, report),
            ["payload"] = payload.Write,
        };
        var frame = HtmlAssets.Frame;
        var at = 0;
        while (frame.IndexOf("{{", at, StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = frame.IndexOf("}}", start, StringComparison.Ordinal);
            writer.Write(frame.AsSpan(at, start - at));
            values[frame[(start + 2)..end]](writer);
            at = end + 2;
        }
        writer.Write(frame.AsSpan(at));
    }

    // Trusted types make the browser refuse every way to turn a text into markup, so a mistake of ours cannot either.
    internal static string Policy(string style, string script) =>
        $"default-src 'none'; script-src '{Hash(script)}'; style-src '{Hash(style)}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Encode(string text) => HtmlEncoder.Default.Encode(Visible.Line(text));

    private static void WithoutScript(TextWriter writer, RunReport report)
    {
        writer.Write("<p>This page needs JavaScript for the attempts, their changes and taint paths. The leaderboard:</p>\n");
        if (report.Completeness.Reason is { } reason) writer.Write($"<p><b>Incomplete, not ranked.</b> {Encode(reason)}</p>\n");
        writer.Write("<table><tr><th>#</th><th>suite</th><th>subject</th><th>overall</th><th>security</th><th>quality</th><th>stability</th><th>attempts</th></tr>\n");
        foreach (var row in report.Leaderboard.Select(Json.LeaderboardDocument.Of))
        {
            string[] cells =
            [
                row.Rank?.ToString(CultureInfo.InvariantCulture) ?? "–", row.Suite, row.Subject, Score(row.Overall), Score(row.Security), Score(row.Quality),
                Score(row.Stability), row.Attempts.ToString(CultureInfo.InvariantCulture),
            ];
            writer.Write($"<tr>{string.Concat(cells.Select(c => $"<td>{Encode(c)}</td>"))}</tr>\n");
        }
        writer.Write("</table>");
    }

    private static string Score(double value) => double.IsFinite(value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : "–";
}
