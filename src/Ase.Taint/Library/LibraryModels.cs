using System.Collections.Concurrent;
using System.Collections.Frozen;
using Ase.Code.Languages;
using YamlDotNet.RepresentationModel;

namespace Ase.Taint.Library;

/// <summary>The library models of a language: data beside its front-end (<c>Languages/&lt;Lang&gt;/models.yaml</c>), loaded on first use.</summary>
internal sealed class LibraryModels
{
    private static readonly ConcurrentDictionary<LanguageId, LibraryModels> Loaded = new();
    private readonly FrozenDictionary<string, LibraryModel> models;
    private readonly FrozenDictionary<string, LibraryModel> functions;
    private readonly HashSet<string> covers;

    private LibraryModels(Dictionary<string, LibraryModel> models, Dictionary<string, LibraryModel> functions, HashSet<string> covers)
    {
        this.covers = covers;
        this.models = models.ToFrozenDictionary(StringComparer.Ordinal);
        this.functions = functions.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Number of names.</summary>
    public int Count => models.Count + functions.Count;

    /// <summary>The models of a language; empty when it has none.</summary>
    public static LibraryModels Of(LanguageId family) => Loaded.GetOrAdd(family, static id => Load(id));

    /// <summary>Reads models from YAML.</summary>
    /// <exception cref="FormatException">The text is not of the format.</exception>
    public static LibraryModels Parse(TextReader text)
    {
        var stream = new YamlStream();
        stream.Load(text);
        var read = new Dictionary<string, LibraryModel>(StringComparer.Ordinal);
        var bare = new Dictionary<string, LibraryModel>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlMappingNode root) return new LibraryModels(read, bare, names);
        foreach (var (key, value) in root.Children)
        {
            if (key is YamlScalarNode { Value: "covers" })
            {
                names.UnionWith(Texts(value));
                continue;
            }
            if (key is not YamlScalarNode { Value: "calls" or "functions" } section || value is not YamlSequenceNode calls)
            {
                throw new FormatException($"line {key.Start.Line}: only 'calls', 'functions' and 'covers' are allowed");
            }
            foreach (var call in calls.Children) Add((YamlMappingNode)call, section.Value == "calls" ? read : bare);
        }
        return new LibraryModels(read, bare, names);
    }

    /// <summary>The model of a call, by its qualified name, else by its name alone; null when there is none.</summary>
    /// <param name="qualified">The name with its module or type, where known; <c>new X</c> for a constructor, <c>new X.m</c> for a method of an X.</param>
    /// <param name="name">The last name.</param>
    /// <param name="isBare">True without a receiver: models under <c>functions</c> apply, which say nothing of methods of the same name.</param>
    /// <param name="isModule">True when the receiver is an imported module: models of methods do not apply.</param>
    public LibraryModel? Find(string? qualified, string name, bool isBare, bool isModule = false)
    {
        var isPlain = qualified is null || qualified == name;
        if (qualified is not null)
        {
            var isNew = qualified.StartsWith("new ", StringComparison.Ordinal);
            var tail = isNew ? qualified[4..] : qualified;
            var isMember = tail.AsSpan().IndexOfAny('.', '/') >= 0;
            while (true)
            {
                if (isNew && models.TryGetValue("new " + tail, out var made)) return made;
                var cut = tail.AsSpan().IndexOfAny('.', '/');
                if (cut < 0) break;
                if (models.TryGetValue(tail, out var exact)) return exact;
                tail = tail[(cut + 1)..];
            }
            if (isNew && !isMember) return null;
        }
        if (isBare) return isPlain ? functions.GetValueOrDefault(name) : null;
        return isModule ? null : models.GetValueOrDefault(name);
    }

    /// <summary>
    /// True when a check of a function's result is a check of what went in: it changes the shape of the text (letter case, separators) and
    /// drops none of it.
    /// </summary>
    public bool Covers(string? qualified, string name) =>
        covers.Contains(name) || (qualified is not null && (covers.Contains(qualified) || covers.Contains(qualified[(qualified.LastIndexOf('/') + 1)..])));

    /// <summary>True when some library has a method of the name.</summary>
    public bool HasMethod(string name) => models.ContainsKey(name);

    /// <summary>The folder of a language's data; null when it has none.</summary>
    internal static string? FolderOf(LanguageId family) => family switch
    {
        LanguageId.JavaScript => "JavaScript",
        LanguageId.Php => "Php",
        LanguageId.Python => "Python",
        LanguageId.Go => "Go",
        LanguageId.Java => "Java",
        _ => null,
    };

    private static LibraryModels Load(LanguageId family)
    {
        var folder = FolderOf(family);
        using var stream = folder is null ? null : typeof(LibraryModels).Assembly.GetManifestResourceStream($"models/{folder}/models.yaml");
        if (stream is null) return new LibraryModels([], [], []);
        using var reader = new StreamReader(stream);
        return Parse(reader);
    }

    private static void Add(YamlMappingNode node, Dictionary<string, LibraryModel> read)
    {
        var names = new List<string>();
        var flows = new List<Flow>();
        int? keeps = null, all = null, none = null, elements = null;
        var truthy = false;
        var sequence = SequenceChange.None;
        string? folds = null;
        foreach (var (key, value) in node.Children)
        {
            try
            {
                switch (((YamlScalarNode)key).Value)
                {
                    case "name":
                        names.AddRange(Texts(value));
                        break;
                    case "flows":
                        flows.AddRange(Texts(value).Select(FlowParser.Parse));
                        break;
                    case "keeps":
                        keeps = FlowParser.ParseArgument(Texts(value)[0]);
                        break;
                    case "all":
                        all = FlowParser.ParseArgument(Texts(value)[0]);
                        break;
                    case "none":
                        none = FlowParser.ParseArgument(Texts(value)[0]);
                        break;
                    case "elements":
                        elements = FlowParser.ParseArgument(Texts(value)[0]);
                        break;
                    case "truthy":
                        truthy = Texts(value)[0] == "true";
                        break;
                    case "sequence":
                        sequence = ParseSequence(Texts(value)[0]);
                        break;
                    case "folds":
                        folds = Texts(value)[0];
                        break;
                    default:
                        throw new FormatException($"unknown key '{key}'");
                }
            }
            catch (FormatException e)
            {
                throw new FormatException($"line {key.Start.Line}: {e.Message}", e);
            }
        }
        var model = new LibraryModel { Flows = flows, Keeps = keeps, All = all, None = none, Elements = elements, Truthy = truthy, Sequence = sequence, Folds = folds };
        foreach (var name in names) read[name] = model;
    }

    private static SequenceChange ParseSequence(string text) => text switch
    {
        "new" => SequenceChange.New,
        "keep" => SequenceChange.Keep,
        "append" => SequenceChange.Append,
        "add" => SequenceChange.Add,
        "remove" => SequenceChange.Remove,
        "remove-first" => SequenceChange.RemoveFirst,
        "remove-last" => SequenceChange.RemoveLast,
        "reorder" => SequenceChange.Reorder,
        _ => throw new FormatException($"'{text}' is no change of a sequence"),
    };

    private static List<string> Texts(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { } text } => [text],
        YamlSequenceNode list => [.. list.Children.Select(c => ((YamlScalarNode)c).Value ?? "")],
        _ => throw new FormatException("a text or a list of texts is expected"),
    };
}
