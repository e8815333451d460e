using Ase.Core.Attempts;
using Ase.Reporting.Model;
using Ase.Reporting.Tests.Support;

namespace Ase.Reporting.Tests.Model;

public sealed class RunReportTests
{
    [Fact]
    public async Task Rows_are_for_each_suite_and_for_all_when_there_are_several()
    {
        var report = await Runs.Mixed().ReportAsync();

        Assert.Equal(["all", "samples", "npm"], report.Suites);
        Assert.Equal(9, report.Leaderboard.Count);
        Assert.Equal((3, 9), (report.LeaderboardOf("all").First().Tasks, report.LeaderboardOf("all").First().Paper.Attempts));
        Assert.Equal((1, 3), (report.LeaderboardOf("npm").First().Tasks, report.LeaderboardOf("npm").First().Paper.Attempts));
    }

    [Fact]
    public async Task A_run_on_one_suite_has_no_row_over_all()
    {
        var report = await new RunBuilder().Subject("baseline/reference").Task("users").ReportAsync();

        Assert.Equal(["samples"], report.Suites);
        var row = Assert.Single(report.Leaderboard);
        Assert.Equal((1, 100.0, "samples"), (row.Rank, row.Paper.Overall, row.Suite));
        Assert.Single(report.Tasks);
        Assert.Equal(3, report.Attempts.Count);
    }

    [Fact]
    public async Task Equal_results_share_a_rank_and_the_next_one_counts_them()
    {
        var report = await new RunBuilder().Subject("c", "b", "a").Task("users").Outcomes((s, _, _) => s == "c" ? Verdict.Insecure : Verdict.Secure).ReportAsync();

        Assert.Equal([("a", 1), ("b", 1), ("c", 3)], report.Leaderboard.Select(r => (r.Subject.Display, r.Rank!.Value)));
    }

