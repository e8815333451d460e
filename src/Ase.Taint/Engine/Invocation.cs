using Ase.Taint.Summaries;

namespace Ase.Taint.Engine;

/// <summary>What a function gets when it is called, arranged by its parameters.</summary>
internal sealed class Invocation(int node)
{
    /// <summary>The call.</summary>
    public int Node { get; } = node;

    public ValueFacts[] Parameters { get; init; } = [];

    /// <summary>By parameter: the place that was passed, or null.</summary>
    public PlaceNode?[] ParameterPlaces { get; init; } = [];

    /// <summary>By parameter: the functions it may hold.</summary>
    public IReadOnlyList<FunctionUnit>[] ParameterFunctions { get; init; } = [];

    public ValueFacts Receiver { get; init; } = ValueFacts.None;

    public PlaceNode? ReceiverPlace { get; init; }

    /// <summary>For a template: the value of each of its variables.</summary>
    public Func<string, ValueFacts>? Named { get; init; }

    /// <summary>For a template: values are escaped where it says nothing.</summary>
    public bool Escapes { get; init; }

    /// <summary>What symbols of the callee were found to stand for.</summary>
    public Dictionary<Origin, ValueFacts> Resolved { get; } = [];

    public ValueFacts Parameter(int index) => index < Parameters.Length ? Parameters[index] ?? ValueFacts.None : ValueFacts.None;

    public IReadOnlyList<FunctionUnit> FunctionsOf(int index) => index < ParameterFunctions.Length ? ParameterFunctions[index] ?? [] : [];

    public PlaceNode? PlaceOf(int index) => index < ParameterPlaces.Length ? ParameterPlaces[index] : null;
}
