using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;
using Ase.Taint.Lowering;
using Ase.Taint.Patterns;
using Ase.Taint.Rules;

namespace Ase.Taint.Scanning;

/// <summary>A file with everything that depends on it alone.</summary>
internal sealed class LoadedFile
{
    public required string Path { get; init; }

    public required Language Language { get; init; }

    public int Lines { get; init; }

    /// <summary>Null when it was not parsed.</summary>
    public FileUnit? Unit { get; init; }

    /// <summary>Why it was not, or not fully, read; null when it was.</summary>
    public string? Problem { get; init; }

    /// <summary>Matches by taint rule, those without any left out.</summary>
    public Dictionary<TaintRule, FileMatches> Matches { get; } = [];

    /// <summary>Findings of search rules.</summary>
    public List<Finding> Findings { get; } = [];
}

/// <summary>Reads, parses, lowers and matches files.</summary>
internal sealed class FileLoader
{
    private readonly RuleSet rules;
    private readonly IReadOnlyList<TaintRule> taintRules;
    private readonly ScanOptions options;
    private readonly Dictionary<Rule, PathGlobs> globs = new(ReferenceEqualityComparer.Instance);

    public FileLoader(RuleSet rules, IReadOnlyList<TaintRule> taintRules, ScanOptions options)
    {
        (this.rules, this.taintRules, this.options) = (rules, taintRules, options);
        foreach (var rule in rules.Rules) globs[rule] = new PathGlobs(rule.Include, rule.Exclude);
    }

    /// <summary>Loads one file; null when its language is none that a rule is for.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="bytes">Its content; null when it cannot be read.</param>
    public LoadedFile? Load(string path, byte[]? bytes)
    {
        if (LanguageOf(path, bytes) is not { } language) return null;
        if (!rules.Rules.Any(r => Concerns(r, language))) return null;
        if (bytes is null) return new LoadedFile { Path = path, Language = language, Problem = "cannot be read" };
        if (bytes.Length > options.MaxFileBytes) return new LoadedFile { Path = path, Language = language, Problem = $"larger than {options.MaxFileBytes} bytes" };
        var lower = taintRules.Any(r => Concerns(r.Rule, language));
        var source = SourceText.FromBytes(bytes);
        var lines = source.LineCount;
        if (!lower && !rules.Rules.Any(r => Applies(r, language) && MayMatch(r, source.Text))) return new LoadedFile { Path = path, Language = language, Lines = lines };
        var status = SyntaxTree.TryParse(source, language, ParseLimits.Default, out var tree);
        if (tree is null) return new LoadedFile { Path = path, Language = language, Lines = lines, Problem = status == ParseStatus.TimedOut ? "parsing took too long" : "too many syntax nodes" };
        var ir = lower ? LoweringRegistry.Find(language.Id)?.Lower(path, tree) : null;
        var result = new LoadedFile { Path = path, Language = language, Lines = lines, Unit = new FileUnit(path, source, language, tree, ir) };
        Match(result, result.Unit);
        return result;
    }

    /// <summary>The language of a file by its extension, or by its first line when it has none.</summary>
    public static Language? LanguageOf(string path, ReadOnlySpan<byte> bytes)
    {
        if (LanguageRegistry.ForPath(path) is { } known) return known;
        if (System.IO.Path.HasExtension(path) || !bytes.StartsWith("#!"u8)) return null;
        var line = bytes[..Math.Min(bytes.Length, 200)];
        if (line.IndexOf((byte)'\n') is >= 0 and var end) line = line[..end];
        if (line.IndexOf("node"u8) >= 0) return LanguageRegistry.Get(LanguageId.JavaScript);
        if (line.IndexOf("python"u8) >= 0) return LanguageRegistry.Get(LanguageId.Python);
        return line.IndexOf("php"u8) >= 0 ? LanguageRegistry.Get(LanguageId.Php) : null;
    }

    /// <summary>True when a rule's data may flow through files of a language.</summary>
    public static bool Concerns(Rule rule, Language language)
    {
        if (rule.Mode == RuleMode.Search) return Applies(rule, language);
        var family = FileUnit.FamilyOf(language.Id);
        return rule.Languages.Any(l => FileUnit.FamilyOf(l.Id) == family);
    }

    /// <summary>True when a rule's patterns are for a language.</summary>
    public static bool Applies(Rule rule, Language language) =>
        rule.Languages.Any(l => l.Id == language.Id || (l.Id == LanguageId.TypeScript && language.Id == LanguageId.Tsx));

    public static bool MayMatch(Rule rule, string text) => rule.Mode == RuleMode.Search ? rule.Search!.MayMatch(text) : FileMatches.MayMatch(rule.Taint!, text);

    private void Match(LoadedFile file, FileUnit unit)
    {
        var contexts = new Dictionary<RuleOptions, PatternContext>();
        foreach (var rule in rules.Rules)
        {
            if (rule.Mode != RuleMode.Search || !Applies(rule, file.Language) || !globs[rule].Matches(file.Path) || !rule.Search!.MayMatch(unit.Source.Text)) continue;
            foreach (var match in rule.Search.Match(ContextOf(rule))) file.Findings.Add(FindingBuilder.Search(rule, unit, match));
        }
        if (unit.Ir is null) return;
        foreach (var rule in taintRules)
        {
            if (!Applies(rule.Rule, file.Language)) continue;
            if (FileMatches.Match(rule, unit, ContextOf(rule.Rule), globs[rule.Rule].Matches(file.Path)) is { } found) file.Matches[rule] = found;
        }

        PatternContext ContextOf(Rule rule)
        {
            if (!contexts.TryGetValue(rule.Options, out var context)) contexts[rule.Options] = context = new PatternContext(unit.Path, unit.Tree, rule.Options);
            return context;
        }
    }
}
