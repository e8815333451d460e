using System.Globalization;
using Ase.Reporting.Tests.Support;
using Spectre.Console.Testing;

namespace Ase.Reporting.Tests.Terminal;

public sealed class TerminalReportTests
{
    public static TheoryData<string> Names() => new(["mixed", "spoiled", "untouched", "hostile", "sample"]);

    private static RunBuilder Run(string name) => name switch
    {
        "mixed" => Runs.Mixed(),
        "spoiled" => Runs.Spoiled(),
        "untouched" => Runs.Untouched(),
        "hostile" => Runs.HostileEverywhere(),
        "sample" => SampleRun.Create(models: 3, tasks: 12),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static async Task<string> RenderAsync(string name)
    {
        var console = new TestConsole().Width(80);
        ReportWriter.Terminal(console, await Run(name).ReportAsync());
        return console.Output.ReplaceLineEndings("\n");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Output_is_as_agreed(string name)
    {
        var lines = (await RenderAsync(name)).Split('\n').Select(l => l.TrimEnd());

        Snapshot.Match(string.Join('\n', lines), $"{name}.txt");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Output_fits_80_columns(string name)
    {
        foreach (var line in (await RenderAsync(name)).Split('\n')) Assert.True(line.TrimEnd().Length <= 80, line);
    }

    [Fact]
    public async Task Hostile_names_do_not_steer_the_terminal()
    {
        var text = await RenderAsync("hostile");

        Assert.DoesNotContain(text, c => c != '\n' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format);
    }
}
