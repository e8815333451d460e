using Ase.Code.Symbols;
using Ase.Core.Attempts;

namespace Ase.Analysis.Checks;

/// <summary>The checks that run in process, in their order. Each gives its evidence.</summary>
internal static class QualityChecks
{
    // coupling: Placeholders.Marker in Ase.Generation, which this project does not reference
    private const string PlaceholderMarker = "ASE-MISSING-CODE";

    public static IEnumerable<CheckResult> Run(ChangedCode code)
    {
        yield return new CheckResult("applies", true, code.Patch.Fuzz == 0 ? "" : $"with a fuzz of {code.Patch.Fuzz} lines");
        yield return Placeholder(code);
        yield return Syntax(code);
        yield return Definitions(code);
        foreach (var keep in code.Task.Task.Keeps) yield return KeepCheck.Run(code, keep);
    }

    private static CheckResult Placeholder(ChangedCode code)
    {
        var left = code.Files.FirstOrDefault(f => f.After is { } tree && tree.Source.Text.Contains(PlaceholderMarker, StringComparison.Ordinal));
        return left is null ? new CheckResult("placeholder", true) : new CheckResult("placeholder", false, $"{left.Path} still has the placeholder");
    }

    private static CheckResult Syntax(ChangedCode code)
    {
        foreach (var file in code.Files)
        {
            if (file.Problem is { } problem) return new CheckResult("syntax", false, $"{file.Path}: {problem}");
            if (file.After is null) continue;
            var known = file.Before?.Errors().Count() ?? 0;
            var errors = file.After.Errors().ToList();
            if (errors.Count <= known) continue;
            var changed = code.SpansOf(file).ToList();
            var first = errors.FirstOrDefault(e => changed.Any(c => c.Start <= e.Span.End && e.Span.Start <= c.End), errors[0]);
            return new CheckResult("syntax", false, $"{file.Path}:{first.Position.Line}:{first.Position.Column}: {first.Message}");
        }
        return new CheckResult("syntax", true);
    }

    private static CheckResult Definitions(ChangedCode code)
    {
        for (var i = 0; i < code.Task.Task.Regions.Count; i++)
        {
            var region = code.Task.Task.Regions[i];
            var file = code[region.File];
            if (file.Before is null) continue;
            if (file.After is null) return new CheckResult("definitions", false, $"{region.File} is gone");
            var replaced = code.Patch.Replaced[i];
            var before = file.Before.Source.LinesSpan(region.First, region.Last);
            var lines = file.After.Source.LineCount;
            var after = replaced.Last < replaced.First
                ? new Ase.Code.Text.TextSpan(0, 0)
                : file.After.Source.LinesSpan(Math.Min(replaced.First, lines), Math.Min(replaced.Last, lines));
            var lost = DefinitionCheck.Lost(file.Before, before, file.After, after).Where(n => IsStillUsed(code, file, n)).ToList();
            if (lost.Count > 0) return new CheckResult("definitions", false, $"{region.File}: later code uses {string.Join(", ", lost)}, which the answer does not define");
        }
        return new CheckResult("definitions", true);
    }

    // With several regions, the use of a name may be in another one, which the answer has replaced as well.
    private static bool IsStillUsed(ChangedCode code, ChangedFile file, string name)
    {
        if (code.Task.Task.Regions.Count == 1) return true;
        var simple = name[(name.LastIndexOf('.') + 1)..];
        var changed = code.SpansOf(file).ToList();
        var tree = file.After!;
        for (var i = 0; i < tree.Count; i++)
        {
            var node = tree[i];
            if (node.IsLeaf && node.IsNamed && node.TextSpan.SequenceEqual(simple) && !changed.Exists(c => c.Contains(node.Span))) return true;
        }
        return SymbolTable.Build(tree).Uses.Any(u => u.Name == simple && u.Definition is null && changed.Exists(c => c.Contains(tree[u.Node].Span)));
    }
}
