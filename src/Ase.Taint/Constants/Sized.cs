namespace Ase.Taint.Constants;

/// <summary>A new list that only the variable holding it can change, and the number of its elements.</summary>
internal sealed record Sized(int Count)
{
    /// <summary>Positions that are told apart; beyond them an element may be anywhere.</summary>
    public const int Most = 64;

    /// <summary>The list with so many more elements; null when it becomes too long to follow.</summary>
    public Sized? Grown(int more) => Count + more is >= 0 and <= Most and var count ? new Sized(count) : null;
}
