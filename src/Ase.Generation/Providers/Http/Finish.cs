using System.Text;

namespace Ase.Generation.Providers.Http;

/// <summary>Reasons for stopping.</summary>
internal static class Finish
{
    /// <summary>A filter stopped the answer.</summary>
    public const string ContentFilter = "content_filter";

    /// <summary>Ours: the answer was longer than is read.</summary>
    public const string Cut = "cut";

    private static readonly string[] Known = ["stop", "length", ContentFilter, "tool_calls", "function_call"];
    private static readonly string[] Filters = [ContentFilter, "safety", "sensitive", "prohibited_content", "recitation", "blocklist", "refusal"];
    private static readonly string[] Failures = ["error", "network_error", "insufficient_system_resource", "abort", "overloaded"];

    /// <summary>True when the endpoint stopped because a filter declined.</summary>
    public static bool IsFilter(string? reason) => Filters.Contains(reason);

    /// <summary>True when the endpoint stopped because it failed.</summary>
    public static bool IsFailure(string? reason) => Failures.Contains(reason);

    /// <summary>The reason as it is recorded: lower case, no longer than 40 characters.</summary>
    public static string Normal(string reason) => (reason.Length > 40 ? reason[..40] : reason).ToLowerInvariant();

    /// <summary>The JSON value that a client library accepts in place of a reason.</summary>
    public static byte[] ForLibrary(string reason) =>
        reason.Length == 0 ? "null"u8.ToArray() : Encoding.ASCII.GetBytes('"' + (Known.Contains(Normal(reason)) ? Normal(reason) : "stop") + '"');

    /// <summary>Finds the value of the next <c>"finish_reason"</c> property in a line of JSON: a string with its quotes, or <c>null</c>.</summary>
    public static bool Next(ReadOnlySpan<byte> json, out Range value)
    {
        value = default;
        var name = "\"finish_reason\""u8;
        var at = json.IndexOf(name);
        if (at < 0) return false;
        at += name.Length;
        at = SkipSpace(json, at);
        if (at >= json.Length || json[at] != (byte)':') return false;
        at = SkipSpace(json, at + 1);
        if (at >= json.Length) return false;
        var length = json[at] == (byte)'"' ? json[(at + 1)..].IndexOf((byte)'"') + 2 : 4;
        if (length < 2 || at + length > json.Length) return false;
        value = at..(at + length);
        return true;
    }

    private static int SkipSpace(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && json[at] is (byte)' ' or (byte)'\t') at++;
        return at;
    }
}
