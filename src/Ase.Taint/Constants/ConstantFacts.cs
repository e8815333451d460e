using Ase.Taint.Ir;

namespace Ase.Taint.Constants;

/// <summary>
/// What a function's constants decide, whatever the rule: branches that always go one way, keys and positions that are known, lists whose
/// length is known. Values are <see cref="long"/>, <see cref="string"/>, <see cref="char"/> and <see cref="bool"/>.
/// </summary>
/// <example><c>int n = 106; x = 7 * 18 + n > 200 ? "a" : b;</c> never reads <c>b</c>.</example>
internal sealed class ConstantFacts
{
    private readonly Dictionary<int, bool> decided = [];
    private readonly Dictionary<Call, object?[]> arguments = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Call, int> lengths = new(ReferenceEqualityComparer.Instance);

    /// <summary>Nothing is known.</summary>
    public static ConstantFacts None { get; } = new();

    /// <summary>The way that the branch at the end of a block always takes; null when both are possible.</summary>
    public bool? Truth(int block) => decided.TryGetValue(block, out var truth) ? truth : null;

    /// <summary>The constant in an argument of a call whose model asks for it; null when it is none.</summary>
    public object? ArgumentOf(Call call, int argument) =>
        arguments.TryGetValue(call, out var values) && argument >= 0 && argument < values.Length ? values[argument] : null;

    /// <summary>The number of elements that the receiver of a call holds before it; null when unknown.</summary>
    public int? LengthBefore(Call call) => lengths.TryGetValue(call, out var length) ? length : null;

    internal void Decide(int block, bool truth) => decided[block] = truth;

    internal void Record(Call call, object?[] values) => arguments[call] = values;

    internal void Record(Call call, int length) => lengths[call] = length;
}
