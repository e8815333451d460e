using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ase.Code.Languages;
using YamlDotNet.RepresentationModel;

namespace Ase.Taint.Templates;

/// <summary>Reads a template dialect.</summary>
internal static class DialectReader
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <exception cref="FormatException">The text is not of the format.</exception>
    public static TemplateDialect Parse(string name, TextReader text)
    {
        var stream = new YamlStream();
        stream.Load(text);
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        Only(root, "host", "files", "content", "tags", "variables", "words", "filters", "escaping", "unescaping", "escapes", "dot", "implicit", "keys", "self", "separator", "shows", "passes", "handles");
        var kinds = new List<TagKind>();
        var tags = new StringBuilder();
        foreach (var tag in Entries(root, "tags"))
        {
            Only(tag, "pattern", "is");
            tags.Append(tags.Length > 0 ? "|" : "").Append("(?<t").Append(kinds.Count.ToString(CultureInfo.InvariantCulture)).Append('>').Append(Text(tag, "pattern")).Append(')');
            kinds.Add(Enum.Parse<TagKind>(Text(tag, "is").Replace("-", "", StringComparison.Ordinal), ignoreCase: true));
        }
        return new TemplateDialect
        {
            Name = name,
            Host = LanguageRegistry.Find(Text(root, "host"))?.Id ?? throw new FormatException($"{name}: no language '{Text(root, "host")}'"),
            Files = Texts(root, "files"),
            Content = Find(root, "content") is null ? null : Pattern(Text(root, "content")),
            Tags = Pattern(tags.ToString()),
            Kinds = kinds,
            Variables = Pattern(Text(root, "variables")),
            Words = Set(root, "words"),
            Filters = Find(root, "filters") is null ? null : Pattern(Text(root, "filters")),
            Escaping = Set(root, "escaping"),
            Unescaping = Set(root, "unescaping"),
            Escapes = Flag(root, "escapes") ?? false,
            HasDot = Flag(root, "dot") ?? false,
            IsImplicit = Flag(root, "implicit") ?? false,
            Keys = ["[", .. Texts(root, "keys")],
            Self = Set(root, "self"),
            Separator = Find(root, "separator") is null ? '/' : Text(root, "separator")[0],
            Shows = [.. Entries(root, "shows").Select(Show)],
            Passes = [.. Entries(root, "passes").Select(Pass)],
            Handles = [.. Entries(root, "handles").Select(Handle)],
        };
    }

    private static ShowCall Show(YamlMappingNode node)
    {
        Only(node, "calls", "template", "values", "escapes", "unless", "imports");
        var template = Find(node, "template") is null ? "this" : Text(node, "template");
        return new ShowCall
        {
            Names = Texts(node, "calls"),
            Template = new TemplateName(template is "this" or "returned" ? -1 : Argument(template)),
            Returned = template == "returned",
            Values = [.. Texts(node, "values").Select(Values)],
            Escapes = Flag(node, "escapes"),
            Unless = Find(node, "unless") is null ? null : Pattern(Text(node, "unless")),
            Imports = Texts(node, "imports"),
        };
    }

    private static PassCall Pass(YamlMappingNode node)
    {
        Only(node, "calls", "values");
        return new PassCall(Texts(node, "calls"), Values(Text(node, "values")));
    }

    private static HandleCall Handle(YamlMappingNode node)
    {
        Only(node, "calls", "handle", "template", "map");
        return Find(node, "map") is null ? new HandleCall(Texts(node, "calls"), Argument(Text(node, "handle")), Argument(Text(node, "template"))) : new HandleCall(Texts(node, "calls"), Argument(Text(node, "map")), -1);
    }

    // this, keywords, arg1, dot arg1, passed arg0, arg0 = arg1, context (a keyword)
    private static ValuesAt Values(string text)
    {
        if (text == "this") return new ValuesAt(ValuesKind.Receiver);
        if (text == "keywords") return new ValuesAt(ValuesKind.Keywords);
        if (text.StartsWith("dot ", StringComparison.Ordinal)) return new ValuesAt(ValuesKind.Dot, Argument(text[4..]));
        if (text.StartsWith("passed ", StringComparison.Ordinal)) return new ValuesAt(ValuesKind.Passed, Argument(text[7..]));
        if (text.Split('=') is [var name, var value]) return new ValuesAt(ValuesKind.Pair, Argument(name.Trim()), Argument(value.Trim()));
        return text.StartsWith("arg", StringComparison.Ordinal) ? new ValuesAt(ValuesKind.Map, Argument(text)) : new ValuesAt(ValuesKind.Keyword, Name: text);
    }

    private static int Argument(string text) =>
        text.StartsWith("arg", StringComparison.Ordinal) && int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : throw new FormatException($"'{text}' is no argument");

    private static Regex Pattern(string text) => new(text, RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout);

    private static IEnumerable<YamlMappingNode> Entries(YamlMappingNode node, string key) => Find(node, key) is YamlSequenceNode list ? list.Children.Cast<YamlMappingNode>() : [];

    private static HashSet<string> Set(YamlMappingNode node, string key) => Texts(node, key).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static bool? Flag(YamlMappingNode node, string key) => Find(node, key) is YamlScalarNode { Value: { } value } ? value == "true" : null;

    private static string Text(YamlMappingNode node, string key) => Find(node, key) is YamlScalarNode { Value: { } value } ? value : throw new FormatException($"line {node.Start.Line}: '{key}' is missing");

    private static IReadOnlyList<string> Texts(YamlMappingNode node, string key) => Find(node, key) switch
    {
        null => [],
        YamlScalarNode { Value: { } value } => [value],
        YamlSequenceNode list => [.. list.Children.Select(c => ((YamlScalarNode)c).Value ?? "")],
        _ => throw new FormatException($"line {node.Start.Line}: '{key}' is a text or a list of texts"),
    };

    private static YamlNode? Find(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private static void Only(YamlMappingNode node, params string[] keys)
    {
        foreach (var key in node.Children.Keys)
        {
            if (!keys.Contains(((YamlScalarNode)key).Value)) throw new FormatException($"line {key.Start.Line}: '{key}' is not known; known are {string.Join(", ", keys)}");
        }
    }
}
