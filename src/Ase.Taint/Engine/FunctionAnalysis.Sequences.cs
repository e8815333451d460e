using Ase.Taint.Constants;
using Ase.Taint.Ir;
using Ase.Taint.Library;
using Ase.Taint.Scanning;

namespace Ase.Taint.Engine;

/// <summary>Elements under known keys and at known positions.</summary>
internal sealed partial class FunctionAnalysis
{
    /// <summary>The part that an end of a flow means in a call: the key is the constant that an argument holds, or any when it holds none.</summary>
    private AccessPath PathOf(Endpoint end, Call call)
    {
        if (end.Key is not { } key) return end.Path;
        var index = key < 0 ? call.Arguments.Count + key : key;
        return AccessPath.Of(StepOf(constants.ArgumentOf(call, index))).Append(end.Path);
    }

    private static PathStep StepOf(object? key) => key switch
    {
        string name => new PathStep(AccessorKind.Field, name),
        char letter => new PathStep(AccessorKind.Field, letter.ToString()),
        long index and >= 0 and < Sized.Most => PathStep.Index((int)index),
        _ => PathStep.Any,
    };

    /// <summary>A new value under a known key replaces what was there.</summary>
    private void Overwrite(Call call, Endpoint to)
    {
        if (state.Entries.Count == 0 || call.Receiver?.Place is not { } holder || to.Path.Length > 0) return;
        var path = PathOf(to, call);
        if (path[0].Kind != AccessorKind.Field) return;
        var at = places.Part(places.Of(holder), path);
        if (IsStrong(at)) Write(at, ValueFacts.None, strong: true);
    }

    /// <summary>Moves what is known of the elements of a list as a method moves the elements.</summary>
    private void ChangeSequence(Call call, SequenceChange change, ValueFacts[] arguments)
    {
        if (call.Receiver?.Place is not { } holder) return;
        var list = places.Of(holder);
        var length = constants.LengthBefore(call);
        switch (change)
        {
            case SequenceChange.Append:
                for (var i = 0; i < arguments.Length; i++) Insert(list, length + i, arguments[i], call);
                break;
            case SequenceChange.Add when arguments.Length == 1:
                Insert(list, length, arguments[0], call);
                break;
            case SequenceChange.Add when arguments.Length > 1:
                var at = IndexOf(call);
                if (at is { } position) Shift(list, position, 1);
                else Scatter(list);
                Insert(list, at, arguments[1], call);
                break;
            case SequenceChange.Remove when arguments.Length > 0:
                if (IndexOf(call) is { } removed) Shift(list, removed, -1);
                else Scatter(list);
                break;
            case SequenceChange.Remove or SequenceChange.RemoveLast:
                if (length is > 0 and { } count) Shift(list, count - 1, -1);
                break;
            case SequenceChange.RemoveFirst:
                Shift(list, 0, -1);
                break;
            case SequenceChange.Reorder:
                Scatter(list);
                break;
        }
    }

    private int? IndexOf(Call call) => constants.ArgumentOf(call, 0) is long index and >= 0 and < Sized.Most ? (int)index : null;

    private void Insert(PlaceNode list, int? position, ValueFacts value, Call call)
    {
        if (value.IsEmpty) return;
        var at = list.Child(position is { } index and < Sized.Most ? PathStep.Index(index) : PathStep.Any, places);
        value = value.Map(f => Extend(f, TraceStepKind.Propagation, call.Node));
        Write(at, value, strong: false);
        WriteThrough(at, value);
    }

    /// <summary>Moves the elements from a position on by one, up or down; moving down takes out the one at the position.</summary>
    private void Shift(PlaceNode list, int from, int by)
    {
        foreach (var (step, known) in TakeElements(list, i => i >= from))
        {
            var index = step + by;
            if (index < from && by < 0) continue;
            Put(list.Child(index < Sized.Most ? PathStep.Index(index) : PathStep.Any, places), known);
        }
    }

    /// <summary>Any element may be anywhere.</summary>
    private void Scatter(PlaceNode list)
    {
        foreach (var (_, known) in TakeElements(list, _ => true)) Put(list.Child(PathStep.Any, places), known);
    }

    private void Put(PlaceNode element, ValueFacts known)
    {
        foreach (var part in known.Parts)
        {
            if (part.Fact is { } fact) Put(places.Part(element, part.Path), fact);
        }
    }

    /// <summary>What is known of the elements at some positions, which are then empty.</summary>
    private List<(int Index, ValueFacts Known)> TakeElements(PlaceNode list, Func<int, bool> wanted)
    {
        var taken = new List<(int, ValueFacts)>();
        if (!list.IsUsed) return taken;
        foreach (var child in list.Children)
        {
            if (!child.IsUsed || child.Step.Kind != AccessorKind.Index || !int.TryParse(child.Step.Name, out var index) || !wanted(index)) continue;
            var known = new ValueFacts();
            foreach (var fact in state.Of(child).Facts.Span) known.Add(AccessPath.Empty, fact);
            CollectBelow(state, child, AccessPath.Empty, known);
            if (known.IsEmpty) continue;
            taken.Add((index, known));
            Erase(child);
        }
        return taken;
    }
}
