namespace Ase.Taint.Library;

/// <summary>What a method does to the order of the elements of its receiver.</summary>
internal enum SequenceChange
{
    /// <summary>Nothing is said of it.</summary>
    None,
    /// <summary>A new list: the arguments are no elements, or numbers (a capacity).</summary>
    New,
    /// <summary>Every element stays where it is.</summary>
    Keep,
    /// <summary>The arguments become the last elements.</summary>
    Append,
    /// <summary>One argument becomes the last element; of two the second stands where the first says, and what follows moves up.</summary>
    Add,
    /// <summary>The element at the position that the argument says is taken out (the last one without an argument), and what follows moves down.</summary>
    Remove,
    /// <summary>The first element is taken out.</summary>
    RemoveFirst,
    /// <summary>The last element is taken out.</summary>
    RemoveLast,
    /// <summary>Any element may be anywhere afterwards.</summary>
    Reorder,
}
