using System.Text.RegularExpressions;
using Ase.Code.Languages;
using Ase.Taint.Patterns;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ase.Taint.Rules;

/// <summary>
/// Loads rule files. What is not supported is an error with its place and costs the rule that it stands in, not the others.
/// </summary>
public static partial class RuleLoader
{
    private const int MaxLength = 5_000_000;
    private const string MissingRules = "the key 'rules' is missing";

    private static readonly HashSet<string> SearchKeys = [.. FormulaReader.Operators];

    private static readonly HashSet<string> RuleKeys =
    [
        "id", "mode", "languages", "message", "severity", "metadata", "paths", "options", "ase", "fix", "fix-regex", "min-version", "max-version", "product",
        "pattern-sources", "pattern-sinks", "pattern-sanitizers", "pattern-propagators", .. FormulaReader.Operators,
    ];

    /// <summary>Loads a file.</summary>
    public static RuleSet LoadFile(string path)
    {
        try
        {
            return Load(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new RuleSet([], [new RuleError(path, 1, 1, null, "the file cannot be read: " + e.Message)]);
        }
    }

    /// <summary>
    /// Loads files, and the <c>.yaml</c> and <c>.yml</c> rule files of folders with their subfolders, in ordinal order. A second rule of the
    /// same id gets its folder before the id (<c>java.spring.sqli</c>).
    /// </summary>
    public static RuleSet LoadAll(params IEnumerable<string> paths)
    {
        List<Rule> rules = [];
        List<RuleError> errors = [];
        List<UnreadRule> unread = [];
        Dictionary<string, string> seen = new(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            foreach (var file in Files(path))
            {
                var set = LoadFile(file);
                // a folder may hold other YAML files
                if (file != path && set.Rules.Count == 0 && set.Errors is [{ Message: MissingRules }]) continue;
                errors.AddRange(set.Errors);
                unread.AddRange(set.Unread);
                foreach (var rule in set.Rules)
                {
                    var unique = Unique(rule, path, file, seen);
                    if (unique is not null) rules.Add(unique);
                    else errors.Add(new RuleError(file, 1, 1, rule.Id, $"the id is already taken by a rule in {seen[rule.Id]}"));
                }
            }
        }
        return new RuleSet(rules, errors) { Unread = unread };
    }

    // rules of one id in several folders are told apart by their folder
    private static Rule? Unique(Rule rule, string root, string file, Dictionary<string, string> seen)
    {
        if (seen.TryAdd(rule.Id, file)) return rule;
        var folder = Path.GetDirectoryName(Path.GetRelativePath(root, file))?.Replace(Path.DirectorySeparatorChar, '.').Trim('.') ?? "";
        var id = folder.Length > 0 ? folder + "." + rule.Id : rule.Id;
        return seen.TryAdd(id, file) ? rule with { Id = id } : null;
    }

    /// <summary>Loads a text.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="origin">The file's name, for errors and <see cref="Rule.Origin"/>.</param>
    public static RuleSet Load(string yaml, string origin)
    {
        var errors = new RuleErrors(origin);
        List<Rule> rules = [];
        List<UnreadRule> unread = [];
        if (yaml.Length > MaxLength)
        {
            errors.Add(Mark.Empty, $"the file has more than {MaxLength} characters");
            return new RuleSet(rules, errors.All);
        }
        foreach (var node in Documents(yaml, errors)) Rules(node, origin, rules, unread, errors);
        return new RuleSet(rules, errors.All) { Unread = unread };
    }

    private static List<YamlNode> Documents(string yaml, RuleErrors errors)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 0) errors.Add(new Mark(0, 1, 1), "the file is empty; it needs the key 'rules'");
            return [.. stream.Documents.Select(d => d.RootNode)];
        }
        catch (YamlException e)
        {
            errors.Add(e.Start, "the file is no valid YAML: " + e.Message);
            return [];
        }
    }

    private static void Rules(YamlNode root, string origin, List<Rule> rules, List<UnreadRule> unread, RuleErrors errors)
    {
        if (YamlReader.Mapping(root, errors, "a rule file") is not { } mapping) return;
        if (YamlReader.Find(mapping, "rules") is not { } list)
        {
            errors.Add(root, MissingRules);
            return;
        }
        if (YamlReader.Sequence(list, errors, "rules") is not { } sequence) return;
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (var item in sequence)
        {
            (errors.RuleId, errors.Mode) = (null, null);
            if (YamlReader.Mapping(item, errors, "a rule") is not { } rule) continue;
            var loaded = ReadRule(rule, origin, errors, out var others);
            if (loaded is null) unread.Add(new UnreadRule(origin, (int)rule.Start.Line, errors.RuleId, errors.Mode, others));
            else if (ids.Add(loaded.Id)) rules.Add(loaded);
            else
            {
                errors.Add(rule, $"the id '{loaded.Id}' is used twice in this file");
                unread.Add(new UnreadRule(origin, (int)rule.Start.Line, loaded.Id, loaded.Mode, []));
            }
        }
        (errors.RuleId, errors.Mode) = (null, null);
    }

    private static Rule? ReadRule(YamlMappingNode mapping, string origin, RuleErrors errors, out IReadOnlyList<string> others)
    {
        var before = errors.Count;
        var id = YamlReader.Find(mapping, "id") is { } node ? YamlReader.Text(node, errors, "id") : null;
        (errors.RuleId, errors.Mode) = (id, ModeOf(mapping));
        if (id is null) errors.Add(mapping, "'id' is missing");
        var languages = RuleLanguages.Read(mapping, errors, out others);
        if (languages.Count == 0 && others.Count > 0) return null;
        others = [];
        foreach (var (key, _) in mapping)
        {
            if (!RuleKeys.Contains(YamlReader.Key(key))) errors.Add(key, $"the key '{YamlReader.Key(key)}' is not supported");
        }
        var mode = Mode(mapping, errors);
        var severity = Severity(mapping, errors);
        var options = YamlReader.Find(mapping, "options") is { } o ? OptionsReader.Read(o, errors) : new RuleOptions();
        var message = YamlReader.Find(mapping, "message") is { } m ? YamlReader.Text(m, errors, "message") ?? "" : "";
        if (languages.Count == 0 || id is null) return null;
        var formulas = new FormulaReader(languages, errors);
        Formula? search = null;
        TaintSpec? taint = null;
        if (mode == RuleMode.Taint)
        {
            Misplaced(mapping, FormulaReader.Operators, "mode: search", errors);
            taint = new TaintReader(formulas, errors).Read(mapping);
        }
        else
        {
            Misplaced(mapping, ["pattern-sources", "pattern-sinks", "pattern-sanitizers", "pattern-propagators", "ase"], "mode: taint", errors);
            search = formulas.Read(mapping, "the rule", new HashSet<string>(RuleKeys.Except(SearchKeys)));
        }
        var (include, exclude) = Paths(mapping, errors);
        if (errors.Count > before) return null;
        return new Rule
        {
            Id = id,
            Mode = mode,
            Languages = [.. languages.SelectMany(l => PatternCompiler.Family(l.Id)).Distinct().Select(LanguageRegistry.Get)],
            Message = message.Trim(),
            Severity = severity,
            Cwes = Cwes(mapping),
            Include = include,
            Exclude = exclude,
            Options = options,
            Search = search,
            Taint = taint,
            Origin = origin,
        };
    }

    private static void Misplaced(YamlMappingNode mapping, string[] keys, string mode, RuleErrors errors)
    {
        foreach (var (key, _) in mapping)
        {
            if (keys.Contains(YamlReader.Key(key))) errors.Add(key, $"the key '{YamlReader.Key(key)}' belongs to a rule of {mode}");
        }
    }

    /// <summary>The mode, null when it is none of ours.</summary>
    private static RuleMode? ModeOf(YamlMappingNode mapping) => YamlReader.Find(mapping, "mode") switch
    {
        null or YamlScalarNode { Value: "search" } => RuleMode.Search,
        YamlScalarNode { Value: "taint" } => RuleMode.Taint,
        _ => null,
    };

    private static RuleMode Mode(YamlMappingNode mapping, RuleErrors errors)
    {
        if (YamlReader.Find(mapping, "mode") is not { } node) return RuleMode.Search;
        switch (YamlReader.Text(node, errors, "mode"))
        {
            case "search":
                return RuleMode.Search;
            case "taint":
                return RuleMode.Taint;
            case { } other:
                errors.Add(node, $"the mode '{other}' is not supported; supported are search, taint");
                break;
        }
        return RuleMode.Search;
    }

    private static RuleSeverity Severity(YamlMappingNode mapping, RuleErrors errors)
    {
        if (YamlReader.Find(mapping, "severity") is not { } node) return RuleSeverity.Warning;
        switch (YamlReader.Text(node, errors, "severity")?.ToUpperInvariant())
        {
            case "ERROR" or "HIGH" or "CRITICAL":
                return RuleSeverity.Error;
            case "WARNING" or "MEDIUM":
                return RuleSeverity.Warning;
            case "INFO" or "LOW" or "INVENTORY" or "EXPERIMENT":
                return RuleSeverity.Info;
            case { } other:
                errors.Add(node, $"the severity '{other}' is not known; known are ERROR, WARNING, INFO (also CRITICAL, HIGH, MEDIUM, LOW)");
                break;
        }
        return RuleSeverity.Warning;
    }

    private static (List<string> Include, List<string> Exclude) Paths(YamlMappingNode mapping, RuleErrors errors)
    {
        if (YamlReader.Find(mapping, "paths") is not { } node || YamlReader.Mapping(node, errors, "paths") is not { } paths) return ([], []);
        foreach (var (key, _) in paths)
        {
            if (YamlReader.Key(key) is not ("include" or "exclude")) errors.Add(key, $"paths: the key '{YamlReader.Key(key)}' is not supported; supported are include, exclude");
        }
        List<string> Texts(string key) => YamlReader.Find(paths, key) is { } list ? YamlReader.Texts(list, errors, "paths." + key) : [];
        return (Texts("include"), Texts("exclude"));
    }

    private static List<string> Cwes(YamlMappingNode mapping)
    {
        if (YamlReader.Find(mapping, "metadata") is not YamlMappingNode metadata || YamlReader.Find(metadata, "cwe") is not { } node) return [];
        IEnumerable<YamlNode> nodes = node is YamlSequenceNode sequence ? sequence.Children : [node];
        return [.. nodes.OfType<YamlScalarNode>().Select(n => Cwe().Match(n.Value ?? "")).Where(m => m.Success).Select(m => "CWE-" + m.Groups["id"].Value).Distinct()];
    }

    private static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path)) return [path];
        return Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(f => f.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            .Where(f => !f.Contains(".test.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^\s*(?:CWE[-\s:]*)?0*(?<id>[1-9]\d{0,4})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking, 1000)]
    private static partial Regex Cwe();
}
