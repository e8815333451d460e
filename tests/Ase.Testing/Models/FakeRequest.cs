using System.Text.Json;
using System.Text.Json.Nodes;
using Ase.Core.Digests;

namespace Ase.Testing.Models;

/// <summary>A chat request as it arrived.</summary>
/// <param name="Number">1-based, in order of arrival over all connections.</param>
/// <param name="Path">The path with its query.</param>
/// <param name="Headers">By name, ignoring case.</param>
/// <param name="Body">The JSON body.</param>
public sealed record FakeRequest(int Number, string Path, IReadOnlyDictionary<string, string> Headers, JsonObject Body)
{
    /// <summary>The model asked for.</summary>
    public string Model => Body["model"]?.GetValue<string>() ?? "";

    /// <summary>The texts of the system messages, joined.</summary>
    public string System => Texts("system", "developer");

    /// <summary>The texts of the user messages, joined.</summary>
    public string User => Texts("user");

    /// <summary>Which question this is: equal to the digest of the prompt that was sent.</summary>
    public string PromptDigest => Digest.Of(new JsonArray(System, User));

    /// <summary>Whether a stream was asked for.</summary>
    public bool Stream => Body["stream"]?.GetValueKind() == JsonValueKind.True;

    private string Texts(params string[] roles) =>
        string.Concat((Body["messages"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(m => roles.Contains(m["role"]?.GetValue<string>()))
            .Select(m => m["content"] switch
            {
                JsonArray parts => string.Concat(parts.Select(p => p?["text"]?.GetValue<string>())),
                { } text => text.GetValue<string>(),
                null => "",
            }));
}
