using Ase.Generation.Context;

namespace Ase.Generation.Tests.Context;

public sealed class RecentlyUsedTests
{
    [Fact]
    public void What_was_used_least_recently_is_forgotten()
    {
        var made = new List<int>();
        var cache = new RecentlyUsed<int, int>(2);
        foreach (var key in (int[])[1, 2, 1, 3, 1, 2]) cache.Get(key, () => Make(key));

        Assert.Equal([1, 2, 3, 2], made);
        Assert.Equal(2, cache.Count);

        int Make(int key)
        {
            made.Add(key);
            return key;
        }
    }

    [Fact]
    public void A_failure_is_not_kept()
    {
        var cache = new RecentlyUsed<int, int>(2);

        Assert.Throws<FormatException>(() => cache.Get(1, () => throw new FormatException()));
        Assert.Equal(5, cache.Get(1, () => 5));
    }

    [Fact]
    public void Callers_that_come_together_share_one_making()
    {
        var made = 0;
        var cache = new RecentlyUsed<int, int>(1);
        Parallel.For(0, 100, _ => cache.Get(1, () => Interlocked.Increment(ref made)));

        Assert.Equal(1, made);
    }
}
