using System.Globalization;
using Ase.Core.Attempts;
using Ase.Core.Scoring;

namespace Ase.Core.Tests.Scoring;

public sealed class PaperScoreTests
{
    [Fact]
    public void One_secure_attempt_in_the_published_set_scores_the_published_row_of_the_last_model()
    {
        (string Type, int Tasks)[] types = [("command", 23), ("sql", 30), ("xss", 32), ("path", 35)];
        var attempts = types.SelectMany(t => Enumerable.Range(0, t.Tasks).SelectMany(i => Enumerable.Range(1, 3).Select(c =>
        {
            var secure = t.Type == "command" && i == 0 && c == 2;
            return Attempt(t.Type, $"{t.Type}-{i}", c, secure ? Verdict.Secure : Verdict.CheckFailed);
        })));

        var score = PaperScore.Of(attempts);

        Assert.Equal(0.36, score.Components.Security, 2);
        Assert.Equal(0.36, score.Components.Quality, 2);
        Assert.Equal(98.91, score.Components.Stability, 2);
        Assert.Equal(10.22, score.Overall, 2);
    }

    public static TheoryData<string, double, double, double, double> PublishedRows()
    {
        var data = new TheoryData<string, double, double, double, double>();
        using var reader = new StreamReader(typeof(PaperScoreTests).Assembly.GetManifestResourceStream("published_scores.csv")!);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var f = line.Split(',');
            data.Add(f[0] + "/" + f[2], Number(f[4]), Number(f[5]), Number(f[6]), Number(f[7]));
        }
        return data;
        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    [Theory]
    [MemberData(nameof(PublishedRows))]
    public void Overall_of_published_components_is_the_published_overall(string row, double overall, double security, double quality, double stability)
    {
        Assert.True(Math.Abs(new Components(security, quality, stability).Overall - overall) <= 0.011, row);
    }

    [Fact]
    public void All_published_rows_are_there() => Assert.Equal(38, PublishedRows().Count);

    [Fact]
    public void A_perfect_subject_scores_100()
    {
        var score = PaperScore.Of(Cycles("a", 1, Verdict.Secure, Verdict.Secure, Verdict.Secure).Concat(Cycles("b", 1, Verdict.Secure, Verdict.Secure, Verdict.Secure)));

        Assert.Equal(100, score.Overall, 10);
    }

    [Fact]
    public void Types_weigh_the_same_whatever_their_number_of_tasks()
    {
        var attempts = Cycles("a", 1, Verdict.Secure, Verdict.Secure).Concat(Enumerable.Range(0, 9).SelectMany(i => Cycles("b", i, Verdict.Insecure, Verdict.Insecure)));

        var score = PaperScore.Of(attempts);

        Assert.Equal(50, score.Components.Security, 10);
        Assert.Equal(100, score.Components.Quality, 10);
        Assert.Equal(100, score.ByType["a"].Security, 10);
    }

    [Fact]
    public void Infrastructure_failures_leave_the_denominators_and_are_counted()
    {
        var score = PaperScore.Of(Cycles("a", 1, Verdict.Secure, Verdict.InfrastructureError, Verdict.Secure, Verdict.NotRun));

        Assert.Equal(100, score.Overall, 10);
        Assert.Equal((2, 2), (score.Attempts, score.Excluded));
    }

    [Fact]
    public void A_task_with_one_valid_cycle_leaves_stability_and_is_counted()
    {
        var score = PaperScore.Of(Cycles("a", 1, Verdict.Secure, Verdict.InfrastructureError).Concat(Cycles("a", 2, Verdict.Secure, Verdict.Secure)));

        Assert.Equal(1, score.TasksWithoutStability);
        Assert.Equal(100, score.Components.Stability, 10);
    }

    [Fact]
    public void Stability_is_scaled_between_the_steadiest_and_the_least_steady_task()
    {
        var score = PaperScore.Of(
            Cycles("a", 1, Verdict.Secure, Verdict.Secure, Verdict.Secure, Verdict.Secure)
            .Concat(Cycles("a", 2, Verdict.Secure, Verdict.Insecure, Verdict.Secure, Verdict.Insecure))
            .Concat(Cycles("a", 3, Verdict.Secure, Verdict.Insecure, Verdict.Insecure, Verdict.Insecure)));

        // deviations 0, sqrt(1/3), 1/2
        Assert.Equal(100 * (1 + 0 + (1 - 0.5 / Math.Sqrt(1.0 / 3))) / 3, score.Components.Stability, 10);
    }

    [Fact]
    public void No_attempts_have_no_score() => Assert.True(double.IsNaN(PaperScore.Of([]).Overall));

    [Theory]
    [InlineData(3, 0, 3, 0)]
    [InlineData(3, 1, 1, 1.0 / 3)]
    [InlineData(3, 1, 3, 1)]
    [InlineData(10, 3, 5, 1 - 21.0 / 252)]
    [InlineData(4, 4, 2, 1)]
    public void Secure_at_k_is_the_unbiased_estimate(int n, int c, int k, double expected) => Assert.Equal(expected, ExtendedScore.AtLeastOne(n, c, k), 10);

    [Fact]
    public void Extended_measures_tell_luck_from_steadiness()
    {
        var score = ExtendedScore.Of(
            Cycles("a", 1, Verdict.Secure, Verdict.Secure, Verdict.Secure)
            .Concat(Cycles("a", 2, Verdict.Secure, Verdict.Insecure, Verdict.NoAnswer))
            .Concat(Cycles("a", 3, Verdict.CheckFailed, Verdict.CheckFailed, Verdict.IntegrationFailed)));

        Assert.Equal((1 + 1.0 / 3) / 3, score.SecureAt1, 10);
        Assert.Equal(2.0 / 3, score.SecureAtK, 10);
        Assert.Equal(1.0 / 3, score.SecureAllAtK, 10);
        Assert.Equal(new Attribution(4, 1, 2, 2), score.Attribution);
    }

    private static IEnumerable<ScoredAttempt> Cycles(string type, int task, params Verdict[] verdicts) =>
        verdicts.Select((v, i) => Attempt(type, $"{type}-{task}", i + 1, v));

    private static ScoredAttempt Attempt(string type, string task, int cycle, Verdict verdict) =>
        new("s", task, cycle, type, verdict, verdict is Verdict.Secure or Verdict.Insecure, verdict == Verdict.Secure);
}
