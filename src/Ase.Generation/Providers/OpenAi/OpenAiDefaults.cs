using System.Net;
using System.Net.Sockets;

namespace Ase.Generation.Providers.OpenAi;

/// <summary>Facts about endpoints.</summary>
internal static class OpenAiDefaults
{
    public const string BaseUrl = "https://api.openai.com/v1";

    /// <summary>What is sent where no key is needed: the client library wants one.</summary>
    public const string NoKey = "none";

    /// <summary>The address of a base URL without its final slashes, or null when it is none.</summary>
    public static Uri? Parse(string baseUrl) =>
        Uri.TryCreate(baseUrl.Trim().TrimEnd('/'), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && uri is { UserInfo: "", Query: "", Fragment: "" } && uri.Host.Length > 0 ? uri : null;

    /// <summary>True when the endpoint is on this machine or a private network, where keys are unusual.</summary>
    public static bool IsPrivate(Uri uri)
    {
        if (uri.IsLoopback) return true;
        var host = uri.IdnHost;
        if (!IPAddress.TryParse(host.Trim('[', ']'), out var address))
        {
            return !host.Contains('.', StringComparison.Ordinal) || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase)
                || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
        }
        if (address.AddressFamily == AddressFamily.InterNetworkV6) return address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal;
        var b = address.GetAddressBytes();
        return b[0] is 10 or 127 || (b[0] == 172 && b[1] is >= 16 and < 32) || (b[0] == 192 && b[1] == 168) || (b[0] == 169 && b[1] == 254);
    }

    /// <summary>
    /// True for OpenAI and Azure, whose newer models take the limit as <c>max_completion_tokens</c> alone; all others know <c>max_tokens</c>, and
    /// some refuse properties that they do not know.
    /// </summary>
    public static bool TakesCompletionTokens(Uri uri) =>
        uri.Host.EndsWith(".openai.com", StringComparison.OrdinalIgnoreCase) || uri.Host.EndsWith(".azure.com", StringComparison.OrdinalIgnoreCase);
}
