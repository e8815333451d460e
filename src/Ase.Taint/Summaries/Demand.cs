using Ase.Taint.Engine;
using Ase.Taint.Ir;

namespace Ase.Taint.Summaries;

/// <summary>
/// What some caller passes into a function that matters: only that is followed through it. A function whose callers pass nothing
/// tainted, and that holds no source, is never looked at.
/// </summary>
internal sealed class Demand
{
    private readonly HashSet<int> parameters = [];
    private readonly HashSet<IrVariable> captured = [];

    public static Demand None { get; } = new();

    public bool Receiver { get; private set; }

    public bool IsEmpty => parameters.Count == 0 && captured.Count == 0 && !Receiver;

    public bool Has(int parameter) => parameters.Contains(parameter);

    public bool Has(IrVariable variable) => captured.Contains(variable);

    /// <summary>Adds a wish; false when it was there.</summary>
    public bool Add(OriginKind kind, int parameter, IrVariable? variable)
    {
        switch (kind)
        {
            case OriginKind.Parameter:
                return parameters.Add(parameter);
            case OriginKind.Captured:
                return captured.Add(variable!);
            default:
                var added = !Receiver;
                Receiver = true;
                return added;
        }
    }
}
