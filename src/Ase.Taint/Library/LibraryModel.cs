using Ase.Taint.Engine;

namespace Ase.Taint.Library;

/// <summary>What a flow of a model begins or ends with.</summary>
internal enum EndpointKind
{
    /// <summary>The receiver.</summary>
    This,
    /// <summary>Any argument.</summary>
    AnyArgument,
    /// <summary>One argument.</summary>
    Argument,
    /// <summary>The result.</summary>
    Result,
    /// <summary>A parameter of a function that is passed as an argument.</summary>
    CallbackParameter,
    /// <summary>What a function that is passed as an argument returns.</summary>
    CallbackResult,
    /// <summary>What a function that is passed as an argument passes on to one of its own parameters.</summary>
    CallbackArgument,
}

/// <summary>One end of a flow.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Argument">The argument's position; negative counts from the end.</param>
/// <param name="Parameter">The callback's parameter.</param>
/// <param name="Inner">For <see cref="EndpointKind.CallbackArgument"/>: the position in the call of that parameter.</param>
/// <param name="Path">The part of it.</param>
internal sealed record Endpoint(EndpointKind Kind, int Argument, int Parameter, int Inner, AccessPath Path)
{
    /// <summary>The argument that says which part it is (<c>this[arg0]</c>), before <see cref="Path"/>; null for none.</summary>
    public int? Key { get; init; }

    /// <summary>The argument's position in a call with so many arguments, or -1.</summary>
    public int ArgumentOf(int count)
    {
        var index = Argument < 0 ? count + Argument : Argument;
        return index >= 0 && index < count ? index : -1;
    }
}

/// <summary>Data flows from one end to the other.</summary>
internal sealed record Flow(Endpoint From, Endpoint To);

/// <summary>How a library function behaves.</summary>
internal sealed record LibraryModel
{
    /// <summary>The only flows there are.</summary>
    public required IReadOnlyList<Flow> Flows { get; init; }

    /// <summary>The argument whose function holds for every element of the result (<c>filter</c>); null for none.</summary>
    public int? Keeps { get; init; }

    /// <summary>The argument whose function holds for every element when the result is true (<c>every</c>).</summary>
    public int? All { get; init; }

    /// <summary>The argument whose function holds for no element when the result is false (<c>some</c>).</summary>
    public int? None { get; init; }

    /// <summary>The argument that holds the elements; null: the receiver.</summary>
    public int? Elements { get; init; }

    /// <summary>What happens to the order of the receiver's elements.</summary>
    public SequenceChange Sequence { get; init; }

    /// <summary>The operation on a constant text that this is (<c>char-at</c>); null for none.</summary>
    public string? Folds { get; init; }

    /// <summary>True when constants in the arguments decide where data goes.</summary>
    public bool UsesConstants => Sequence is not (SequenceChange.None or SequenceChange.Keep or SequenceChange.New) || Flows.Any(f => f.From.Key is not null || f.To.Key is not null);

    /// <summary>The result is always true as a condition (<c>errors.New</c>).</summary>
    public bool Truthy { get; init; }
}
