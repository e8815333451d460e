using System.Globalization;
using System.Text;
using Ase.Generation.Context;

namespace Ase.Generation.Prompts;

/// <summary>
/// Chooses what of the hits is shown. In order of rank each gets what it needs, up to a quarter of the budget; what is longer is shown from its
/// first line on. Where less than a useful rest of the budget is left, all that follow are dropped.
/// </summary>
internal static class ContextSection
{
    private const int LargestShare = 4;
    private const int UsefulRest = 150;

    /// <summary>The shown hits, and a note on every hit.</summary>
    public static (IReadOnlyList<string> Blocks, IReadOnlyList<string> Notes) Choose(IReadOnlyList<ContextHit> hits, int budget)
    {
        var blocks = new List<string>();
        var notes = new List<string>();
        var left = budget;
        foreach (var hit in hits.OrderBy(h => h.Rank))
        {
            if (left < UsefulRest)
            {
                notes.Add(Note(hit, TokenCounter.Count(hit.Text), "dropped"));
                continue;
            }
            var text = FileBlock.Normalize(hit.Text);
            var empty = TokenCounter.Count(FileBlock.Write(hit.Path, ""));
            var window = SourceWindow.Head(hit.Path, text, Math.Min(left, Math.Max(budget / LargestShare, UsefulRest)) - empty);
            var block = FileBlock.Write(hit.Path, window.Text);
            var tokens = TokenCounter.Count(block);
            if (window.Shown == 0 || tokens > left)
            {
                notes.Add(Note(hit, TokenCounter.Count(hit.Text), "dropped"));
                continue;
            }
            left -= tokens;
            blocks.Add(block);
            notes.Add(Note(hit, tokens, window.IsWhole ? "kept" : string.Create(CultureInfo.InvariantCulture, $"truncated to {window.Shown} of {window.Total} lines")));
        }
        return (blocks, notes);
    }

    /// <summary>The section of the prompt; empty without blocks.</summary>
    public static string Write(IEnumerable<string> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            if (text.Length == 0) text.Append("# Other files of the repository\n\n");
            text.Append(block);
        }
        return text.ToString();
    }

    private static string Note(ContextHit hit, int tokens, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"context {hit.Rank}: {FileBlock.SafePath(hit.Path)} score {hit.Score:0.####} tokens {tokens} {what}");
}
