using DiffPlex;

namespace Ase.Generation.Patches;

/// <summary>A run of lines that differ; 0-based starts.</summary>
internal readonly record struct LineBlock(int OldStart, int OldCount, int NewStart, int NewCount);

/// <summary>Compares lists of lines.</summary>
internal static class LineDiff
{
    /// <summary>The differing runs in order; lines are equal when they are the same to the last character.</summary>
    public static IReadOnlyList<LineBlock> Between(IReadOnlyList<string> oldLines, IReadOnlyList<string> newLines)
    {
        if (oldLines.Count == 0 || newLines.Count == 0)
            return oldLines.Count == newLines.Count ? [] : [new LineBlock(0, oldLines.Count, 0, newLines.Count)];
        // the differ splits texts itself: every line gets an end that it cannot contain
        var result = Differ.Instance.CreateDiffs(Joined(oldLines), Joined(newLines), ignoreWhiteSpace: false, ignoreCase: false, new Chunker());
        return [.. result.DiffBlocks.Select(b => new LineBlock(b.DeleteStartA, b.DeleteCountA, b.InsertStartB, b.InsertCountB))];
    }

    private static string Joined(IReadOnlyList<string> lines) => string.Join(Chunker.Separator, lines);

    private sealed class Chunker : IChunker
    {
        public const char Separator = '\u0000';

        public IReadOnlyList<string> Chunk(string text) => text.Split(Separator);
    }
}
