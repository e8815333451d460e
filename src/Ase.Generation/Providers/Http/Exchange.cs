namespace Ase.Generation.Providers.Http;

/// <summary>What was seen on the wire during one request; more than a client library tells.</summary>
/// <param name="MaxEventBytes">The longest event that is read.</param>
internal sealed record Exchange(int MaxEventBytes)
{
    /// <summary>The key under which a request carries its exchange.</summary>
    public static readonly HttpRequestOptionsKey<Exchange> Key = new("ase.exchange");

    /// <summary>The request's body went out, so there was a connection.</summary>
    public bool Connected { get; set; }

    /// <summary>Bytes of the reply's body were read.</summary>
    public bool Received { get; set; }

    /// <summary>The endpoint said that the stream is complete.</summary>
    public bool Done { get; set; }

    /// <summary>Why the endpoint stopped, as it says; null when it did not.</summary>
    public string? FinishReason { get; set; }

    /// <summary>An event is longer than <see cref="MaxEventBytes"/>.</summary>
    public bool TooLarge { get; set; }

    /// <summary>What failed; null while nothing did.</summary>
    public CallFailure? Failure { get; set; }
}

/// <summary>Ends the reading of a reply; the reason is in the <see cref="Exchange"/>.</summary>
internal sealed class ExchangeException(string message) : IOException(message);
