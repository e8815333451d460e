using System.Globalization;
using System.Text;
using Ase.Code.Languages;
using Ase.Core.Digests;
using Ase.Generation.Context;
using Ase.Generation.Masking;

namespace Ase.Generation.Prompts;

/// <summary>What is shown of a file.</summary>
/// <param name="Text">The text, with a comment line in place of each stretch that is left out.</param>
/// <param name="Shown">Lines of the file that are shown.</param>
/// <param name="Total">Lines of the file.</param>
internal sealed record SourceWindow(string Text, int Shown, int Total)
{
    private const int HeadShare = 8;
    private const int AtLeastAround = 3;
    private const int MarkTokens = 16;

    // the cycles of an attempt show the same
    private static readonly RecentlyUsed<(string Text, string Path, int Budget, bool IsHead), SourceWindow> Known = new(64);

    /// <summary>True when all of the file is shown.</summary>
    public bool IsWhole => Shown == Total;

    /// <summary>
    /// The file when it fits; else its first lines (an eighth of the budget, for the imports) and what stands around the missing places, grown
    /// line by line, above and below in turn, until the budget is used up. The three lines on either side of a place are shown in any case.
    /// </summary>
    /// <param name="path">The file's path.</param>
    /// <param name="text">The masked file.</param>
    /// <param name="budget">Tokens.</param>
    public static SourceWindow Around(string path, string text, int budget)
    {
        if (TokenCounter.Count(text) <= budget) return Whole(text);
        return Known.Get((Digest.Of(text), path, budget, false), () => MakeAround(path, text, budget));
    }

    /// <summary>The first lines of a text that fit the budget.</summary>
    public static SourceWindow Head(string path, string text, int budget)
    {
        if (TokenCounter.Count(text) <= budget) return Whole(text);
        return Known.Get((Digest.Of(text), path, budget, true), () => MakeHead(path, text, budget));
    }

    private static SourceWindow Whole(string text)
    {
        var lines = Lines.Split(text).Count;
        return new SourceWindow(text, lines, lines);
    }

    private static SourceWindow MakeAround(string path, string text, int budget)
    {
        var lines = Lines.Split(text);
        var places = Enumerable.Range(0, lines.Count).Where(i => lines[i].Contains(Placeholders.Marker, StringComparison.Ordinal)).ToList();
        var picker = new Picker(lines, budget - MarkTokens * (2 * places.Count + 1));
        foreach (var place in places)
        {
            for (var i = Math.Max(0, place - AtLeastAround); i <= Math.Min(lines.Count - 1, place + AtLeastAround); i++) picker.Force(i);
        }
        picker.TakeHead(budget / HeadShare);
        picker.Grow(places);
        return picker.Window(path);
    }

    private static SourceWindow MakeHead(string path, string text, int budget)
    {
        var lines = Lines.Split(text);
        var picker = new Picker(lines, budget - MarkTokens);
        picker.TakeHead(int.MaxValue);
        return picker.Window(path);
    }

    private sealed class Picker(List<string> lines, int budget)
    {
        private readonly bool[] shown = new bool[lines.Count];
        private int left = budget;

        public void Force(int line)
        {
            if (shown[line]) return;
            shown[line] = true;
            left -= TokenCounter.Count(lines[line]);
        }

        public void TakeHead(int share)
        {
            for (var i = 0; i < lines.Count && share > 0; i++)
            {
                var before = left;
                if (!Take(i)) return;
                share -= before - left;
            }
        }

        public void Grow(List<int> places)
        {
            var fronts = places.SelectMany(p => new[] { (At: p, Step: -1), (At: p, Step: 1) }).ToList();
            while (fronts.Count > 0)
            {
                for (var i = 0; i < fronts.Count; i++)
                {
                    var (at, step) = fronts[i];
                    at += step;
                    if (at < 0 || at >= lines.Count || !Take(at)) fronts.RemoveAt(i--);
                    else fronts[i] = (at, step);
                }
            }
        }

        public SourceWindow Window(string path)
        {
            var comment = LanguageRegistry.ForPath(path)?.LineComment ?? "//";
            var text = new StringBuilder();
            for (var i = 0; i < lines.Count;)
            {
                if (shown[i])
                {
                    text.Append(lines[i++]);
                    continue;
                }
                var first = i;
                while (i < lines.Count && !shown[i]) i++;
                text.Append(CultureInfo.InvariantCulture, $"{comment} [{i - first} lines are not shown: {first + 1} to {i}]\n");
            }
            return new SourceWindow(text.ToString(), shown.Count(s => s), lines.Count);
        }

        private bool Take(int line)
        {
            if (shown[line]) return true;
            var tokens = TokenCounter.Count(lines[line]);
            if (tokens > left) return false;
            shown[line] = true;
            left -= tokens;
            return true;
        }
    }
}
