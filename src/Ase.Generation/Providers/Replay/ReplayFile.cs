using System.Globalization;
using System.Text;
using System.Text.Json;
using Ase.Core.Errors;

namespace Ase.Generation.Providers.Replay;

/// <summary>A recorded answer.</summary>
/// <param name="Subject">The recording that it belongs to; null for all.</param>
/// <param name="Task">The task.</param>
/// <param name="Cycle">The repetition; null for every one.</param>
/// <param name="Answer">The raw answer; null when it was refused.</param>
internal sealed record ReplayEntry(string? Subject, string Task, int? Cycle, string? Answer);

/// <summary>Recorded answers: one JSON object a line.</summary>
/// <example><c>{"task":"cve-2018-13797","cycle":1,"answer":"…"}</c>, <c>{"subject":"a","task":"t","cycle":2,"refused":true}</c></example>
internal sealed class ReplayFile
{
    private const long MaxBytes = 1_000_000_000;
    private const int MaxProblems = 10;
    private static readonly string[] Known = ["subject", "task", "cycle", "answer", "refused"];

    private readonly Dictionary<(string? Subject, string Task, int? Cycle), ReplayEntry> entries = [];

    private ReplayFile() { }

    /// <summary>Tasks with at least one answer, by recording; the key null stands for entries without one.</summary>
    private readonly HashSet<(string? Subject, string Task)> tasks = [];

    /// <summary>Whether a recording has the task.</summary>
    public bool Has(string subject, string task) => tasks.Contains((subject, task)) || tasks.Contains((null, task));

    /// <summary>Whether a recording has anything.</summary>
    public bool HasAny(string subject) => tasks.Any(t => t.Subject is null || t.Subject == subject);

    /// <summary>The answer, the most particular one first; null when there is none.</summary>
    public ReplayEntry? Find(string subject, string task, int cycle)
    {
        foreach (var key in new (string?, string, int?)[] { (subject, task, cycle), (subject, task, null), (null, task, cycle), (null, task, null) })
        {
            if (entries.GetValueOrDefault(key) is { } entry) return entry;
        }
        return null;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="AseException">It cannot be read, is too large, or lines of it are wrong: all are named, up to ten.</exception>
    public static ReplayFile Load(string path)
    {
        var file = new ReplayFile();
        var problems = new List<string>();
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes }) throw new AseException(ErrorCode.FileTooLarge, $"{path} has more than {MaxBytes / 1_000_000} MB.");
            using var reader = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            for (var number = 1; reader.ReadLine() is { } line; number++)
            {
                if (string.IsNullOrWhiteSpace(line)) continue;
                if (file.Add(line) is not { } problem) continue;
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"line {number}: {problem}"));
                if (problems.Count == MaxProblems) break;
            }
        }
        catch (DecoderFallbackException e)
        {
            throw new AseException(ErrorCode.InvalidFile, $"{path} is not UTF-8.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(path, e);
        }
        return problems.Count == 0 ? file : throw new AseException(ErrorCode.InvalidFile, $"{path}: {string.Join("; ", problems)}.");
    }

    // What is wrong with a line, or null.
    private string? Add(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var (entry, problem) = Parse(document.RootElement);
            if (entry is null) return problem;
            if (!entries.TryAdd((entry.Subject, entry.Task, entry.Cycle), entry)) return $"there is an earlier answer for task '{entry.Task}'{(entry.Cycle is { } c ? string.Create(CultureInfo.InvariantCulture, $", cycle {c}") : "")}";
            tasks.Add((entry.Subject, entry.Task));
            return null;
        }
        catch (JsonException e)
        {
            return string.Create(CultureInfo.InvariantCulture, $"no JSON object (character {e.BytePositionInLine.GetValueOrDefault() + 1})");
        }
        catch (InvalidOperationException)
        {
            return "a text with half a character";
        }
    }

    private static (ReplayEntry? Entry, string Problem) Parse(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object) return (null, "no JSON object");
        var names = line.EnumerateObject().Select(p => p.Name).ToList();
        if (names.Except(Known, StringComparer.Ordinal).FirstOrDefault() is { } unknown) return (null, $"there is no property '{unknown}' (there are: {string.Join(", ", Known)})");
        if (names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice) return (null, $"'{twice.Key}' is given twice");

        if (!Text(line, "task", out var task) || string.IsNullOrEmpty(task)) return (null, "'task' is to be the id of a task");
        if (!Text(line, "subject", out var subject)) return (null, "'subject' is to be a text");
        int? cycle = null;
        if (line.TryGetProperty("cycle", out var number) && number.ValueKind != JsonValueKind.Null)
        {
            if (number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out var n) || n < 1) return (null, "'cycle' is to be a whole number from 1");
            cycle = n;
        }
        var refused = false;
        if (line.TryGetProperty("refused", out var flag))
        {
            if (flag.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) return (null, "'refused' is to be true or false");
            refused = flag.GetBoolean();
        }
        if (!Text(line, "answer", out var answer)) return (null, "'answer' is to be a text");
        if (answer is null && !refused) return (null, "there is no 'answer'");
        if (answer is not null && refused) return (null, "an answer that was refused has no 'answer'");
        return (new ReplayEntry(subject, task, cycle, answer), "");
    }

    // False when the property is there and no text; null is as good as absent.
    private static bool Text(JsonElement line, string name, out string? value)
    {
        value = null;
        if (!line.TryGetProperty(name, out var property) || property.ValueKind == JsonValueKind.Null) return true;
        if (property.ValueKind != JsonValueKind.String) return false;
        value = property.GetString();
        return true;
    }
}
