using System.Globalization;
using System.Text;
using System.Text.Json;
using Ase.Core.Attempts;
using Ase.Core.Tasks;

namespace Ase.Datasets.TaskFiles;

/// <summary>Reads <c>task.yaml</c>.</summary>
internal static class TaskReader
{
    public const string FileName = "task.yaml";
    private const int MaxBytes = 1_000_000;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the task of a folder; the task is null when there are errors.</summary>
    public static (BenchmarkTask? Task, IReadOnlyList<TaskError> Errors) Read(string folder)
    {
        folder = Path.TrimEndingDirectorySeparator(folder);
        var id = Path.GetFileName(folder);
        var file = Path.Combine(folder, FileName);
        string text;
        try
        {
            if (new FileInfo(file).Length > MaxBytes) return (null, [new TaskError(id, file, 0, 0, $"the file is larger than {MaxBytes} bytes")]);
            text = File.ReadAllText(file, StrictUtf8);
        }
        catch (DecoderFallbackException)
        {
            return (null, [new TaskError(id, file, 0, 0, "the file is not UTF-8")]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, [new TaskError(id, file, 0, 0, e.Message)]);
        }
        return Parse(text, id, file, folder);
    }

    /// <summary>Reads the text of a task file.</summary>
    public static (BenchmarkTask? Task, IReadOnlyList<TaskError> Errors) Parse(string text, string id, string file, string folder)
    {
        var reader = new SchemaReader(TaskSchema.Schema);
        var json = reader.Read(text);
        if (reader.Problems.Count > 0 || json is null)
            return (null, [.. reader.Problems.Select(p => new TaskError(id, file, p.Line, p.Column, p.Message))]);
        var raw = json.Deserialize<TaskFile>(TaskSchema.Json)!;
        var errors = TaskRules.Check(raw, id).Select(p => Error(reader.PlaceOf(p.Path), p.Message)).ToList();
        return errors.Count > 0 ? (null, errors) : (Convert(raw, folder), []);

        TaskError Error((int Line, int Column) place, string message) => new(id, file, place.Line, place.Column, message);
    }

    private static BenchmarkTask Convert(TaskFile raw, string folder)
    {
        var upstream = raw.Fixed.Upstream;
        return new BenchmarkTask
        {
            Id = raw.Id,
            Title = raw.Title,
            Language = raw.Language,
            Cve = raw.Cve,
            Cwe = raw.Cwe,
            Severity = Enum.Parse<Severity>(raw.Severity, ignoreCase: true),
            Source = raw.Source switch
            {
                { Npm: { } n } => new TaskSource.Npm(n.Package, n.Version, n.Integrity, n.Lock),
                { Git: { } g } => new TaskSource.Git(g.Url, g.Commit),
                { Directory: { } d } => new TaskSource.Directory(d.Path, d.Digest),
                _ => throw new InvalidOperationException("a source was checked for"),
            },
            Regions = [.. raw.Regions.Select(r => new Region(r.File, r.Lines[0], r.Lines[1], r.Sha256))],
            Fixed = new FixedRevision
            {
                Upstream = new UpstreamFix(
                    upstream.Version ?? upstream.Commit ?? upstream.Directory!, upstream.Integrity, [.. upstream.Regions.Select(r => new FileRange(r.File, r.Lines[0], r.Lines[1]))]),
                Hardened = raw.Fixed.Hardened,
                Support = raw.Fixed.Support,
            },
            Summary = raw.Summary.Trim(),
            Keeps = [.. raw.Keeps.Select(ConvertKeep)],
            Static = new StaticCheck(
                raw.Static.Rules,
                raw.Static.Expect?.Vulnerable is { } v ? int.Parse(v.AsSpan(2), CultureInfo.InvariantCulture) : 1,
                raw.Static.Expect?.Fixed ?? 0),
            Variants = [.. raw.Variants.Select(v => new Variant(TaskRules.Files(v), Verdicts.Find(v.Verdict)!.Value, v.Note ?? ""))],
            Folder = folder,
        };
    }

    private static Keep ConvertKeep(KeepFile keep) => keep switch
    {
        { Calls: { } c } => new Keep(KeepKind.Calls, c.Values),
        { Match: { } m } => new Keep(KeepKind.Match, m.Values),
        { NoMatch: { } n } => new Keep(KeepKind.NoMatch, n.Values),
        { Defines: { } d } => new Keep(KeepKind.Defines, d.Values),
        _ => throw new InvalidOperationException("one value was checked for"),
    };
}
