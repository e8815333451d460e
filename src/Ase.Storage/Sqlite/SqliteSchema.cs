namespace Ase.Storage.Sqlite;

/// <summary>The tables. A new version adds a step to <see cref="Steps"/> and never changes an old one.</summary>
internal static class SqliteSchema
{
    /// <summary>Each step lifts the schema by one version, starting from an empty file.</summary>
    public static IReadOnlyList<string> Steps { get; } =
    [
        """
        CREATE TABLE runs (id TEXT PRIMARY KEY, started TEXT NOT NULL, record TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE texts (digest TEXT PRIMARY KEY, body BLOB NOT NULL);
        CREATE TABLE attempts (
            run TEXT NOT NULL REFERENCES runs(id), subject TEXT NOT NULL, task TEXT NOT NULL, cycle INTEGER NOT NULL,
            prompt TEXT NOT NULL, answered INTEGER NOT NULL, generation TEXT NOT NULL, grade TEXT,
            PRIMARY KEY (run, subject, task, cycle)) WITHOUT ROWID;
        CREATE INDEX attempts_by_prompt ON attempts (prompt, subject, cycle) WHERE answered = 1;
        CREATE TABLE grades (question TEXT NOT NULL, grading TEXT NOT NULL, patch TEXT NOT NULL, record TEXT NOT NULL,
            PRIMARY KEY (question, grading, patch)) WITHOUT ROWID;
        """,
    ];
}
