using System.Text;
using Ase.Taint.Scanning;

namespace Ase.Taint.Tests.Engine;

public sealed class ScannerTests
{
    private const string TwoSteps = """
        function run(command) {
          sink('do ' + command);
        }
        const a = source();
        run(a);
        """;

    [Fact]
    public void A_finding_carries_every_step_from_source_to_sink()
    {
        var finding = Assert.Single(TestRules.Scan(TestRules.Flow(), ("a.js", TwoSteps)).Findings);
        Assert.Equal(
            [
                (TraceStepKind.Source, 4, "source()"),
                (TraceStepKind.Propagation, 4, "a = source()"),
                (TraceStepKind.Call, 5, "run(a)"),
                (TraceStepKind.Sink, 2, "'do ' + command"),
            ],
            finding.Trace.Select(s => (s.Kind, s.Start.Line, s.Snippet)));
        Assert.Equal("'do ' + command arrives.", finding.Message);
        Assert.Equal((2, 8), (finding.Start.Line, finding.Start.Column));
        Assert.Equal(["CWE-78"], finding.Cwes);
    }

    [Fact]
    public void The_fingerprint_does_not_depend_on_lines_and_tells_equal_findings_apart()
    {
        var first = Assert.Single(TestRules.Scan(TestRules.Flow(), ("a.js", TwoSteps)).Findings);
        var moved = Assert.Single(TestRules.Scan(TestRules.Flow(), ("a.js", "\n\n// moved\n" + TwoSteps.Replace("sink(", "sink( "))).Findings);
        Assert.Equal(first.Fingerprint, moved.Fingerprint);
        Assert.Equal(64, first.Fingerprint.Length);
        var twice = TestRules.Scan(TestRules.Flow(), ("a.js", "sink(source());\nsink(source());")).Findings;
        Assert.Equal(2, twice.Select(f => f.Fingerprint).Distinct().Count());
    }

    [Fact]
    public void The_shortest_trace_is_reported_once_for_each_sink()
    {
        var result = TestRules.Scan(TestRules.Flow(), ("a.js", "function f(x) { sink(x); }\nfunction g(x) { f(x); }\ng(source());\nf(source());\n"));
        var finding = Assert.Single(result.Findings);
        Assert.Equal(4, finding.Trace[0].Start.Line);
    }

    [Fact]
    public void Paths_limit_where_sinks_are_and_not_where_flows_lead()
    {
        var rules = TestRules.Load("""
            rules:
              - id: flow
                mode: taint
                languages: [javascript]
                severity: ERROR
                message: m
                paths: { include: ["lib/**"], exclude: ["lib/old/**"] }
                pattern-sources: [ { pattern: source(...) } ]
                pattern-sinks: [ { pattern: sink(...) } ]
              - id: match
                mode: search
                languages: [javascript]
                severity: ERROR
                message: m
                paths: { include: ["*.mjs"] }
                pattern: sink(...)
            """);
        const string text = "exports.f = (x) => { sink(x); };";
        var result = TestRules.Scan(
            rules, ("app.js", "const v = source(); require('./lib/a').f(v); require('./lib/old/b').f(v); sink(v);"), ("lib/a.js", text), ("lib/old/b.js", text), ("x.mjs", "sink(1);"));
        Assert.Equal([("flow", "lib/a.js"), ("match", "x.mjs")], result.Findings.Select(f => (f.RuleId, f.File)));
    }

