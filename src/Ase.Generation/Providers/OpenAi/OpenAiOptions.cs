using Ase.Generation.Providers.Chat;

namespace Ase.Generation.Providers.OpenAi;

/// <summary>How an OpenAI-compatible endpoint is called.</summary>
public sealed record OpenAiOptions : ModelCallOptions
{
    /// <summary>The variable that holds the key.</summary>
    public const string KeyVariable = "OPENAI_API_KEY";

    /// <summary>The variable that holds the base URL.</summary>
    public const string BaseUrlVariable = "OPENAI_BASE_URL";

    /// <summary>The base URL of the API, up to and without <c>/chat/completions</c>. <value>https://api.openai.com/v1</value></summary>
    public string BaseUrl { get; init; } = OpenAiDefaults.BaseUrl;

    /// <summary>The key; null when there is none, which only endpoints on a private network accept. <value>null</value></summary>
    public string? ApiKey { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string> Validate()
    {
        foreach (var problem in base.Validate()) yield return problem;
        if (OpenAiDefaults.Parse(BaseUrl) is null) yield return "the base URL is to be an absolute http or https address without user name, query or fragment";
        if (ApiKey is { } key && key.Any(c => c is <= ' ' or > '~')) yield return "the key has characters that no key has";
    }

    /// <summary>A record prints its members; the key is none to print.</summary>
    protected override bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("BaseUrl = ").Append(BaseUrl).Append(", ApiKey = ").Append(ApiKey is null ? "none" : "[redacted]");
        return true;
    }
}
