using Ase.Core.Errors;
using Ase.Datasets.Cache;
using Ase.Datasets.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Ase.Datasets.Tests.Cache;

public sealed class ContentCacheTests
{
    [Fact]
    public void What_is_written_is_read_and_what_is_discarded_is_gone()
    {
        using var folder = new TempFolder();
        var cache = new ContentCache(folder.Path);
        Assert.Null(cache.Read("npm", "key"));
        cache.Write("npm", "key", [1, 2]);
        cache.Write("npm", "key", [3]);
        Assert.Equal([3], cache.Read("npm", "key"));
        Assert.Equal(["npm/key"], folder.Files());
        cache.Discard("npm", "key");
        cache.Discard("npm", "key");
        Assert.Null(cache.Read("npm", "key"));
    }

    [Fact]
    public void Writers_side_by_side_leave_one_whole_entry()
    {
        using var folder = new TempFolder();
        var cache = new ContentCache(folder.Path);
        Parallel.For(0, 64, i => cache.Write("npm", "key", [.. Enumerable.Repeat((byte)(i % 4), 10_000)]));
        var bytes = cache.Read("npm", "key")!;
        Assert.Equal(10_000, bytes.Length);
        Assert.Single(bytes.Distinct());
        Assert.Equal(["npm/key"], folder.Files());
    }

    [Fact]
    public void A_folder_is_adopted_once_and_discarded_at_once()
    {
        using var folder = new TempFolder();
        var cache = new ContentCache(folder.Path);
        foreach (var text in (string[])["first", "second"])
        {
            var scratch = cache.Scratch();
            File.WriteAllText(Path.Combine(scratch, "file"), text);
            cache.Adopt(scratch, "git", "key");
            ContentCache.Remove(scratch);
        }
        Assert.Equal("first", File.ReadAllText(Path.Combine(cache.PathOf("git", "key"), "file")));
        cache.DiscardFolder("git", "key");
        cache.DiscardFolder("git", "key");
        Assert.Empty(folder.Files());
    }

    [Fact]
    public void What_killed_processes_left_goes_away_after_a_day()
    {
        using var folder = new TempFolder();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        folder.Write("scratch/left/half.tgz", "half");
        ContentCache.Remove(new ContentCache(folder.Path, clock).Scratch());
        Assert.Equal(["scratch/left/half.tgz"], folder.Files());
        clock.Advance(TimeSpan.FromHours(25));
        var fresh = new ContentCache(folder.Path, clock).Scratch();
        Assert.Empty(folder.Files());
        Assert.False(Directory.Exists(folder["scratch/left"]));
        Assert.NotEmpty(fresh);
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_a_failure_of_access_with_its_path()
    {
        using var folder = new TempFolder();
        folder.Write("cache", "a file where the folder should be");
        var cache = new ContentCache(folder["cache"]);
        foreach (var act in (Action[])[() => cache.Write("npm", "key", [1]), () => cache.Scratch()])
        {
            var failure = Assert.Throws<AseException>(act);
            Assert.Equal(ErrorCode.FileAccess, failure.Code);
            Assert.Contains(folder["cache"], failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(28)]
    [InlineData(unchecked((int)0x80070070))]
    [InlineData(unchecked((int)0x80070027))]
    public void A_full_disk_is_told_apart(int result)
    {
        var failure = AseException.FromIo("/cache/npm/key", new IOException("No space left on device", result));
        Assert.Equal(ErrorCode.DiskFull, failure.Code);
        Assert.Contains("/cache/npm/key", failure.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Environment, failure.Row.ExitCode);
    }

    [Fact]
    public void What_the_system_throws_at_a_full_disk_is_told_apart()
    {
        if (!File.Exists("/dev/full")) return; // the codes above stand for the other systems
        var failure = Assert.Throws<IOException>(() => File.WriteAllBytes("/dev/full", new byte[100_000]));
        Assert.Equal(ErrorCode.DiskFull, AseException.FromIo("/dev/full", failure).Code);
    }
}
