using System.Text;
using System.Text.RegularExpressions;
using Ase.Core.Attempts;
using Ase.Reporting.Html;
using Ase.Reporting.Model;
using Ase.Reporting.Tests.Support;

namespace Ase.Reporting.Tests.Html;

/// <summary>The page in a real browser.</summary>
public sealed class BrowserTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Tests act on the page by code at the end of its own script, since the policy lets no other run.
    private static async Task<BrowserPage> OpenAsync(RunBuilder run, string address = "", string before = "", string act = "", RunReport? report = null)
    {
        report ??= await run.ReportAsync();
        var payload = await HtmlPayload.CreateAsync(report, run.Store, HtmlDefaults.Limits, Token);
        var script = HtmlAssets.Script.Replace("\nstart();\n", $"\nstart().then(async () => {{ {act} }});\n", StringComparison.Ordinal);
        using var writer = new StringWriter();
        HtmlPage.Write(writer, report, payload, before + script);
        return await Chromium.OpenAsync(writer.ToString(), address);
    }

    private static string Content(BrowserPage page) => Regex.Match(page.Dom, "<main.*</main>", RegexOptions.Singleline).Value;

    private static List<string> Subjects(BrowserPage page) =>
        [.. Regex.Matches(page.Dom, "<table class=\"board cards\">.*?</table>", RegexOptions.Singleline)[0].Value.Split("<tr>").Skip(2).Select(r => Regex.Match(r, "class=\"subject\"[^>]*>([^<]*)").Groups[1].Value)];

    [Fact]
    public async Task Leaderboard_is_shown_by_rank()
    {
        var page = await OpenAsync(Runs.Mixed());

        Assert.Equal(["baseline/reference", "openai/gpt-5", "baseline/empty"], Subjects(page));
        Assert.Contains(">100.00<", page.Dom, StringComparison.Ordinal);
        Assert.Contains("Path traversal", page.Dom, StringComparison.Ordinal);
        Assert.Empty(page.Console);
    }

    [Fact]
    public async Task Leaderboard_is_shown_without_the_browsers_own_decompression()
    {
        var page = await OpenAsync(Runs.Mixed(), before: "delete globalThis.DecompressionStream;\n");

        Assert.Equal(["baseline/reference", "openai/gpt-5", "baseline/empty"], Subjects(page));
        Assert.Empty(page.Console);
    }

    [Fact]
    public async Task A_large_report_is_unpacked_the_same_by_our_own_decompression()
    {
        var run = SampleRun.Create(models: 3, tasks: 12);
        var report = await run.ReportAsync();
        const string Act = "const own = [], theirs = []; for (const id of ['index', 'texts-0']) { const bytes = bytesOf(id); own.push(new TextDecoder().decode(inflate(bytes))); theirs.push(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text()); } document.title = own[0].length > 1000 && own.every((t, i) => t === theirs[i]) ? 'same' : 'different';";
        var page = await OpenAsync(run, act: Act, report: report);

        Assert.Contains("<title>same</title>", page.Dom, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_on_a_column_sorts_and_a_second_one_turns_the_order()
    {
        const string Click = "const by = [...document.querySelectorAll('button.sort')].find(b => b.textContent === 'Subject'); by.click();";
        var up = await OpenAsync(Runs.Mixed(), act: Click);
        var down = await OpenAsync(Runs.Mixed(), act: Click + "by.click();");

        Assert.Equal(["baseline/empty", "baseline/reference", "openai/gpt-5"], Subjects(up));
        Assert.Equal(["openai/gpt-5", "baseline/reference", "baseline/empty"], Subjects(down));
    }

    [Fact]
    public async Task Attempts_are_filtered_by_the_address_and_by_typing()
    {
        var address = await OpenAsync(Runs.Mixed(), "#view=attempts&verdict=timeout");
        var typed = await OpenAsync(Runs.Mixed(), "#view=attempts", act: "const f = document.getElementById('filter-search'); f.value = 'package gpt'; f.dispatchEvent(new Event('input'));");

        Assert.Contains("1 of 27 attempts", address.Dom, StringComparison.Ordinal);
        Assert.Contains("3 of 27 attempts", typed.Dom, StringComparison.Ordinal);
        Assert.Empty(typed.Console);
    }

    [Fact]
    public async Task An_attempts_address_opens_its_taint_path_diff_and_checks()
    {
        var run = Runs.Mixed();
        var report = await run.ReportAsync();
        var attempt = report.Attempts.Single(a => a.Verdict == Verdict.Insecure);
        var page = await OpenAsync(run, "#attempt=" + attempt.Id, act: "document.querySelector('details.text').open = true; await new Promise(done => setTimeout(done, 500));", report: report);

        var main = Content(page);
        var path = Regex.Match(main, "<ol class=\"path\">.*?</ol>", RegexOptions.Singleline).Value;
        Assert.Equal(
            ["source routes/index.js:7", "call routes/index.js:9", "propagation lib/users.js:10", "sink lib/users.js:11"],
            Regex.Matches(path, "<span class=\"role[^>]*>([^<]*)</span><code>([^<]*)</code>").Select(m => m.Groups[1].Value + " " + m.Groups[2].Value));
        Assert.Single(Regex.Matches(main, "<div class=\"line add\">"));
        Assert.Matches("<div class=\"line add\">.*<span class=\"role role-sink\">sink</span>", main);
        Assert.Equal(5, Regex.Count(main, "</span>passed</span>"));
        Assert.Contains("return db.query", main[main.IndexOf("<summary>Answer", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Empty(page.Console);
    }

    [Theory]
    [InlineData("#view=overview")]
    [InlineData("#view=tasks")]
    [InlineData("#view=attempts")]
    [InlineData("#view=provenance")]
    [InlineData("#attempt=")]
    public async Task Hostile_text_is_shown_as_text_in_every_view(string address)
    {
        var run = Runs.HostileEverywhere();
        var report = await run.ReportAsync();
        if (address == "#attempt=") address += report.Attempts[0].Id;
        var page = await OpenAsync(run, address, act: "document.querySelectorAll('details').forEach(d => d.open = true); await new Promise(done => setTimeout(done, 500));", report: report);

        Assert.DoesNotContain("<title>owned", page.Dom, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page.Dom, StringComparison.Ordinal);
        Assert.Contains("openai/=1+1", Content(page), StringComparison.Ordinal);
        Assert.Contains("\\u{202e}", Content(page), StringComparison.Ordinal);
        Assert.DoesNotContain(page.Dom.EnumerateRunes(), r => r.Value is 0x1b or 0x202e or 0x2066 or 0x200b);
        Assert.Empty(page.Console);
    }

    [Fact]
    public async Task A_diff_of_5_MB_opens_with_its_first_lines()
    {
        var diff = "--- a/x\n+++ b/x\n@@ -0,0 +1,500000 @@\n" + string.Concat(Enumerable.Range(0, 500_000).Select(i => FormattableString.Invariant($"+line {i:000000}\n")));
        var run = new RunBuilder().Subject("a").Task("users").Cycles(1).Outcomes((_, _, _) => new Outcome(Verdict.Secure) { Diff = diff });
        var report = await run.ReportAsync();
        var page = await OpenAsync(run, "#attempt=" + report.Attempts[0].Id, report: report);

        Assert.Equal(1497, Regex.Count(page.Dom, "<div class=\"line add\">")); // 1500 lines with the three of the head
        Assert.Contains("more characters left out", page.Dom, StringComparison.Ordinal);
        Assert.Empty(page.Console);
    }

    [Theory]
    [InlineData("spoiled", "Incomplete, not ranked.")]
    [InlineData("untouched", "unfinished")]
    [InlineData("empty", "The run has no tasks.")]
    public async Task Runs_without_ranks_say_so(string name, string words)
    {
        var run = name switch { "spoiled" => Runs.Spoiled(), "untouched" => Runs.Untouched(), _ => new RunBuilder().Subject("a") };
        var page = await OpenAsync(run);

        Assert.Contains(words, page.Dom, StringComparison.Ordinal);
        Assert.Empty(page.Console);
    }

    [Fact]
    public async Task A_cut_off_file_says_that_it_cannot_be_read()
    {
        var run = Runs.Mixed();
        using var stream = new MemoryStream();
        await HtmlReport.WriteAsync(stream, await run.ReportAsync(), run.Store, Token);
        var html = Regex.Replace(Encoding.UTF8.GetString(stream.ToArray()), "(id=\"index\">.{400})[^<]*", "$1");

        Assert.Contains("The report cannot be read", (await Chromium.OpenAsync(html)).Dom, StringComparison.Ordinal);
    }
}
