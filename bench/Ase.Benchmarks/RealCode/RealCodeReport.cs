using System.Text;
using Ase.Taint.Scanning;

namespace Ase.Benchmarks.RealCode;

/// <summary>One seed's outcome.</summary>
/// <param name="Set">Its set.</param>
/// <param name="Id">Its id.</param>
/// <param name="Language">Its language.</param>
/// <param name="Cwe">Its weakness.</param>
/// <param name="Reported">Findings of the weakness through the region on the vulnerable revision.</param>
/// <param name="OnFixed">The same at the corresponding place of the fixed revision.</param>
/// <param name="Findings">All findings on the vulnerable revision.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Seconds">The time of the scan.</param>
/// <param name="Rules">The rules that reported the region.</param>
/// <param name="Incomplete">What was left out.</param>
/// <param name="Problem">Why it could not be measured; empty when it could.</param>
internal sealed record SeedResult(
    string Set, string Id, string Language, string Cwe, int Reported, int OnFixed, int Findings, int Lines, double Seconds, string Rules, int Incomplete, string Problem)
{
    public bool IsFound => Reported > 0;

    public bool IsTold => Reported > 0 && OnFixed == 0;
}

/// <summary>An unrelated package's outcome.</summary>
internal sealed record NoiseResult(string Name, string Language, int Findings, int Lines, double Seconds)
{
    public double PerKloc => Lines == 0 ? 0 : Findings * 1000.0 / Lines;
}

/// <summary>Sums over a set.</summary>
internal sealed record Total(string Name, int Seeds, int Found, int Told)
{
    public double FoundShare => Seeds == 0 ? 0 : (double)Found / Seeds;

    public double ToldShare => Seeds == 0 ? 0 : (double)Told / Seeds;
}

/// <summary>The whole measurement.</summary>
internal sealed record RealCodeFigures(IReadOnlyList<SeedResult> Seeds, IReadOnlyList<Total> Totals, IReadOnlyList<NoiseResult> Unrelated, double UnrelatedPerKloc);

/// <summary>Tables of the measurement.</summary>
internal static class RealCodeReport
{
    public static RealCodeFigures Of(IReadOnlyList<SeedResult> seeds, IReadOnlyList<NoiseResult> noise)
    {
        var totals = seeds.GroupBy(s => s.Set, StringComparer.Ordinal).Select(g => Sum(g.Key, [.. g])).ToList();
        if (totals.Count > 1) totals.Add(Sum("both", seeds));
        totals.AddRange(seeds.GroupBy(s => $"{s.Set} {s.Language}", StringComparer.Ordinal).Where(g => g.Key.StartsWith("web", StringComparison.Ordinal)).Select(g => Sum(g.Key, [.. g])));
        var lines = noise.Sum(n => n.Lines);
        return new RealCodeFigures(seeds, totals, noise, lines == 0 ? 0 : noise.Sum(n => n.Findings) * 1000.0 / lines);
    }

    private static Total Sum(string name, IReadOnlyList<SeedResult> seeds) => new(name, seeds.Count, seeds.Count(s => s.IsFound), seeds.Count(s => s.IsTold));

    public static string Line(SeedResult s) => s.Problem.Length > 0
        ? $"{s.Set} {s.Id}: {s.Problem}"
        : FormattableString.Invariant($"{s.Set} {s.Id} {s.Cwe}: {(s.IsTold ? "told apart" : s.IsFound ? "REPORTED ON BOTH" : "MISSED")} ({s.Reported} → {s.OnFixed}; {s.Findings} in all, {s.Lines} lines, {s.Seconds:F1} s)");

    public static string Table(RealCodeFigures figures)
    {
        var text = new StringBuilder("| seed | weakness | reported | on the fixed revision | findings/kLOC | rules |\n|---|---|---|---|---|---|\n");
        foreach (var s in figures.Seeds)
        {
            var density = s.Lines == 0 ? 0 : s.Findings * 1000.0 / s.Lines;
            text.Append(FormattableString.Invariant($"| {s.Set} {s.Id} | {s.Cwe} | {(s.Problem.Length > 0 ? s.Problem : s.Reported > 0 ? s.Reported.ToString() : "**no**")} | {s.OnFixed} | {density:F2} | {s.Rules} |\n"));
        }
        text.Append("\n| set | seeds | reported | reported, and not on the fixed revision |\n|---|---|---|---|\n");
        foreach (var t in figures.Totals) text.Append(FormattableString.Invariant($"| {t.Name} | {t.Seeds} | {t.Found} ({t.FoundShare:P0}) | {t.Told} ({t.ToldShare:P0}) |\n"));
        text.Append("\n| unrelated package | findings | lines | findings/kLOC | s |\n|---|---|---|---|---|\n");
        foreach (var n in figures.Unrelated) text.Append(FormattableString.Invariant($"| {n.Name} | {n.Findings} | {n.Lines} | {n.PerKloc:F2} | {n.Seconds:F1} |\n"));
        text.Append(FormattableString.Invariant($"| all | {figures.Unrelated.Sum(n => n.Findings)} | {figures.Unrelated.Sum(n => n.Lines)} | {figures.UnrelatedPerKloc:F2} | |\n"));
        return text.ToString();
    }

    public static void Show(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Console.Error.WriteLine($"  {finding.RuleId} {finding.File}:{finding.Start.Line}");
            foreach (var step in finding.Trace) Console.Error.WriteLine($"    {step.Kind,-11} {step.File}:{step.Start.Line} {(step.Snippet.Length > 110 ? step.Snippet[..110] : step.Snippet)}");
        }
    }
}
