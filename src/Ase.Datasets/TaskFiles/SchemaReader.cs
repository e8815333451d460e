using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ase.Datasets.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ase.Datasets.TaskFiles;

/// <summary>
/// Reads YAML by a JSON schema: checks every node and converts it, scalars by the type the schema asks for (so that a version <c>0.10</c> stays
/// a text). All problems are collected. Knows the keywords that <see cref="TaskSchema"/> produces.
/// </summary>
internal sealed class SchemaReader(JsonObject root)
{
    private readonly List<YamlProblem> problems = [];
    private readonly Dictionary<string, Mark> places = new(StringComparer.Ordinal);

    public IReadOnlyList<YamlProblem> Problems => problems;

    /// <summary>The place of a value, as <c>regions[0].lines</c>, or of the nearest one around it that was written.</summary>
    public (int Line, int Column) PlaceOf(string path)
    {
        for (; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))])
        {
            if (places.TryGetValue(path, out var mark)) return ((int)mark.Line, (int)mark.Column);
        }
        return (1, 1);
    }

    public JsonNode? Read(string yaml)
    {
        var (node, problem) = YamlLoader.Load(yaml);
        if (problem is not null) problems.Add(problem);
        return node is null ? null : Node(node, root, "");
    }

    private JsonNode? Node(YamlNode node, JsonObject schema, string path)
    {
        places[path] = node.Start;
        schema = Resolve(schema);
        if (schema["anyOf"] is JsonArray choices)
            return Node(node, (JsonObject)choices[node is YamlSequenceNode ? 1 : 0]!, path);
        return schema["type"]?.GetValue<string>() switch
        {
            "object" => Object(node, schema, path),
            "array" => Array(node, schema, path),
            "string" => Text(node, schema, path),
            "integer" => Integer(node, schema, path),
            var other => throw new InvalidOperationException($"schema type {other}"),
        };
    }

    private JsonObject? Object(YamlNode node, JsonObject schema, string path)
    {
        if (node is not YamlMappingNode mapping)
        {
            Problem(node, path, "a mapping is expected");
            return null;
        }
        var properties = (JsonObject)schema["properties"]!;
        var result = new JsonObject();
        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (properties[name] is not JsonObject property) Problem(key, path, $"unknown key '{name}'; allowed are {string.Join(", ", properties.Select(p => p.Key))}");
            else result[name] = Node(value, property, path.Length == 0 ? name : path + "." + name);
        }
        foreach (var required in (schema["required"] as JsonArray ?? []).Select(r => r!.GetValue<string>()))
        {
            if (!result.ContainsKey(required)) Problem(node, path, $"'{required}' is missing");
        }
        return result;
    }

    private JsonArray? Array(YamlNode node, JsonObject schema, string path)
    {
        if (node is not YamlSequenceNode sequence)
        {
            Problem(node, path, "a list is expected");
            return null;
        }
        var count = sequence.Children.Count;
        if (schema["minItems"]?.GetValue<int>() is { } min && count < min) Problem(node, path, $"at least {min} entries are expected, there are {count}");
        if (schema["maxItems"]?.GetValue<int>() is { } max && count > max) Problem(node, path, $"at most {max} entries are expected, there are {count}");
        var items = (JsonObject)schema["items"]!;
        return new JsonArray([.. sequence.Children.Select((c, i) => Node(c, items, $"{path}[{i}]"))]);
    }

    private JsonValue? Text(YamlNode node, JsonObject schema, string path)
    {
        if (node is not YamlScalarNode { Value: { } text } scalar || (scalar.Style == ScalarStyle.Plain && text is "" or "~" or "null" or "Null" or "NULL"))
        {
            Problem(node, path, "a text is expected");
            return null;
        }
        if (schema["minLength"]?.GetValue<int>() is { } min && text.Trim().Length < min) Problem(node, path, "the text is empty");
        if (schema["enum"] is JsonArray allowed && allowed.All(a => a!.GetValue<string>() != text))
            Problem(node, path, $"'{text}' is not one of {string.Join(", ", allowed.Select(a => a!.GetValue<string>()))}");
        if (schema["pattern"]?.GetValue<string>() is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture))
            Problem(node, path, $"'{text}' does not match {pattern}");
        return JsonValue.Create(text);
    }

    private JsonValue? Integer(YamlNode node, JsonObject schema, string path)
    {
        if (node is not YamlScalarNode { Value: { } text } || !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            Problem(node, path, "an integer is expected");
            return null;
        }
        if (schema["minimum"]?.GetValue<int>() is { } min && value < min || schema["maximum"]?.GetValue<int>() is { } max && value > max)
            Problem(node, path, $"a number from {schema["minimum"]} to {schema["maximum"]} is expected");
        return JsonValue.Create(value);
    }

    // The exporter writes a repeated type as a pointer to its first place.
    private JsonObject Resolve(JsonObject schema)
    {
        if (schema["$ref"]?.GetValue<string>() is not { } pointer) return schema;
        JsonNode node = root;
        foreach (var part in pointer.Split('/').Skip(1)) node = node is JsonArray a ? a[int.Parse(part, CultureInfo.InvariantCulture)]! : node[part]!;
        return (JsonObject)node;
    }

    private void Problem(YamlNode node, string path, string message) =>
        problems.Add(YamlProblem.At(node.Start, path.Length == 0 ? message : $"{path}: {message}"));
}
