using Ase.Code.Text;
using Ase.Core.Tasks;
using DiffPlex;
using DiffPlex.Chunkers;

namespace Ase.Benchmarks.RealCode;

/// <summary>Where lines of one revision of a file went in another.</summary>
internal static class Correspondence
{
    /// <summary>The lines that stand where a range was; what a change put in its place belongs to them. Null when the file is gone.</summary>
    public static FileRange? Of(FileRange range, byte[]? before, byte[]? after)
    {
        if (before is null || after is null) return null;
        var diff = Differ.Instance.CreateDiffs(Text(before), Text(after), ignoreWhiteSpace: true, ignoreCase: false, LineChunker.Instance);
        var (first, last) = (range.First - 1, range.Last - 1);
        var (newFirst, newLast) = (first, last);
        foreach (var block in diff.DiffBlocks)
        {
            var end = block.DeleteStartA + block.DeleteCountA;
            var shift = block.InsertStartB + block.InsertCountB - end;
            if (end <= first) newFirst = first + shift;
            else if (block.DeleteStartA <= first) newFirst = block.InsertStartB;
            if (end <= last) newLast = last + shift;
            else if (block.DeleteStartA <= last) newLast = block.InsertStartB + block.InsertCountB - 1;
        }
        return new FileRange(range.File, newFirst + 1, newLast + 1);
    }

    private static string Text(byte[] bytes) => SourceText.FromBytes(bytes).Text.ReplaceLineEndings("\n");
}
