namespace Ase.Taint.Scanning;

/// <summary>Finds the matches around a node. Matches are nodes of one tree, so they nest; runs of nodes, which may overlap, are kept apart.</summary>
internal sealed class RangeIndex<T>
    where T : SpecMatch
{
    private readonly T[] nested;
    private readonly int[] starts;
    private readonly int[] around;
    private readonly T[] loose;

    public RangeIndex(IEnumerable<T> matches)
    {
        var all = matches.ToList();
        nested = [.. all.Where(m => m.Node >= 0).OrderBy(m => m.First).ThenByDescending(m => m.Last)];
        loose = [.. all.Where(m => m.Node < 0)];
        starts = [.. nested.Select(m => m.First)];
        around = new int[nested.Length];
        var open = new Stack<int>();
        for (var i = 0; i < nested.Length; i++)
        {
            while (open.TryPeek(out var top) && nested[top].Last <= nested[i].First) open.Pop();
            around[i] = open.TryPeek(out var outer) ? outer : -1;
            open.Push(i);
        }
    }

    public bool IsEmpty => nested.Length == 0 && loose.Length == 0;

    public IEnumerable<T> All => nested.Concat(loose);

    /// <summary>Adds the matches that contain a node, from the inside out.</summary>
    public void Find(int node, List<T> result)
    {
        var i = LastAtOrBefore(node);
        for (; i >= 0; i = around[i])
        {
            if (nested[i].Last > node) result.Add(nested[i]);
        }
        foreach (var match in loose)
        {
            if (match.Contains(node)) result.Add(match);
        }
    }

    /// <summary>True when some match contains a node.</summary>
    public bool Any(int node)
    {
        for (var i = LastAtOrBefore(node); i >= 0; i = around[i])
        {
            if (nested[i].Last > node) return true;
        }
        return Array.Exists(loose, m => m.Contains(node));
    }

    /// <summary>True when some match shares a node with the range from <paramref name="first"/> to <paramref name="last"/> (exclusive).</summary>
    public bool Touches(int first, int last)
    {
        var i = LastAtOrBefore(last - 1);
        if (i >= 0 && nested[i].First >= first) return true;
        return Any(first) || Array.Exists(loose, m => m.First < last && first < m.Last);
    }

    private int LastAtOrBefore(int node)
    {
        var i = Array.BinarySearch(starts, node);
        if (i < 0) return ~i - 1;
        while (i + 1 < starts.Length && starts[i + 1] == node) i++;
        return i;
    }
}
