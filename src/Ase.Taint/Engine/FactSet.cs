namespace Ase.Taint.Engine;

/// <summary>An immutable set of facts of which none covers another. Order is the order of arrival.</summary>
internal sealed class FactSet
{
    /// <summary>Facts kept in one place; more are dropped and reported.</summary>
    public const int MaxFacts = 32;

    private const int MaxAkin = 6;
    private readonly Fact[] facts;

    private FactSet(Fact[] facts) => this.facts = facts;

    public static FactSet Empty { get; } = new([]);

    public int Count => facts.Length;

    public ReadOnlySpan<Fact> Span => facts;

    public Fact this[int index] => facts[index];

    public static FactSet Of(Fact fact) => new([fact]);

    /// <summary>The set with one more fact; the same instance when it adds nothing. <paramref name="full"/> becomes true when it had to be dropped.</summary>
    public FactSet Add(Fact fact, ref bool full)
    {
        var covered = 0;
        var akin = 0;
        foreach (var known in facts)
        {
            if (known.Covers(fact)) return fact.IsShorter(known) && fact.Covers(known) ? Replace(known, fact) : this;
            if (fact.Covers(known)) covered++;
            else if (known.IsAkin(fact)) akin++;
        }
        if (akin >= MaxAkin) return Add(Meet(fact), ref full);
        if (facts.Length - covered >= MaxFacts)
        {
            full = true;
            return this;
        }
        var result = new Fact[facts.Length - covered + 1];
        var n = 0;
        foreach (var known in facts)
        {
            if (covered == 0 || !fact.Covers(known)) result[n++] = known;
        }
        result[n] = fact;
        return new FactSet(result);
    }

    /// <summary>True when both hold the same facts, traces apart.</summary>
    public bool Same(FactSet other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (facts.Length != other.facts.Length) return false;
        foreach (var fact in facts)
        {
            if (!Array.Exists(other.facts, o => o.Covers(fact) && fact.Covers(o))) return false;
        }
        return true;
    }

    private FactSet Replace(Fact known, Fact fact)
    {
        var copy = facts.ToArray();
        copy[Array.IndexOf(copy, known)] = fact;
        return new FactSet(copy);
    }

    public FactSet Union(FactSet other, ref bool full)
    {
        if (facts.Length == 0) return other;
        var result = this;
        if (ReferenceEquals(this, other)) return result;
        foreach (var fact in other.facts) result = result.Add(fact, ref full);
        return result;
    }

    public FactSet Map(Func<Fact, Fact> change)
    {
        var result = this;
        var same = true;
        var copy = new Fact[facts.Length];
        for (var i = 0; i < facts.Length; i++)
        {
            copy[i] = change(facts[i]);
            same &= ReferenceEquals(copy[i], facts[i]);
        }
        if (same) return this;
        result = Empty;
        var full = false;
        foreach (var fact in copy) result = result.Add(fact, ref full);
        return result;
    }

    /// <summary>Too many variants of one fact: the one that all of them cover.</summary>
    private Fact Meet(Fact fact)
    {
        var (cleaned, via) = (fact.Cleaned, fact.Via);
        foreach (var known in facts)
        {
            if (!known.IsAkin(fact)) continue;
            cleaned &= known.Cleaned;
            via &= known.Via;
        }
        return fact.Meet(cleaned, via);
    }
}
