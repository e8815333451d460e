using Ase.Taint.Ir;
using Ase.Taint.Scanning;

namespace Ase.Taint.Engine;

/// <summary>Where a fact begins.</summary>
internal enum OriginKind
{
    /// <summary>A match of a source.</summary>
    Source,
    /// <summary>Whatever the caller passes in a parameter.</summary>
    Parameter,
    /// <summary>Whatever the caller's receiver holds.</summary>
    Receiver,
    /// <summary>Whatever a variable of an enclosing function holds.</summary>
    Captured,
    /// <summary>Whatever a function returns that the caller passed in.</summary>
    CallResult,
}

/// <summary>Where a fact begins: a source, or a symbol that stands for what a caller will put there.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Index">The parameter's or the call's position.</param>
/// <param name="Path">The part of it, for a symbol.</param>
/// <param name="Variable">The captured variable, as the function itself knows it.</param>
/// <param name="Source">The source's match.</param>
internal sealed record Origin(OriginKind Kind, int Index, AccessPath Path, IrVariable? Variable = null, SourceMatch? Source = null)
{
    public bool IsSymbol => Kind != OriginKind.Source;

    /// <summary>The same symbol, further in.</summary>
    public Origin Extend(AccessPath path) => path.Length == 0 || !IsSymbol ? this : this with { Path = Path.Append(path) };

    public bool Equals(Origin? other) =>
        other is not null && (ReferenceEquals(this, other)
        || (Kind == other.Kind && Index == other.Index && ReferenceEquals(Variable, other.Variable) && ReferenceEquals(Source, other.Source) && Path.Equals(other.Path)));

    public override int GetHashCode() => HashCode.Combine(Kind, Index, Path, Variable?.Id, Source?.Order);

    public override string ToString() => Kind switch
    {
        OriginKind.Source => "source " + Source!.Order,
        OriginKind.Parameter => "param " + Index + Path,
        OriginKind.Receiver => "this" + Path,
        OriginKind.Captured => "captured " + Variable!.Name + Path,
        _ => "call " + Index + Path,
    };
}

/// <summary>
/// That a value depends on an origin. A guard or a sanitizer does not delete a fact but marks labels as cleaned, because a transform
/// (decoding) can bring them back.
/// </summary>
/// <param name="Origin">Where it begins.</param>
/// <param name="Label">The label's index in the rule; <see cref="AnyLabel"/> for a symbol.</param>
/// <param name="Cleaned">A bit per label that no longer counts.</param>
/// <param name="Via">A bit per checked place of the function whose current value this one passed through: a later guard on the place cleans this fact.</param>
/// <param name="IsWhole">The value is the origin's value itself, not something computed from it; parts of it are then parts of the origin.</param>
/// <param name="Revived">A transform lies between the origin and here: what was cleaned before no longer counts.</param>
/// <param name="Trace">How it came here; not part of its identity.</param>
internal sealed record Fact(Origin Origin, int Label, ulong Cleaned, ulong Via, bool IsWhole, bool Revived, Trace? Trace)
{
    /// <summary>The label of a symbol: whatever arrives.</summary>
    public const int AnyLabel = -1;

    /// <summary>All labels.</summary>
    public const ulong AllLabels = ulong.MaxValue;

    /// <summary>True unless every label it can have is cleaned.</summary>
    public bool IsLive => Label == AnyLabel ? Cleaned != AllLabels : (Cleaned >> Label & 1) == 0;

    public bool IsSource => Origin.Kind == OriginKind.Source;

    /// <summary>Same origin, label and nature; differs at most in what was cleaned and passed.</summary>
    public bool IsAkin(Fact other) => Label == other.Label && IsWhole == other.IsWhole && Revived == other.Revived && Origin.Equals(other.Origin);

    /// <summary>True when this fact is live wherever <paramref name="other"/> is, which therefore adds nothing.</summary>
    public bool Covers(Fact other) => (Cleaned & ~other.Cleaned) == 0 && (Via & ~other.Via) == 0 && IsAkin(other);

    public Fact Clean(ulong labels) => (Cleaned | labels) == Cleaned ? this : this with { Cleaned = Cleaned | labels };

    public Fact Pass(ulong places) => (Via | places) == Via ? this : this with { Via = Via | places };

    /// <summary>What is computed from the value.</summary>
    public Fact Derive() => IsWhole ? this with { IsWhole = false } : this;

    /// <summary>The value after a transform.</summary>
    public Fact Revive() => this with { Cleaned = 0, Via = 0, Revived = true, IsWhole = false };

    /// <summary>A part of the value.</summary>
    public Fact Enter(AccessPath path) => IsWhole && path.Length > 0 && Origin.IsSymbol ? this with { Origin = Origin.Extend(path) } : this;

    /// <summary>The fact with a symbol of at most so many steps; what is left out can no longer be told apart.</summary>
    public Fact Coarsen(int depth) => Origin.Path.Length <= depth ? this : this with { Origin = Origin with { Path = Origin.Path.Take(depth) }, IsWhole = false };

    public Fact At(Trace? trace) => ReferenceEquals(trace, Trace) ? this : this with { Trace = trace };
}
