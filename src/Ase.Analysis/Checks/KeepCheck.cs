using System.Collections.Concurrent;
using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;
using Ase.Core.Attempts;
using Ase.Core.Errors;
using Ase.Core.Tasks;
using Ase.Taint.Patterns;
using Ase.Taint.Rules;

namespace Ase.Analysis.Checks;

/// <summary>Whether an answer keeps a behaviour of the task.</summary>
internal static class KeepCheck
{
    private static readonly ConcurrentDictionary<(LanguageId, string), Formula> Patterns = new();

    public static CheckResult Run(ChangedCode code, Keep keep)
    {
        var found = keep.Values.FirstOrDefault(v => code.Files.Any(f => f.After is { } tree && code.SpansOf(f).Any(s => Holds(keep.Kind, v, f.Path, tree, s))));
        var passed = keep.Kind == KeepKind.NoMatch ? found is null : found is not null;
        var name = keep.Kind switch
        {
            KeepKind.Calls => "calls",
            KeepKind.Match => "match",
            KeepKind.NoMatch => "no-match",
            KeepKind.Defines => "defines",
            _ => throw new ArgumentOutOfRangeException(nameof(keep), keep.Kind, null),
        };
        var evidence = passed ? "" : keep.Kind == KeepKind.NoMatch ? $"the changed code has {found}" : $"the changed code has none of: {string.Join(" | ", keep.Values)}";
        return new CheckResult("keeps " + name, passed, evidence);
    }

    private static bool Holds(KeepKind kind, string value, string path, SyntaxTree tree, TextSpan changed)
    {
        if (kind == KeepKind.Defines) return DefinesCheck.Defines(tree, changed, value);
        var formula = Patterns.GetOrAdd((tree.Language.Id, value), _ => Compile(value, tree.Language));
        return formula.Match(new PatternContext(path, tree, new RuleOptions())).Any(m => m.Span.Overlaps(changed));
    }

    private static Formula Compile(string pattern, Language language)
    {
        var (formula, error) = PatternCompiler.Compile(pattern, language);
        return formula ?? throw new AseException(ErrorCode.InvalidFile, $"keeps: the pattern '{pattern}' is no {language}: {error}");
    }
}
