using System.Net;

namespace Ase.Generation.Providers.Http;

/// <summary>What to make of a failed request.</summary>
internal enum FailureKind
{
    /// <summary>The endpoint's or the network's; another request may succeed.</summary>
    Transient,
    /// <summary>The endpoint's or the configuration's; another request would fail as well.</summary>
    Final,
    /// <summary>A filter declined the prompt.</summary>
    Refused,
}

/// <summary>Why a request failed.</summary>
/// <param name="Kind">What to make of it.</param>
/// <param name="Message">What happened; not redacted yet.</param>
/// <param name="RetryAfter">How long the endpoint asks to wait; null when it does not say.</param>
internal sealed record CallFailure(FailureKind Kind, string Message, TimeSpan? RetryAfter = null)
{
    private static readonly string[] FilterCodes = ["content_filter", "content_policy_violation", "ResponsibleAIPolicyViolation", "data_inspection_failed"];
    private static readonly string[] FinalCodes = ["insufficient_quota", "invalid_api_key", "model_not_found", "context_length_exceeded", "billing_hard_limit_reached"];

    /// <summary>Judges a status outside 200–299, or an error that came inside a reply with the status 200.</summary>
    /// <param name="status">The status; 0 when the error names none.</param>
    /// <param name="code">The error's own code; empty when it has none.</param>
    /// <param name="message">The error's text.</param>
    /// <param name="retryAfter">See <see cref="RetryAfter"/>.</param>
    public static CallFailure FromError(int status, string code, string message, TimeSpan? retryAfter)
    {
        var text = (status > 0 ? $"HTTP {status}" : "An error inside the reply") + (message.Length > 0 ? ": " + message : ".");
        if (FilterCodes.Contains(code, StringComparer.OrdinalIgnoreCase)) return new CallFailure(FailureKind.Refused, text);
        if (FinalCodes.Contains(code, StringComparer.OrdinalIgnoreCase)) return new CallFailure(FailureKind.Final, text);
        return new CallFailure(IsTransient(status) ? FailureKind.Transient : FailureKind.Final, text, retryAfter);
    }

    private static bool IsTransient(int status) =>
        status is 0 or (int)HttpStatusCode.RequestTimeout or (int)HttpStatusCode.Conflict or 425 or (int)HttpStatusCode.TooManyRequests or (>= 500 and not (int)HttpStatusCode.NotImplemented);
}
