using Ase.Analysis.Scanning;
using Ase.Core.Errors;
using Ase.Taint.Rules;
using Ase.Taint.Scanning;

namespace Ase.Analysis.RuleTesting;

/// <summary>The outcome of annotated targets below a path.</summary>
/// <param name="Total">Rules in the rule files, those for languages without an analysis left out; with a mode only the rules that are of it.</param>
/// <param name="Loaded">Those that loaded.</param>
/// <param name="Errors">Why the others did not; with a mode also what concerns rules whose mode cannot be told.</param>
/// <param name="Files">One result for each target and rule.</param>
public sealed record RuleTestReport(int Total, int Loaded, IReadOnlyList<RuleError> Errors, IReadOnlyList<RuleTestResult> Files)
{
    /// <summary>Rules that are for languages without an analysis only.</summary>
    public IReadOnlyList<UnreadRule> Skipped { get; init; } = [];

    /// <summary>Runs the rule files below a path on the targets that stand beside them and share their name.</summary>
    /// <param name="path">A rule file or a folder.</param>
    /// <param name="mode">Only rules of this mode; null: both.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="AseException"><see cref="ErrorCode.FileAccess"/> when there is no such path, <see cref="ErrorCode.InvalidFile"/> when there is no rule file with a target.</exception>
    public static RuleTestReport Run(string path, RuleMode? mode, CancellationToken cancellationToken)
    {
        var single = File.Exists(path);
        var folder = single ? Path.GetDirectoryName(Path.GetFullPath(path))! : Path.GetFullPath(path);
        var files = new FolderFiles(folder);
        var pairs = RuleTest.Pairs(files.Paths).Where(p => !single || p.RuleFile == Path.GetFileName(path)).ToList();
        if (pairs.Count == 0) throw new AseException(ErrorCode.InvalidFile, $"There is no rule file with a target beside it below '{path}'.");
        var (total, loaded) = (0, 0);
        var errors = new List<RuleError>();
        var results = new List<RuleTestResult>();
        var skipped = new List<UnreadRule>();
        foreach (var (ruleFile, targets) in pairs)
        {
            var set = RuleLoader.LoadFile(Path.Combine(folder, ruleFile));
            var rules = set.Rules.Where(r => mode is null || r.Mode == mode).ToList();
            errors.AddRange(set.Errors.Where(e => mode is null || e.Mode is null || e.Mode == mode));
            skipped.AddRange(set.Unread.Where(u => u.IsSkipped && (mode is null || u.Mode == mode)));
            loaded += rules.Count;
            total += rules.Count + set.Unread.Count(u => !u.IsSkipped && (mode is null || u.Mode == mode));
            if (rules.Count > 0) results.AddRange(RuleTest.Run(new RuleSet(rules, []), new Some(files, targets), together: false, cancellationToken));
        }
        return new RuleTestReport(total, loaded, errors, results) { Skipped = skipped };
    }

    private sealed class Some(ISourceFiles all, IReadOnlyList<string> paths) : ISourceFiles
    {
        public IReadOnlyList<string> Paths => paths;

        public byte[]? Read(string path) => all.Read(path);
    }
}
