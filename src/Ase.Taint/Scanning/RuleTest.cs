using System.Text.RegularExpressions;
using Ase.Code.Languages;
using Ase.Taint.Rules;
using Ase.Taint.Templates;

namespace Ase.Taint.Scanning;

/// <summary>What one annotated target expects of one rule, and what the rule reported.</summary>
/// <param name="Path">The target.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Language">The target's language.</param>
/// <param name="Mode">How the rule works.</param>
/// <param name="Expected">1-based lines with <c>ruleid:</c>, in order.</param>
/// <param name="Reported">1-based lines of the findings, in order, without repetition; lines on which a finding may or may not be are left out.</param>
/// <param name="Fixed">Lines with <c>todoruleid:</c> that are reported and lines with <c>todook:</c> that are not: known gaps that closed.</param>
/// <param name="Passed">True when exactly the expected lines are reported.</param>
public sealed record RuleTestResult(
    string Path, string Rule, Language Language, RuleMode Mode, IReadOnlyList<int> Expected, IReadOnlyList<int> Reported, IReadOnlyList<int> Fixed, bool Passed);

/// <summary>
/// Runs rules on targets whose comments say what to expect, on the line before the finding: <c>ruleid: id[, id]</c>, <c>ok: id</c>, and for
/// known gaps <c>todoruleid:</c> and <c>todook:</c>: there a finding may or may not be.
/// </summary>
/// <remarks>
/// What other engines do is written with a prefix: <c>deepruleid:</c> and <c>proruleid:</c> expect a finding of an engine that follows calls, and
/// <c>ruleid: deepok:</c> one of an engine that does not. Both ways are right there.
/// </remarks>
public static partial class RuleTest
{
    /// <summary>Runs every rule on every target of its languages that names it in an annotation.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="together">True: flows may lead from one target into another; false: each stands alone.</param>
    /// <param name="ct">Cancels the run.</param>
    public static IReadOnlyList<RuleTestResult> Run(RuleSet rules, ISourceFiles targets, bool together, CancellationToken ct)
    {
        var result = new List<RuleTestResult>();
        // a target stands beside its rule and not where the rule's `paths` look
        var scanner = new TaintScanner(rules with { Rules = [.. rules.Rules.Select(r => r with { Include = [], Exclude = [] })] }, new ScanOptions());
        var all = together ? scanner.Scan(targets, ct) : null;
        foreach (var path in targets.Paths)
        {
            if (LanguageOf(path, rules) is not { } language || targets.Read(path) is not { } bytes) continue;
            var text = Code.Text.SourceText.FromBytes(bytes).Text;
            var annotations = Read(text);
            var scan = all ?? scanner.Scan(new OneFile(path, bytes), ct);
            foreach (var rule in rules.Rules)
            {
                if (!FileLoader.Applies(rule, language)) continue;
                var own = annotations.Where(a => a.Rule == rule.Id).ToList();
                var reported = scan.Findings.Where(f => f.RuleId == rule.Id && f.File == path).Select(f => f.Start.Line).Distinct().Order().ToList();
                if (own.Count == 0 && reported.Count == 0) continue;
                result.Add(Judge(path, rule, language, own, reported));
            }
        }
        return result;
    }

    /// <summary>
    /// The rule files below a folder with the targets beside them that share their name. <c>NAME.fixed.EXT</c> beside <c>NAME.EXT</c> is no
    /// target but what an automatic fix makes of it.
    /// </summary>
    /// <param name="paths">Paths, with <c>/</c>.</param>
    /// <returns>Each rule file with its targets; rule files without targets are left out.</returns>
    public static IReadOnlyList<(string RuleFile, IReadOnlyList<string> Targets)> Pairs(IReadOnlyList<string> paths)
    {
        var result = new List<(string, IReadOnlyList<string>)>();
        foreach (var path in paths)
        {
            if (!path.EndsWith(".yaml", StringComparison.Ordinal) && !path.EndsWith(".yml", StringComparison.Ordinal)) continue;
            var stem = path[..path.LastIndexOf('.')] + ".";
            var targets = paths.Where(p => p != path && p.StartsWith(stem, StringComparison.Ordinal) && !p.AsSpan(stem.Length).Contains('/') && (LanguageRegistry.ForPath(p) is not null || TemplateDialects.ForPath(p, _ => true).Any()) && !IsFixed(p, stem, paths)).ToList();
            if (targets.Count > 0) result.Add((path, targets));
        }
        return result;
    }

