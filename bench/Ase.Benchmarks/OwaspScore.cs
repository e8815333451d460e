using System.Globalization;
using Ase.Analysis.Scanning;
using Ase.Taint.Rules;
using Ase.Taint.Scanning;

namespace Ase.Benchmarks;

/// <summary>
/// The score of a rule pack on a collection of test files with known answers, in the layout of the OWASP Benchmark: a table
/// <c>expectedresults-*.csv</c> (file name, category, vulnerable or not, CWE) beside the sources. A test counts as reported when a finding
/// with its CWE lies in its file. The score of a category is the true-positive rate less the false-positive rate.
/// </summary>
internal static class OwaspScore
{
    private static readonly string[] Counted = ["cmdi", "sqli", "xss", "pathtraver"];

    public static int Run(string folder, string[] rules)
    {
        var expected = Read(folder);
        var set = RuleLoader.LoadAll(rules.Length > 0 ? rules : ["rules/java"]);
        foreach (var error in set.Errors) Console.Error.WriteLine(error);
        if (set.Rules.Count == 0 || expected.Count == 0) return 2;
        var started = TimeProvider.System.GetTimestamp();
        var result = new TaintScanner(set, new ScanOptions { Timeout = TimeSpan.FromHours(1) }).Scan(new FolderFiles(folder, includePackages: false), CancellationToken.None);
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        var reported = result.Findings.SelectMany(f => f.Cwes.Select(c => (Name: Path.GetFileNameWithoutExtension(f.File), Cwe: c))).ToHashSet();
        var covered = set.Rules.SelectMany(r => r.Cwes).ToHashSet(StringComparer.Ordinal);

        Console.WriteLine("| category | CWE | TP | FN | FP | TN | TPR | FPR | score |\n|---|---|---|---|---|---|---|---|---|");
        var worst = 1.0;
        foreach (var category in expected.GroupBy(e => (e.Category, e.Cwe)).OrderBy(g => g.Key))
        {
            if (!covered.Contains("CWE-" + category.Key.Cwe)) continue;
            int Count(bool vulnerable, bool found) => category.Count(t => t.IsVulnerable == vulnerable && reported.Contains((t.Name, "CWE-" + t.Cwe)) == found);
            var (tp, fn, fp, tn) = (Count(true, true), Count(true, false), Count(false, true), Count(false, false));
            var (tpr, fpr) = (tp / Math.Max(1.0, tp + fn), fp / Math.Max(1.0, fp + tn));
            if (Counted.Contains(category.Key.Category)) worst = Math.Min(worst, tpr - fpr);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {category.Key.Category} | {category.Key.Cwe} | {tp} | {fn} | {fp} | {tn} | {tpr:F3} | {fpr:F3} | {tpr - fpr:F3} |"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\n{result.Findings.Count} findings, {result.Incomplete.Count} incomplete, {result.Statistics.Files} files, {result.Statistics.Lines} lines, {seconds:F1} s"));
        return worst >= 0.75 ? 0 : 1;
    }

    private static List<(string Name, string Category, bool IsVulnerable, string Cwe)> Read(string folder)
    {
        var result = new List<(string, string, bool, string)>();
        foreach (var file in Directory.GetFiles(folder, "expectedresults-*.csv").Order(StringComparer.Ordinal).TakeLast(1))
        {
            foreach (var line in File.ReadLines(file))
            {
                var cells = line.Split(',');
                if (line.StartsWith('#') || cells.Length < 4) continue;
                result.Add((cells[0].Trim(), cells[1].Trim(), bool.Parse(cells[2].Trim()), cells[3].Trim()));
            }
        }
        return result;
    }
}
