using System.Text;
using System.Text.RegularExpressions;

namespace Ase.Generation.Providers;

/// <summary>
/// Takes keys out of texts that others wrote. <see cref="Error"/> is for error texts: besides the known secrets it removes whatever looks like
/// one, flattens the text to one line without control characters and bounds its length. <see cref="Secrets"/> removes the known secrets alone
/// and leaves the rest untouched, so that it can be applied to answers.
/// </summary>
/// <example><c>new Redaction(["sk-1234567890"]).Error("bad key sk-1234567890 (Bearer sk-1234567890)")</c> is <c>bad key [redacted] (Bearer [redacted])</c>.</example>
public sealed partial class Redaction
{
    private const string Mark = "[redacted]";
    private const int ShortestSecret = 4;
    private const int MaxError = 600;
    private const int MaxInput = 100_000;

    private readonly IReadOnlyList<string> secrets;

    /// <summary>Takes the known secrets; those of fewer than four characters are no secrets.</summary>
    public Redaction(IEnumerable<string?> secrets) =>
        this.secrets = [.. secrets.OfType<string>().Where(s => s.Length >= ShortestSecret)
            .SelectMany(s => new[] { s, Uri.EscapeDataString(s), Convert.ToBase64String(Encoding.UTF8.GetBytes(s)), System.Text.Json.JsonEncodedText.Encode(s).ToString() })
            .Distinct(StringComparer.Ordinal).OrderByDescending(s => s.Length).ThenBy(s => s, StringComparer.Ordinal)];

    /// <summary>The text without the known secrets, in plain, percent-encoded, base-64 and JSON form.</summary>
    public string Secrets(string text)
    {
        foreach (var secret in secrets) text = text.Replace(secret, Mark, StringComparison.Ordinal);
        return text;
    }

    /// <summary>An error text that can be stored and shown.</summary>
    public string Error(string text)
    {
        if (text.Length > MaxInput) text = text[..MaxInput];
        text = Secrets(text);
        text = Bearer().Replace(text, "${word} " + Mark);
        text = Prefixed().Replace(text, Mark);
        text = Named().Replace(text, "${name}" + Mark);
        text = UserInfo().Replace(text, "${scheme}" + Mark + "@");
        return Flat(text);
    }

    private static string Flat(string text)
    {
        var flat = new StringBuilder(Math.Min(text.Length, MaxError + 1));
        foreach (var c in text)
        {
            var plain = char.IsControl(c) || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format ? ' ' : c;
            if (plain == ' ' && (flat.Length == 0 || flat[^1] == ' ')) continue;
            flat.Append(plain);
            if (flat.Length > MaxError) return flat.ToString(0, MaxError) + "…";
        }
        return flat.ToString().TrimEnd();
    }

    // What follows the word up to white space, a quote or a bracket.
    [GeneratedRegex(@"\b(?<word>Bearer|Basic)\s+(?!\[redacted\])[^\s""'\\<>,;)]{4,}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bearer();

    // The keys of well-known providers.
    [GeneratedRegex(@"\b(?:sk|rk|pk|gsk|xai|hf|key|AIza)[-_][A-Za-z0-9_\-*.]{12,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prefixed();

    [GeneratedRegex(@"(?<name>(?:x-)?api[-_ ]?key[""']?\s*[:=]\s*[""']?|authorization[""']?\s*[:=]\s*[""']?)(?!\[redacted\]|Bearer|Basic)[^\s""'&,;<>]{4,}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<scheme>\b[a-z][a-z0-9+.\-]{0,20}://)[^\s/@""']+@", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserInfo();
}
