using System.Text.Json.Nodes;
using Ase.Core.Errors;

namespace Ase.Cli.Tests;

public sealed class QuickstartTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task Without_a_network_it_measures_the_samples_and_says_what_it_left_out()
    {
        sandbox["ASE_NPM"] = sandbox.PathOf("no-such-npm");

        var result = await sandbox.RunAsync("quickstart", "--json", "--output", sandbox.PathOf("out"));

        Assert.Equal(ExitCodes.Success, result.Exit);
        var document = JsonNode.Parse(result.Output)!;
        var rows = document["leaderboard"]!.AsArray().Where(r => r!["suite"]!.GetValue<string>() == "samples").ToDictionary(r => r!["subject"]!.GetValue<string>(), r => r!, StringComparer.Ordinal);
        Assert.Equal(7, rows.Count);
        Assert.Equal(10, document["skipped"]!.AsArray().Count);
        Assert.True(File.Exists(document["report"]!.GetValue<string>()));
        Assert.Equal(100, rows["baseline/reference"]["overall"]!.GetValue<double>());
        Assert.Equal((100, 0), Of("baseline/vulnerable"));
        Assert.Equal((0, 0), Of("baseline/empty"));
        Assert.Equal((100, 100), Of("baseline/variant-secure"));
        Assert.Equal((100, 0), Of("baseline/variant-insecure"));
        Assert.Equal((0, 0), Of("baseline/degenerate"));

        (double Quality, double Security) Of(string subject) => (rows[subject]["quality"]!.GetValue<double>(), rows[subject]["security"]!.GetValue<double>());
    }

    [Theory]
    [InlineData("quickstart")]
    [InlineData("suite", "list")]
    [InlineData("suite", "validate")]
    [InlineData("task", "check")]
    [InlineData("run")]
    [InlineData("grade")]
    [InlineData("report")]
    [InlineData("scan")]
    [InlineData("rule", "test")]
    public async Task Every_command_has_help_with_an_example(params string[] command)
    {
        var result = await sandbox.RunAsync([.. command, "--help"]);

        Assert.Equal(ExitCodes.Success, result.Exit);
        Assert.Contains("Example", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suites_and_tasks_are_listed_and_shown()
    {
        Assert.Contains("samples", (await sandbox.RunAsync("suite", "list")).Output, StringComparison.Ordinal);
        var suites = JsonNode.Parse((await sandbox.RunAsync("suite", "list", "--json")).Output)!.AsArray();
        Assert.Equal(20, suites.First(s => s!["name"]!.GetValue<string>() == "samples")!["tasks"]!.GetValue<int>());
        Assert.True(suites.First(s => s!["name"]!.GetValue<string>() == "npm")!["tasks"]!.GetValue<int>() >= 20);
        Assert.Contains(Sandbox.Sample, (await sandbox.RunAsync("suite", "show", "samples")).Output, StringComparison.Ordinal);
        Assert.Contains("CWE-78", (await sandbox.RunAsync("task", "show", Sandbox.Sample)).Output, StringComparison.Ordinal);
    }
}
