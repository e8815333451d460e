using System.Globalization;
using Ase.Taint.Ir;

namespace Ase.Taint.Engine;

/// <summary>One step into the data that a value holds: a field, a constant index, or any element.</summary>
internal readonly record struct PathStep(AccessorKind Kind, string Name)
{
    public static PathStep Any { get; } = new(AccessorKind.Any, "");

    public static PathStep Index(int index) => new(AccessorKind.Index, index.ToString(CultureInfo.InvariantCulture));

    /// <summary>True when both steps may select the same part.</summary>
    public bool Meets(PathStep other) => Kind == AccessorKind.Any || other.Kind == AccessorKind.Any || (Kind == other.Kind && Name == other.Name);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal) * 4 + (int)Kind;

    public override string ToString() => Kind switch
    {
        AccessorKind.Field => "." + Name,
        AccessorKind.Index => "[" + Name + "]",
        _ => "[*]",
    };
}

/// <summary>A way from a value into the data it holds, at most <see cref="MaxDepth"/> steps; what lies deeper is one with the last step.</summary>
/// <example><c>req.query.name</c> seen from <c>req</c> is <c>.query.name</c>.</example>
internal sealed class AccessPath : IEquatable<AccessPath>
{
    /// <summary>Longest path that is told apart.</summary>
    public const int MaxDepth = 5;

    private readonly PathStep[] steps;
    private readonly int hash;

    private AccessPath(PathStep[] steps)
    {
        this.steps = steps;
        foreach (var step in steps) hash = hash * 31 + step.GetHashCode();
    }

    public static AccessPath Empty { get; } = new([]);

    /// <summary>The path of any one element.</summary>
    public static AccessPath AnyElement { get; } = new([PathStep.Any]);

    public int Length => steps.Length;

    public PathStep this[int index] => steps[index];

    public static AccessPath Of(PathStep step) => step.Kind == AccessorKind.Any ? AnyElement : new([step]);

    public static AccessPath Of(IReadOnlyList<Accessor> accessors, int from)
    {
        var count = Math.Min(accessors.Count, MaxDepth) - from;
        if (count <= 0) return Empty;
        var result = new PathStep[count];
        for (var i = 0; i < count; i++) result[i] = new PathStep(accessors[from + i].Kind, accessors[from + i].Name);
        return new AccessPath(result);
    }

    public AccessPath Append(PathStep step) => steps.Length >= MaxDepth ? this : new([.. steps, step]);

    public AccessPath Append(AccessPath tail)
    {
        if (tail.Length == 0 || steps.Length >= MaxDepth) return this;
        if (steps.Length == 0) return tail;
        return new([.. steps, .. tail.steps.AsSpan(0, Math.Min(tail.Length, MaxDepth - steps.Length))]);
    }

    /// <summary>The rest after the first <paramref name="count"/> steps.</summary>
    public AccessPath Skip(int count)
    {
        if (count == 0) return this;
        return count >= steps.Length ? Empty : new(steps[count..]);
    }

    /// <summary>The first <paramref name="count"/> steps.</summary>
    public AccessPath Take(int count) => count >= steps.Length ? this : count == 0 ? Empty : new(steps[..count]);

    /// <summary>True when the first steps of both, up to the shorter one's length, may select the same parts.</summary>
    public bool Meets(AccessPath other)
    {
        for (int i = 0, n = Math.Min(steps.Length, other.steps.Length); i < n; i++)
        {
            if (!steps[i].Meets(other.steps[i])) return false;
        }
        return true;
    }

    /// <summary>True when <paramref name="other"/> is this path or lies below it, step by step the same.</summary>
    public bool IsPrefixOf(AccessPath other) => steps.Length <= other.steps.Length && other.steps.AsSpan(0, steps.Length).SequenceEqual(steps);

    public bool Equals(AccessPath? other) => other is not null && (ReferenceEquals(this, other) || (hash == other.hash && steps.AsSpan().SequenceEqual(other.steps)));

    public override bool Equals(object? obj) => Equals(obj as AccessPath);

    public override int GetHashCode() => hash;

    public override string ToString() => string.Concat(steps.Select(s => s.ToString()));
}
