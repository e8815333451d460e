using Ase.Core.Attempts;
using Ase.Core.Digests;
using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Core.Runs;
using Ase.Storage.Serialization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Ase.Storage.Sqlite;

/// <summary>
/// Runs in one SQLite file, in write-ahead mode: a commit survives the death of the process, readers never block the writer.
/// </summary>
public sealed class SqliteRunStore : IRunStore
{
    private readonly string path;
    private readonly string connectionString;
    private readonly SemaphoreSlim writing = new(1, 1);

    private SqliteRunStore(string path, TimeSpan patience)
    {
        this.path = path;
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            DefaultTimeout = Math.Max(1, (int)patience.TotalSeconds),
            ForeignKeys = true,
        }.ToString();
    }

    /// <summary>A quota in pages for tests of a full disk; null for none.</summary>
    internal static long? MaxPages { get; set; }

    /// <summary>Opens a store, making or upgrading it as needed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="patience">How long to wait for another writer. <value>30 seconds</value></param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AseException">The file is locked, damaged, newer, or cannot be written.</exception>
    public static async Task<SqliteRunStore> OpenAsync(string path, TimeSpan? patience = null, CancellationToken cancellationToken = default)
    {
        var full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(full, e);
        }
        var store = new SqliteRunStore(full, patience ?? TimeSpan.FromSeconds(30));
        await store.UseAsync(MigrateAsync, write: true, cancellationToken);
        return store;
    }

    /// <inheritdoc/>
    public Task CreateRunAsync(RunRecord run, CancellationToken cancellationToken) => WriteAsync(
        "INSERT INTO runs (id, started, record) VALUES (@Id, @started, @record)",
        new { run.Id, started = Sortable(run.Started), record = StoredJson.Write(run) }, cancellationToken);

    /// <inheritdoc/>
    public Task UpdateRunAsync(RunRecord run, CancellationToken cancellationToken) => WriteAsync(
        "UPDATE runs SET record = @record WHERE id = @Id", new { run.Id, record = StoredJson.Write(run) }, cancellationToken);

    /// <inheritdoc/>
    public Task<RunRecord?> FindRunAsync(string id, CancellationToken cancellationToken) => UseAsync(
        async connection =>
        {
            var rows = id == "latest"
                ? await connection.QueryAsync<string>("SELECT record FROM runs ORDER BY started DESC, id DESC LIMIT 1")
                : await connection.QueryAsync<string>(
                    "SELECT record FROM runs WHERE id = @id OR substr(id, 1, length(@id)) = @id ORDER BY id = @id DESC LIMIT 2", new { id });
            var found = rows.Select(StoredJson.Read<RunRecord>).ToList();
            return found.Count == 1 || (found.Count == 2 && found[0].Id == id) ? found[0] : null;
        },
        write: false, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunRecord>> RunsAsync(CancellationToken cancellationToken) => UseAsync<IReadOnlyList<RunRecord>>(
        async connection => [.. (await connection.QueryAsync<string>("SELECT record FROM runs ORDER BY started DESC, id DESC")).Select(StoredJson.Read<RunRecord>)],
        write: false, cancellationToken);

    /// <inheritdoc/>
    public async Task<string> PutTextAsync(string text, CancellationToken cancellationToken)
    {
        var digest = Digest.Of(text);
        var known = await UseAsync(c => c.QueryFirstOrDefaultAsync<int>("SELECT 1 FROM texts WHERE digest = @digest", new { digest }), write: false, cancellationToken);
        if (known == 0) await WriteAsync("INSERT OR IGNORE INTO texts (digest, body) VALUES (@digest, @body)", new { digest, body = StoredJson.Compress(text) }, cancellationToken);
        return digest;
    }

    /// <inheritdoc/>
    public async Task<string?> GetTextAsync(string digest, CancellationToken cancellationToken)
    {
        var body = await UseAsync(c => c.QueryFirstOrDefaultAsync<byte[]?>("SELECT body FROM texts WHERE digest = @digest", new { digest }), write: false, cancellationToken);
        return body is null ? null : StoredJson.Decompress(body);
    }

    /// <inheritdoc/>
    public Task SaveGenerationAsync(string runId, AttemptKey key, GenerationRecord generation, CancellationToken cancellationToken) => WriteAsync(
        """
        INSERT INTO attempts (run, subject, task, cycle, prompt, answered, generation) VALUES (@runId, @Subject, @TaskId, @Cycle, @prompt, @answered, @json)
        ON CONFLICT DO UPDATE SET prompt = @prompt, answered = @answered, generation = @json, grade = NULL
        """,
        new
        {
            runId,
            key.Subject,
            key.TaskId,
            key.Cycle,
            prompt = generation.PromptDigest,
            answered = generation.Status == GenerationStatus.Answered ? 1 : 0,
            json = StoredJson.Write(generation),
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task SaveGradeAsync(string runId, AttemptKey key, GradeRecord grade, CancellationToken cancellationToken) => WriteAsync(
        "UPDATE attempts SET grade = @json WHERE run = @runId AND subject = @Subject AND task = @TaskId AND cycle = @Cycle",
        new { runId, key.Subject, key.TaskId, key.Cycle, json = StoredJson.Write(grade) }, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AttemptRecord>> AttemptsAsync(string runId, CancellationToken cancellationToken) => UseAsync<IReadOnlyList<AttemptRecord>>(
        async connection =>
        {
            var rows = await connection.QueryAsync<(string Subject, string Task, int Cycle, string Generation, string? Grade)>(
                "SELECT subject, task, cycle, generation, grade FROM attempts WHERE run = @runId ORDER BY subject, task, cycle", new { runId });
            return [.. rows.Select(r => new AttemptRecord(
                new AttemptKey(r.Subject, r.Task, r.Cycle), StoredJson.Read<GenerationRecord>(r.Generation), r.Grade is null ? null : StoredJson.Read<GradeRecord>(r.Grade)))];
        },
        write: false, cancellationToken);

    /// <inheritdoc/>
    public Task<GenerationRecord?> FindGenerationAsync(string promptDigest, string subject, int cycle, CancellationToken cancellationToken) => UseAsync(
        async connection =>
        {
            var json = await connection.QueryFirstOrDefaultAsync<string?>(
                "SELECT generation FROM attempts WHERE prompt = @promptDigest AND subject = @subject AND cycle = @cycle AND answered = 1 LIMIT 1",
                new { promptDigest, subject, cycle });
            return json is null ? null : StoredJson.Read<GenerationRecord>(json);
        },
        write: false, cancellationToken);

    /// <inheritdoc/>
    public Task<GradeRecord?> FindGradeAsync(string questionDigest, string gradingDigest, string patchDigest, CancellationToken cancellationToken) => UseAsync(
        async connection =>
        {
            var json = await connection.QueryFirstOrDefaultAsync<string?>(
                "SELECT record FROM grades WHERE question = @questionDigest AND grading = @gradingDigest AND patch = @patchDigest",
                new { questionDigest, gradingDigest, patchDigest });
            return json is null ? null : StoredJson.Read<GradeRecord>(json);
        },
        write: false, cancellationToken);

    /// <inheritdoc/>
    public Task CacheGradeAsync(string questionDigest, string gradingDigest, string patchDigest, GradeRecord grade, CancellationToken cancellationToken) => WriteAsync(
        "INSERT OR REPLACE INTO grades (question, grading, patch, record) VALUES (@questionDigest, @gradingDigest, @patchDigest, @json)",
        new { questionDigest, gradingDigest, patchDigest, json = StoredJson.Write(grade) }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(connectionString)) SqliteConnection.ClearPool(connection);
        writing.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Sortable(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<int> MigrateAsync(SqliteConnection connection)
    {
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
        var version = await connection.ExecuteScalarAsync<int>("PRAGMA user_version");
        if (version > SqliteSchema.Steps.Count)
            throw new AseException(ErrorCode.StoreTooNew, $"{connection.DataSource} has schema {version}; this version of ase knows {SqliteSchema.Steps.Count}.");
        if (version == SqliteSchema.Steps.Count) return version;
        await using var transaction = connection.BeginTransaction(deferred: false);
        version = await connection.ExecuteScalarAsync<int>("PRAGMA user_version", transaction: transaction);
        for (; version < SqliteSchema.Steps.Count; version++) await connection.ExecuteAsync(SqliteSchema.Steps[version], transaction: transaction);
        await connection.ExecuteAsync($"PRAGMA user_version = {version}", transaction: transaction);
        await transaction.CommitAsync();
        return version;
    }

    private Task<int> WriteAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        UseAsync(c => c.ExecuteAsync(sql, parameters), write: true, cancellationToken);

    private async Task<T> UseAsync<T>(Func<SqliteConnection, Task<T>> use, bool write, CancellationToken cancellationToken)
    {
        if (write) await writing.WaitAsync(cancellationToken);
        try
        {
            await using var connection = new SqliteConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
            if (MaxPages is { } pages) await connection.ExecuteAsync($"PRAGMA max_page_count = {pages}");
            return await use(connection);
        }
        catch (SqliteException e)
        {
            throw Translate(e);
        }
        catch (StoredJson.NewerFormatException e)
        {
            throw new AseException(ErrorCode.StoreTooNew, $"{path} holds a record of {e.Message}; this version of ase knows {StoredJson.Format}.", e);
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new AseException(ErrorCode.StoreCorrupt, $"{path} holds a record that cannot be read: {e.Message}", e);
        }
        finally
        {
            if (write) writing.Release();
        }
    }

    // The numbers are SQLite's primary result codes.
    private AseException Translate(SqliteException e) => e.SqliteErrorCode switch
    {
        5 or 6 => new(ErrorCode.StoreLocked, $"{path} is locked by another process.", e),
        13 => new(ErrorCode.DiskFull, $"No space is left to write {path}.", e),
        11 or 26 => new(ErrorCode.StoreCorrupt, $"{path}: {e.Message}", e),
        _ => new(ErrorCode.FileAccess, $"{path}: {e.Message}", e),
    };
}
