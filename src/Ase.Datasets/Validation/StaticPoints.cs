using System.Globalization;
using System.Text.RegularExpressions;
using Ase.Core.Attempts;
using Ase.Core.Errors;
using Ase.Core.Tasks;
using Ase.Datasets.TaskFiles;

namespace Ase.Datasets.Validation;

/// <summary>The points that need nothing but the task's folder.</summary>
internal static partial class StaticPoints
{
    private const int MinWords = 60;
    private const int MaxWords = 200;
    private const int MinVariants = 2;

    public static IEnumerable<CheckPoint> Run(BenchmarkTask task)
    {
        var words = task.Summary.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        yield return CheckPoint.Of(PointNames.SummaryLength, words is >= MinWords and <= MaxWords, $"{words} words; {MinWords} to {MaxWords} are expected");
        var hints = HintWords.In(task.Summary, task.Cwe);
        yield return CheckPoint.Of(PointNames.SummaryHints, hints.Count == 0, string.Join(", ", hints));
        yield return Counts(task);
        yield return RuleLines(task);
    }

    private static CheckPoint Counts(BenchmarkTask task)
    {
        var counts = new[] { Verdict.Secure, Verdict.Insecure, Verdict.CheckFailed }.Select(v => (Verdict: v, Count: task.Variants.Count(t => t.Verdict == v))).ToList();
        return CheckPoint.Of(
            PointNames.VariantCounts, counts.TrueForAll(c => c.Count >= MinVariants),
            string.Join(", ", counts.Select(c => $"{c.Count.ToString(CultureInfo.InvariantCulture)} {c.Verdict.Name()}")) + $"; {MinVariants} of each are expected");
    }

    private static CheckPoint RuleLines(BenchmarkTask task)
    {
        foreach (var rule in task.Static.Rules)
        {
            string text;
            try
            {
                text = TaskPaths.ReadText(task.Folder, rule);
            }
            catch (AseException e)
            {
                return Failures.Point(PointNames.RuleLines, e);
            }
            if (LineNumber().Match(text) is { Success: true } match) return new CheckPoint(PointNames.RuleLines, CheckStatus.Failed, $"{rule} refers to a line: {match.Value.Trim()}");
        }
        return new CheckPoint(PointNames.RuleLines, CheckStatus.Proven);
    }

    // "line 12", "lines: [3, 7]", "start_line: 4", "index.js:131", "L12-L20"
    [GeneratedRegex(@"(?i:(?:\b|_)lines?(?:[ _-]?(?:no|number|numbers))?\s*[:=#]?\s*\[?\s*\d+)|\.(?:js|mjs|cjs|jsx|ts|tsx|php|inc|py|go|java):\d+|\bL\d+(?:-L?\d+)?\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineNumber();
}
