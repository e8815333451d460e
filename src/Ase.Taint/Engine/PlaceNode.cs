using Ase.Taint.Ir;

namespace Ase.Taint.Engine;

/// <summary>A place of one function: a variable or a part of one. Nodes of one place are the same object within a <see cref="PlaceTable"/>.</summary>
internal sealed class PlaceNode
{
    /// <summary>Parts of one place that are told apart.</summary>
    public const int MaxChildren = 200;

    private List<PlaceNode>? children;

    public PlaceNode(int id, IrVariable variable, PlaceNode? parent, PathStep step)
    {
        Id = id;
        Variable = variable;
        Parent = parent;
        Step = step;
        Depth = parent is null ? 0 : parent.Depth + 1;
        IsExact = parent is null || (parent.IsExact && step.Kind == AccessorKind.Field);
    }

    public int Id { get; }

    public IrVariable Variable { get; }

    public PlaceNode? Parent { get; }

    public PathStep Step { get; }

    public int Depth { get; }

    /// <summary>True for a plain variable or a known field: a store replaces what was there.</summary>
    public bool IsExact { get; }

    /// <summary>The bit of a place that some guard checks; 0 for others.</summary>
    public ulong CheckBit { get; set; }

    /// <summary>True once something was known of the place or of a part of it, on whatever way.</summary>
    public bool IsUsed { get; private set; }

    public void Use()
    {
        for (var at = this; at is { IsUsed: false }; at = at.Parent) at.IsUsed = true;
    }

    public IReadOnlyList<PlaceNode> Children => children ?? (IReadOnlyList<PlaceNode>)[];

    /// <summary>The path from the variable.</summary>
    public AccessPath Path => Parent is null ? AccessPath.Empty : Parent.Path.Append(Step);

    /// <summary>The part selected by a step; the node itself at the greatest depth, and any part when it has too many to tell apart.</summary>
    public PlaceNode Child(PathStep step, PlaceTable table)
    {
        if (Depth >= AccessPath.MaxDepth) return this;
        if (children is not null)
        {
            foreach (var child in children)
            {
                if (child.Step == step) return child;
            }
        }
        if (children is { Count: >= MaxChildren } && step.Kind != AccessorKind.Any) return Child(PathStep.Any, table);
        var created = table.Create(Variable, this, step);
        (children ??= []).Add(created);
        return created;
    }

    /// <summary>True when <paramref name="other"/> is this place or a part of it.</summary>
    public bool Holds(PlaceNode other)
    {
        for (var at = other; at is not null && at.Depth >= Depth; at = at.Parent)
        {
            if (ReferenceEquals(at, this)) return true;
        }
        return false;
    }

    public override int GetHashCode() => Id;

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override string ToString() => Variable.Name + Path;
}

/// <summary>The places of one function in one analysis.</summary>
/// <param name="function">The function.</param>
/// <param name="count">Its variables, foreign ones included.</param>
internal sealed class PlaceTable(IrFunction function, int count)
{
    private readonly PlaceNode?[] roots = new PlaceNode?[count];
    private readonly IrVariable[] same = Aliases(function);
    private int created;

    public PlaceNode Root(IrVariable variable)
    {
        if (variable.Id < same.Length) variable = same[variable.Id];
        return roots[variable.Id] ??= Create(variable, null, default);
    }

    public PlaceNode Of(Place place)
    {
        var node = Root(place.Variable);
        foreach (var accessor in place.Path) node = node.Child(new PathStep(accessor.Kind, accessor.Name), this);
        return node;
    }

    public PlaceNode Of(IrVariable variable, AccessPath path)
    {
        var node = Root(variable);
        for (var i = 0; i < path.Length; i++) node = node.Child(path[i], this);
        return node;
    }

    public PlaceNode Part(PlaceNode node, AccessPath path)
    {
        for (var i = 0; i < path.Length; i++) node = node.Child(path[i], this);
        return node;
    }

    internal PlaceNode Create(IrVariable variable, PlaceNode? parent, PathStep step) => new(created++, variable, parent, step);

    /// <summary>
    /// Variables that are another name of one that never changes (<c>const self = this</c>): both are the same place.
    /// </summary>
    private static IrVariable[] Aliases(IrFunction function)
    {
        var stores = new int[function.Variables.Count];
        var copies = new List<Assign>();
        foreach (var block in function.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                if (Summaries.Definitions.TargetOf(instruction) is not { Path.Count: 0 } target) continue;
                stores[target.Variable.Id]++;
                if (instruction is Assign { Value.Place.Path.Count: 0 } copy) copies.Add(copy);
            }
        }
        var names = new IrVariable[function.Variables.Count];
        for (var i = 0; i < names.Length; i++) names[i] = function.Variables[i];
        foreach (var copy in copies)
        {
            var (to, from) = (copy.Target.Variable, copy.Value.Place!.Variable);
            if (to.Kind != VariableKind.Local || stores[to.Id] != 1) continue;
            var constant = from.Kind switch
            {
                VariableKind.This => stores[from.Id] == 0,
                VariableKind.Parameter => stores[from.Id] == 0,
                VariableKind.Local => stores[from.Id] == 1,
                _ => false,
            };
            if (constant && names[from.Id] != to) names[to.Id] = names[from.Id];
        }
        return names;
    }
}
