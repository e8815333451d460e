using System.Globalization;
using Ase.Generation.Context;

namespace Ase.Generation.Prompts;

/// <summary>What becomes of a hit.</summary>
/// <param name="Hit">The hit.</param>
/// <param name="Block">What the prompt shows; null when it is dropped.</param>
/// <param name="Note">For the record.</param>
internal sealed record ContextChoice(ContextHit Hit, string? Block, string Note);

/// <summary>
/// Chooses what of the hits is shown. In order of rank each gets what it needs, up to a quarter of the budget; what is longer is shown from its
/// first line on. Where less than a useful rest of the budget is left, all that follow are dropped.
/// </summary>
internal static class ContextSection
{
    private const string Heading = "# Other files of the repository\n\n";
    private const int LargestShare = 4;
    private const int UsefulRest = 150;

    /// <summary>The hits in order of rank, those that are shown with their block.</summary>
    /// <param name="hits">The hits.</param>
    /// <param name="budget">Tokens for the whole section.</param>
    public static IReadOnlyList<ContextChoice> Choose(IReadOnlyList<ContextHit> hits, int budget)
    {
        var choices = new List<ContextChoice>();
        budget -= TokenCounter.Count(Heading);
        var left = budget;
        foreach (var hit in hits.OrderBy(h => h.Rank))
        {
            var choice = left < UsefulRest ? Drop(hit) : Fit(hit, Math.Min(left, Math.Max(budget / LargestShare, UsefulRest)));
            if (choice.Block is { } block) left -= TokenCounter.Count(block);
            choices.Add(choice);
        }
        return choices;
    }

    /// <summary>A hit that is not shown.</summary>
    public static ContextChoice Drop(ContextHit hit) => new(hit, null, Note(hit, TokenCounter.Count(hit.Text), "dropped"));

    /// <summary>The section of the prompt; empty when nothing is shown.</summary>
    public static string Write(IEnumerable<ContextChoice> choices)
    {
        var blocks = string.Concat(choices.Select(c => c.Block));
        return blocks.Length == 0 ? "" : Heading + blocks;
    }

    private static ContextChoice Fit(ContextHit hit, int budget)
    {
        var window = SourceWindow.Head(hit.Path, FileBlock.Normalize(hit.Text), budget - TokenCounter.Count(FileBlock.Write(hit.Path, "")));
        var block = FileBlock.Write(hit.Path, window.Text);
        var tokens = TokenCounter.Count(block);
        if (window.Shown == 0 || tokens > budget) return Drop(hit);
        return new ContextChoice(hit, block, Note(hit, tokens, window.IsWhole ? "kept" : string.Create(CultureInfo.InvariantCulture, $"truncated to {window.Shown} of {window.Total} lines")));
    }

    private static string Note(ContextHit hit, int tokens, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"context {hit.Rank}: {FileBlock.SafePath(hit.Path)} score {hit.Score:0.####} tokens {tokens} {what}");
}
