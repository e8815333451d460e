using System.Text;
using Ase.Taint.Scanning;

namespace Ase.Taint.Tests.Engine;

public sealed class OverlayTests
{
    [Fact]
    public void A_changed_file_is_scanned_with_the_rest_of_the_base()
    {
        var scanner = new TaintScanner(TestRules.Flow(), new ScanOptions());
        var analysis = scanner.Prepare(new TestFiles(("app.js", "require('./run').run(source());"), ("run.js", "exports.run = (x) => sink(x);")), TestContext.Current.CancellationToken);
        Assert.Single(Scan([]));
        Assert.Empty(Scan(new() { ["run.js"] = "exports.run = (x) => sink('constant');"u8.ToArray() }));
        Assert.Empty(Scan(new() { ["run.js"] = "exports.run = (x) => check(x) && sink(x);"u8.ToArray() }));
        Assert.Empty(Scan(new() { ["run.js"] = null }));
        Assert.Equal(2, Scan(new() { ["more.js"] = "sink(source());"u8.ToArray() }).Count);
        Assert.Single(Scan([]));

        IReadOnlyList<Finding> Scan(Dictionary<string, byte[]?> overlay) => scanner.ScanOverlay(analysis, overlay, TestContext.Current.CancellationToken).Findings;
    }

    [Fact]
    public void An_overlay_gives_exactly_what_a_full_scan_gives()
    {
        var scanner = new TaintScanner(TestRules.Flow(), new ScanOptions());
        var numbers = new Sequence(7);
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < 12; i++) files[$"m{i}.js"] = Module(numbers, i);
        var analysis = scanner.Prepare(Tree(files), TestContext.Current.CancellationToken);
        Parallel.For(0, 60, new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken }, seed =>
        {
            var random = new Sequence(seed + 100);
            var overlay = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
            var changed = new Dictionary<string, string>(files, StringComparer.Ordinal);
            for (var edits = 1 + random.Next(3); edits > 0; edits--)
            {
                var path = $"m{random.Next(14)}.js";
                if (random.Next(6) == 0)
                {
                    overlay[path] = null;
                    changed.Remove(path);
                }
                else
                {
                    changed[path] = Module(random, random.Next(12));
                    overlay[path] = Encoding.UTF8.GetBytes(changed[path]);
                }
            }
            var expected = scanner.Scan(Tree(changed), CancellationToken.None);
            var actual = scanner.ScanOverlay(analysis, overlay, CancellationToken.None);
            Assert.Equal(Describe(expected), Describe(actual));
        });
    }

    private static TestFiles Tree(Dictionary<string, string> files) => new([.. files.Select(f => (f.Key, f.Value))]);

    /// <summary>A module of random statements that call other modules, check, store and pass values on.</summary>
    private static string Module(Sequence random, int number)
    {
        var text = new StringBuilder($"const other = require('./m{random.Next(12)}');\nlet kept;\n");
        text.Append("exports.run = function (x, y) {\n");
        for (var i = 2 + random.Next(5); i > 0; i--)
        {
            text.AppendLine(random.Next(9) switch
            {
                0 => "  sink(x);",
                1 => "  if (check(x)) return y;",
                2 => "  other.run(y, x);",
                3 => "  kept = x;",
                4 => "  x = other.run(x + '.', kept);",
                5 => $"  y = {{ a: x, b: 'c' }}.{(random.Next(2) == 0 ? "a" : "b")};",
                6 => "  [y].forEach((z) => sink(z));",
                7 => "  x = source();",
                _ => "  if (!check(y)) throw new Error(y);",
            });
        }
        return text.Append($"  return {(random.Next(2) == 0 ? "x" : "y")};\n}};\n{(random.Next(2) == 0 ? "exports.run(source(), 'constant');" : "sink(kept);")}\n// {number}\n").ToString();
    }

    private static string Describe(ScanResult result) =>
        string.Join('\n', result.Findings.Select(f => f.Fingerprint + string.Concat(f.Trace.Select(s => $"\n  {s.Kind} {s.File} {s.Span}"))))
        + string.Join('\n', result.Incomplete) + result.Statistics.Lines + " " + result.Statistics.Parsed;

    /// <summary>A small reproducible sequence of numbers.</summary>
    private sealed class Sequence(int seed)
    {
        private uint state = (uint)seed * 2654435761u + 1;

        public int Next(int below)
        {
            state = state * 1664525u + 1013904223u;
            return (int)((state >> 8) % (uint)below);
        }
    }
}