    // a template is judged as a part of the programs that show it
    private static Language? LanguageOf(string path, RuleSet rules)
    {
        if (!rules.Rules.Any(r => r.Taint is { Templates: true })) return LanguageRegistry.ForPath(path);
        var host = TemplateDialects.ForPath(path, h => rules.Rules.Any(r => r.Taint is { Templates: true } && r.Languages.Any(l => FileUnit.FamilyOf(l.Id) == h))).FirstOrDefault();
        return host is null ? LanguageRegistry.ForPath(path) : LanguageRegistry.Get(host.Host);
    }

    private static bool IsFixed(string target, string stem, IReadOnlyList<string> paths) =>
        target.AsSpan(stem.Length).StartsWith("fixed.", StringComparison.Ordinal) && paths.Contains(stem + target[(stem.Length + "fixed.".Length)..]);

    private static RuleTestResult Judge(string path, Rule rule, Language language, List<Annotation> annotations, List<int> reported)
    {
        var missing = Lines(Expectation.KnownMiss);
        var surplus = Lines(Expectation.KnownSurplus);
        var closed = missing.Where(reported.Contains).Concat(surplus.Where(l => !reported.Contains(l))).Order().ToList();
        // a finding that only some engines make is expected once it is there
        var expected = Lines(Expectation.Finding).Concat(Lines(Expectation.FindingOfSome).Where(reported.Contains)).Distinct().Order().ToList();
        var free = missing.Concat(surplus).Concat(Lines(Expectation.Either)).Except(expected).ToHashSet();
        var counted = reported.Where(l => !free.Contains(l)).ToList();
        return new RuleTestResult(path, rule.Id, language, rule.Mode, expected, counted, closed, counted.SequenceEqual(expected));

        List<int> Lines(Expectation what) => [.. annotations.Where(a => a.What == what).Select(a => a.Line).Distinct()];
    }

    /// <summary>The annotations of a text with the lines they are about: the next line that is not itself an annotation.</summary>
    private static List<Annotation> Read(string text)
    {
        var result = new List<Annotation>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var match = AnnotationPattern().Match(lines[i]);
            if (!match.Success) continue;
            var about = i + 1;
            while (about < lines.Length && AnnotationPattern().IsMatch(lines[about])) about++;
            var what = Meaning(match.Groups["kind"].Captures.Select(c => c.Value).ToList());
            foreach (var id in match.Groups["ids"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                result.Add(new Annotation(what, id, about + 1));
            }
        }
        return result;
    }

    // the first says what engines do that stay within a function, the others what those do that follow calls
    private static Expectation Meaning(List<string> kinds)
    {
        var others = kinds.Exists(k => k.StartsWith("deep", StringComparison.Ordinal) || k.StartsWith("pro", StringComparison.Ordinal));
        return kinds[0] switch
        {
            "ruleid" => others ? Expectation.FindingOfSome : Expectation.Finding,
            _ when others => Expectation.Either,
            "ok" => Expectation.Nothing,
            "todoruleid" => Expectation.KnownMiss,
            "todook" => Expectation.KnownSurplus,
            _ => throw new InvalidOperationException(kinds[0]),
        };
    }

    [GeneratedRegex(
        @"^\s*(?://|#|/\*|<!--|--|\{/\*|<%--|<%#|\{\*|\{#|\{\{-?\s*/\*|\{\{!?(?:--)?|\*)\s*(?:(?<kind>(?:deep|pro)?(?:ruleid|ok|todoruleid|todook))\s*:\s*)+(?<ids>[\w.\-]+(?:\s*,\s*[\w.\-]+)*)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnnotationPattern();

    private enum Expectation
    {
        Nothing,
        Finding,
        FindingOfSome,
        Either,
        KnownMiss,
        KnownSurplus,
    }

    private sealed record Annotation(Expectation What, string Rule, int Line);

    private sealed class OneFile(string path, byte[] bytes) : ISourceFiles
    {
        public IReadOnlyList<string> Paths { get; } = [path];

        public byte[]? Read(string path) => bytes;
    }
}
