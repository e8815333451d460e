using System.Text.Json;
using System.Text.Json.Serialization;
using Ase.Core.Attempts;
using Ase.Reporting.Model;

namespace Ase.Reporting.Json;

/// <summary>Writes a report as one JSON document for programs.</summary>
public static class JsonReport
{
    /// <summary>
    /// How report documents are written: camel case, names of verdicts as everywhere, null for numbers that are none. Everything outside ASCII
    /// and every character that HTML or a terminal could take for its own is escaped.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Create(indented: true);

    internal static JsonSerializerOptions Compact { get; } = Create(indented: false);

    /// <summary>Writes the document, with a line end after it.</summary>
    public static void Write(TextWriter writer, RunReport report) => writer.Write(JsonSerializer.Serialize(ReportDocument.Of(report), Options) + "\n");

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = indented,
            NewLine = "\n",
            Converters = { new FiniteNumberConverter(), new VerdictConverter(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    // JSON has no NaN; at most four decimals keep documents readable and equal on every machine.
    private sealed class FiniteNumberConverter : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

        public override bool HandleNull => true;

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value)) writer.WriteNumberValue(Math.Round(value, 4));
            else writer.WriteNullValue();
        }
    }

    private sealed class VerdictConverter : JsonConverter<Verdict>
    {
        public override Verdict Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Verdicts.Find(reader.GetString() ?? "") ?? throw new JsonException("There is no such verdict.");

        public override void Write(Utf8JsonWriter writer, Verdict value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name());
    }
}
