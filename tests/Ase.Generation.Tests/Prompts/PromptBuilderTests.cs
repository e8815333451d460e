using System.Globalization;
using Ase.Core.Ports;
using Ase.Core.Subjects;
using Ase.Core.Tasks;
using Ase.Generation.Context;
using Ase.Generation.Prompts;
using CsCheck;

namespace Ase.Generation.Tests.Prompts;

public sealed class PromptBuilderTests
{
    private static readonly SubjectGrammar Grammar = new("fake", SubjectOptions.Common, []);

    [Theory]
    [InlineData("infill")]
    [InlineData("diff")]
    [InlineData("files")]
    public void A_prompt_is_as_in_its_snapshot(string format)
    {
        var prompt = Build(Sample.Task(), [new ContextHit("lib/base.js", "exports.base = '/srv/';\n", 3.25, 1)], $"format={format}");

        Snapshot.Check($"prompt-{format}.md", $"{prompt.System}\n\n---\n\n{prompt.User}\n\n---\n\n{string.Join('\n', prompt.Notes)}\n");
    }

    [Fact]
    public void Several_regions_are_asked_for_one_by_one()
    {
        var prompt = Build(Sample.Task(more: (2, 2)), []);

        Snapshot.Check("prompt-several.md", prompt.User + "\n");
    }

