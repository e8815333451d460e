using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ase.Core.Attempts;
using Ase.Reporting.Html;
using Ase.Reporting.Tests.Support;

namespace Ase.Reporting.Tests.Html;

public sealed partial class HtmlReportTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<string> WriteAsync(RunBuilder run)
    {
        var report = await run.ReportAsync();
        using var stream = new MemoryStream();
        await HtmlReport.WriteAsync(stream, report, run.Store, Token);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static List<string> Chunks(string html) => [.. Blocks().Matches(html).Where(m => m.Groups["id"].Value.StartsWith("texts", StringComparison.Ordinal)).Select(m => Inflate(m.Groups["data"].Value))];

    private static string Inflate(string base64)
    {
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(base64)), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        return reader.ReadToEnd();
    }

    private static string Index(string html) => Inflate(Blocks().Matches(html).Single(m => m.Groups["id"].Value == "index").Groups["data"].Value);

    // What is not data: the frame, the policy, and the plain leaderboard.
    private static string Skeleton(string html)
    {
        html = Blocks().Replace(html, m => $"<script type=\"application/gzip\" id=\"{m.Groups["id"].Value}\">…</script>");
        html = html.Replace(HtmlAssets.Style, "…", StringComparison.Ordinal).Replace(HtmlAssets.Script, "…", StringComparison.Ordinal);
        return Hashes().Replace(html, "'sha256-…'");
    }

    [Fact]
    public async Task Skeleton_is_as_agreed() => Snapshot.Match(Skeleton(await WriteAsync(Runs.Mixed())), "mixed.html");

    [Fact]
    public async Task Skeleton_of_a_hostile_run_is_as_agreed() => Snapshot.Match(Skeleton(await WriteAsync(Runs.HostileEverywhere())), "hostile.html");

    [Fact]
    public async Task Index_is_as_agreed()
    {
        using var index = JsonDocument.Parse(Index(await WriteAsync(Runs.Mixed().Cycles(1))));

        Snapshot.Match(JsonSerializer.Serialize(index, Indented) + "\n", "index.json");
    }

    [Fact]
    public async Task Policy_names_the_scripts_and_styles_of_the_page_and_nothing_else()
    {
        var html = await WriteAsync(Runs.Mixed());

        Assert.Contains($"script-src '{Hash(Between(html, "<script>", "</script>"))}';", html, StringComparison.Ordinal);
        Assert.Contains($"style-src '{Hash(Between(html, "<style>", "</style>"))}';", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none';", html, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", html[..html.IndexOf("</head>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void Script_never_makes_markup_of_text_and_names_no_address()
    {
        foreach (var banned in (string[])["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "http:", "https:", "fetch(", "XMLHttpRequest", "</script", "<!--"])
            Assert.DoesNotContain(banned, HtmlAssets.Script, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", HtmlAssets.Style, StringComparison.Ordinal);
        Assert.DoesNotContain("</style", HtmlAssets.Style, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_stands_in_the_page_as_data_only()
    {
        var html = await WriteAsync(Runs.HostileEverywhere());

        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', html);
        Assert.DoesNotContain('\u202E', html);
        Assert.Equal(Blocks().Count(html) + 1, Regex.Count(html, "</script>"));
        Assert.Contains("document.title", Index(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_stored_once_however_often_it_occurs()
    {
        var text = string.Concat(Chunks(await WriteAsync(Runs.Mixed())));

        Assert.Single(Regex.Matches(text, "You write code"));
        Assert.Single(Regex.Matches(text, @"\-\-\- a/lib/users.js"));
    }

    [Fact]
    public async Task A_diff_of_5_MB_is_cut_and_the_page_says_by_how_much()
    {
        var diff = "--- a/x\n+++ b/x\n@@ -0,0 +1,500000 @@\n" + string.Concat(Enumerable.Range(0, 500_000).Select(i => FormattableString.Invariant($"+line {i:000000}\n")));
        var html = await WriteAsync(new RunBuilder().Subject("a").Task("users").Cycles(1).Outcomes((_, _, _) => new Outcome(Verdict.Secure) { Diff = diff }));

        Assert.True(diff.Length > 5_000_000);
        Assert.True(html.Length < 500_000, $"{html.Length}");
        Assert.Contains(FormattableString.Invariant($"\"more\":{diff.Length - HtmlDefaults.Limits.TextLength}"), string.Concat(Chunks(html)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_that_would_make_the_file_too_large_are_left_out_prompts_first_and_records_never()
    {
        var run = SampleRun.Create(models: 2, tasks: 6);
        var report = await run.ReportAsync();
        var limits = HtmlDefaults.Limits with { ChunkLength = 2_000, Compressed = 40_000 };
        using var writer = new StringWriter();
        (await HtmlPayload.CreateAsync(report, run.Store, limits, Token)).Write(writer);

        using var index = JsonDocument.Parse(Index(writer.ToString()));
        var references = index.RootElement.GetProperty("attempts").EnumerateArray()
            .Select(a => a.EnumerateArray().Skip(5).Select(r => r.GetInt32()).ToArray()).ToList();
        Assert.All(references, r => Assert.True(r[0] >= 0 && r[1] >= 0));
        Assert.Contains(references, r => r[4] == TextChunks.LeftOut);
        Assert.True(references.Count(r => r[3] == TextChunks.LeftOut) <= references.Count(r => r[4] == TextChunks.LeftOut));
        Assert.True(writer.ToString().Length < 120_000);
    }

    [Fact]
    public async Task Every_reference_leads_to_its_text()
    {
        var run = SampleRun.Create(models: 1, tasks: 4);
        var report = await run.ReportAsync();
        using var writer = new StringWriter();
        (await HtmlPayload.CreateAsync(report, run.Store, HtmlDefaults.Limits with { ChunkLength = 3_000 }, Token)).Write(writer);

        var html = writer.ToString();
        using var index = JsonDocument.Parse(Index(html));
        var firsts = index.RootElement.GetProperty("chunks").EnumerateArray().Select(c => c.GetInt32()).ToList();
        var texts = Chunks(html).Select(c => JsonSerializer.Deserialize<string[]>(c)!).ToList();
        Assert.True(texts.Count > 3);
        Assert.Equal(firsts, texts.Select((_, i) => texts.Take(i).Sum(t => t.Length)));
        var all = texts.SelectMany(t => t).ToList();
        foreach (var (attempt, row) in report.Attempts.Zip(index.RootElement.GetProperty("attempts").EnumerateArray().Select(a => a.EnumerateArray().ToArray())))
        {
            if (attempt.Grade?.DiffDigest is { } digest) Assert.Equal(report.Diffs[digest], all[row[7].GetInt32()]);
            if (attempt.Generation?.AnswerDigest is { } answer) Assert.Equal(await run.Store.GetTextAsync(answer, Token), all[row[8].GetInt32()]);
            Assert.Equal(await run.Store.GetTextAsync(attempt.Generation!.PromptText, Token), all[row[9].GetInt32()]);
        }
    }

    [Fact]
    public async Task A_text_that_the_store_has_lost_is_missing_and_no_failure()
    {
        var run = new RunBuilder().Subject("a").Task("users").Cycles(1);
        var report = await run.ReportAsync();
        run.Store.Forget(report.Attempts[0].Generation!.AnswerDigest!);
        using var stream = new MemoryStream();
        await HtmlReport.WriteAsync(stream, report, run.Store, Token);

        using var index = JsonDocument.Parse(Index(Encoding.UTF8.GetString(stream.ToArray())));
        Assert.Equal(TextChunks.Missing, index.RootElement.GetProperty("attempts")[0][8].GetInt32());
    }

    [Fact]
    public async Task A_report_of_9360_attempts_stays_under_8_MB()
    {
        var html = await WriteAsync(SampleRun.Create(models: 19, tasks: 120));

        Assert.True(html.Length < 8_000_000, $"{html.Length}");
        using var index = JsonDocument.Parse(Index(html));
        Assert.Equal(9360, index.RootElement.GetProperty("attempts").GetArrayLength());
    }

    private static string Between(string html, string start, string end)
    {
        var from = html.LastIndexOf(start, StringComparison.Ordinal) + start.Length;
        return html[from..html.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("<script type=\"application/gzip\" id=\"(?<id>[a-z0-9-]+)\">(?<data>[A-Za-z0-9+/=]*)</script>")]
    private static partial Regex Blocks();

    [GeneratedRegex("'sha256-[^']+'")]
    private static partial Regex Hashes();
}
