using Ase.Core.Ports;
using Ase.Core.Subjects;
using Ase.Generation.Answers;
using Ase.Generation.Baselines;
using CsCheck;

namespace Ase.Generation.Tests.Baselines;

public sealed class BaselineProviderTests
{
    [Theory]
    [InlineData("infill")]
    [InlineData("diff")]
    [InlineData("files")]
    public async Task The_original_text_restores_the_file_in_every_answer_format(string format)
    {
        var provider = new BaselineProvider();
        var subject = SubjectParser.Parse($"baseline/vulnerable?format={format}", [provider.Grammar]);
        foreach (var ending in (string[])["\n", "\r\n"])
        {
            var task = Sample.Task(Sample.Program.Replace("\n", ending, StringComparison.Ordinal));
            var outcome = await provider.GenerateAsync(new GenerationRequest(subject, task, new Prompt("", "", 0, []), 1), TestContext.Current.CancellationToken);

            Assert.Empty(AnswerExtractor.Extract(format, task, outcome.Answer!).Patch!.Files);
        }
    }

    [Fact]
    public void Random_regions_of_a_program_are_restored_from_every_answer_format()
    {
        var lines = Ase.Generation.Masking.Lines.Split(Sample.Program).Count;
        Gen.Select(Gen.Int[1, lines], Gen.Int[0, 5], Gen.Int[0, 2].Select(i => ((string[])["infill", "diff", "files"])[i]), Gen.Bool.Select(b => b ? "\n" : "\r\n"), Gen.Bool).Sample((first, length, format, ending, final) =>
        {
            var last = Math.Min(lines, first + length);
            var text = Sample.Program.Replace("\n", ending, StringComparison.Ordinal);
            if (!final) text = text.TrimEnd('\n').TrimEnd('\r');
            var region = Sample.Region(text, first, last);
            // blank lines at the ends of a region are not code: they cannot be told from the answer's own
            if (region.Length == 0 || region.Trim('\r', '\n', ' ').Length == 0 || string.IsNullOrWhiteSpace(Sample.Region(text, first, first)) || string.IsNullOrWhiteSpace(Sample.Region(text, last, last))) return true;
            var task = Sample.Task(text, first: first, last: last);
            return AnswerExtractor.Extract(format, task, AnswerWriter.Write(format, task, task.Task.Reference)).Patch is { Files.Count: 0 };
        });
    }

    [Fact]
    public void An_empty_answer_is_what_the_empty_baseline_gives()
    {
        var provider = new BaselineProvider();

        Assert.Throws<Ase.Core.Errors.AseException>(() => SubjectParser.Parse("baseline/best", [provider.Grammar]));
        Assert.Equal(7, BaselineProvider.Names.Count);
    }
}
