using System.Text;
using Ase.Core.Attempts;
using Ase.Core.Digests;
using Ase.Core.Ports;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;
using Ase.Generation.Masking;

namespace Ase.Generation.Tests;

/// <summary>Tasks made in memory.</summary>
internal static class Sample
{
    public const string Program = """
        'use strict';
        const fs = require('fs');

        function load(name, done) {
            const file = base + name;
            fs.readFile(file, (error, text) => {
                done(error, text);
            });
        }

        module.exports = { load };

        """;

    public static MaskedTask Task(string text = Program, string file = "lib/load.js", int first = 5, int last = 8, IReadOnlyDictionary<string, string>? others = null, params (int First, int Last)[] more)
    {
        var files = (others ?? new Dictionary<string, string>()).ToDictionary(o => o.Key, o => Encoding.UTF8.GetBytes(o.Value), StringComparer.Ordinal);
        files[file] = Encoding.UTF8.GetBytes(text);
        var regions = more.Prepend((First: first, Last: last)).Select(r => new Region(file, r.First, r.Last, Digest.Of(Region(text, r.First, r.Last)))).ToList();
        var task = new BenchmarkTask
        {
            Id = "sample",
            Title = "Sample",
            Language = "javascript",
            Cwe = "CWE-22",
            Severity = Severity.High,
            Source = new TaskSource.Directory("repo", "0"),
            Regions = regions,
            Fixed = new FixedRevision { Upstream = new UpstreamFix("fixed", null, [.. regions.Select(r => new FileRange(r.File, r.First, r.Last))]) },
            Summary = "Loads a file.",
            Static = new StaticCheck(["rule.yaml"]),
        };
        return Masker.Mask(new MaterializedTask
        {
            Task = task,
            Base = new MemoryTree(files),
            BaseDigest = "base",
            Reference = [.. regions.Select(r => Region(text, r.First, r.Last))],
            UpstreamFix = [.. regions.Select(r => Region(text, r.First, r.Last))],
        });
    }

    public static string Region(string text, int first, int last) => string.Concat(Lines.Split(text).Skip(first - 1).Take(last - first + 1));

    public static string NewText(this PatchOutcome outcome, MaskedTask task, string path = "lib/load.js")
    {
        Assert.True(outcome.Patch is not null, outcome.Failure?.Reason);
        return Encoding.UTF8.GetString(outcome.Patch.Files.TryGetValue(path, out var bytes) ? bytes! : task.Task.Base.Read(path)!);
    }
}
