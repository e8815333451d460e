using System.Text.Json;
using Ase.Reporting.Json;
using Ase.Reporting.Tests.Support;

namespace Ase.Reporting.Tests.Json;

public sealed class JsonReportTests
{
    private static async Task<string> WriteAsync(RunBuilder run)
    {
        var report = await run.ReportAsync();
        using var writer = new StringWriter();
        JsonReport.Write(writer, report);
        return writer.ToString();
    }

    [Fact]
    public async Task Document_is_as_agreed() => Snapshot.Match(await WriteAsync(Runs.Mixed().Cycles(1)), "mixed.json");

    [Fact]
    public async Task Document_of_a_spoiled_run_is_as_agreed() => Snapshot.Match(await WriteAsync(Runs.Spoiled().Cycles(2)), "spoiled.json");

    [Fact]
    public async Task Numbers_that_are_none_are_null()
    {
        using var document = JsonDocument.Parse(await WriteAsync(Runs.Untouched()));

        var row = document.RootElement.GetProperty("leaderboard")[0];
        Assert.All(
            (string[])["rank", "overall", "security", "quality", "stability", "secureAt1", "secureAtK", "secureAllAtK", "meanMilliseconds"],
            name => Assert.Equal(JsonValueKind.Null, row.GetProperty(name).ValueKind));
        Assert.Equal(1, document.RootElement.GetProperty("format").GetInt32());
        Assert.Equal("not-run", document.RootElement.GetProperty("attempts")[0].GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Every_diff_is_found_under_its_digest()
    {
        using var document = JsonDocument.Parse(await WriteAsync(Runs.Mixed()));

        var diffs = document.RootElement.GetProperty("diffs");
        foreach (var grade in document.RootElement.GetProperty("attempts").EnumerateArray().Select(a => a.GetProperty("grade")))
        {
            if (grade.GetProperty("diffDigest").GetString() is { } digest) Assert.StartsWith("--- a/", diffs.GetProperty(digest).GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Hostile_text_comes_back_as_it_was_from_plain_ascii()
    {
        var json = await WriteAsync(Runs.HostileEverywhere());

        Assert.True(json.All(c => c is '\n' or (>= ' ' and < '\u007f')));
        Assert.DoesNotContain('<', json);
        using var document = JsonDocument.Parse(json);
        Assert.Equal(Runs.Hostile.Replace('\uD800', '\uFFFD'), document.RootElement.GetProperty("tasks")[0].GetProperty("title").GetString());
    }
}
