using YamlDotNet.RepresentationModel;

namespace Ase.Taint.Rules;

/// <summary>Reads mappings of a rule file; whatever is of the wrong kind is an error with its place.</summary>
internal static class YamlReader
{
    public static string? Text(YamlNode node, RuleErrors errors, string what)
    {
        if (node is YamlScalarNode { Value: { } value }) return value;
        errors.Add(node, $"{what} must be a text");
        return null;
    }

    public static bool Boolean(YamlNode node, RuleErrors errors, string what, bool fallback)
    {
        var text = (node as YamlScalarNode)?.Value;
        if (text is "true" or "True" or "yes" or "on") return true;
        if (text is "false" or "False" or "no" or "off") return false;
        errors.Add(node, $"{what} must be true or false");
        return fallback;
    }

    /// <summary>A text or a list of texts.</summary>
    public static List<string> Texts(YamlNode node, RuleErrors errors, string what)
    {
        List<string> texts = [];
        if (node is YamlSequenceNode sequence)
        {
            foreach (var item in sequence)
            {
                if (Text(item, errors, what) is { } text) texts.Add(text);
            }
        }
        else if (Text(node, errors, what) is { } text)
        {
            texts.Add(text);
        }
        return texts;
    }

    public static YamlMappingNode? Mapping(YamlNode node, RuleErrors errors, string what)
    {
        if (node is YamlMappingNode mapping) return mapping;
        errors.Add(node, $"{what} must be a mapping");
        return null;
    }

    public static YamlSequenceNode? Sequence(YamlNode node, RuleErrors errors, string what)
    {
        if (node is YamlSequenceNode sequence) return sequence;
        errors.Add(node, $"{what} must be a list");
        return null;
    }

    /// <summary>The key's text.</summary>
    public static string Key(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    /// <summary>The value of a key, or null.</summary>
    public static YamlNode? Find(YamlMappingNode mapping, string key)
    {
        foreach (var (name, value) in mapping)
        {
            if (Key(name) == key) return value;
        }
        return null;
    }
}
