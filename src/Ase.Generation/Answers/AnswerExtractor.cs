using System.Text.RegularExpressions;
using Ase.Code.Text;
using Ase.Core.Attempts;
using Ase.Core.Ports;
using Ase.Generation.Masking;
using Ase.Generation.Patches;

namespace Ase.Generation.Answers;

/// <summary>Makes a patch of a raw answer, by the answer format of the subject.</summary>
internal static partial class AnswerExtractor
{
    private const int MaxAnswer = 4_000_000;
    private const int MaxFiles = 200;

    public static PatchOutcome Extract(string format, MaskedTask task, string answer)
    {
        if (string.IsNullOrWhiteSpace(answer)) return new PatchFailure(Verdict.NoAnswer, "The answer is empty.");
        if (answer.Length > MaxAnswer) return new PatchFailure(Verdict.IntegrationFailed, $"The answer has more than {MaxAnswer} characters.");
        answer = WithoutReasoning(answer);
        try
        {
            return format switch
            {
                "infill" => FromInfill(task, answer),
                "diff" => FromDiff(task, answer),
                "files" => FromFiles(task, answer),
                _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
            };
        }
        catch (DiffException e)
        {
            return new PatchFailure(Verdict.IntegrationFailed, $"The answer does not apply: {e.Message}.");
        }
    }

    private static PatchOutcome FromInfill(MaskedTask task, string answer)
    {
        var regions = task.Task.Task.Regions;
        var blocks = Fences.Find(answer).Where(f => !string.IsNullOrWhiteSpace(f.Content)).Select(f => f.Content).ToList();
        if (blocks.Count == 0)
        {
            if (Fences.Find(answer).Count > 0) return new PatchFailure(Verdict.NoAnswer, "The answer has no code.");
            blocks = [answer];
        }
        if (regions.Count == 1 && blocks.Count > 1) blocks = [blocks.MaxBy(b => b.Length)!];
        if (blocks.Count < regions.Count) return new PatchFailure(Verdict.IntegrationFailed, $"The answer has {blocks.Count} code blocks for {regions.Count} places.");

        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var file in Masker.Files(task.Task).Where(f => f.Masks.Any(m => m.Region >= 0)))
        {
            var lines = Lines.Split(file.Text);
            foreach (var mask in file.Masks.Where(m => m.Region >= 0)) lines[mask.Line - 1] = Infill.Fit(blocks[mask.Region], file, mask);
            texts[file.Path] = string.Concat(lines);
        }
        return PatchBuilder.Build(task.Task, texts, 0);
    }

    private static PatchOutcome FromDiff(MaskedTask task, string answer)
    {
        var blocks = Fences.Find(answer).Where(f => f.Content.Contains("@@", StringComparison.Ordinal)).ToList();
        var text = blocks.Count > 0 ? string.Join('\n', blocks.Select(b => b.Content)) : answer;
        var diffs = UnifiedDiff.Parse(text);
        if (diffs.Count == 0)
        {
            return answer.Contains("@@", StringComparison.Ordinal)
                ? new PatchFailure(Verdict.IntegrationFailed, "The diff names no files (--- and +++ lines).")
                : new PatchFailure(Verdict.NoAnswer, "The answer has no diff.");
        }
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        var fuzz = 0;
        foreach (var diff in diffs)
        {
            var (path, problem) = PatchPaths.Check(diff.NewPath ?? diff.OldPath ?? "");
            if (path is null) return new PatchFailure(Verdict.IntegrationFailed, $"The answer does not apply: {problem}.");
            if (diff.OldPath is not null && diff.NewPath is not null && diff.OldPath != diff.NewPath)
                return new PatchFailure(Verdict.IntegrationFailed, $"The answer does not apply: it renames {diff.OldPath}.");
            var current = texts.TryGetValue(path, out var earlier) ? earlier : TextOf(task, path);
            if (diff.NewPath is null)
            {
                texts[path] = null;
                continue;
            }
            if (current is null && diff.Hunks.Any(h => h.Old.Count > 0)) return new PatchFailure(Verdict.IntegrationFailed, $"The answer does not apply: there is no file {path}.");
            (texts[path], var worst) = HunkApplier.Apply(current ?? "", diff);
            fuzz = Math.Max(fuzz, worst);
        }
        return PatchBuilder.Build(task.Task, texts, fuzz);
    }

    private static PatchOutcome FromFiles(MaskedTask task, string answer)
    {
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var fence in Fences.Find(answer))
        {
            if (FileHeader().Match(fence.Header) is not { Success: true } header) continue;
            var (path, problem) = PatchPaths.Check(header.Groups["path"].Value);
            if (path is null) return new PatchFailure(Verdict.IntegrationFailed, $"The answer does not apply: {problem}.");
            if (!fence.Closed) return new PatchFailure(Verdict.IntegrationFailed, $"The answer ends in the middle of {path}.");
            var current = TextOf(task, path);
            var content = fence.Content;
            if (current is not null)
            {
                content = Lines.WithEnding(content, Lines.DominantEnding(current));
                if (current.Length > 0 && !current.EndsWith('\n')) content = content.TrimEnd('\n').TrimEnd('\r');
            }
            texts[path] = content;
            if (texts.Count > MaxFiles) return new PatchFailure(Verdict.IntegrationFailed, $"The answer changes more than {MaxFiles} files.");
        }
        return texts.Count == 0 ? new PatchFailure(Verdict.NoAnswer, "The answer has no file blocks.") : PatchBuilder.Build(task.Task, texts, 0);
    }

    private static string? TextOf(MaskedTask task, string path) => task.Masked.Read(path) is { } bytes ? SourceText.FromBytes(bytes).Text : null;

    // Reasoning that a server leaves in the answer is not the answer.
    private static string WithoutReasoning(string answer)
    {
        var start = answer.TrimStart();
        if (!start.StartsWith("<think>", StringComparison.Ordinal)) return answer;
        var end = start.IndexOf("</think>", StringComparison.Ordinal);
        return end < 0 ? answer : start[(end + "</think>".Length)..];
    }

    [GeneratedRegex(@"^(?:#{1,6}\s*)?(?:\*\*)?FILE:\s*`?(?<path>[^`*]+?)`?(?:\*\*)?\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileHeader();
}
