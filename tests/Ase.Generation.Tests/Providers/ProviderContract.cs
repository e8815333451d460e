using Ase.Core.Attempts;
using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Core.Subjects;

namespace Ase.Generation.Tests.Providers;

/// <summary>What the subject behind a provider does when it is asked.</summary>
public abstract record Scripted
{
    /// <summary>It answers.</summary>
    public sealed record Answers(string Text) : Scripted;
    /// <summary>It declines.</summary>
    public sealed record Refuses : Scripted;
    /// <summary>It cannot be reached.</summary>
    public sealed record Fails : Scripted;
}

/// <summary>A provider over a scripted subject.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Usable">A subject that it can ask, as people write it.</param>
/// <param name="Unusable">One that it cannot ask although it is well-formed.</param>
/// <param name="Missing">What it must say about that one.</param>
public sealed record ProviderUnderTest(IAnswerProvider Provider, string Usable, string Unusable, string Missing);

/// <summary>What every provider must do; each implementation inherits it.</summary>
public abstract class ProviderContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Opens a provider whose subject behaves as scripted for each cycle.</summary>
    protected abstract ProviderUnderTest Open(Func<int, Scripted> script);

    [Fact]
    public void Its_subjects_are_parsed_and_their_canonical_text_is_stable()
    {
        var open = Open(_ => new Scripted.Answers(""));
        var subject = Parse(open, open.Usable);

        Assert.Equal(subject.Canonical, Parse(open, subject.Canonical).Canonical);
        Assert.Equal(subject.Canonical, Parse(open, subject.Display).Canonical);
        foreach (var option in SubjectOptions.Common) Assert.Contains(option.Name, subject.Options.Keys);
    }

    [Fact]
    public void A_usable_subject_passes()
    {
        var open = Open(_ => new Scripted.Answers(""));

        open.Provider.EnsureUsable(Parse(open, open.Usable));
    }

    [Fact]
    public void A_subject_that_cannot_be_asked_is_refused_early_and_says_what_is_missing()
    {
        var open = Open(_ => new Scripted.Answers(""));
        var error = Assert.Throws<AseException>(() => open.Provider.EnsureUsable(Parse(open, open.Unusable)));

        Assert.Contains(open.Missing, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("return 1;\n")]
    [InlineData("\tif (a)\r\n\t\treturn \"\\u0000\";\r\n")]
    [InlineData("```js\nconst π = '𝄞 ü';\n```\n")]
    [InlineData("data: [DONE]\n\n{\"error\": \"finish_reason\": \"x\"}")]
    public async Task An_answer_arrives_as_it_was_given(string text)
    {
        var outcome = await AskAsync(Open(_ => new Scripted.Answers(text)), 1, Token);

        Assert.Equal((GenerationStatus.Answered, text, ""), (outcome.Status, outcome.Answer, outcome.Error));
    }

    [Fact]
    public async Task An_empty_answer_is_an_answer()
    {
        var outcome = await AskAsync(Open(_ => new Scripted.Answers("")), 1, Token);

        Assert.Equal((GenerationStatus.Answered, ""), (outcome.Status, outcome.Answer));
    }

    [Fact]
    public async Task A_refusal_is_its_own_outcome()
    {
        var outcome = await AskAsync(Open(_ => new Scripted.Refuses()), 1, Token);

        Assert.Equal((GenerationStatus.Refused, null), (outcome.Status, outcome.Answer));
    }

    [Fact]
    public async Task A_failure_of_the_environment_is_a_value_with_a_reason()
    {
        var outcome = await AskAsync(Open(_ => new Scripted.Fails()), 1, Token);

        Assert.Equal((GenerationStatus.InfrastructureError, null), (outcome.Status, outcome.Answer));
        Assert.NotEqual("", outcome.Error);
    }

    [Fact]
    public async Task Many_questions_at_a_time_get_each_its_own_answer()
    {
        var open = Open(cycle => new Scripted.Answers($"answer {cycle}"));
        var answers = await Task.WhenAll(Enumerable.Range(1, 50).Select(cycle => AskAsync(open, cycle, Token)));

        Assert.Equal(Enumerable.Range(1, 50).Select(c => $"answer {c}"), answers.Select(a => a.Answer));
    }

    [Fact]
    public async Task A_cancelled_question_throws()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(Open(_ => new Scripted.Answers("")), 1, cancelled.Token));
    }

    /// <summary>The user message of a cycle's question.</summary>
    protected static string Question(int cycle) => $"question {cycle}";

    /// <summary>The cycle of a question.</summary>
    protected static int CycleOf(string question) => int.Parse(question["question ".Length..], System.Globalization.CultureInfo.InvariantCulture);

    private static Subject Parse(ProviderUnderTest open, string text) => SubjectParser.Parse(text, [open.Provider.Grammar]);

    private static Task<GenerationOutcome> AskAsync(ProviderUnderTest open, int cycle, CancellationToken cancellationToken) =>
        open.Provider.GenerateAsync(new GenerationRequest(Parse(open, open.Usable), Sample.Task(), new Prompt("system", Question(cycle), 3, []), cycle), cancellationToken);
}
