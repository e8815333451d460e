using System.Threading.RateLimiting;

namespace Ase.Generation.Providers.Chat;

/// <summary>
/// Lets requests start evenly spaced, and holds all of them back when the endpoint asks for a pause. The limiters of the framework keep
/// their own time; this one has a clock that tests can move.
/// </summary>
internal sealed class RequestPacer(double? perMinute, TimeProvider clock) : RateLimiter
{
    private readonly TimeSpan interval = perMinute is { } n ? TimeSpan.FromMinutes(1 / n) : TimeSpan.Zero;
    private readonly Lock gate = new();
    private DateTimeOffset next = DateTimeOffset.MinValue;

    public override TimeSpan? IdleDuration => null;

    /// <summary>Starts nothing for a while.</summary>
    public void Hold(TimeSpan pause)
    {
        lock (gate)
        {
            var until = clock.GetUtcNow() + pause;
            if (until > next) next = until;
        }
    }

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (next > now) return Lease.Refused;
            next = now + interval;
            return Lease.Granted;
        }
    }

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var start = next > now ? next : now;
            next = start + interval;
            wait = start - now;
        }
        if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, cancellationToken);
        return Lease.Granted;
    }

    private sealed class Lease(bool acquired) : RateLimitLease
    {
        public static readonly Lease Granted = new(true);
        public static readonly Lease Refused = new(false);

        public override bool IsAcquired => acquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
