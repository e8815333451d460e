using System.Text.Json.Nodes;
using Ase.Code.Languages;
using Ase.Core.Attempts;
using Ase.Core.Tasks;
using Ase.Datasets.TaskFiles;
using Ase.Datasets.Tests.Support;
using NJsonSchema;

namespace Ase.Datasets.Tests.TaskFiles;

public sealed class TaskSchemaTests
{
    [Fact]
    public void The_schema_in_the_documentation_is_the_one_that_files_are_read_by()
    {
        var file = ProductFolder.Of("docs/task.schema.json");
        if (Environment.GetEnvironmentVariable("ASE_UPDATE_SNAPSHOTS") == "1") File.WriteAllText(file, TaskSchema.Text);
        Assert.True(File.Exists(file), "docs/task.schema.json is missing; write it with ASE_UPDATE_SNAPSHOTS=1");
        Assert.Equal(TaskSchema.Text, File.ReadAllText(file));
    }

    [Fact]
    public async Task Another_validator_understands_the_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(TaskSchema.Text, TestContext.Current.CancellationToken);
        foreach (var text in (string[])[TaskFileText.Npm, TaskFileText.Git, TaskFileText.Directory])
        {
            var json = new SchemaReader(TaskSchema.Schema).Read(text)!;
            Assert.Empty(schema.Validate(json.ToJsonString()));
            json["author"] = "me";
            json["severity"] = "High";
            Assert.Equal(2, schema.Validate(json.ToJsonString()).Count);
        }
    }

    [Fact]
    public void Every_mapping_of_the_schema_is_closed_and_every_text_has_a_rule()
    {
        var pending = new Stack<JsonNode>([TaskSchema.Schema]);
        while (pending.TryPop(out var node))
        {
            if (node is JsonObject o)
            {
                if (o["type"] is JsonValue type && type.ToString() == "object") Assert.Equal("false", o["additionalProperties"]?.ToString());
                if (o["type"] is JsonValue text && text.ToString() == "string") Assert.True(o.ContainsKey("minLength") || o.ContainsKey("pattern") || o.ContainsKey("enum"), o.ToJsonString());
                foreach (var (_, child) in o) if (child is not null) pending.Push(child);
            }
            else if (node is JsonArray a)
            {
                foreach (var child in a) if (child is not null) pending.Push(child);
            }
        }
    }

    [Fact]
    public void The_names_that_the_schema_allows_are_those_of_the_product()
    {
        Assert.All(Allowed("language"), n => Assert.Equal(n, LanguageRegistry.Find(n)?.Name));
        Assert.Equal(Enum.GetNames<Severity>().Select(n => n.ToLowerInvariant()), Allowed("severity"));
        Assert.All(TaskSchema.Schema["properties"]!["variants"]!["items"]!["properties"]!["verdict"]!["enum"]!.AsArray(), n => Assert.NotNull(Verdicts.Find(n!.GetValue<string>())));
    }

    private static IEnumerable<string> Allowed(string property) => TaskSchema.Schema["properties"]![property]!["enum"]!.AsArray().Select(n => n!.GetValue<string>());
}
