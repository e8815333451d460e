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
internal sealed class Origin : IEquatable<Origin>
{
    private readonly int hash;

    /// <param name="kind">Which of them.</param>
    /// <param name="index">The parameter's or the call's position.</param>
    /// <param name="path">The part of it, for a symbol.</param>
    /// <param name="variable">The captured variable, as the function itself knows it.</param>
    /// <param name="source">The source's match.</param>
    public Origin(OriginKind kind, int index, AccessPath path, IrVariable? variable = null, SourceMatch? source = null)
    {
        (Kind, Index, Path, Variable, Source) = (kind, index, path, variable, source);
        hash = HashCode.Combine(kind, index, path, variable?.Id, source?.Order);
    }

    public OriginKind Kind { get; }

    public int Index { get; }

    public AccessPath Path { get; }

    public IrVariable? Variable { get; }

    public SourceMatch? Source { get; }

    public bool IsSymbol => Kind != OriginKind.Source;

    /// <summary>The same symbol, further in.</summary>
    public Origin Extend(AccessPath path) => path.Length == 0 || !IsSymbol || Path.Length >= AccessPath.MaxDepth ? this : new Origin(Kind, Index, Path.Append(path), Variable, Source);

    /// <summary>The same symbol, with a shorter path.</summary>
    public Origin Take(int depth) => new(Kind, Index, Path.Take(depth), Variable, Source);

    public bool Equals(Origin? other) =>
        other is not null && (ReferenceEquals(this, other)
        || (hash == other.hash && Kind == other.Kind && Index == other.Index && ReferenceEquals(Variable, other.Variable) && ReferenceEquals(Source, other.Source) && Path.Equals(other.Path)));

    public override bool Equals(object? obj) => Equals(obj as Origin);

    public override int GetHashCode() => hash;

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
internal sealed class Fact
{
    /// <summary>The label of a symbol: whatever arrives.</summary>
    public const int AnyLabel = -1;

    /// <summary>All labels.</summary>
    public const ulong AllLabels = ulong.MaxValue;

    private readonly int kin;

    public Fact(Origin origin, int label, ulong cleaned, ulong via, bool isWhole, bool revived, Trace? trace)
    {
        (Origin, Label, Cleaned, Via, IsWhole, Revived, Trace) = (origin, label, cleaned, via, isWhole, revived, trace);
        kin = (origin.GetHashCode() * 31 + label) * 4 + (isWhole ? 2 : 0) + (revived ? 1 : 0);
    }

    /// <summary>Where it begins.</summary>
    public Origin Origin { get; }

    /// <summary>The label's index in the rule; <see cref="AnyLabel"/> for a symbol.</summary>
    public int Label { get; }

    /// <summary>A bit per label that no longer counts.</summary>
    public ulong Cleaned { get; }

    /// <summary>A bit per checked place of the function whose current value this one passed through: a later guard on the place cleans this fact.</summary>
    public ulong Via { get; }

    /// <summary>The value is the origin's value itself, not something computed from it; parts of it are then parts of the origin.</summary>
    public bool IsWhole { get; }

    /// <summary>A transform lies between the origin and here: what was cleaned before no longer counts.</summary>
    public bool Revived { get; }

    /// <summary>How it came here; not part of its identity.</summary>
    public Trace? Trace { get; }

    /// <summary>True unless every label it can have is cleaned.</summary>
    public bool IsLive => Label == AnyLabel ? Cleaned != AllLabels : (Cleaned >> Label & 1) == 0;

    public bool IsSource => Origin.Kind == OriginKind.Source;

    /// <summary>True when the value is a symbol's value as it came, so that what is done to it is done to the caller's thing.</summary>
    public bool IsSymbolItself => IsWhole && !Revived && Origin.IsSymbol;

    /// <summary>Same origin, label and nature; differs at most in what was cleaned and passed.</summary>
    public bool IsAkin(Fact other) => kin == other.kin && Label == other.Label && IsWhole == other.IsWhole && Revived == other.Revived && Origin.Equals(other.Origin);

    /// <summary>True when this fact is live wherever <paramref name="other"/> is, which therefore adds nothing.</summary>
    public bool Covers(Fact other) => kin == other.kin && (Cleaned & ~other.Cleaned) == 0 && (Via & ~other.Via) == 0 && IsAkin(other);

    /// <summary>True when it came here in fewer steps.</summary>
    public bool IsShorter(Fact other) => (Trace?.Length ?? 0) < (other.Trace?.Length ?? 0);

    public Fact Clean(ulong labels) => (Cleaned | labels) == Cleaned ? this : new(Origin, Label, Cleaned | labels, Via, IsWhole, Revived, Trace);

    public Fact Pass(ulong places) => (Via | places) == Via ? this : new(Origin, Label, Cleaned, Via | places, IsWhole, Revived, Trace);

    /// <summary>The fact without some of the places it passed through.</summary>
    public Fact Unpass(ulong places) => (Via & places) == 0 ? this : new(Origin, Label, Cleaned, Via & ~places, IsWhole, Revived, Trace);

    /// <summary>The fact outside the function whose checked places it passed through.</summary>
    public Fact Leave() => Unpass(ulong.MaxValue);

    /// <summary>What all facts that were cleaned and passed differently have in common.</summary>
    public Fact Meet(ulong cleaned, ulong via) => new(Origin, Label, Cleaned & cleaned, Via & via, IsWhole, Revived, Trace);

    public Fact Relabel(int label) => label == Label ? this : new(Origin, label, Cleaned, Via, IsWhole, Revived, Trace);

    /// <summary>What is computed from the value.</summary>
    public Fact Derive() => IsWhole ? new(Origin, Label, Cleaned, Via, isWhole: false, Revived, Trace) : this;

    /// <summary>The value after a transform.</summary>
    public Fact Revive() => new(Origin, Label, 0, 0, isWhole: false, revived: true, Trace);

    /// <summary>A part of the value.</summary>
    public Fact Enter(AccessPath path) =>
        IsWhole && path.Length > 0 && Origin.IsSymbol && Origin.Extend(path) is var inner && !ReferenceEquals(inner, Origin) ? new(inner, Label, Cleaned, Via, IsWhole, Revived, Trace) : this;

    /// <summary>The fact with a symbol of at most so many steps; what is left out can no longer be told apart.</summary>
    public Fact Coarsen(int depth) => Origin.Path.Length <= depth ? this : new(Origin.Take(depth), Label, Cleaned, Via, isWhole: false, Revived, Trace);

    public Fact At(Trace? trace) => ReferenceEquals(trace, Trace) ? this : new(Origin, Label, Cleaned, Via, IsWhole, Revived, trace);
}
