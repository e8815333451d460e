using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Storage.Sqlite;
using Ase.Storage.Tests.Contracts;
using Microsoft.Data.Sqlite;

namespace Ase.Storage.Tests.Sqlite;

public sealed class SqliteRunStoreTests : RunStoreContract, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ase-store-").FullName;

    private string File => Path.Combine(folder, "sub", "runs.db");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    protected override async Task<IRunStore> OpenAsync() => await SqliteRunStore.OpenAsync(File, cancellationToken: Token);

    [Fact]
    public async Task What_was_stored_is_there_after_reopening()
    {
        await using (var store = await OpenAsync()) await store.CreateRunAsync(Run("r", 1), Token);
        await using var again = await OpenAsync();

        Assert.Equal("r", (await again.FindRunAsync("latest", Token))!.Id);
    }

    [Fact]
    public async Task A_locked_store_says_so()
    {
        await using var store = await SqliteRunStore.OpenAsync(File, TimeSpan.FromSeconds(1), Token);
        await using var other = new SqliteConnection($"Data Source={File}");
        await other.OpenAsync(Token);
        await using var transaction = other.BeginTransaction(deferred: false);

        var error = await Assert.ThrowsAsync<AseException>(() => store.CreateRunAsync(Run("r", 1), Token));

        Assert.Equal(ErrorCode.StoreLocked, error.Code);
        Assert.Contains(File, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_store_says_so_and_is_left_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        var bytes = Enumerable.Repeat((byte)'x', 5000).ToArray();
        await System.IO.File.WriteAllBytesAsync(File, bytes, Token);

        var error = await Assert.ThrowsAsync<AseException>(OpenAsync);

        Assert.Equal(ErrorCode.StoreCorrupt, error.Code);
        Assert.Equal(bytes, await System.IO.File.ReadAllBytesAsync(File, Token));
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused()
    {
        await using (await OpenAsync()) { }
        await using (var connection = new SqliteConnection($"Data Source={File}"))
        {
            await connection.OpenAsync(Token);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 999";
            await command.ExecuteNonQueryAsync(Token);
        }

        Assert.Equal(ErrorCode.StoreTooNew, (await Assert.ThrowsAsync<AseException>(OpenAsync)).Code);
    }

    [Fact]
    public async Task A_full_disk_says_so_and_loses_nothing()
    {
        await using var store = await OpenAsync();
        await store.CreateRunAsync(Run("r", 1), Token);
        await using var connection = new SqliteConnection($"Data Source={File}");
        await connection.OpenAsync(Token);
        var pages = await Pages(connection);
        // SQLite's own quota gives the error of a full disk
        SqliteRunStore.MaxPages = pages + 2;
        try
        {
            var error = await Assert.ThrowsAsync<AseException>(() => store.PutTextAsync(Incompressible(400_000), Token));
            Assert.Equal(ErrorCode.DiskFull, error.Code);
        }
        finally
        {
            SqliteRunStore.MaxPages = null;
            SqliteConnection.ClearAllPools(); // the quota belongs to the pooled connections
        }
        Assert.NotNull(await store.FindRunAsync("r", Token));
        Assert.NotNull(await store.PutTextAsync(Incompressible(400_000), Token));
    }

    private static async Task<long> Pages(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA page_count";
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }

    private static string Incompressible(int length)
    {
        var random = new Random(1);
        return string.Create(length, random, (span, r) => { foreach (ref var c in span) c = (char)('!' + r.Next(90)); });
    }
}
