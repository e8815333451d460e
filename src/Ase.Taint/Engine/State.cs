namespace Ase.Taint.Engine;

/// <summary>What is known of one place.</summary>
/// <param name="Facts">Its facts.</param>
/// <param name="IsCut">It was assigned: what is known of the place around it does not hold here.</param>
/// <param name="Checked">The labels that guards cleaned here, whatever is read from the place around it.</param>
internal sealed record Entry(FactSet Facts, bool IsCut, ulong Checked)
{
    public static Entry Nothing { get; } = new(FactSet.Empty, false, 0);
}

/// <summary>What follows for places from a value being true or false.</summary>
/// <param name="WhenTrue">Places and the labels that are clean in them when it is true.</param>
/// <param name="WhenFalse">The same when it is false.</param>
/// <param name="Constant">The value, where it is known: the other case does not occur.</param>
internal sealed record Condition(IReadOnlyList<(PlaceNode Place, ulong Labels)> WhenTrue, IReadOnlyList<(PlaceNode Place, ulong Labels)> WhenFalse, bool? Constant = null)
{
    public static Condition Nothing { get; } = new([], []);

    public bool IsEmpty => WhenTrue.Count == 0 && WhenFalse.Count == 0 && Constant is null;

    public Condition Negated => new(WhenFalse, WhenTrue, !Constant);

    public Condition And(Condition other) => new([.. WhenTrue, .. other.WhenTrue], Common(WhenFalse, other.WhenFalse));

    public Condition Or(Condition other) => new(Common(WhenTrue, other.WhenTrue), [.. WhenFalse, .. other.WhenFalse]);

    /// <summary>Both are known of the same value.</summary>
    public Condition With(Condition other) =>
        IsEmpty ? other : other.IsEmpty ? this : new([.. WhenTrue, .. other.WhenTrue], [.. WhenFalse, .. other.WhenFalse], Constant ?? other.Constant);

    /// <summary>Without what it says of a place that changed.</summary>
    public Condition Without(PlaceNode changed)
    {
        if (!WhenTrue.Any(Concerns) && !WhenFalse.Any(Concerns)) return this;
        return new([.. WhenTrue.Where(c => !Concerns(c))], [.. WhenFalse.Where(c => !Concerns(c))], Constant);

        bool Concerns((PlaceNode Place, ulong Labels) check) => changed.Holds(check.Place) || check.Place.Holds(changed);
    }

    public bool Same(Condition other) => Constant == other.Constant && WhenTrue.SequenceEqual(other.WhenTrue) && WhenFalse.SequenceEqual(other.WhenFalse);

    /// <summary>What follows on either of two ways to a point; on each of them some places are clean whatever the value is.</summary>
    public static Condition Join(Condition left, IReadOnlyList<(PlaceNode, ulong)> leftClean, Condition right, IReadOnlyList<(PlaceNode, ulong)> rightClean)
    {
        return new Condition(Case(true), Case(false), left.Constant == right.Constant ? left.Constant : null);

        IReadOnlyList<(PlaceNode, ulong)> Case(bool value)
        {
            var (l, r) = (value ? left.WhenTrue : left.WhenFalse, value ? right.WhenTrue : right.WhenFalse);
            // where the value cannot be this, everything follows from it
            if (left.Constant == !value) return right.Constant == !value ? [] : Both(r, rightClean);
            return right.Constant == !value ? Both(l, leftClean) : Common(Both(l, leftClean), Both(r, rightClean));
        }
    }

    private static List<(PlaceNode, ulong)> Both(IReadOnlyList<(PlaceNode Place, ulong Labels)> left, IReadOnlyList<(PlaceNode Place, ulong Labels)> right)
    {
        var result = new SortedDictionary<int, (PlaceNode, ulong)>();
        foreach (var (place, labels) in left.Concat(right)) result[place.Id] = (place, labels | (result.TryGetValue(place.Id, out var known) ? known.Item2 : 0));
        return [.. result.Values];
    }

    private static List<(PlaceNode, ulong)> Common(IReadOnlyList<(PlaceNode Place, ulong Labels)> left, IReadOnlyList<(PlaceNode Place, ulong Labels)> right)
    {
        var result = new List<(PlaceNode, ulong)>();
        foreach (var (place, labels) in left)
        {
            foreach (var (other, more) in right)
            {
                if (ReferenceEquals(place, other) && (labels & more) != 0) result.Add((place, labels & more));
            }
        }
        return result;
    }
}

/// <summary>What is known at one point of a function.</summary>
internal sealed class State
{
    private readonly Dictionary<PlaceNode, Entry> entries;
    private Dictionary<PlaceNode, Condition>? conditions;

    public State() => entries = [];

    private State(State other)
    {
        entries = new Dictionary<PlaceNode, Entry>(other.entries);
        conditions = other.conditions is { Count: > 0 } known ? new Dictionary<PlaceNode, Condition>(known) : null;
        Assumed = other.Assumed;
    }

    public IReadOnlyDictionary<PlaceNode, Entry> Entries => entries;

    public IReadOnlyDictionary<PlaceNode, Condition>? Conditions => conditions;

    /// <summary>The labels of symbols that were checked on every way here: what a predicate of the function's arguments states.</summary>
    public IReadOnlyList<(Origin Symbol, ulong Labels)> Assumed { get; set; } = [];

    /// <summary>True when a fact was dropped because a set was full.</summary>
    public bool Full { get; set; }

    public State Clone() => new(this);

