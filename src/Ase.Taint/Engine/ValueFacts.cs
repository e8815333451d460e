namespace Ase.Taint.Engine;

/// <summary>A fact about a part of a value; without a fact it says that what is known of the parts above does not hold here.</summary>
internal readonly record struct PartFact(AccessPath Path, Fact? Fact);

/// <summary>What is known of a value and of its parts.</summary>
internal sealed class ValueFacts
{
    /// <summary>Parts that are told apart.</summary>
    public const int MaxParts = 24;

    private readonly List<PartFact> parts;

    private ValueFacts(List<PartFact> parts) => this.parts = parts;

    public ValueFacts() => parts = [];

    public static ValueFacts None { get; } = new([]);

    public List<PartFact> Parts => parts;

    public bool IsEmpty => parts.Count == 0;

    public void Add(AccessPath path, Fact fact)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Fact is not { } known || !known.Covers(fact) || !parts[i].Path.Equals(path)) continue;
            if (fact.IsShorter(known) && fact.Covers(known)) parts[i] = new PartFact(path, fact);
            return;
        }
        parts.Add(new PartFact(path, fact));
    }

    public void AddAll(ValueFacts other)
    {
        foreach (var part in other.parts)
        {
            if (part.Fact is { } fact) Add(part.Path, fact);
        }
    }

    public void Cut(AccessPath path) => parts.Add(new PartFact(path, null));

    /// <summary>All facts, those of the parts included, without the parts they are about.</summary>
    public IEnumerable<Fact> Whole()
    {
        foreach (var part in parts)
        {
            if (part.Fact is { } fact) yield return fact;
        }
    }

    /// <summary>The facts of the value itself, not those of its parts.</summary>
    public IEnumerable<Fact> Top()
    {
        foreach (var part in parts)
        {
            if (part.Path.Length == 0 && part.Fact is { } fact) yield return fact;
        }
    }

    /// <summary>What is known of a part.</summary>
    public ValueFacts Part(AccessPath path)
    {
        if (path.Length == 0 || IsEmpty) return this;
        var result = new ValueFacts();
        foreach (var part in parts)
        {
            if (!part.Path.Meets(path)) continue;
            if (part.Path.Length > path.Length || (part.Path.Length == path.Length && part.Fact is not null))
            {
                var rest = part.Path.Skip(path.Length);
                if (part.Fact is { } below) result.Add(rest, below);
                else result.Cut(rest);
            }
            else if (part.Fact is { } above && !IsCut(part.Path.Length, path))
            {
                result.Add(AccessPath.Empty, above.Enter(path.Skip(part.Path.Length)));
            }
        }
        return result;
    }

    /// <summary>The same facts, each changed; null drops one.</summary>
    public ValueFacts Map(Func<Fact, Fact?> change)
    {
        if (IsEmpty) return this;
        var result = new ValueFacts();
        foreach (var part in parts)
        {
            if (part.Fact is not { } fact) result.parts.Add(part);
            else if (change(fact) is { } changed) result.Add(part.Path, changed);
        }
        return result;
    }

    /// <summary>The value as a part of a larger one.</summary>
    public ValueFacts Under(AccessPath path)
    {
        if (path.Length == 0 || IsEmpty) return this;
        var result = new ValueFacts();
        foreach (var part in parts)
        {
            if (part.Fact is { } fact) result.Add(path.Append(part.Path), fact);
            else result.Cut(path.Append(part.Path));
        }
        return result;
    }

    /// <summary>All facts on the value itself: the parts can no longer be told apart.</summary>
    public ValueFacts Merged()
    {
        if (IsEmpty) return this;
        var result = new ValueFacts();
        foreach (var fact in Whole()) result.Add(AccessPath.Empty, fact.Derive());
        return result;
    }

    /// <summary>
    /// The value with at most <see cref="MaxParts"/> parts: when there are more, parts (and symbols) of great depth are merged into those
    /// around them.
    /// </summary>
    public ValueFacts Limited()
    {
        var result = this;
        for (var depth = 2; result.parts.Count > MaxParts && depth >= 0; depth--) result = Coarsened(depth);
        return result;
    }

    /// <summary>The value with paths of parts and symbols of at most so many steps; a part stays a part, if only any one.</summary>
    public ValueFacts Coarsened(int depth)
    {
        var result = new ValueFacts();
        foreach (var part in parts)
        {
            if (part.Fact is { } fact)
            {
                var coarse = fact.Coarsen(depth);
                var path = depth == 0 && part.Path.Length > 0 ? AccessPath.AnyElement : part.Path.Take(depth);
                result.Add(path, part.Path.Length > depth ? coarse.Derive() : coarse);
            }
            else if (part.Path.Length <= depth) result.parts.Add(part);
        }
        return result;
    }

    private bool IsCut(int above, AccessPath path)
    {
        foreach (var part in parts)
        {
            if (part.Fact is null && part.Path.Length > above && part.Path.IsPrefixOf(path)) return true;
        }
        return false;
    }
}
