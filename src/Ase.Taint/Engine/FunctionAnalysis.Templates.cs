using Ase.Taint.Ir;
using Ase.Taint.Scanning;
using Ase.Taint.Summaries;
using Ase.Taint.Templates;

namespace Ase.Taint.Engine;

/// <summary>Values that templates get.</summary>
internal sealed partial class FunctionAnalysis
{
    /// <summary>The part of an object that holds what was passed to the template which it will show.</summary>
    private static readonly PathStep Passed = new(AccessorKind.Field, "%template");

    private readonly List<CellWrite> viewWrites = [];

    private string ViewKey => ProjectModel.ViewKey(file);

    /// <summary>A call that passes values to a template.</summary>
    /// <returns>True when the call means just that.</returns>
    private bool PassToTemplate(Call call, ValueFacts[] arguments)
    {
        if (targets.Passes.Count == 0 || !targets.Passes.TryGetValue(call, out var pass)) return false;
        var at = pass.Values;
        var path = at.Kind == ValuesKind.Pair ? AccessPath.Of(new PathStep(AccessorKind.Field, call.Arguments[at.Argument].Value.Literal!)) : AccessPath.Empty;
        var value = arguments[at.Kind == ValuesKind.Pair ? at.Value : at.Argument].Map(f => Extend(f, TraceStepKind.Propagation, call.Node));
        if (call.Receiver?.Place is { Variable.Kind: not VariableKind.Temp } holder)
        {
            var place = places.Part(places.Of(holder).Child(Passed, places), path);
            Write(place, value, at.Kind == ValuesKind.Pair && IsStrong(place));
            if (!value.IsEmpty) WriteThrough(place, value);
        }
        else
        {
            // an object that a call gave: there is one for all
            foreach (var part in value.Parts)
            {
                if (part.Fact is { IsSource: true, IsLive: true } fact) viewWrites.Add(new CellWrite(ViewKey, path.Append(part.Path), fact.Leave()));
            }
        }
        return true;
    }

    /// <summary>A call that shows templates: they get the values that are passed.</summary>
    private void ShowTemplates(Call call, ValueFacts receiver, ValueFacts[] arguments)
    {
        if (targets.Shows.Count > 0 && targets.Shows.TryGetValue(call, out var show)) Show(show, call.Node, name => ValueOf(show, call, receiver, arguments, name));
    }

    /// <summary>A function that returns the name of a template passes to it what it was given on the way.</summary>
    private void ShowReturned(Return end)
    {
        if (targets.ReturnShows.Count == 0 || !targets.ReturnShows.TryGetValue(end, out var show)) return;
        var holders = targets.Passes.Keys.Select(c => c.Receiver?.Place).OfType<Place>().Select(places.Of).Distinct().ToList();
        Show(show, end.Node, name =>
        {
            var value = new ValueFacts();
            foreach (var holder in holders) value.AddAll(ReadPlace(places.Part(holder.Child(Passed, places), AccessPath.Of(new PathStep(AccessorKind.Field, name)))));
            return value;
        });
    }

    private void Show(TemplateShow show, int node, Func<string, ValueFacts> valueOf)
    {
        var known = new Dictionary<string, ValueFacts>(StringComparer.Ordinal);
        foreach (var template in show.Templates)
        {
            var top = template.Functions[0];
            foreach (var (name, variable) in context.TargetsOf(top).Shared)
            {
                if (!Named(name).IsEmpty) context.Request(top, OriginKind.Captured, 0, variable);
            }
            Apply(top, context.SummaryOf(top), new Invocation(node) { Named = Named, Escapes = show.Escapes }, [], 0);
        }

        ValueFacts Named(string variable)
        {
            if (!known.TryGetValue(variable, out var value)) known[variable] = value = valueOf(variable.TrimStart('$'));
            return value;
        }
    }

    private ValueFacts ValueOf(TemplateShow show, Call call, ValueFacts receiver, ValueFacts[] arguments, string name)
    {
        var step = AccessPath.Of(new PathStep(AccessorKind.Field, name));
        var isAll = name == "_dot" || show.Dialect.Self.Contains(name);
        var result = new ValueFacts();
        foreach (var at in show.Spec.Values)
        {
            switch (at.Kind)
            {
                case ValuesKind.Receiver:
                    result.AddAll(Take(PassedTo(call.Receiver, receiver), step));
                    result.AddAll(Take(context.CellOf(ViewKey), step));
                    break;
                case ValuesKind.Passed when at.Argument < arguments.Length:
                    result.AddAll(Take(PassedTo(call.Arguments[at.Argument].Value, arguments[at.Argument]), step));
                    break;
                case ValuesKind.Keywords:
                    for (var i = 0; i < arguments.Length; i++)
                    {
                        if (call.Arguments[i].Keyword == name) result.AddAll(arguments[i]);
                        else if (call.Arguments[i].IsSpread) result.AddAll(Take(arguments[i], step));
                    }
                    break;
                case ValuesKind.Map when at.Argument < arguments.Length && call.Arguments[at.Argument].Keyword is null:
                    result.AddAll(Take(arguments[at.Argument], step));
                    break;
                case ValuesKind.Keyword:
                    for (var i = 0; i < arguments.Length; i++)
                    {
                        if (call.Arguments[i].Keyword == at.Name) result.AddAll(Take(arguments[i], step));
                    }
                    break;
                case ValuesKind.Dot when at.Argument < arguments.Length && isAll:
                    result.AddAll(arguments[at.Argument]);
                    break;
                case ValuesKind.Pair when at.Value < arguments.Length && call.Arguments[at.Argument].Value is { IsString: true, Literal: { } literal } && literal == name:
                    result.AddAll(arguments[at.Value]);
                    break;
            }
        }
        return result;

        ValueFacts Take(ValueFacts value, AccessPath path) => isAll ? value : value.Part(path);
    }

    private ValueFacts PassedTo(Operand? holder, ValueFacts value) =>
        holder?.Place is { Variable.Kind: not VariableKind.Temp } place ? ReadPlace(places.Of(place).Child(Passed, places)) : value.Part(AccessPath.Of(Passed));
}
