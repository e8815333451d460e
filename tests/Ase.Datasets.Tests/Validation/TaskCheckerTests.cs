using Ase.Core.Attempts;
using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;
using Ase.Datasets.Tests.Support;
using Ase.Datasets.Validation;

namespace Ase.Datasets.Tests.Validation;

public sealed class TaskCheckerTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeGrading grading = new();

    [Fact]
    public async Task A_right_task_is_proven_in_every_point()
    {
        var report = await CheckAsync(Samples.DirectoryTask(folder));

        Assert.Equal(CheckStatus.Proven, report.Status);
        Assert.Equal(
            [
                "summary-length", "summary-hints", "variant-counts", "rule-lines", "revision", "region", "region-complete", "own-words", "rules", "vulnerable-findings",
                "reference-findings", "reference", "vulnerable", "upstream-fix", "variant secure-a", "variant secure-b", "variant insecure-a", "variant insecure-b",
                "variant degenerate-a", "variant degenerate-b",
            ],
            report.Points.Select(p => p.Name));
        Assert.All(report.Points, p => Assert.Equal(p.Name == "upstream-fix" ? CheckStatus.Noted : CheckStatus.Proven, p.Status));
    }

    [Fact]
    public async Task Every_text_takes_the_way_of_an_infill_answer_without_context()
    {
        await CheckAsync(Samples.DirectoryTask(folder));
        Assert.Equal(9, grading.Answers.Count);
        Assert.All(grading.Answers, a => Assert.Equal("check/answers?context=none", a.Subject));
        Assert.All(grading.Answers, a => Assert.StartsWith("infill|", a.Answer, StringComparison.Ordinal));
    }

    public static TheoryData<string, string, string> WrongVerdicts => new()
    {
        { "execFileSync", "reference", "insecure instead of secure: because of default" },
        { "cp.execSync", "vulnerable", "check-failed instead of insecure" },
        { "'secure-", "variant secure-a", "insecure instead of secure" },
        { "'insecure-", "variant insecure-b", "secure instead of insecure" },
        { "'degenerate-", "variant degenerate-a", "secure instead of check-failed" },
    };

    [Theory, MemberData(nameof(WrongVerdicts))]
    public async Task A_text_with_another_verdict_fails_its_point_and_says_which(string text, string point, string expected)
    {
        grading.Verdicts[text] = Enum.GetValues<Verdict>().First(v => expected.StartsWith(v.Name() + " instead", StringComparison.Ordinal));
        AssertFailed(await CheckAsync(Samples.DirectoryTask(folder)), point, expected);
    }

    [Fact]
    public async Task An_upstream_fix_that_is_weak_is_noted_and_fails_nothing()
    {
        folder.Write("list-files/variants/hardened.js", "  return 'secure-hardened';\n");
        grading.Verdicts["execFileSync"] = Verdict.Insecure;
        var task = Samples.DirectoryTask(folder);
        var report = await CheckAsync(task with { Fixed = task.Fixed with { Hardened = "variants/hardened.js" } });
        Assert.Equal(CheckStatus.Proven, report.Status);
        Assert.Equal("insecure: because of default", Point(report, "upstream-fix").Evidence);
    }

    [Fact]
    public async Task A_variant_that_no_patch_comes_of_fails_with_the_reason()
    {
        var task = Samples.DirectoryTask(folder);
        folder.Write("list-files/variants/secure-a.js", "  return 'no answer';\n");
        AssertFailed(await CheckAsync(task), "variant secure-a", "no-answer instead of secure: There is no code.");
    }

    [Fact]
    public async Task Too_few_findings_on_the_vulnerable_revision_fail()
    {
        grading.Counts = (1, 0);
        var task = Samples.DirectoryTask(folder);
        AssertFailed(await CheckAsync(task with { Static = task.Static with { MinVulnerable = 2 } }), "vulnerable-findings", "1 findings through the region; at least 2");
    }

    [Fact]
    public async Task Too_many_findings_on_the_reference_fail()
    {
        grading.Counts = (1, 1);
        AssertFailed(await CheckAsync(Samples.DirectoryTask(folder)), "reference-findings", "at most 0");
    }

    [Fact]
    public async Task Rules_that_do_not_load_fail_and_nothing_is_graded()
    {
        grading.RulesFail = new AseException(ErrorCode.InvalidFile, "rule.yaml:3:4: unknown key");
        AssertFailed(await CheckAsync(Samples.DirectoryTask(folder)), "rules", "rule.yaml:3:4");
        Assert.Empty(grading.Answers);
    }

    public static TheoryData<ErrorCode, CheckStatus, string> Failures => new()
    {
        { ErrorCode.SourceUnreachable, CheckStatus.Unchecked, "revision" },
        { ErrorCode.ToolMissing, CheckStatus.Unchecked, "revision" },
        { ErrorCode.DiskFull, CheckStatus.Unchecked, "revision" },
        { ErrorCode.FileAccess, CheckStatus.Unchecked, "revision" },
        { ErrorCode.SourceMissing, CheckStatus.Failed, "revision" },
        { ErrorCode.IntegrityMismatch, CheckStatus.Failed, "revision" },
        { ErrorCode.HostileArchive, CheckStatus.Failed, "revision" },
        { ErrorCode.InvalidFile, CheckStatus.Failed, "revision" },
        { ErrorCode.RegionMismatch, CheckStatus.Failed, "region" },
    };

    [Theory, MemberData(nameof(Failures))]
    public async Task A_source_that_fails_leaves_the_task_unproven(ErrorCode code, CheckStatus status, string point)
    {
        var report = await grading.Checker(new FailingMaterializer(new AseException(code, "what happened"))).CheckAsync(Samples.DirectoryTask(folder), Cancel);
        Assert.Equal(status, report.Status);
        Assert.Equal((status, "what happened"), (Point(report, point).Status, Point(report, point).Evidence));
        Assert.Empty(grading.Answers);
    }

    [Fact]
    public async Task A_grader_that_lacks_a_tool_leaves_the_task_unchecked()
    {
        grading.GradingFails = new AseException(ErrorCode.ToolMissing, "no grammar library");
        Assert.Equal(CheckStatus.Unchecked, (await CheckAsync(Samples.DirectoryTask(folder))).Status);
        grading.GradingFails = null;
        grading.Verdicts["execFileSync"] = Verdict.InfrastructureError;
        Assert.Equal(CheckStatus.Unchecked, (await CheckAsync(Samples.DirectoryTask(folder))).Status);
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public async Task A_summary_has_60_to_200_words(int words, bool holds)
    {
        var report = await CheckAsync(Samples.DirectoryTask(folder) with { Summary = string.Join("\n", Enumerable.Repeat("word", words)) });
        Assert.Equal(holds ? CheckStatus.Proven : CheckStatus.Failed, Point(report, "summary-length").Status);
        Assert.StartsWith($"{words} words", Point(report, "summary-length").Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_that_hints_fails_with_the_words() =>
        AssertFailed(await CheckAsync(Samples.DirectoryTask(folder) with { Summary = Samples.Summary + " It is safely quoted." }), "summary-hints", "quoted, safely");

    [Theory]
    [InlineData(Verdict.Secure)]
    [InlineData(Verdict.Insecure)]
    [InlineData(Verdict.CheckFailed)]
    public async Task One_variant_of_a_kind_is_too_few(Verdict verdict)
    {
        var task = Samples.DirectoryTask(folder);
        var first = task.Variants.First(v => v.Verdict == verdict);
        AssertFailed(await CheckAsync(task with { Variants = [.. task.Variants.Where(v => v != first)] }), "variant-counts", "1 " + verdict.Name());
    }

    [Theory]
    [InlineData("# see line 12\n", "line 12")]
    [InlineData("metadata: { lines: [3, 7] }\n", "lines: [3")]
    [InlineData("start_line: 4\n", "line: 4")]
    [InlineData("# src/list.js:131\n", ".js:131")]
    [InlineData("# L12-L20\n", "L12-L20")]
    [InlineData("# Line no. 5, line number 5\n", "line number 5")]
    public async Task A_rule_that_refers_to_a_line_fails(string rule, string expected)
    {
        var task = Samples.DirectoryTask(folder);
        folder.Write("list-files/rule.yaml", rule);
        AssertFailed(await CheckAsync(task), "rule-lines", expected);
    }

    [Theory]
    [InlineData("# line breaks\n- pattern: readline(1)\n- pattern: $X.splitlines()[0]\n- pattern: L10n($X)\n- id: inline-2\n")]
    [InlineData("- pattern: $SERVER.listen(80)\n- pattern: 'a.js: 1'\n")]
    public async Task A_rule_that_speaks_of_lines_otherwise_is_fine(string rule)
    {
        var task = Samples.DirectoryTask(folder);
        folder.Write("list-files/rule.yaml", rule);
        Assert.Equal(CheckStatus.Proven, Point(await CheckAsync(task), "rule-lines").Status);
    }

    [Fact]
    public async Task A_rule_that_is_not_there_fails()
    {
        var task = Samples.DirectoryTask(folder);
        File.Delete(folder["list-files/rule.yaml"]);
        AssertFailed(await CheckAsync(task), "rule-lines", "no file 'rule.yaml'");
    }

    public void Dispose() => folder.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<TaskCheckReport> CheckAsync(BenchmarkTask task) => grading.Checker().CheckAsync(task, Cancel);

    private static CheckPoint Point(TaskCheckReport report, string name) => report.Points.Single(p => p.Name == name);

    private static void AssertFailed(TaskCheckReport report, string point, string evidence)
    {
        Assert.Equal(CheckStatus.Failed, report.Status);
        Assert.Equal(CheckStatus.Failed, Point(report, point).Status);
        Assert.Contains(evidence, Point(report, point).Evidence, StringComparison.Ordinal);
    }

    private sealed class FailingMaterializer(AseException failure) : ITaskMaterializer
    {
        public Task<MaterializedTask> MaterializeAsync(BenchmarkTask task, CancellationToken cancellationToken) => Task.FromException<MaterializedTask>(failure);
    }
}
