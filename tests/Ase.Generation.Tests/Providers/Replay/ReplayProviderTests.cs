using System.Text.Json;
using Ase.Core.Attempts;
using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Core.Subjects;
using Ase.Generation.Providers.Replay;

namespace Ase.Generation.Tests.Providers.Replay;

public sealed class ReplayProviderTests : ProviderContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ase-replay-");
    private readonly ReplayProvider provider = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected override ProviderUnderTest Open(Func<int, Scripted> script)
    {
        var lines = Enumerable.Range(1, 50).Select(cycle => (Cycle: cycle, What: script(cycle))).Where(s => s.What is not Scripted.Fails).Select(s => s.What switch
        {
            Scripted.Answers answer => JsonSerializer.Serialize(new { task = "sample", cycle = s.Cycle, answer = answer.Text }),
            _ => JsonSerializer.Serialize(new { task = "sample", cycle = s.Cycle, refused = true }),
        });
        return new ProviderUnderTest(provider, Subject(Write([.. lines])), "replay/recorded", "needs a file");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_most_particular_answer_is_taken()
    {
        var path = Write(
            """{"task":"sample","answer":"any"}""",
            """{"task":"sample","cycle":2,"answer":"second"}""",
            "",
            """{"subject":"recorded","task":"sample","answer":"own"}""",
            """{"subject":"recorded","task":"sample","cycle":2,"answer":"own second"}""");

        Assert.Equal(("own", "own second"), (await AskAsync(path, "recorded", 1), await AskAsync(path, "recorded", 2)));
        Assert.Equal(("any", "second"), (await AskAsync(path, "other", 1), await AskAsync(path, "other", 2)));
    }

    [Fact]
    public async Task A_task_without_an_answer_is_left_out_and_a_missing_cycle_is_no_fault_of_the_subject()
    {
        var path = Write("""{"task":"sample","cycle":1,"answer":"a"}""", """{"subject":"x","task":"elsewhere","answer":"a"}""");
        var subject = SubjectParser.Parse(Subject(path), [provider.Grammar]);
        var task = Sample.Task().Task.Task;

        Assert.Null(provider.NotApplicable(subject, task));
        Assert.NotNull(provider.NotApplicable(subject, task with { Id = "elsewhere" }));
        var outcome = await provider.GenerateAsync(new GenerationRequest(subject, Sample.Task(), new Prompt("", "", 0, []), 2), Token);
        Assert.Equal((GenerationStatus.InfrastructureError, "The file has no answer for cycle 2."), (outcome.Status, outcome.Error));
    }

    [Theory]
    [InlineData("not json", "line 2: no JSON object (character 2)")]
    [InlineData("[1]", "line 2: no JSON object")]
    [InlineData("""{"task":"t"}""", "line 2: there is no 'answer'")]
    [InlineData("""{"answer":"a"}""", "line 2: 'task' is to be the id of a task")]
    [InlineData("""{"task":5,"answer":"a"}""", "line 2: 'task' is to be")]
    [InlineData("""{"task":"t","answer":"a","cycle":0}""", "line 2: 'cycle' is to be")]
    [InlineData("""{"task":"t","answer":"a","cycle":1.5}""", "line 2: 'cycle' is to be")]
    [InlineData("""{"task":"t","answer":["a"]}""", "line 2: 'answer' is to be a text")]
    [InlineData("""{"task":"t","anwser":"a"}""", "line 2: there is no property 'anwser'")]
    [InlineData("""{"task":"t","answer":"a","refused":true}""", "line 2: an answer that was refused")]
    [InlineData("""{"task":"t","answer":"a","refused":"no"}""", "line 2: 'refused' is to be")]
    [InlineData("""{"task":"t","answer":"a","answer":"b"}""", "line 2: 'answer' is given twice")]
    [InlineData("""{"task":"t","answer":"\ud800"}""", "line 2: a text with half a character")]
    [InlineData("""{"task":"sample","cycle":1,"answer":"b"}""", "line 2: there is an earlier answer for task 'sample', cycle 1")]
    public void A_line_that_is_wrong_is_named_with_its_number(string line, string expected)
    {
        var path = Write("""{"task":"sample","cycle":1,"answer":"a"}""", line, """{"task":"later","answer":"a"}""");
        var error = Assert.Throws<AseException>(() => provider.EnsureUsable(SubjectParser.Parse(Subject(path), [provider.Grammar])));

        Assert.Equal(ErrorCode.InvalidFile, error.Code);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_corrected_can_be_used_without_a_new_start()
    {
        var path = Write("{");
        var subject = SubjectParser.Parse(Subject(path), [provider.Grammar]);
        Assert.Throws<AseException>(() => provider.EnsureUsable(subject));
        File.WriteAllText(path, """{"task":"sample","answer":"a"}""");

        provider.EnsureUsable(subject);
    }

    [Theory]
    [InlineData("missing.jsonl", ErrorCode.FileAccess)]
    [InlineData("latin.jsonl", ErrorCode.InvalidFile)]
    [InlineData("others.jsonl", ErrorCode.InvalidFile)]
    public void A_file_that_cannot_be_used_says_so(string name, ErrorCode expected)
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, "latin.jsonl"), [.. "{\"task\":\"t\",\"answer\":\""u8, 0xE9, .. "\"}"u8]);
        File.WriteAllText(Path.Combine(folder.FullName, "others.jsonl"), """{"subject":"someone","task":"t","answer":"a"}""");
        var error = Assert.Throws<AseException>(() => provider.EnsureUsable(SubjectParser.Parse(Subject(Path.Combine(folder.FullName, name)), [provider.Grammar])));

        Assert.Equal(expected, error.Code);
    }

    private static string Subject(string path, string name = "recorded") => $"replay/{name}?file={Uri.EscapeDataString(path)}";

    private string Write(params string[] lines)
    {
        var path = Path.Combine(folder.FullName, Guid.NewGuid().ToString("N") + ".jsonl");
        File.WriteAllLines(path, lines);
        return path;
    }

    private async Task<string?> AskAsync(string path, string name, int cycle) =>
        (await provider.GenerateAsync(new GenerationRequest(SubjectParser.Parse(Subject(path, name), [provider.Grammar]), Sample.Task(), new Prompt("", "", 0, []), cycle), Token)).Answer;
}
