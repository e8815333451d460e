using System.Text;
using Ase.Core.Attempts;
using Ase.Core.Digests;
using Ase.Core.Tasks;

namespace Ase.Datasets.Tests.Support;

/// <summary>Tasks made in memory, as small as they can be.</summary>
internal static class Samples
{
    public const string File = "src/list.js";
    public const string Vulnerable = "const cp = require('child_process');\nfunction list(name) {\n  return cp.execSync('ls ' + name);\n}\nmodule.exports = list;\n";
    public const string Fixed = "const cp = require('child_process');\nfunction list(name) {\n  return cp.execFileSync('ls', [name]);\n}\nmodule.exports = list;\n";
    public const string RegionText = "  return cp.execSync('ls ' + name);\n";
    public const string FixedText = "  return cp.execFileSync('ls', [name]);\n";

    public static string Summary { get; } = string.Join(' ', Enumerable.Repeat("The body of the function returns what the program prints for the folder of that name", 5));

    public static Region Region { get; } = new(File, 3, 3, Digest.Of(RegionText));

    public static BenchmarkTask Task(TaskSource source, UpstreamFix upstream, string folder = "") => new()
    {
        Id = "list-files",
        Title = "A task",
        Language = "javascript",
        Cwe = "CWE-78",
        Severity = Severity.High,
        Source = source,
        Regions = [Region],
        Fixed = new FixedRevision { Upstream = upstream },
        Summary = Summary,
        Static = new StaticCheck(["rule.yaml"]),
        Folder = folder,
    };

    /// <summary>A task with a directory source, its files written into a folder.</summary>
    public static BenchmarkTask DirectoryTask(TempFolder folder)
    {
        folder.Write("list-files/repo/" + File, Vulnerable).Write("list-files/fixed/" + File, Fixed).Write("list-files/rule.yaml", "rules: []\n");
        var names = new[] { ("secure-a", Verdict.Secure), ("secure-b", Verdict.Secure), ("insecure-a", Verdict.Insecure), ("insecure-b", Verdict.Insecure), ("degenerate-a", Verdict.CheckFailed), ("degenerate-b", Verdict.CheckFailed) };
        foreach (var (name, _) in names) folder.Write($"list-files/variants/{name}.js", $"  return '{name}';\n");
        var digest = Digest.OfTree([(File, Digest.Of(Encoding.UTF8.GetBytes(Vulnerable)))]);
        return Task(new TaskSource.Directory("repo", digest), new UpstreamFix("fixed", null, [new FileRange(File, 3, 3)]), folder["list-files"]) with
        {
            Variants = [.. names.Select(n => new Variant([$"variants/{n.Item1}.js"], n.Item2))],
        };
    }
}
