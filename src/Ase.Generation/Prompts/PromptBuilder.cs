using System.Globalization;
using System.Text;
using Ase.Code.Text;
using Ase.Core.Ports;
using Ase.Core.Subjects;
using Ase.Generation.Context;
using Ase.Generation.Masking;

namespace Ase.Generation.Prompts;

/// <summary>
/// Writes prompts. A prompt holds the summary, the masked files, the context and the form of the answer, and nothing else of a task: not its
/// name, its CVE, its class, its severity or its rules. The same subject, task and hits give the same prompt everywhere.
/// </summary>
public static class PromptBuilder
{
    /// <summary>Goes up whenever a prompt would change for the same hits, or the hits for the same task.</summary>
    public const string Version = "1";

    // of what is left for files, when there is context as well
    private const double MaskedShare = 0.6;

    private static readonly Template System = Template.Embedded("system", "language");
    private static readonly Template User = Template.Embedded("user", "summary", "where", "files", "context", "format");

    /// <summary>The prompt for a subject and a task.</summary>
    /// <param name="subject">Its options <c>format</c>, <c>budget</c> and <c>context</c> count.</param>
    /// <param name="task">The masked task.</param>
    /// <param name="hits">The context, best first.</param>
    public static Prompt Build(Subject subject, MaskedTask task, IReadOnlyList<ContextHit> hits)
    {
        var budget = int.Parse(subject.Option(SubjectOptions.Budget), CultureInfo.InvariantCulture);
        var format = subject.Option(SubjectOptions.Format);
        var system = System.Render(new Dictionary<string, string>(StringComparer.Ordinal) { ["language"] = task.Task.Task.Language });
        var form = AnswerForm.Write(format, task);
        var left = Math.Max(0, budget - TokenCounter.Count(system) - TokenCounter.Count(Write(task, form, "", [])));

        var (files, fileNotes) = MaskedFiles(task, hits.Count > 0 ? (int)(left * MaskedShare) : left, format);
        var choices = ContextSection.Choose(hits, left - TokenCounter.Count(files)).ToList();
        var user = Write(task, form, files, choices);
        var tokens = TokenCounter.Count(system) + TokenCounter.Count(user);
        // the whole may have a few tokens more than its parts
        for (var last = choices.Count - 1; last >= 0 && tokens > budget; last--)
        {
            if (choices[last].Block is null) continue;
            choices[last] = ContextSection.Drop(choices[last].Hit);
            user = Write(task, form, files, choices);
            tokens = TokenCounter.Count(system) + TokenCounter.Count(user);
        }
        var notes = new List<string> { string.Create(CultureInfo.InvariantCulture, $"prompt {Version}: format {format}, context {subject.Option(SubjectOptions.Context)}, budget {budget}, tokens {tokens}") };
        notes.AddRange(fileNotes);
        notes.AddRange(choices.Select(c => c.Note));
        if (tokens > budget) notes.Add(string.Create(CultureInfo.InvariantCulture, $"over budget by {tokens - budget} tokens: the summary and the code around the missing place need them"));
        return new Prompt(system, user, tokens, notes);
    }

    private static string Write(MaskedTask task, string form, string files, IReadOnlyList<ContextChoice> choices) => User.Render(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["summary"] = task.Task.Task.Summary.Trim().ReplaceLineEndings("\n"),
        ["where"] = Where(task, files),
        ["files"] = files,
        ["context"] = ContextSection.Write(choices),
        ["format"] = form,
    });

    private static string Where(MaskedTask task, string files)
    {
        var regions = task.Task.Task.Regions;
        var text = new StringBuilder();
        if (regions.Count == 1) text.Append(CultureInfo.InvariantCulture, $"In the file `{FileBlock.SafePath(regions[0].File)}`, the comment line with `{Placeholders.Marker}-1` stands in place of the missing code.");
        else
        {
            text.Append("Comment lines stand in place of the missing code:\n");
            for (var i = 0; i < regions.Count; i++) text.Append(CultureInfo.InvariantCulture, $"\n- `{Placeholders.Marker}-{i + 1}` in `{FileBlock.SafePath(regions[i].File)}`");
        }
        if (files.Contains(Placeholders.CopyMarker, StringComparison.Ordinal)) text.Append(CultureInfo.InvariantCulture, $" Leave comment lines with `{Placeholders.CopyMarker}` as they are.");
        return text.ToString();
    }

    // Every file with a region, in the order of the regions; what one does not need of its share is there for those that follow.
    private static (string Text, IReadOnlyList<string> Notes) MaskedFiles(MaskedTask task, int budget, string format)
    {
        var paths = task.Task.Task.Regions.Select(r => r.File).Distinct(StringComparer.Ordinal).ToList();
        var text = new StringBuilder();
        var notes = new List<string>();
        for (var i = 0; i < paths.Count; i++)
        {
            var content = FileBlock.Normalize(SourceText.FromBytes(task.Masked.Read(paths[i])!).Text);
            var window = SourceWindow.Around(paths[i], content, Math.Max(0, budget / (paths.Count - i) - TokenCounter.Count(FileBlock.Write(paths[i], ""))));
            var block = FileBlock.Write(paths[i], window.Text);
            var tokens = TokenCounter.Count(block);
            budget -= tokens;
            text.Append(block);
            var shown = window.IsWhole ? "whole" : string.Create(CultureInfo.InvariantCulture, $"{window.Shown} of {window.Total} lines, around the missing place");
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"file {FileBlock.SafePath(paths[i])} tokens {tokens} {shown}"));
            if (!window.IsWhole && format == "files") notes.Add("the answer format wants whole files, but this one is not shown whole");
        }
        return (text.ToString(), notes);
    }
}
