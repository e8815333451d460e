using System.Text;
using Ase.Taint.Rules;
using Ase.Taint.Scanning;

namespace Ase.Taint.Tests.Engine;

/// <summary>A tree in memory.</summary>
internal sealed class TestFiles(params (string Path, string Text)[] files) : ISourceFiles
{
    public IReadOnlyList<string> Paths { get; } = [.. files.Select(f => f.Path).Order(StringComparer.Ordinal)];

    public byte[]? Read(string path) => Encoding.UTF8.GetBytes(files.Single(f => f.Path == path).Text);
}

/// <summary>Rules for the tests.</summary>
internal static class TestRules
{
    public static RuleSet Flow(string languages = "javascript", string extra = "") => Load($$"""
        rules:
          - id: flow
            mode: taint
            languages: [{{languages}}]
            severity: ERROR
            message: $X arrives.
            metadata: { cwe: CWE-78 }
            pattern-sources: [ { pattern: source(...) } ]
            pattern-sinks: [ { patterns: [ { pattern: sink($X) }, { focus-metavariable: $X } ] } ]
            ase: { guards: [ { pattern: check($X), cleans: $X, when: true } ] }
        {{extra}}
        """);

    public static RuleSet Load(string yaml)
    {
        var rules = RuleLoader.Load(yaml, "rules.yaml");
        Assert.Empty(rules.Errors);
        return rules;
    }

    public static ScanResult Scan(RuleSet rules, params (string, string)[] files) => new TaintScanner(rules, new ScanOptions()).Scan(new TestFiles(files), CancellationToken.None);
}
