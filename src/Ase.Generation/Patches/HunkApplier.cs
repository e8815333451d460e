using Ase.Generation.Masking;

namespace Ase.Generation.Patches;

/// <summary>
/// Applies hunks to a text: exactly where the header says, else where the old lines stand nearest to it, else with trailing white space
/// ignored, else without up to two outer context lines. Never elsewhere than where all remaining old lines match.
/// </summary>
internal static class HunkApplier
{
    private const int MaxFuzz = 2;

    /// <summary>The new text and the largest distance or fuzz that was needed.</summary>
    /// <exception cref="DiffException">A hunk fits nowhere.</exception>
    public static (string Text, int Fuzz) Apply(string text, FileDiff diff)
    {
        var ending = Lines.DominantEnding(text);
        var finalNewline = text.Length == 0 || text.EndsWith('\n');
        var lines = Lines.Split(text).Select(Lines.Bare).ToList();
        var endings = Lines.Split(text).Select(Lines.EndingOf).ToList();
        var worst = 0;
        var offset = 0;
        var low = 0;
        for (var h = 0; h < diff.Hunks.Count; h++)
        {
            var hunk = diff.Hunks[h];
            if (hunk.Lines.All(l => l.Sign == ' ')) continue;
            if (Place(lines, hunk, offset, low) is not { } place)
                throw new DiffException($"hunk {h + 1} of {diff.NewPath ?? diff.OldPath} fits nowhere");
            worst = Math.Max(worst, place.Fuzz);
            var body = hunk.Lines.Skip(place.DropLead).Take(hunk.Lines.Count - place.DropLead - place.DropTrail).ToList();
            var (result, resultEndings) = (new List<string>(), new List<string>());
            var at = place.At;
            foreach (var (sign, line) in body)
            {
                // context keeps the file's own text, which may differ in trailing white space
                if (sign == ' ') (result, resultEndings) = (Add(result, lines[at]), Add(resultEndings, endings[at++]));
                else if (sign == '-') at++;
                else (result, resultEndings) = (Add(result, line), Add(resultEndings, ending));
            }
            lines.RemoveRange(place.At, at - place.At);
            endings.RemoveRange(place.At, at - place.At);
            lines.InsertRange(place.At, result);
            endings.InsertRange(place.At, resultEndings);
            if (hunk.OldStart > 0) offset = place.At - place.DropLead - (hunk.OldStart - 1) + result.Count - (at - place.At);
            low = place.At + result.Count;
        }
        for (var i = 0; i < endings.Count - 1; i++)
        {
            if (endings[i].Length == 0) endings[i] = ending;
        }
        if (endings.Count > 0) endings[^1] = finalNewline ? (endings[^1].Length > 0 ? endings[^1] : ending) : "";
        return (string.Concat(lines.Zip(endings, (l, e) => l + e)), worst);
    }

    private static List<string> Add(List<string> list, string item)
    {
        list.Add(item);
        return list;
    }

    private sealed record Spot(int At, int DropLead, int DropTrail, int Fuzz);

    private static Spot? Place(List<string> lines, Hunk hunk, int offset, int low)
    {
        var expected = Math.Max(low, hunk.OldStart > 0 ? hunk.OldStart - 1 + offset : low);
        if (hunk.Old.Count == 0) return new Spot(Math.Min(hunk.OldStart > 0 ? Math.Max(low, hunk.OldStart + offset) : lines.Count, lines.Count), 0, 0, 0);
        var lead = hunk.Lines.TakeWhile(l => l.Sign == ' ').Count();
        var trail = hunk.Lines.Reverse().TakeWhile(l => l.Sign == ' ').Count();
        for (var fuzz = 0; fuzz <= MaxFuzz; fuzz++)
        {
            var (dropLead, dropTrail) = (Math.Min(fuzz, lead), Math.Min(fuzz, trail));
            var old = hunk.Old.Skip(dropLead).Take(hunk.Old.Count - dropLead - dropTrail).ToList();
            if (old.Count == 0) break;
            foreach (var loose in (bool[])[false, true])
            {
                if (Find(lines, old, expected + dropLead, low, loose) is { } at)
                    return new Spot(at, dropLead, dropTrail, Math.Max(fuzz, hunk.OldStart > 0 ? Math.Abs(at - dropLead - expected) : 0));
            }
            if (fuzz > 0 && dropLead + dropTrail == 0) break;
        }
        return null;
    }

    private static int? Find(List<string> lines, List<string> old, int expected, int low, bool loose)
    {
        expected = Math.Clamp(expected, 0, lines.Count);
        for (var distance = 0; distance <= lines.Count; distance++)
        {
            var below = expected - distance;
            var above = expected + distance;
            if (below >= low && Fits(lines, old, below, loose)) return below;
            if (distance > 0 && above >= low && Fits(lines, old, above, loose)) return above;
            if (below < low && above > lines.Count - old.Count) break;
        }
        return null;
    }

    private static bool Fits(List<string> lines, List<string> old, int at, bool loose)
    {
        if (at < 0 || at + old.Count > lines.Count) return false;
        for (var i = 0; i < old.Count; i++)
        {
            var same = loose ? lines[at + i].AsSpan().TrimEnd().SequenceEqual(old[i].AsSpan().TrimEnd()) : lines[at + i] == old[i];
            if (!same) return false;
        }
        return true;
    }
}
