using Ase.Taint.Scanning;

namespace Ase.Taint.Engine;

/// <summary>How a fact came to be: one step and the steps before it. <see cref="Inner"/> are the steps inside a called function.</summary>
internal sealed class Trace
{
    public Trace(Trace? previous, TraceStepKind kind, FileUnit file, int node, Trace? inner = null)
    {
        Previous = previous;
        Kind = kind;
        File = file;
        Node = node;
        Inner = inner;
        Length = Math.Min(1 + (previous?.Length ?? 0) + (inner?.Length ?? 0), 1_000_000);
    }

    public Trace? Previous { get; }

    public TraceStepKind Kind { get; }

    public FileUnit File { get; }

    public int Node { get; }

    /// <summary>For a call: the steps inside the callee, between this one and the next.</summary>
    public Trace? Inner { get; }

    /// <summary>Number of steps.</summary>
    public int Length { get; }

    /// <summary>The step, unless it repeats the last one.</summary>
    public static Trace? Extend(Trace? previous, TraceStepKind kind, FileUnit file, int node) =>
        node < 0 || (previous is { Inner: null } && previous.Node == node && ReferenceEquals(previous.File, file)) ? previous : new Trace(previous, kind, file, node);

    /// <summary>The steps from first to last, at most <paramref name="limit"/>; the last ones are kept.</summary>
    public List<Trace> Flatten(int limit)
    {
        var result = new List<Trace>();
        var stack = new Stack<(Trace? Trace, bool Emit)>();
        stack.Push((this, false));
        while (stack.Count > 0 && result.Count < limit)
        {
            var (trace, emit) = stack.Pop();
            if (trace is null) continue;
            if (emit)
            {
                result.Add(trace);
                continue;
            }
            // from the last to the first: what is inside comes after the step itself
            stack.Push((trace.Previous, false));
            stack.Push((trace, true));
            if (trace.Inner is not null) stack.Push((trace.Inner, false));
        }
        result.Reverse();
        return result;
    }
}
