using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;
using Ase.Generation.Masking;

namespace Ase.Generation.Answers;

/// <summary>
/// Fits the code of an answer into the place of a region: surrounding lines that the answer repeats are dropped, indentation is brought to
/// the region's, line ends are the file's. Lines that begin inside a string are left as they are.
/// </summary>
internal static class Infill
{
    private const int MaxRepeated = 60;

    /// <summary>The text to put in place of the mask, line ends included.</summary>
    /// <param name="code">The code of the answer.</param>
    /// <param name="file">The masked file.</param>
    /// <param name="mask">The mask of a region.</param>
    public static string Fit(string code, MaskedFile file, Mask mask)
    {
        code = WithoutPlaceholder(code.Replace("\r\n", "\n", StringComparison.Ordinal), mask);
        var lines = Lines.Split(TrimBlankEnds(code));
        if (lines.Count == 0) return "";
        var all = Lines.Split(file.Text);
        var before = all.Take(mask.Line - 1).Select(Lines.Bare).ToList();
        var after = all.Skip(mask.Line).Select(Lines.Bare).ToList();
        var language = LanguageRegistry.ForFile(file.Path, file.Source.ToBytes());
        lines = WithoutRepeated(lines, before, after, language);
        lines = Reindent(lines, Lines.LeadingOf(mask.Placeholder), before, after, language);

        var ending = mask.Original.Contains('\n', StringComparison.Ordinal) ? Lines.DominantEnding(mask.Original) : Lines.DominantEnding(file.Source.Text);
        var text = Lines.WithEnding(string.Concat(lines).TrimEnd('\n'), ending);
        return text + Lines.EndingOf(mask.Original);
    }

    // Some subjects give the placeholder back above or below their code.
    private static string WithoutPlaceholder(string code, Mask mask) =>
        string.Concat(Lines.Split(code).Where(l => l.Trim() != mask.Placeholder.Trim()));

    private static string TrimBlankEnds(string code)
    {
        var lines = Lines.Split(code);
        var first = lines.FindIndex(l => !string.IsNullOrWhiteSpace(l));
        if (first < 0) return "";
        var last = lines.FindLastIndex(l => !string.IsNullOrWhiteSpace(l));
        return string.Concat(lines.Skip(first).Take(last - first + 1));
    }

    private static List<string> WithoutRepeated(List<string> lines, List<string> before, List<string> after, Language? language)
    {
        var lead = RepeatedLead(lines, before);
        var trail = RepeatedTrail(lines, after);
        if (lead + trail == 0 || lead + trail >= lines.Count) return lines;
        var best = lines;
        var fewest = Errors(lines, before, after, language);
        foreach (var (l, t) in new[] { (lead, trail), (lead, 0), (0, trail) }.Distinct())
        {
            if (l + t == 0) continue;
            var candidate = lines.GetRange(l, lines.Count - l - t);
            var errors = Errors(candidate, before, after, language);
            // a repeated signature still parses in some languages, so that equally good means: drop it
            if (errors < fewest || (errors == fewest && ReferenceEquals(best, lines))) (best, fewest) = (candidate, errors);
        }
        return best;
    }

    // How many first lines of the answer are the last lines before the region.
    private static int RepeatedLead(List<string> lines, List<string> before)
    {
        for (var k = Math.Min(Math.Min(lines.Count, before.Count), MaxRepeated); k > 0; k--)
        {
            if (Enumerable.Range(0, k).All(i => Same(lines[i], before[before.Count - k + i])) && lines.Take(k).Any(IsTelling)) return k;
        }
        return 0;
    }

    private static int RepeatedTrail(List<string> lines, List<string> after)
    {
        for (var k = Math.Min(Math.Min(lines.Count, after.Count), MaxRepeated); k > 0; k--)
        {
            if (Enumerable.Range(0, k).All(i => Same(lines[lines.Count - k + i], after[i])) && lines.Skip(lines.Count - k).Any(IsTelling)) return k;
        }
        return 0;
    }

    private static bool Same(string a, string b) => a.AsSpan().Trim().SequenceEqual(b.AsSpan().Trim());

    // A lone bracket or keyword says nothing about repetition.
    private static bool IsTelling(string line) => line.Count(char.IsLetterOrDigit) >= 6 && line.AsSpan().Trim().IndexOfAny(" (=:") >= 0;

    private static int Errors(List<string> lines, List<string> before, List<string> after, Language? language)
    {
        if (language is null) return 0;
        var text = string.Join('\n', before) + "\n" + string.Concat(lines).TrimEnd('\n') + "\n" + string.Join('\n', after);
        return SyntaxTree.TryParse(new SourceText(text), language, ParseLimits.Default, out var tree) == ParseStatus.Parsed ? tree!.Errors().Count() : int.MaxValue;
    }

    private static List<string> Reindent(List<string> lines, string wanted, List<string> before, List<string> after, Language? language)
    {
        var rest = lines.Skip(1).Where(l => !string.IsNullOrWhiteSpace(l)).Select(Lines.LeadingOf).ToList();
        var first = Lines.LeadingOf(lines[0]);
        if (first.Length < wanted.Length && rest.Count > 0 && rest.All(r => r.StartsWith(wanted, StringComparison.Ordinal)) && first.Length == 0)
        {
            // only the first line lost its indentation, as happens when an answer is trimmed
            return [wanted + lines[0].TrimStart(' ', '\t'), .. lines.Skip(1)];
        }
        var least = rest.Append(first).MinBy(l => l.Length)!;
        if (least == wanted || !rest.All(r => r.StartsWith(least, StringComparison.Ordinal)) || !first.StartsWith(least, StringComparison.Ordinal)) return lines;
        var inString = LinesInsideStrings(lines, before, after, language);
        return [.. lines.Select((l, i) => string.IsNullOrWhiteSpace(l) || inString.Contains(i) ? l : wanted + l[least.Length..])];
    }

    private static HashSet<int> LinesInsideStrings(List<string> lines, List<string> before, List<string> after, Language? language)
    {
        var inside = new HashSet<int>();
        if (language is null) return inside;
        var head = before.Count == 0 ? "" : string.Join('\n', before) + "\n";
        var text = head + string.Concat(lines).TrimEnd('\n') + "\n" + string.Join('\n', after);
        if (SyntaxTree.TryParse(new SourceText(text), language, ParseLimits.Default, out var tree) != ParseStatus.Parsed) return inside;
        var strings = tree!.Root.DescendantsAndSelf().Where(n => language.Syntax.Strings.Contains(n.Kind)).Select(n => n.Span).ToList();
        var start = head.Length;
        for (var i = 0; i < lines.Count; i++)
        {
            if (strings.Any(s => s.Start < start && start < s.End)) inside.Add(i);
            start += lines[i].Length;
        }
        return inside;
    }
}
