namespace Ase.Taint.Summaries;

/// <summary>How the arguments of a call stand to the parameters of its callees.</summary>
internal enum CallShape
{
    /// <summary>As written.</summary>
    Plain,
    /// <summary><c>f.call(receiver, a, b)</c>.</summary>
    Call,
    /// <summary><c>f.apply(receiver, [a, b])</c>.</summary>
    Apply,
    /// <summary><c>f.bind(receiver, a)</c>: calls nothing yet.</summary>
    Bind,
}

/// <summary>What a call means.</summary>
/// <param name="Callees">The project's functions it may call; constructors for <c>new</c>.</param>
/// <param name="Shape">How arguments stand to parameters.</param>
/// <param name="IsCertain">True when the callees are known from the receiver or the name, false when guessed by the method's name.</param>
/// <param name="Constructs">True when the result is the receiver of the callees.</param>
/// <param name="Qualified">The qualified name of a library function, or null.</param>
/// <param name="IsModule">The qualified name is a part of an imported module.</param>
/// <param name="Capped">There were more candidates than considered.</param>
/// <param name="Functions">By argument: the project's functions it may hold.</param>
internal sealed record CallTarget(
    IReadOnlyList<FunctionUnit> Callees, CallShape Shape, bool IsCertain, bool Constructs, string? Qualified, bool IsModule, bool Capped,
    IReadOnlyList<IReadOnlyList<FunctionUnit>> Functions)
{
    public static CallTarget Unknown { get; } = new([], CallShape.Plain, false, false, null, false, false, []);

    /// <summary>The functions that an argument may hold.</summary>
    public IReadOnlyList<FunctionUnit> FunctionsOf(int argument) => argument < Functions.Count ? Functions[argument] : [];
}
