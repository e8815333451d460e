using System.Globalization;
using System.Text.Json;

namespace Ase.Generation.Providers.Http;

/// <summary>Reads the error out of a JSON reply, in the shapes that endpoints use.</summary>
internal static class ErrorBody
{
    /// <summary>The error of a JSON object, or null when it has none.</summary>
    /// <example><c>{"error":{"message":"m","code":"c"}}</c>, <c>{"error":"m"}</c>, <c>{"object":"error","message":"m"}</c>, <c>{"detail":"m"}</c></example>
    /// <param name="root">The reply.</param>
    /// <param name="loose">Take <c>message</c> and <c>detail</c> as well: the status says already that it is an error.</param>
    public static (string Code, int Status, string Message)? Find(JsonElement root, bool loose)
    {
        if (root.ValueKind != JsonValueKind.Object) return null;
        if (root.TryGetProperty("error", out var error) && error.ValueKind is not (JsonValueKind.Null or JsonValueKind.False))
        {
            return error.ValueKind == JsonValueKind.Object
                ? (Text(error, "code") is { Length: > 0 } code ? code : Text(error, "type"), Status(error), Text(error, "message") is { Length: > 0 } m ? m : error.GetRawText())
                : ("", 0, error.ValueKind == JsonValueKind.String ? error.GetString()! : error.GetRawText());
        }
        if (loose || (root.TryGetProperty("object", out var kind) && kind.ValueKind == JsonValueKind.String && kind.GetString() == "error"))
        {
            var message = Text(root, "message") is { Length: > 0 } m ? m : Text(root, "detail");
            return (Text(root, "code"), Status(root), message);
        }
        return null;
    }

    /// <summary>The error of a body that may be anything; the body itself when it is no JSON.</summary>
    public static (string Code, string Message) Describe(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() > 0)
                return Find(array[0], loose: true) is { } first ? (first.Code, first.Message) : ("", "");
            return Find(document.RootElement, loose: true) is { } found ? (found.Code, found.Message) : ("", "");
        }
        catch (JsonException)
        {
            var text = body.TrimStart();
            return ("", text.StartsWith('<') ? "a web page" : text);
        }
    }

    private static int Status(JsonElement error)
    {
        foreach (var name in new[] { "status", "status_code", "code" })
        {
            if (int.TryParse(Text(error, name), NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and < 600) return status;
        }
        return 0;
    }

    private static string Text(JsonElement element, string name) => !element.TryGetProperty(name, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