    public Entry Of(PlaceNode place) => entries.GetValueOrDefault(place) ?? Entry.Nothing;

    public void Set(PlaceNode place, Entry entry)
    {
        if (entry is { IsCut: false, Checked: 0, Facts.Count: 0 }) entries.Remove(place);
        else
        {
            place.Use();
            entries[place] = entry;
        }
    }

    public void Remove(PlaceNode place) => entries.Remove(place);

    public Condition ConditionOf(PlaceNode place) => conditions?.GetValueOrDefault(place) ?? Condition.Nothing;

    public void SetCondition(PlaceNode place, Condition condition)
    {
        if (condition.IsEmpty) conditions?.Remove(place);
        else (conditions ??= [])[place] = condition;
    }

    /// <summary>Forgets the conditions that speak of a place which is about to change.</summary>
    public void Forget(PlaceNode place)
    {
        if (conditions is not { Count: > 0 }) return;
        foreach (var (holder, condition) in conditions.ToList())
        {
            if (place.Holds(holder)) conditions.Remove(holder);
            else SetCondition(holder, condition.Without(place));
        }
    }

    public void Assume(Origin symbol, ulong labels)
    {
        var list = new List<(Origin, ulong)>(Assumed.Count + 1);
        var found = false;
        foreach (var (known, before) in Assumed)
        {
            var same = known.Equals(symbol);
            found |= same;
            list.Add((known, same ? before | labels : before));
        }
        if (!found) list.Add((symbol, labels));
        Assumed = list;
    }

    /// <summary>Takes in what is known on another way to the same point.</summary>
    /// <param name="other">The other way.</param>
    /// <param name="inherited">The facts that a state knows of a place from the places around it.</param>
    /// <returns>True when this state changed.</returns>
    public bool Join(State other, Func<State, PlaceNode, FactSet> inherited)
    {
        var changed = JoinConditions(other);
        var full = false;
        foreach (var (place, theirs) in other.entries)
        {
            var known = entries.TryGetValue(place, out var ours);
            ours ??= Entry.Nothing;
            var facts = ours.Facts.Union(theirs.Facts, ref full);
            if (theirs.IsCut && !ours.IsCut) facts = facts.Union(inherited(this, place), ref full);
            else if (!theirs.IsCut && ours.IsCut) facts = facts.Union(inherited(other, place), ref full);
            var merged = new Entry(facts, ours.IsCut || theirs.IsCut, ours.Checked & theirs.Checked);
            if (known && ReferenceEquals(facts, ours.Facts) && merged.IsCut == ours.IsCut && merged.Checked == ours.Checked) continue;
            if (!known && merged is { IsCut: false, Checked: 0, Facts.Count: 0 }) continue;
            // a shorter trace is kept, but is no reason to go over what follows again
            changed |= !known || merged.IsCut != ours.IsCut || merged.Checked != ours.Checked || !facts.Same(ours.Facts);
            Set(place, merged);
        }
        List<(PlaceNode, Entry)>? updates = null;
        foreach (var (place, ours) in entries)
        {
            if (other.entries.ContainsKey(place)) continue;
            var facts = ours.IsCut ? ours.Facts.Union(inherited(other, place), ref full) : ours.Facts;
            if (ours.Checked == 0 && ReferenceEquals(facts, ours.Facts)) continue;
            (updates ??= []).Add((place, ours with { Facts = facts, Checked = 0 }));
        }
        foreach (var (place, entry) in updates ?? [])
        {
            changed |= Of(place).Checked != entry.Checked || !entry.Facts.Same(Of(place).Facts);
            Set(place, entry);
        }
        changed |= JoinAssumed(other);
        Full |= full;
        return changed;
    }

    private bool JoinConditions(State other)
    {
        var changed = false;
        List<(PlaceNode, ulong)>? own = null, foreign = null;
        foreach (var (place, condition) in conditions?.ToList() ?? []) Join(place, condition, other.ConditionOf(place));
        // nothing is known of the value here, but what it is there tells the ways apart
        foreach (var (place, theirs) in other.conditions ?? [])
        {
            if (theirs.Constant is not null && conditions?.ContainsKey(place) != true) Join(place, Condition.Nothing, theirs);
        }
        return changed;

        void Join(PlaceNode place, Condition condition, Condition theirs)
        {
            if (theirs.Same(condition)) return;
            var decides = condition.Constant is not null || theirs.Constant is not null || !theirs.IsEmpty;
            var joined = decides ? Condition.Join(condition, own ??= CheckedPlaces(), theirs, foreign ??= other.CheckedPlaces()) : Condition.Nothing;
            if (joined.Same(condition)) return;
            SetCondition(place, joined);
            changed = true;
        }
    }

    private List<(PlaceNode, ulong)> CheckedPlaces() => [.. entries.Where(e => e.Value.Checked != 0).OrderBy(e => e.Key.Id).Select(e => (e.Key, e.Value.Checked))];

    private bool JoinAssumed(State other)
    {
        if (Assumed.Count == 0) return false;
        var kept = new List<(Origin, ulong)>();
        var changed = false;
        foreach (var (symbol, labels) in Assumed)
        {
            var common = 0UL;
            foreach (var (known, more) in other.Assumed)
            {
                if (known.Equals(symbol)) common = labels & more;
            }
            changed |= common != labels;
            if (common != 0) kept.Add((symbol, common));
        }
        if (changed) Assumed = kept;
        return changed;
    }
}
