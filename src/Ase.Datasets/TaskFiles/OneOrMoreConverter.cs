using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ase.Datasets.TaskFiles;

internal sealed class OneOrMoreConverter : JsonConverter<OneOrMore>
{
    public override OneOrMore Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new OneOrMore([reader.GetString()!])
            : new OneOrMore(JsonSerializer.Deserialize<List<string>>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, OneOrMore value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Values, options);
}
