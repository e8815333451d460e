using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Ase.Taint.Rules;
using Ase.Taint.Scanning;

namespace Ase.Taint.Tests.RulePacks;

/// <summary>The generic packs: <c>rules/&lt;language&gt;/cwe-&lt;n&gt;/&lt;name&gt;.yaml</c>, each rule with examples of what it must and must not report beside it.</summary>
public sealed partial class RulePackTests
{
    private static readonly Folder Packs = new(Path.Combine(Root(), "rules"));

    public static TheoryData<string> RuleFiles => [.. Packs.Paths.Where(p => p.EndsWith(".yaml", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(RuleFiles))]
    public void Should_report_exactly_the_annotated_lines(string ruleFile)
    {
        var rules = RuleLoader.LoadFile(Packs.Full(ruleFile));
        Assert.Empty(rules.Errors);

        var results = RuleTest.Run(rules, Packs.Only(TargetsOf(ruleFile)), together: false, TestContext.Current.CancellationToken);

        var failures = results.Where(r => !r.Passed).Select(r =>
            $"{r.Path} {r.Rule}: missing [{string.Join(", ", r.Expected.Except(r.Reported))}], surplus [{string.Join(", ", r.Reported.Except(r.Expected))}], known gaps that closed [{string.Join(", ", r.Fixed)}]").ToList();
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Theory]
    [MemberData(nameof(RuleFiles))]
    public void Should_have_both_kinds_of_example_for_every_rule_and_language(string ruleFile)
    {
        var targets = TargetsOf(ruleFile).Select(p => (Path: p, Text: File.ReadAllText(Packs.Full(p)))).ToList();
        foreach (var rule in RuleLoader.LoadFile(Packs.Full(ruleFile)).Rules)
        {
            // JavaScript and TypeScript are one language for a rule
            foreach (var language in rule.Languages.DistinctBy(l => FileUnit.FamilyOf(l.Id)))
            {
                var own = targets.Where(t => Code.Languages.LanguageRegistry.ForPath(t.Path) is { } found && FileUnit.FamilyOf(found.Id) == FileUnit.FamilyOf(language.Id)).SelectMany(t => Annotation().Matches(t.Text)).ToList();
                foreach (var kind in new[] { "ruleid", "ok" })
                {
                    Assert.True(
                        own.Exists(m => m.Groups["kind"].Value == kind && m.Groups["ids"].Value.Split(',', StringSplitOptions.TrimEntries).Contains(rule.Id)),
                        $"{ruleFile}: {rule.Id} has no example with '{kind}:' in {language.Name}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(RuleFiles))]
    public void Should_stand_in_the_folder_of_its_weakness(string ruleFile)
    {
        var weakness = ruleFile.Split('/')[1].ToUpperInvariant();
        foreach (var rule in RuleLoader.LoadFile(Packs.Full(ruleFile)).Rules) Assert.Contains(weakness, rule.Cwes);
    }

    private static List<string> TargetsOf(string ruleFile) =>
        [.. RuleTest.Pairs(Packs.Paths).Where(p => p.RuleFile == ruleFile).SelectMany(p => p.Targets)];

    private static string Root([CallerFilePath] string file = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(file)!);
        while (!File.Exists(Path.Combine(folder.FullName, "ase.slnx"))) folder = folder.Parent ?? throw new InvalidOperationException("no repository around the tests");
        return folder.FullName;
    }

    [GeneratedRegex(@"(?<kind>ruleid|\bok)\s*:\s*(?<ids>[\w.\-]+(?:\s*,\s*[\w.\-]+)*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Annotation();

    private sealed class Folder(string root, IReadOnlyList<string>? only = null) : ISourceFiles
    {
        public IReadOnlyList<string> Paths { get; } = only ??
            [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(root, p).Replace('\\', '/')).Order(StringComparer.Ordinal)];

        public Folder Only(IReadOnlyList<string> paths) => new(root, paths);

        public string Full(string path) => Path.Combine(root, path);

        public byte[]? Read(string path) => File.ReadAllBytes(Full(path));
    }
}