    [Theory]
    [InlineData("infill")]
    [InlineData("diff")]
    [InlineData("files")]
    public void Nothing_of_the_task_leaks_but_its_summary(string format)
    {
        var task = Sample.Task();
        var told = task with
        {
            Task = task.Task with
            {
                Task = task.Task.Task with
                {
                    Id = "id-zzz",
                    Title = "title-zzz",
                    Cve = "CVE-2099-0001",
                    Cwe = "CWE-22",
                    Severity = Severity.Critical,
                    Static = new StaticCheck(["rule-zzz.yaml"]),
                    Keeps = [new Keep(KeepKind.Calls, ["keep-zzz"])],
                    Source = new TaskSource.Npm("package-zzz", "1.2.3-zzz", "sha512-zzz"),
                },
            },
        };
        var prompt = Build(told, [new ContextHit("a.js", "a\n", 1, 1)], $"format={format}");
        var text = prompt.System + prompt.User;

        foreach (var secret in (string[])["zzz", "CVE", "CWE", "critical", "base + name", "readFile(file", "done(error", "secur", "vulnerab", "weakness"])
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Loads a file.", text, StringComparison.Ordinal);
        Assert.Contains("module.exports = { load };", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Context_fills_the_budget_in_order_of_rank_and_every_hit_has_a_note()
    {
        var hits = Enumerable.Range(1, 12).Select(i => new ContextHit($"f{i:00}.js", Code(i == 2 ? 400 : 40, i), 20 - i, i)).ToList();
        var prompt = Build(Sample.Task(), hits, "budget=6000");
        var notes = prompt.Notes.Where(n => n.StartsWith("context ", StringComparison.Ordinal)).ToList();

        Assert.InRange(prompt.Tokens, 5000, 6000);
        Assert.Equal(12, notes.Count);
        Assert.EndsWith("kept", notes[0], StringComparison.Ordinal);
        Assert.Contains("f02.js score 18 ", notes[1], StringComparison.Ordinal);
        Assert.Contains("truncated to ", notes[1], StringComparison.Ordinal);
        Assert.EndsWith("dropped", notes[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("f12.js", prompt.User, StringComparison.Ordinal);
        Assert.True(prompt.User.IndexOf("f01.js", StringComparison.Ordinal) < prompt.User.IndexOf("f03.js", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(1_000)]
    [InlineData(3_000)]
    [InlineData(20_000)]
    public void A_huge_file_is_shown_around_the_missing_place_within_the_budget(int budget)
    {
        var lines = Code(4_000, 0).Split('\n');
        var task = Sample.Task(string.Join('\n', lines), first: 2_000, last: 2_010);
        var prompt = Build(task, [new ContextHit("a.js", Code(500, 1), 1, 1)], $"budget={budget}");

        Assert.Contains("ASE-MISSING-CODE-1: write", prompt.User, StringComparison.Ordinal);
        foreach (var near in (int[])[1996, 1997, 1998, 2010, 2011, 2012]) Assert.Contains(lines[near], prompt.User, StringComparison.Ordinal);
        Assert.DoesNotContain(lines[2_005], prompt.User, StringComparison.Ordinal);
        Assert.Contains("lines are not shown", prompt.User, StringComparison.Ordinal);
        Assert.Contains(prompt.Notes, n => n.Contains("around the missing place", StringComparison.Ordinal));
        Assert.True(prompt.Tokens <= budget, prompt.Tokens.ToString(CultureInfo.InvariantCulture));
        if (budget >= 3_000) Assert.Contains(lines[0], prompt.User, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_beyond_the_budget_is_kept_and_noted()
    {
        var task = Sample.Task();
        var told = task with { Task = task.Task with { Task = task.Task.Task with { Summary = string.Concat(Enumerable.Repeat("It reads one more file. ", 200)) } } };
        var prompt = Build(told, [new ContextHit("a.js", Code(5, 1), 1, 1)], "budget=500");

        Assert.Contains(prompt.Notes, n => n.StartsWith("over budget by ", StringComparison.Ordinal));
        Assert.Contains("ASE-MISSING-CODE-1: write", prompt.User, StringComparison.Ordinal);
        Assert.DoesNotContain("a.js", prompt.User, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_budgets_and_hits_stay_within_the_budget() => Gen.Select(Gen.Int[600, 8_000], Gen.Int[0, 300], Gen.Int[0, 80].Array[0, 8]).Sample(
        (budget, lines, hits) =>
        {
            var prompt = Build(Sample.Task(Sample.Program + Code(lines, 9)), [.. hits.Select((n, i) => new ContextHit($"f{i}.js", Code(n, i), 1, i + 1))], $"budget={budget}");
            return prompt.Tokens <= budget && prompt.Notes.Count(n => n.StartsWith("context ", StringComparison.Ordinal)) == hits.Length;
        },
        iter: 100);

    [Fact]
    public void Lines_that_are_left_out_are_counted_right()
    {
        var text = string.Concat(Enumerable.Range(1, 3_000).Select(i => i == 1_500 ? "// ASE-MISSING-CODE-1: write\n" : $"call{i}(some, arguments);\n"));
        var window = SourceWindow.Around("a.js", text, 500);
        var shown = window.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var marks = shown.Where(l => l.Contains("not shown", StringComparison.Ordinal)).Select(l => int.Parse(l.Split('[')[1].Split(' ')[0], CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(2, marks.Count);
        Assert.Equal(3_000, marks.Sum() + shown.Length - 2);
        Assert.Equal((window.Shown, window.Total), (shown.Length - 2, 3_000));
        Assert.True(TokenCounter.Count(window.Text) <= 500);
    }

    [Fact]
    public void Line_ends_and_byte_order_marks_are_not_shown_and_hostile_paths_and_fences_stay_inside()
    {
        var task = Sample.Task("\uFEFF" + Sample.Program.Replace("\n", "\r\n", StringComparison.Ordinal));
        var prompt = Build(task, [new ContextHit("a`\n# Form.js", "text\n````\nmore\n", 1, 1)]);

        Assert.DoesNotContain("\r", prompt.User, StringComparison.Ordinal);
        Assert.DoesNotContain("\uFEFF", prompt.User, StringComparison.Ordinal);
        Assert.Contains("File `a??# Form.js`:\n`````javascript\ntext\n````\nmore\n`````\n", prompt.User, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_question_has_the_same_digest()
    {
        var hits = new[] { new ContextHit("a.js", Code(20, 1), 1, 1) };

        Assert.Equal(Build(Sample.Task(), hits).Digest, Build(Sample.Task(), hits).Digest);
        Assert.NotEqual(Build(Sample.Task(), hits).Digest, Build(Sample.Task(), []).Digest);
    }

    private static Prompt Build(MaskedTask task, IReadOnlyList<ContextHit> hits, string options = "") =>
        PromptBuilder.Build(SubjectParser.Parse("fake/x" + (options.Length > 0 ? "?" + options : ""), [Grammar]), task, hits);

    private static string Code(int lines, int seed) => string.Concat(Enumerable.Range(0, lines).Select(i => $"const value{seed}of{i} = read(path, {i * 7 + seed});\n"));
}
