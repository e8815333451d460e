using System.Text;
using Ase.Code.Text;
using Ase.Core.Ports;
using Ase.Generation.Masking;
using Ase.Generation.Patches;

namespace Ase.Generation.Answers;

/// <summary>Writes an answer as a well-behaved subject would, from the texts that belong in place of the regions.</summary>
public static class AnswerWriter
{
    /// <summary>Writes an answer.</summary>
    /// <param name="format">The answer format: <c>infill</c>, <c>diff</c> or <c>files</c>.</param>
    /// <param name="task">The task as the subject sees it.</param>
    /// <param name="texts">What belongs in place of the regions, one text a region, in their order.</param>
    public static string Write(string format, MaskedTask task, IReadOnlyList<string> texts)
    {
        if (format == "infill") return string.Join('\n', texts.Select(t => Fences.Around(t.Replace("\r\n", "\n", StringComparison.Ordinal), task.Task.Task.Language)));
        var answer = new StringBuilder();
        foreach (var file in Masker.Files(task.Task).Where(f => f.Masks.Any(m => m.Region >= 0)))
        {
            var lines = Lines.Split(file.Text);
            foreach (var mask in file.Masks.Where(m => m.Region >= 0)) lines[mask.Line - 1] = WithEnd(texts[mask.Region], mask.Original);
            var text = string.Concat(lines);
            if (format == "files") answer.Append("### FILE: ").Append(file.Path).Append('\n').Append(Fences.Around(text, task.Task.Task.Language)).Append('\n');
            else DiffText.Append(answer, file.Path, SourceText.FromBytes(task.Masked.Read(file.Path)!).Text, text);
        }
        return format == "files" ? answer.ToString() : Fences.Around(answer.ToString(), "diff");
    }

    private static string WithEnd(string text, string original) =>
        text.Length == 0 ? "" : Lines.WithEnding(text.TrimEnd('\n').TrimEnd('\r'), original.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n") + Lines.EndingOf(original);
}
