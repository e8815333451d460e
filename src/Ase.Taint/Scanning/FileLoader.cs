using System.Text.RegularExpressions;
using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;
using Ase.Taint.Patterns;
using Ase.Taint.Rules;
using Ase.Taint.Templates;

namespace Ase.Taint.Scanning;

/// <summary>A file with everything that depends on it alone; what is costly is made when it is first needed and kept.</summary>
internal sealed class LoadedFile
{
    private readonly Lazy<(SyntaxTree? Tree, string? Problem)> tree;
    private readonly Lazy<FileUnit?> unit;
    private readonly Lazy<IReadOnlyList<Finding>> findings;
    private readonly Lazy<IReadOnlyDictionary<TaintRule, FileMatches>> matches;

    public LoadedFile(FileLoader loader, string path, Language language, SourceText? source, string? problem, TemplateDialect? dialect = null)
    {
        (Path, Language, Source, Problem, Dialect) = (path, language, source, problem, dialect);
        Family = dialect?.Host ?? FileUnit.FamilyOf(language.Id);
        Lines = source?.LineCount ?? 0;
        var isScript = dialect is null && source is not null && FileUnit.FamilyOf(language.Id) == LanguageId.JavaScript;
        Imports = isScript ? ScriptModules.ImportsOf(source!.Text) : [];
        IsModule = isScript && ScriptModules.IsModule(source!.Text);
        MaySource = [.. loader.TaintRules.Select(r => source is not null && dialect is null && FileLoader.Applies(r.Rule, language) && (r.Spec.Sources.Any(s => !s.IsConditional && s.Formula.MayMatch(source.Text)) || r.LibraryLabels.Count > 0 && LibraryEntries.Concerns(path) || r.Spec.Stores.Any(s => s.Read.MayMatch(source.Text))))];
        MaySink = [.. loader.TaintRules.Select(r => source is not null && (dialect is not null ? FileLoader.AppliesTo(r.Rule, dialect) : FileLoader.Applies(r.Rule, language) && (r.Spec.Sinks.Any(s => s.Formula.MayMatch(source.Text)) || r.Spec.Stores.Any(s => s.Write.MayMatch(source.Text)))))];
        tree = new(() => FileLoader.Parse(this));
        unit = new(() => tree.Value.Tree is { } parsed && LoweringRegistry.Find(language.Id) is { } front ? FileLoader.Lower(this, parsed, front) : null);
        findings = new(() => loader.Search(this, tree));
        matches = new(() => loader.Match(this));
    }

    public string Path { get; }

    public Language Language { get; }

    /// <summary>The languages between which data passes in one program.</summary>
    public LanguageId Family { get; }

    /// <summary>The dialect of a template; null for a program.</summary>
    public TemplateDialect? Dialect { get; }

    /// <summary>The code that stands for a template, once it was parsed.</summary>
    public TemplateText? Template { get; set; }

    public SourceText? Source { get; }

    public int Lines { get; }

    /// <summary>Why it was not read; null when it was.</summary>
    public string? Problem { get; }

    /// <summary>Modules that a script may import, as written.</summary>
    public IReadOnlyList<string> Imports { get; }

    /// <summary>False for a script without imports and exports, which shares its scope with others.</summary>
    public bool IsModule { get; }

    /// <summary>By taint rule: false when the file certainly holds no source.</summary>
    public bool[] MaySource { get; }

    /// <summary>By taint rule: false when the file certainly holds no sink.</summary>
    public bool[] MaySink { get; }

    /// <summary>The file for the engine; null when it did not parse or its language has no front-end. Parsed and lowered on first use.</summary>
    public FileUnit? Unit => unit.Value;

    /// <summary>Findings of search rules. Parsed on first use, if a rule may match.</summary>
    public IReadOnlyList<Finding> Findings => findings.Value;

    /// <summary>Matches by taint rule, those without any left out.</summary>
    public IReadOnlyDictionary<TaintRule, FileMatches> Matches => matches.Value;

    /// <summary>True once it was parsed.</summary>
    public bool IsParsed => tree.IsValueCreated && tree.Value.Tree is not null;

    /// <summary>Why it was read but not parsed, if that was tried.</summary>
    public string? ParseProblem => tree.IsValueCreated ? tree.Value.Problem : null;
}

/// <summary>Reads, parses, lowers and matches files.</summary>
internal sealed class FileLoader
{
    private readonly RuleSet rules;
    private readonly ScanOptions options;
    private readonly bool hasTemplates;
    private readonly Dictionary<Rule, PathGlobs> globs = new(ReferenceEqualityComparer.Instance);

    public FileLoader(RuleSet rules, IReadOnlyList<TaintRule> taintRules, ScanOptions options)
    {
        (this.rules, TaintRules, this.options) = (rules, taintRules, options);
        hasTemplates = taintRules.Any(r => r.Spec.Templates);
        foreach (var rule in rules.Rules) globs[rule] = new PathGlobs(rule.Include, rule.Exclude);
    }

    public IReadOnlyList<TaintRule> TaintRules { get; }

