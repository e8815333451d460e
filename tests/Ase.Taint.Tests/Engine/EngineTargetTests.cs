using System.Runtime.CompilerServices;
using Ase.Taint.Rules;
using Ase.Taint.Scanning;

namespace Ase.Taint.Tests.Engine;

/// <summary>Rules and annotated targets: every feature of the engine with what it must and must not report.</summary>
public sealed class EngineTargetTests
{
    public static TheoryData<string> Rules => [.. RuleTest.Pairs(new Folder(TargetFolder).Paths).Select(p => p.RuleFile)];

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(ProjectFolder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    private static string TargetFolder => Path.Combine(Here(), "Targets");

    private static string ProjectFolder => Path.Combine(Here(), "Projects");

    [Theory]
    [MemberData(nameof(Rules))]
    public void Reports_exactly_the_annotated_lines(string ruleFile)
    {
        var folder = new Folder(TargetFolder);
        var targets = RuleTest.Pairs(folder.Paths).Single(p => p.RuleFile == ruleFile).Targets;
        Check(Path.Combine(TargetFolder, ruleFile), new Folder(TargetFolder, targets), together: false);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Follows_flows_across_the_files_of_a_project(string name)
    {
        var root = Path.Combine(ProjectFolder, name);
        Check(Path.Combine(root, "rule.yaml"), new Folder(root), together: true);
    }

    private static void Check(string ruleFile, Folder files, bool together)
    {
        var rules = RuleLoader.LoadFile(ruleFile);
        Assert.Empty(rules.Errors);
        var results = RuleTest.Run(rules, files, together, TestContext.Current.CancellationToken);
        Assert.NotEmpty(results);
        foreach (var rule in rules.Rules) Assert.Contains(results, r => r.Rule == rule.Id);
        var failures = results.Where(r => !r.Passed || r.Fixed.Count > 0).Select(r =>
            $"{r.Path} {r.Rule}: missing [{string.Join(", ", r.Expected.Except(r.Reported))}], surplus [{string.Join(", ", r.Reported.Except(r.Expected))}], known gaps that closed [{string.Join(", ", r.Fixed)}]");
        Assert.Empty(failures);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private sealed class Folder(string root, IReadOnlyList<string>? only = null) : ISourceFiles
    {
        public IReadOnlyList<string> Paths { get; } = only ??
            [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(root, p).Replace('\\', '/')).Order(StringComparer.Ordinal)];

        public byte[]? Read(string path) => File.ReadAllBytes(Path.Combine(root, path));
    }
}
