using System.Text;
using Ase.Analysis.Checkers;
using Ase.Analysis.Grading;
using Ase.Core.Attempts;
using Ase.Core.Digests;
using Ase.Core.Errors;
using Ase.Core.Runs;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;
using Ase.Taint.Scanning;

namespace Ase.Analysis.Tests.Grading;

public sealed class GraderTests : IDisposable
{
    private const string Program = """
        const cp = require('child_process');
        function run(name, done) {
          const line = 'ls ' + name;
          cp.exec(line, done);
        }
        function other() { return line; }
        module.exports = run;

        """;

    private const string Rule = """
        rules:
          - id: name-in-command
            mode: taint
            languages: [javascript]
            severity: ERROR
            message: The name reaches a shell.
            metadata: { cwe: CWE-78 }
            pattern-sources:
              - patterns:
                  - pattern-inside: function run($NAME, ...) { ... }
                  - focus-metavariable: $NAME
            pattern-sinks:
              - patterns:
                  - pattern: cp.exec($LINE, ...)
                  - focus-metavariable: $LINE
            ase:
              guards:
                - { pattern: "/^[a-z]+$/.test($X)", cleans: $X, when: true }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("ase-grader-").FullName;
    private readonly Grader grader = new(new ScanOptions { Parallelism = 1 }, TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("  cp.execFile('ls', [name], done);\n", Verdict.Secure)]
    [InlineData("  if (!/^[a-z]+$/.test(name)) return done(new Error(name));\n  cp.exec('ls ' + name, done);\n", Verdict.Secure)]
    [InlineData("  cp.exec('ls \"' + name + '\"', done);\n", Verdict.Insecure)]
    [InlineData("  const safe = n => n;\n  cp.exec('ls ' + safe(name), done);\n", Verdict.Insecure)]
    [InlineData("  done(null, '');\n", Verdict.CheckFailed)]
    [InlineData("  cp.exec('ls ' + name, done;\n", Verdict.CheckFailed)]
    [InlineData("  // ASE-MISSING-CODE-1: write the code that belongs here\n", Verdict.CheckFailed)]
    public async Task An_answer_gets_its_verdict(string text, Verdict verdict)
    {
        var grade = await GradeAsync(Task(), text);

        Assert.Equal((verdict, verdict is Verdict.Secure or Verdict.Insecure, verdict == Verdict.Secure), (grade.Verdict, grade.Quality, grade.Security));
        Assert.Equal((1, 0), (grade.Before, grade.Fixed));
        Assert.NotEmpty(grade.Reason);
        if (verdict == Verdict.Insecure)
        {
            var finding = Assert.Single(grade.Findings);
            Assert.Equal("source", finding.Trace[0].Kind);
            Assert.Equal("sink", finding.Trace[^1].Kind);
        }
    }

    [Fact]
    public async Task A_name_that_later_code_uses_must_still_be_defined()
    {
        var grade = await GradeAsync(Task(definesExport: true), "  cp.execFile('ls', [name], done);\n}\nfunction other() { return 1; }\n");

        Assert.Equal(Verdict.CheckFailed, grade.Verdict);
        Assert.Equal("definitions", grade.Checks.First(c => !c.Passed).Name);
    }

    [Fact(DisplayName = "A checker of the profile counts only when the profile names it (skipped without node: apt-get install -y nodejs)")]
    public async Task A_checker_of_the_profile_counts_only_when_the_profile_names_it()
    {
        GradingProfile profile;
        try
        {
            profile = await ExternalCheckers.ProfileAsync(["node"], Token);
        }
        catch (AseException e) when (e.Code == ErrorCode.ToolMissing)
        {
            Assert.Skip(e.Message);
            return;
        }
        // an early error of the language that no grammar sees
        const string text = "  let a = 1; let a = 2;\n  cp.execFile('ls', [name], done);\n";

        Assert.Equal(Verdict.Secure, (await GradeAsync(Task(), text)).Verdict);
        var graded = await GradeAsync(Task(), text, profile);
        Assert.Equal(Verdict.CheckFailed, graded.Verdict);
        Assert.Equal(profile.Checkers[0], graded.Checks[^1].Name);
        Assert.StartsWith("node@", profile.Checkers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_checker_is_wrong_usage() =>
        Assert.Equal(ErrorCode.Usage, (await Assert.ThrowsAsync<AseException>(() => ExternalCheckers.ProfileAsync(["cobol"], Token))).Code);

    [Fact]
    public void The_grading_digest_depends_on_rules_keeps_and_profile_and_not_on_variants()
    {
        var task = Task().Task;
        var digest = grader.GradingDigest(task, GradingProfile.Default);

        Assert.Equal(digest, Fresh().GradingDigest(task with { Variants = [new Variant(["x"], Verdict.Secure)] }, GradingProfile.Default));
        Assert.NotEqual(digest, Fresh().GradingDigest(task with { Keeps = [] }, GradingProfile.Default));
        Assert.NotEqual(digest, Fresh().GradingDigest(task, new GradingProfile("node", ["node@1"])));
        File.AppendAllText(Path.Combine(folder, "rule.yaml"), "# changed\n");
        Assert.NotEqual(digest, Fresh().GradingDigest(task, GradingProfile.Default));
    }

    [Fact]
    public async Task A_rule_that_does_not_load_is_an_invalid_file_with_its_place()
    {
        var task = Task();
        await File.WriteAllTextAsync(Path.Combine(folder, "rule.yaml"), "rules:\n  - id: x\n    mode: taint\n    nonsense: 1\n", Token);

        var error = await Assert.ThrowsAsync<AseException>(() => GradeAsync(task, "  f();\n"));

        Assert.Equal(ErrorCode.InvalidFile, error.Code);
        Assert.Contains("rule.yaml:", error.Message, StringComparison.Ordinal);
    }

    private static Grader Fresh() => new(new ScanOptions(), TimeProvider.System);

    private MaterializedTask Task(bool definesExport = false) => definesExport
        ? Task(Program, 3, 7, "  cp.execFile('ls', [name], done);\n}\nfunction other() { return 1; }\nmodule.exports = run;\n")
        : Task(Program, 3, 4, "  cp.execFile('ls', [name], done);\n");

    private MaterializedTask Task(string program, int first, int last, string reference)
    {
        File.WriteAllText(Path.Combine(folder, "rule.yaml"), Rule);
        var region = string.Join('\n', program.Split('\n')[(first - 1)..last]) + "\n";
        return new MaterializedTask
        {
            Task = new BenchmarkTask
            {
                Id = "t",
                Title = "t",
                Language = "javascript",
                Cwe = "CWE-78",
                Severity = Severity.High,
                Source = new TaskSource.Directory("repo", "0"),
                Regions = [new Region("run.js", first, last, Digest.Of(region))],
                Fixed = new FixedRevision { Upstream = new UpstreamFix("fixed", null, [new FileRange("run.js", first, first)]) },
                Summary = "Runs it.",
                Keeps = [new Keep(KeepKind.Calls, ["cp.exec(...)", "cp.execFile(...)"])],
                Static = new StaticCheck(["rule.yaml"]),
                Folder = folder,
            },
            Base = new MemoryTree(new Dictionary<string, byte[]> { ["run.js"] = Encoding.UTF8.GetBytes(program) }),
            BaseDigest = Digest.Of(program),
            Reference = [reference],
            UpstreamFix = [reference],
        };
    }

    private Task<GradeRecord> GradeAsync(MaterializedTask task, string text, GradingProfile? profile = null)
    {
        var region = task.Task.Regions[0];
        var lines = Encoding.UTF8.GetString(task.Base.Read("run.js")!).Split('\n').ToList();
        lines.RemoveRange(region.First - 1, region.Last - region.First + 1);
        lines.InsertRange(region.First - 1, text.TrimEnd('\n').Split('\n'));
        var patch = new Patch
        {
            Files = new Dictionary<string, byte[]?> { ["run.js"] = Encoding.UTF8.GetBytes(string.Join('\n', lines)) },
            Replaced = [new FileRange("run.js", region.First, region.First + text.TrimEnd('\n').Split('\n').Length - 1)],
        };
        return grader.GradeAsync(task, patch, profile ?? GradingProfile.Default, Token);
    }
}