    /// <summary>Reads one file; null when its language is none that a rule is for.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="read">Gives its content; null when it cannot be read.</param>
    public LoadedFile? Load(string path, Func<string, byte[]?> read)
    {
        if (LoadTemplate(path, read) is { } template) return template;
        // a file with the extension of another language is not even read
        var known = LanguageRegistry.ForPath(path);
        if (known is null ? System.IO.Path.HasExtension(path) : !rules.Rules.Any(r => Concerns(r, known))) return null;
        var bytes = read(path);
        if (LanguageOf(path, bytes) is not { } language || !rules.Rules.Any(r => Concerns(r, language))) return null;
        if (bytes is null) return new LoadedFile(this, path, language, null, "cannot be read");
        if (bytes.Length > options.MaxFileBytes) return new LoadedFile(this, path, language, null, $"larger than {options.MaxFileBytes} bytes");
        return new LoadedFile(this, path, language, SourceText.FromBytes(bytes), null);
    }

    private LoadedFile? LoadTemplate(string path, Func<string, byte[]?> read)
    {
        if (!hasTemplates) return null;
        var dialects = TemplateDialects.ForPath(path, host => TaintRules.Any(r => r.Spec.Templates && r.Rule.Languages.Any(l => FileUnit.FamilyOf(l.Id) == host))).ToList();
        if (dialects.Count == 0 || read(path) is not { } bytes) return null;
        var language = LanguageRegistry.Get(LanguageId.JavaScript);
        if (bytes.Length > options.MaxFileBytes) return new LoadedFile(this, path, language, null, $"larger than {options.MaxFileBytes} bytes", dialects[0]);
        var source = SourceText.FromBytes(bytes);
        return dialects.Find(d => d.Content is null || d.Content.IsMatch(source.Text)) is { } dialect ? new LoadedFile(this, path, language, source, null, dialect) : null;
    }

    /// <summary>True when what a template of a dialect shows is a sink of a rule.</summary>
    public static bool AppliesTo(Rule rule, TemplateDialect dialect) => rule.Taint is { Templates: true } && rule.Languages.Any(l => FileUnit.FamilyOf(l.Id) == dialect.Host);

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

    public static (SyntaxTree? Tree, string? Problem) Parse(LoadedFile file)
    {
        if (file.Source is null) return (null, null);
        var source = file.Source;
        if (file.Dialect is { } dialect)
        {
            try
            {
                file.Template = TemplateTranslator.Translate(dialect, source.Text);
            }
            catch (RegexMatchTimeoutException)
            {
                return (null, "the template took too long to read");
            }
            source = new SourceText(file.Template.Code);
        }
        var status = SyntaxTree.TryParse(source, file.Language, ParseLimits.Default, out var tree);
        return (tree, status switch
        {
            ParseStatus.Parsed => null,
            ParseStatus.TimedOut => "parsing took too long",
            _ => "too many syntax nodes",
        });
    }

    /// <summary>The file for the engine.</summary>
    public static FileUnit Lower(LoadedFile file, SyntaxTree tree, ILowering front)
    {
        var ir = front.Lower(file.Path, tree);
        if (file.Dialect is not null) ir.FreeNames = [.. ir.Functions[0].Variables.Where(v => v.Kind == VariableKind.Global).Select(v => v.Name)];
        return new FileUnit(file.Path, file.Source!, file.Language, tree, ir, file.Dialect, file.Template);
    }

    /// <summary>The findings of search rules in a file.</summary>
    public IReadOnlyList<Finding> Search(LoadedFile file, Lazy<(SyntaxTree? Tree, string? Problem)> tree)
    {
        var result = new List<Finding>();
        if (file.Dialect is not null) return result;
        var contexts = new Dictionary<RuleOptions, PatternContext>();
        FileUnit? unit = null;
        foreach (var rule in rules.Rules)
        {
            if (rule.Mode != RuleMode.Search || file.Source is null || !Applies(rule, file.Language) || !globs[rule].Matches(file.Path)) continue;
            if (!rule.Search!.MayMatch(file.Source.Text) || tree.Value.Tree is not { } parsed) continue;
            unit ??= new FileUnit(file.Path, file.Source, file.Language, parsed, null);
            foreach (var match in rule.Search.Match(ContextOf(contexts, rule, file.Path, parsed))) result.Add(FindingBuilder.Search(rule, unit, match));
        }
        return result;
    }

    /// <summary>The matches of taint rules in a file.</summary>
    public IReadOnlyDictionary<TaintRule, FileMatches> Match(LoadedFile file)
    {
        var result = new Dictionary<TaintRule, FileMatches>();
        if (file.Unit is not { } unit) return result;
        if (file.Dialect is { } dialect)
        {
            var shown = FileMatches.OfTemplate(unit);
            foreach (var rule in shown is null ? [] : TaintRules)
            {
                if (AppliesTo(rule.Rule, dialect) && globs[rule.Rule].Matches(file.Path)) result[rule] = shown!;
            }
            return result;
        }
        var contexts = new Dictionary<RuleOptions, PatternContext>();
        foreach (var rule in TaintRules)
        {
            if (!Applies(rule.Rule, file.Language)) continue;
            var context = ContextOf(contexts, rule.Rule, file.Path, unit.Tree);
            if (FileMatches.Match(rule, unit, context, globs[rule.Rule].Matches(file.Path)) is { } found) result[rule] = found;
        }
        return result;
    }

    private static PatternContext ContextOf(Dictionary<RuleOptions, PatternContext> contexts, Rule rule, string path, SyntaxTree tree)
    {
        if (!contexts.TryGetValue(rule.Options, out var context)) contexts[rule.Options] = context = new PatternContext(path, tree, rule.Options);
        return context;
    }
}
