namespace Ase.Generation.Providers.Chat;

/// <summary>How a model's endpoint is called, whatever its protocol.</summary>
public abstract record ModelCallOptions
{
    /// <summary>Time for one answer, from sending the request to its last token. When it passes on a live connection, the subject has failed. <value>10 minutes</value></summary>
    /// <remarks>Waiting for the rate limit and between retries does not count; every retry has the whole time again.</remarks>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Further requests after one that failed for a reason that may pass, 0 to 100. <value>5</value></summary>
    public int MaxRetries { get; init; } = 5;

    /// <summary>The wait before the first retry; it doubles from retry to retry, with jitter. <value>2 seconds</value></summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait before a retry. An endpoint that asks for more has failed. <value>2 minutes</value></summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Requests a minute, evenly spaced, retries included; null for no limit. <value>null</value></summary>
    public double? RequestsPerMinute { get; init; }

    /// <summary>Requests at one time, 1 to 10,000. <value>8</value></summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>Bytes of an answer that are read (UTF-8); what goes beyond is cut off. <value>8 MB</value></summary>
    public int MaxAnswerBytes { get; init; } = 8_000_000;

    /// <summary>The clock for deadlines, waits and limits. <value>the system's</value></summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Everything that is wrong with the options; empty when they can be used.</summary>
    public virtual IEnumerable<string> Validate()
    {
        if (Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromDays(1)) yield return "the timeout is to be above 0 and at most a day";
        if (MaxRetries is < 0 or > 100) yield return "the number of retries is to be from 0 to 100";
        if (RetryDelay <= TimeSpan.Zero || RetryDelay > MaxRetryDelay) yield return "the wait before a retry is to be above 0 and at most the longest wait";
        if (MaxRetryDelay > TimeSpan.FromDays(1)) yield return "the longest wait before a retry is a day";
        if (RequestsPerMinute is <= 0 or > 1_000_000) yield return "the requests a minute are to be above 0 and at most 1,000,000";
        if (Concurrency is < 1 or > 10_000) yield return "the requests at one time are to be from 1 to 10,000";
        if (MaxAnswerBytes is < 1 or > 500_000_000) yield return "the bytes of an answer are to be from 1 to 500,000,000";
    }
}
