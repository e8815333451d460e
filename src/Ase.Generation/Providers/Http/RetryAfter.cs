using System.Globalization;
using System.Net.Http.Headers;

namespace Ase.Generation.Providers.Http;

/// <summary>How long an endpoint asks to wait.</summary>
internal static class RetryAfter
{
    /// <summary>Reads <c>retry-after-ms</c>, else <c>Retry-After</c> in seconds (fractions too) or as a date; null when there is none or it cannot be read.</summary>
    public static TimeSpan? Read(HttpHeaders headers, TimeProvider clock)
    {
        if (First(headers, "retry-after-ms") is { } ms && Number(ms) is { } milliseconds) return Span(milliseconds / 1000);
        if (First(headers, "Retry-After") is not { } text) return null;
        if (Number(text) is { } seconds) return Span(seconds);
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)) return null;
        var wait = date - clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static string? First(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault()?.Trim() : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static TimeSpan Span(double seconds) => TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(365).TotalSeconds));
}
