using Ase.Analysis.Sarif;
using Ase.Taint.Rules;
using Ase.Taint.Scanning;
using Microsoft.CodeAnalysis.Sarif;
using Newtonsoft.Json;

namespace Ase.Analysis.Tests.Sarif;

public sealed class SarifWriterTests
{
    private const string Rules = """
        rules:
          - id: eval-of-input
            mode: taint
            languages: [javascript]
            severity: WARNING
            message: Input is evaluated.
            metadata: { cwe: "CWE-94: code injection" }
            pattern-sources: [ { pattern: process.argv } ]
            pattern-sinks: [ { pattern: eval(...) } ]
        """;

    [Fact]
    public void A_flow_is_written_with_its_steps_and_read_back()
    {
        var log = Read(Scan(("src/a b.js", "const x = process.argv[2];\nconst y = 'a' + x;\neval(y);\n")));

        Assert.Equal(SarifVersion.Current, log.Version);
        var run = Assert.Single(log.Runs);
        Assert.Equal("eval-of-input", Assert.Single(run.Tool.Driver.Rules).Id);
        var result = Assert.Single(run.Results);
        Assert.Equal(("eval-of-input", 0, FailureLevel.Warning), (result.RuleId, result.RuleIndex, result.Level));
        Assert.Equal(3, result.Locations[0].PhysicalLocation.Region.StartLine);
        Assert.Equal("src/a%20b.js", result.Locations[0].PhysicalLocation.ArtifactLocation.Uri.OriginalString);
        var steps = result.CodeFlows[0].ThreadFlows[0].Locations;
        Assert.Equal(1, steps[0].Location.PhysicalLocation.Region.StartLine);
        Assert.Equal(3, steps[^1].Location.PhysicalLocation.Region.StartLine);
        Assert.NotEmpty(result.PartialFingerprints);
    }

    [Fact]
    public void No_findings_are_a_valid_document_with_the_rules() => Assert.Empty(Read(Scan(("a.js", "f();\n"))).Runs[0].Results);

    [Fact]
    public void The_same_input_gives_the_same_bytes_whatever_the_threads()
    {
        var files = Enumerable.Range(0, 20).Select(i => ($"f{i}.js", $"const a{i} = process.argv[{i}];\neval(a{i});\neval(a{i} + 1);\n")).ToArray();

        Assert.Equal(Scan(1, files), Scan(2, files));
    }

    [Fact]
    public void Fingerprints_do_not_depend_on_line_numbers()
    {
        var one = Read(Scan(("a.js", "const x = process.argv[2];\neval(x);\n"))).Runs[0].Results[0];
        var two = Read(Scan(("a.js", "\n\n// moved\nconst x = process.argv[2];\neval(x);\n"))).Runs[0].Results[0];

        Assert.Equal(one.PartialFingerprints, two.PartialFingerprints);
        Assert.NotEqual(one.Locations[0].PhysicalLocation.Region.StartLine, two.Locations[0].PhysicalLocation.Region.StartLine);
    }

    private static SarifLog Read(string text) => JsonConvert.DeserializeObject<SarifLog>(text)!;

    private static string Scan(params (string Path, string Text)[] files) => Scan(1, files);

    private static string Scan(int threads, params (string Path, string Text)[] files)
    {
        var set = RuleLoader.Load(Rules, "rules.yaml");
        Assert.Empty(set.Errors);
        var result = new TaintScanner(set, new ScanOptions { Parallelism = threads }).Scan(new Memory(files), TestContext.Current.CancellationToken);
        return SarifWriter.Write(result, set.Rules, "1.2.3+abc");
    }

    private sealed class Memory((string Path, string Text)[] files) : ISourceFiles
    {
        public IReadOnlyList<string> Paths { get; } = [.. files.Select(f => f.Path).Order(StringComparer.Ordinal)];

        public byte[]? Read(string path) => System.Text.Encoding.UTF8.GetBytes(files.First(f => f.Path == path).Text);
    }
}