    [Fact]
    public void The_result_is_the_same_with_one_thread_and_with_many()
    {
        var files = Enumerable.Range(0, 30).Select(i => (
            $"m{i:00}.js",
            $"const next = require('./m{(i + 1) % 30:00}');\nexports.run = (x) => {{ if (check(x)) return; sink(x + {i}); next.run(x + '.'); }};\nexports.run(source({i}));\n")).ToArray();
        var one = Describe(new TaintScanner(TestRules.Flow(), new ScanOptions { Parallelism = 1 }).Scan(new TestFiles(files), TestContext.Current.CancellationToken));
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(one, Describe(new TaintScanner(TestRules.Flow(), new ScanOptions { Parallelism = 4 }).Scan(new TestFiles(files), TestContext.Current.CancellationToken)));
        }
        Assert.Contains("m29.js", one);
    }

    [Fact]
    public void What_cannot_be_analysed_is_named()
    {
        var scanner = new TaintScanner(TestRules.Flow(), new ScanOptions { MaxFileBytes = 100 });
        var result = scanner.Scan(new Unreadable(), TestContext.Current.CancellationToken);
        Assert.Equal([new Incomplete("big.js", "larger than 100 bytes"), new Incomplete("gone.js", "cannot be read")], result.Incomplete);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void The_time_limit_gives_an_incomplete_result()
    {
        var scanner = new TaintScanner(TestRules.Flow(), new ScanOptions { Timeout = TimeSpan.Zero });
        var result = scanner.Scan(new TestFiles(("a.js", TwoSteps)), TestContext.Current.CancellationToken);
        Assert.StartsWith("not finished", Assert.Single(result.Incomplete).Reason, StringComparison.Ordinal);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => scanner.Scan(new TestFiles(("a.js", TwoSteps)), cancelled.Token));
    }

    [Fact]
    public void A_file_without_extension_is_known_by_its_first_line()
    {
        var result = TestRules.Scan(TestRules.Flow(), ("bin/tool", "#!/usr/bin/env node\nsink(source());\n"), ("bin/other", "sink(source());\n"));
        Assert.Equal("bin/tool", Assert.Single(result.Findings).File);
    }

    [Fact]
    public void Files_that_no_flow_can_reach_are_not_parsed()
    {
        var result = TestRules.Scan(
            TestRules.Flow(), ("a.js", "exports.a = () => sink(source());"), ("b.js", "exports.b = () => 1;"), ("c.js", "require('./d');"), ("d.js", "exports.d = 1;"), ("x.py", "sink(source())"));
        Assert.Equal((4, 1), (result.Statistics.Files, result.Statistics.Parsed));
        Assert.Single(result.Findings);
    }

    [Fact]
    public void Deep_and_wide_code_ends_in_time()
    {
        var nested = "sink(source());" + string.Concat(Enumerable.Repeat("(", 100_000)) + "x" + string.Concat(Enumerable.Repeat(")", 100_000));
        var chain = "sink(source()" + string.Concat(Enumerable.Repeat(" + 'x'", 50_000)) + ");";
        var functions = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"function f{i}(x, y) {{ return x.length > 9 ? x : f{(i + 1) % 2_000}(y, x + source()); }}\n"));
        var branches = "let v = source();\n" + string.Concat(Enumerable.Range(0, 3_000).Select(i => $"if (c{i}) v = v + 'a{i}'; else o.p{i} = v;\n")) + "sink(v);";
        foreach (var text in (string[])[nested, chain, functions + "sink(f0(source(), 1));", branches])
        {
            var result = TestRules.Scan(TestRules.Flow(), ("a.js", text));
            Assert.True(result.Findings.Count > 0 || result.Incomplete.Count > 0, text[..40]);
        }
    }

    private static string Describe(ScanResult result)
    {
        var text = new StringBuilder();
        foreach (var finding in result.Findings)
        {
            text.AppendLine(finding.Fingerprint).AppendLine(finding.File).AppendJoin('\n', finding.Trace.Select(s => $"{s.Kind} {s.File} {s.Span}")).AppendLine();
        }
        return text.AppendJoin('\n', result.Incomplete).ToString();
    }

    private sealed class Unreadable : ISourceFiles
    {
        public IReadOnlyList<string> Paths { get; } = ["big.js", "gone.js"];

        public byte[]? Read(string path) => path == "big.js" ? new byte[101] : null;
    }
}