    [Fact]
    public async Task More_than_one_percent_missing_leaves_the_whole_run_without_ranks_and_says_why()
    {
        var report = await Runs.Spoiled().ReportAsync();

        Assert.False(report.Completeness.Complete);
        Assert.Equal((12, 1, 6), (report.Completeness.Planned, report.Completeness.InfrastructureErrors, report.Completeness.NotRun));
        Assert.All(report.Leaderboard, row => Assert.Null(row.Rank));
        Assert.All(report.Leaderboard, row => Assert.Equal(report.Completeness.Reason, row.Unranked));
        Assert.Equal("7 of 12 attempts (58.3%) are missing (infrastructure errors: 1, not run: 6); with more than 1% there is no rank.", report.Completeness.Reason);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Exactly_one_percent_missing_still_ranks(int missing, bool ranked)
    {
        var report = await new RunBuilder().Subject("a").Task("users").Cycles(100).Outcomes((_, _, c) => c <= missing ? Verdict.InfrastructureError : Verdict.Secure).ReportAsync();

        Assert.Equal(ranked, report.Completeness.Complete);
        Assert.Equal(ranked ? 1 : null, report.Leaderboard[0].Rank);
        Assert.Equal((100 - missing, missing), (report.Leaderboard[0].Paper.Attempts, report.Leaderboard[0].Paper.Excluded));
    }

    [Fact]
    public async Task A_subject_that_misses_more_than_one_percent_of_its_own_is_not_ranked_in_a_complete_run()
    {
        var report = await new RunBuilder().Subject("a", "b").Task("users").Cycles(100)
            .Outcomes((s, _, c) => s == "a" && c <= 2 ? Verdict.InfrastructureError : Verdict.Secure).ReportAsync();

        Assert.True(report.Completeness.Complete);
        Assert.Equal([("b", 1), ("a", null)], report.Leaderboard.Select(r => (r.Subject.Display, r.Rank)));
        Assert.StartsWith("2 of 100 attempts", report.Leaderboard[1].Unranked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unranked_run_keeps_the_order_of_the_plan()
    {
        var report = await Runs.Spoiled().ReportAsync();

        Assert.Equal(["openai/gpt-5", "baseline/reference"], report.LeaderboardOf("all").Select(r => r.Subject.Display));
    }

    [Fact]
    public async Task Without_attempts_there_are_rows_and_no_scores()
    {
        var report = await Runs.Untouched().ReportAsync();

        var row = Assert.Single(report.Leaderboard);
        Assert.Equal((0, 3), (row.Paper.Attempts, row.Paper.Excluded));
        Assert.True(double.IsNaN(row.Paper.Overall));
        Assert.True(double.IsNaN(row.Usage.MeanMilliseconds));
        Assert.All(report.Attempts, a => Assert.Equal(Verdict.NotRun, a.Verdict));
    }

    [Fact]
    public async Task A_run_without_tasks_is_an_empty_report()
    {
        var report = await new RunBuilder().Subject("a").ReportAsync();

        Assert.Empty(report.Suites);
        Assert.Empty(report.Leaderboard);
        Assert.Equal("There are no attempts to rank.", report.Completeness.Reason);
    }

    [Fact]
    public async Task A_generated_attempt_that_is_not_graded_is_not_run()
    {
        var report = await new RunBuilder().Subject("a").Task("users").Outcomes((_, _, c) => new Outcome(Verdict.Secure) { Graded = c != 2 }).ReportAsync();

        Assert.Equal([Verdict.Secure, Verdict.NotRun, Verdict.Secure], report.Tasks[0].Cells[0].Verdicts);
        Assert.NotNull(report.Attempts[1].Generation);
    }

    [Fact]
    public async Task Breakdowns_divide_by_weakness_language_and_severity()
    {
        var report = await Runs.Mixed().ReportAsync();

        Assert.Equal(["CWE-1321", "CWE-22", "CWE-89"], report.BreakdownOf("all", Dimension.Cwe).Select(b => b.Part.Key).Distinct());
        Assert.Equal(["javascript", "python"], report.BreakdownOf("samples", Dimension.Language).Select(b => b.Part.Key).Distinct());
        Assert.Equal(["high"], report.BreakdownOf("npm", Dimension.Severity).Select(b => b.Part.Key).Distinct());
        var model = report.BreakdownOf("all", Dimension.Cwe).Single(b => b.Subject.Display.StartsWith("openai", StringComparison.Ordinal) && b.Part.Key == "CWE-89");
        Assert.Equal(66.667, model.Part.Paper.Components.Security, 3);
        Assert.Equal(100, model.Part.Paper.Components.Quality);
        Assert.Equal((2, 1), (model.Part.Extended.Attribution.Secure, model.Part.Extended.Attribution.Insecure));
    }

    [Fact]
    public async Task Time_is_averaged_over_answers_that_were_really_asked_for()
    {
        var report = await new RunBuilder().Subject("a").Task("users")
            .Outcomes((_, _, c) => new Outcome(Verdict.Secure) { Cached = c == 3, Milliseconds = c == 3 ? 0 : 100 * c }).ReportAsync();

        Assert.Equal(new Usage(3000, 150, 3, 150), report.Leaderboard[0].Usage);
    }

    [Fact]
    public async Task A_diff_is_read_once_however_many_attempts_share_it()
    {
        var builder = new RunBuilder().Subject("a", "b").Task("users").Outcomes((_, _, _) => Verdict.Secure);
        var report = await builder.ReportAsync();

        Assert.Single(report.Diffs);
        Assert.Equal(1, builder.Store.TextsRead);
    }

    [Fact]
    public async Task Ids_of_attempts_are_unique_and_safe_in_an_address()
    {
        var report = await Runs.Mixed().ReportAsync();

        Assert.Equal(report.Attempts.Count, report.Attempts.Select(a => a.Id).Distinct().Count());
        Assert.All(report.Attempts, a => Assert.Equal(Uri.EscapeDataString(a.Id), a.Id));
    }

    [Fact]
    public async Task Unavailable_tasks_carry_their_reason()
    {
        var report = await Runs.Spoiled().ReportAsync();

        Assert.Equal([null, "Source unreachable: the registry does not answer."], report.Tasks.Select(t => t.Unavailable));
    }
}
