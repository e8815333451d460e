using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Ase.Datasets.TaskFiles;

/// <summary>The JSON schema of task files, generated from their record. docs/task.schema.json is this text; a test holds it.</summary>
public static class TaskSchema
{
    internal static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        WriteIndented = true,
        RespectNullableAnnotations = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema.</summary>
    internal static JsonObject Schema { get; } = Create();

    /// <summary>The schema as text, with a final newline.</summary>
    public static string Text => Schema.ToJsonString(Json) + "\n";

    private static JsonObject Create()
    {
        var schema = (JsonObject)Json.GetJsonSchemaAsNode(typeof(TaskFile), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Annotate });
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "A.S.E. task");
        return schema;
    }

    private static JsonNode Annotate(JsonSchemaExporterContext context, JsonNode node)
    {
        if (context.TypeInfo.Type == typeof(OneOrMore))
        {
            return new JsonObject { ["anyOf"] = new JsonArray(OneText(), new JsonObject { ["type"] = "array", ["items"] = OneText(), ["minItems"] = 1 }) };
        }
        if (node is not JsonObject schema) return node;
        if (schema["type"] is JsonArray types && types.Count == 2 && types[1]?.GetValue<string>() == "null") schema["type"] = types[0]!.DeepClone();
        if (schema["type"] is JsonValue kind && kind.GetValue<string>() == "object") schema["additionalProperties"] = false;
        schema.Remove("default");
        var provider = context.PropertyInfo?.AttributeProvider;
        T? Find<T>() where T : Attribute => provider?.GetCustomAttributes(typeof(T), inherit: false).OfType<T>().FirstOrDefault()
            ?? context.TypeInfo.Type.GetCustomAttributes(typeof(T), inherit: false).OfType<T>().FirstOrDefault();
        if (Find<DescriptionAttribute>() is { } description) schema["description"] = description.Description;
        if (Find<RegularExpressionAttribute>() is { } pattern) schema["pattern"] = pattern.Pattern;
        if (Find<AllowedValuesAttribute>() is { } allowed) schema["enum"] = new JsonArray([.. allowed.Values.Select(v => JsonValue.Create((string)v!))]);
        if (Find<MinLengthAttribute>() is { } min) schema["minItems"] = min.Length;
        if (Find<MaxLengthAttribute>() is { } max) schema["maxItems"] = max.Length;
        if (Find<RangeAttribute>() is { } range)
        {
            var ranged = schema["items"] as JsonObject ?? schema; // of a list: the range of its entries
            (ranged["minimum"], ranged["maximum"]) = ((int)range.Minimum, (int)range.Maximum);
        }
        if (schema["type"] is JsonValue text && text.GetValue<string>() == "string" && !schema.ContainsKey("enum") && !schema.ContainsKey("pattern")) schema["minLength"] = 1;
        return schema;
    }

    private static JsonObject OneText() => new() { ["type"] = "string", ["minLength"] = 1 };
}
