using System.Text;
using Ase.Core.Attempts;
using Ase.Core.Digests;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;
using Ase.Datasets.Validation;

namespace Ase.Datasets.Tests.Validation;

public sealed class RegionPointTests
{
    private const string Long = "  const a1 = read(x, 1); const a2 = read(x, 2); const a3 = read(x, 3); const a4 = read(x, 4);\n  return [a1, a2, a3, a4];\n";

    public static TheoryData<string, string, int, int, bool> Regions => new()
    {
        { "a.js", "function f(x) {\n  if (x) {\n    g(x);\n  }\n  return x;\n}\n", 2, 5, true },
        { "a.js", "function f(x) {\n  if (x) {\n    g(x);\n  }\n  return x;\n}\n", 2, 3, false },
        { "a.js", "function f(x) {\n  if (x) {\n    g(x);\n  }\n  return x;\n}\n", 4, 6, false },
        { "a.js", "function f(x) {\n  return g(x,\n    1);\n}\n", 2, 2, false },
        { "a.js", "function f( {\n  return 1;\n}\n", 2, 2, true },
        { "a.py", "def f(x):\n    if x:\n        g(x)\n    return x\n", 3, 3, true },
        { "a.py", "def f(x):\n    g(x)\n    return x\n", 2, 3, true },
        { "a.py", "def f(x):\n    g(\n        x)\n", 3, 3, false },
        { "a.php", "<?php\nfunction f($x) {\n  return g($x);\n}\n", 3, 3, true },
        { "a.php", "<?php\nfunction f($x) {\n  return g($x);\n}\n", 2, 3, false },
        { "a.go", "package a\n\nfunc f(x int) int {\n\treturn x\n}\n", 4, 4, true },
        { "a.go", "package a\n\nfunc f(x int) int {\n\treturn x\n}\n", 3, 4, false },
        { "A.java", "class A {\n  int f(int x) {\n    return x;\n  }\n}\n", 3, 3, true },
        { "A.java", "class A {\n  int f(int x) {\n    return x;\n  }\n}\n", 2, 3, false },
        { "a.unknown", "function f(x) {\n  return x;\n}\n", 2, 2, true },
    };

    [Theory, MemberData(nameof(Regions))]
    public void A_region_is_complete_when_its_file_parses_as_well_without_it(string file, string text, int first, int last, bool complete) =>
        Assert.Equal(complete ? CheckStatus.Proven : CheckStatus.Failed, RegionCompleteness.Check(Task(file, text, text, first, last)).Status);

    [Theory]
    [InlineData("  // ours\n" + Long, CheckStatus.Failed)]
    [InlineData("  return [1, 2, 3, 4].map(n => read(x, n));\n", CheckStatus.Proven)]
    public void A_variant_that_repeats_the_revision_is_not_ours(string variant, CheckStatus expected)
    {
        var point = OwnWords.Check(Task("a.js", "function f(x) {\n" + Long + "}\n", "function f(x) {\n  return [];\n}\n", 2, 3, variant));
        Assert.Equal(expected, point.Status);
        if (expected == CheckStatus.Failed) Assert.StartsWith("secure shares 40 tokens with a.js of the vulnerable revision: ", point.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variant_that_repeats_the_fixed_revision_anywhere_is_not_ours()
    {
        var point = OwnWords.Check(Task("a.js", "function f(x) {\n  return [];\n}\n", "function f(x) {\n  return 1;\n}\nfunction other(x) {\n" + Long + "}\n", 2, 2, Long));
        Assert.Equal(CheckStatus.Failed, point.Status);
        Assert.Contains("the fixed revision", point.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hardened_fix_is_held_to_the_same()
    {
        var task = Task("a.js", "function f(x) {\n" + Long + "}\n", "function f(x) {\n  return 1;\n}\n", 2, 3) with { Reference = [Long] };
        Assert.Equal(CheckStatus.Proven, OwnWords.Check(task).Status);
        var hardened = task with { Task = task.Task with { Fixed = task.Task.Fixed with { Hardened = "variants/hardened.js" } } };
        Assert.StartsWith("hardened shares", OwnWords.Check(hardened).Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_fixed_revision_nothing_is_said() =>
        Assert.Equal(CheckStatus.Unchecked, OwnWords.Check(Task("a.js", "f();\n", "f();\n", 1, 1) with { Upstream = null }).Status);

    private static MaterializedTask Task(string file, string text, string @fixed, int first, int last, string? variant = null)
    {
        var task = Support.Samples.Task(new TaskSource.Directory("repo", ""), new UpstreamFix("fixed", null, [new FileRange(file, first, last)])) with
        {
            Regions = [new Region(file, first, last, Digest.Of(""))],
        };
        return new MaterializedTask
        {
            Task = task,
            Base = Tree(file, text),
            BaseDigest = "",
            Upstream = Tree(file, @fixed),
            Reference = [""],
            UpstreamFix = [""],
            Variants = variant is null ? [] : [new VariantText(new Variant(["variants/secure.js"], Verdict.Secure), [variant])],
        };
    }

    private static MemoryTree Tree(string file, string text) => new(new Dictionary<string, byte[]> { [file] = Encoding.UTF8.GetBytes(text) });
}
