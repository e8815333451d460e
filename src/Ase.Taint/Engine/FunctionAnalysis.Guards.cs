using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Patterns;
using Ase.Taint.Scanning;
using Ase.Taint.Summaries;

namespace Ase.Taint.Engine;

/// <summary>Guards: what a condition says of places, at branches and in values.</summary>
internal sealed partial class FunctionAnalysis
{
    private const int MaxCheckedPlaces = 64;
    private readonly Dictionary<int, Condition> nodeConditions = [];
    private readonly Dictionary<int, Condition> indexedConditions = [];
    private readonly Dictionary<int, List<(GuardMatch Guard, bool When)>> guardsOfLeaf = [];
    private int checkedPlaces;

    /// <summary>Gives a bit to every place that something may check, so that facts can remember having passed through it.</summary>
    private void NumberChecks()
    {
        foreach (var (node, guards) in roles.Guards)
        {
            foreach (var guard in guards)
            {
                AddGuard(node, guard, guard.Spec.When, 0);
                foreach (var place in PlacesOf(guard.Target)) NumberCheck(place);
            }
        }
        foreach (var (call, target) in targets.Calls)
        {
            foreach (var callee in target.Callees)
            {
                var summary = context.SummaryOf(callee);
                if (!summary.HasChecks) continue;
                foreach (var symbol in summary.Always.Select(a => a.Symbol).Concat(summary.Checks.SelectMany(c => c.WhenTrue.Concat(c.WhenFalse)).Select(c => c.Symbol)))
                {
                    foreach (var place in PlacesOfSymbol(call, target, callee, symbol)) NumberCheck(place);
                }
            }
            if (target.IsCertain || ModelOf(call, target) is not ({ All: not null } or { None: not null })) continue;
            if (call.Receiver is { } receiver)
            {
                foreach (var place in PlacesOf(receiver.Node, receiver)) NumberCheck(place);
            }
        }
    }

    private void NumberCheck(PlaceNode place)
    {
        if (place.CheckBit != 0 || checkedPlaces >= MaxCheckedPlaces) return;
        place.CheckBit = 1UL << checkedPlaces++;
    }

    /// <summary>
    /// A guard on a condition that is itself made of conditions holds on the edges of its leaves: <c>a &amp;&amp; b</c> is true after the last
    /// leaf's true edge, <c>a || b</c> after any.
    /// </summary>
    private void AddGuard(int node, GuardMatch guard, bool when, int depth)
    {
        var (kind, operands) = Logic(file.Tree[node]);
        if (kind == '\0' || depth > 40)
        {
            if (!guardsOfLeaf.TryGetValue(node, out var list)) guardsOfLeaf[node] = list = [];
            list.Add((guard, when));
            return;
        }
        if (kind == '!') AddGuard(operands[0], guard, !when, depth + 1);
        else if (kind == '&' == when) AddGuard(operands[^1], guard, when, depth + 1);
        else
        {
            foreach (var operand in operands) AddGuard(operand, guard, when, depth + 1);
        }
    }

    /// <summary>The logical operator at the top of an expression (<c>!</c>, <c>&amp;</c>, <c>|</c>; NUL for none) and its operands' canonical nodes.</summary>
    private (char Kind, List<int> Operands) Logic(SyntaxNode node)
    {
        var kind = '\0';
        var operands = new List<int>();
        foreach (var child in node.Children)
        {
            if (child.IsExtra) continue;
            if (child.IsNamed)
            {
                operands.Add(file.Canonical(child.Index));
                continue;
            }
            var operation = child.TextSpan switch
            {
                "&&" or "and" => '&',
                "||" or "or" => '|',
                "!" or "not" => '!',
                _ => '\0',
            };
            if (operation == '\0') return ('\0', []);
            kind = operation;
        }
        return operands.Count == (kind == '!' ? 1 : 2) ? (kind, operands) : ('\0', []);
    }

    /// <summary>What is known when a condition holds and when it does not.</summary>
    private Condition ConditionOf(int node, Operand value)
    {
        var canonical = file.Canonical(node);
        var condition = nodeConditions.GetValueOrDefault(canonical) ?? Condition.Nothing;
        if (canonical >= 0 && guardsOfLeaf.TryGetValue(canonical, out var guards))
        {
            foreach (var (guard, when) in guards)
            {
                var checks = PlacesOf(guard.Target).ConvertAll(p => (p, guard.Labels));
                condition = condition.With(when ? new Condition(checks, []) : new Condition([], checks));
            }
        }
        if (value.Place is not { } place) return condition;
        var at = places.Of(place);
        condition = condition.With(state.ConditionOf(at));
        // a value that counts as false carries nothing
        return state.Entries.Count > 0 && at.Variable.Kind != VariableKind.Temp && IsTainted(at) ? condition.With(new Condition([], [(at, Fact.AllLabels)])) : condition;
    }

    private bool IsTainted(PlaceNode place) => !ReadPlace(place).IsEmpty;

    private Condition ConditionOf(Predicate predicate)
    {
        // an explicit stack: predicates may be as long as the conditions that people generate
        var work = new Stack<(Predicate Predicate, bool Ready)>([(predicate, false)]);
        var done = new Stack<Condition>();
        while (work.TryPop(out var next))
        {
            switch (next.Predicate)
            {
                case Predicate.Leaf leaf:
                    done.Push(ConditionOf(leaf.Node, leaf.Value));
                    break;
                case Predicate.Not negation when !next.Ready:
                    work.Push((negation, true));
                    work.Push((negation.Inner, false));
                    break;
                case Predicate.Not:
                    done.Push(done.Pop().Negated);
                    break;
                case Predicate.And both when !next.Ready:
                    work.Push((both, true));
                    work.Push((both.Right, false));
                    work.Push((both.Left, false));
                    break;
                case Predicate.Or either when !next.Ready:
                    work.Push((either, true));
                    work.Push((either.Right, false));
                    work.Push((either.Left, false));
                    break;
                default:
                    var right = done.Pop();
                    var left = done.Pop();
                    done.Push(next.Predicate is Predicate.And ? left.And(right) : left.Or(right));
                    break;
            }
        }
        return done.Pop();
    }

    /// <summary>A comparison with a constant says something of what it compares: <c>check(x) === true</c>, <c>found !== null</c>.</summary>
    private void SetComparison(Operation operation)
    {
        if (operation.Operands.Count == 1 && operation.Kind == OperationKind.Not)
        {
            var negated = ConditionOf(operation.Operands[0].Node, operation.Operands[0]).Negated;
            if (!negated.IsEmpty) state.SetCondition(places.Of(operation.Target), negated);
            return;
        }
        if (operation.Operands.Count != 2) return;
        var constant = operation.Operands.FirstOrDefault(o => o.Place is null);
        var other = operation.Operands.FirstOrDefault(o => o.Place is not null);
        if (constant is null || other is null) return;
        bool? equal = operation.Operator switch
        {
            "==" or "===" or "is" or "eq" => true,
            "!=" or "!==" or "is not" or "<>" or "ne" => false,
            ">" when constant.Literal == "0" && ReferenceEquals(constant, operation.Operands[1]) => false,
            _ => null,
        };
        if (equal is not { } isEqual) return;
        var result = Condition.Nothing;
        if (!constant.IsString && Truth(constant) is { } truth)
        {
            var inner = ConditionOf(other.Node, other);
            result = isEqual == truth ? inner : inner.Negated;
        }
        // a value that equals a constant is no longer the attacker's; a loose comparison with a number says nothing of a text
        var tells = constant.IsString || operation.Operator.Length == 3 || operation.Operator.StartsWith("is", StringComparison.Ordinal) || Truth(constant) == false;
        if (tells && operation.Operator != ">" && other.Place is { Variable.Kind: not VariableKind.Temp } place && IsTainted(places.Of(place)))
        {
            IReadOnlyList<(PlaceNode, ulong)> clean = [(places.Of(place), Fact.AllLabels)];
            result = result.With(isEqual ? new Condition(clean, []) : new Condition([], clean));
        }
        if (!result.IsEmpty) state.SetCondition(places.Of(operation.Target), result);
    }

    /// <summary>The truth of a literal as a condition; null when it depends.</summary>
    private static bool? Truth(Operand literal) => literal switch
    {
        { Place: not null } => null,
        { IsString: true } => literal.Literal!.Length > 0,
        { Literal: "true" or "True" or "TRUE" } => true,
        { Literal: "false" or "False" or "FALSE" or "null" or "NULL" or "undefined" or "None" or "nil" or "0" or "" } => false,
        { Literal: { } text } when char.IsAsciiDigit(text[0]) => true,
        _ => null,
    };

    /// <summary>The places that a guard's metavariable stands for.</summary>
    private List<PlaceNode> PlacesOf(Binding target) => target.Node < 0 ? [] : PlacesOf(target.Node, roles.Operands.GetValueOrDefault(file.Canonical(target.Node)));

    /// <summary>
    /// The place of an expression; for a computed one its result, and what went in where the computation keeps all of it: <c>root + p</c>,
    /// <c>path.join(root, p)</c>, but not <c>path.extname(p)</c>.
    /// </summary>
    private List<PlaceNode> PlacesOf(int node, Operand? operand)
    {
        var result = new List<PlaceNode>();
        var open = new Stack<Place>();
        if (operand?.Place is { } place) open.Push(place);
        else if (node >= 0 && roles.Operands.TryGetValue(file.Canonical(node), out var known) && known.Place is { } other) open.Push(other);
        for (var steps = 0; open.TryPop(out var next) && steps < MaxCheckedPlaces; steps++)
        {
            var at = places.Of(next);
            if (!result.Contains(at)) result.Add(at);
            if (next is not { Variable: { Kind: VariableKind.Temp } temp, Path.Count: 0 }) continue;
            foreach (var definition in unit.Definitions.Of(temp))
            {
                foreach (var inner in Covered(definition))
                {
                    if (inner.Place is { } within) open.Push(within);
                }
            }
        }
        return result;
    }

    /// <summary>What a value holds in full.</summary>
    private IEnumerable<Operand> Covered(Instruction definition) => definition switch
    {
        Assign assign => [assign.Value],
        Operation { Kind: OperationKind.Concat or OperationKind.Cast or OperationKind.Select } operation => operation.Operands,
        Call call when models.Covers(targets.Calls.GetValueOrDefault(call)?.Qualified, call.Name) =>
            call.Arguments.Select(a => a.Value).Concat(call.Receiver is { } receiver ? [receiver] : []),
        _ => [],
    };

    /// <summary>After a call: what its callees checked, on return or by what they return.</summary>
    private void ApplyChecks(Call call, CallTarget target)
    {
        var node = file.Canonical(call.Node);
        nodeConditions.Remove(node);
        if (!target.IsCertain) return;
        List<(PlaceNode, ulong)>? always = null;
        var conditions = new Dictionary<int, Condition>();
        var first = true;
        foreach (var callee in target.Callees)
        {
            var summary = context.SummaryOf(callee);
            var here = Translate(summary.Always);
            always = always is null ? here : Common(always, here);
            var found = summary.Checks.ToDictionary(c => c.ReturnIndex, c => new Condition(Translate(c.WhenTrue), Translate(c.WhenFalse)));
            if (first) conditions = found;
            else
            {
                foreach (var index in conditions.Keys.ToList())
                {
                    conditions[index] = found.TryGetValue(index, out var other)
                        ? new Condition(Common(conditions[index].WhenTrue, other.WhenTrue), Common(conditions[index].WhenFalse, other.WhenFalse))
                        : Condition.Nothing;
                }
            }
            first = false;

            List<(PlaceNode, ulong)> Translate(IReadOnlyList<(Origin Symbol, ulong Labels)> checks) =>
                [.. checks.SelectMany(c => PlacesOfSymbol(call, target, callee, c.Symbol).Select(p => (p, c.Labels)))];
        }
        foreach (var (place, labels) in always ?? []) Clean(place, labels);
        foreach (var (index, condition) in conditions)
        {
            if (condition.IsEmpty) continue;
            if (index < 0) nodeConditions[node] = condition;
            else indexedConditions[index] = condition;
        }
    }

    private static List<(PlaceNode, ulong)> Common(IReadOnlyList<(PlaceNode Place, ulong Labels)> left, IReadOnlyList<(PlaceNode Place, ulong Labels)> right) =>
        [.. left.SelectMany(l => right.Where(r => ReferenceEquals(l.Place, r.Place)).Select(r => (l.Place, l.Labels & r.Labels)))];

    /// <summary>The places here that a callee's symbol stands for.</summary>
    private List<PlaceNode> PlacesOfSymbol(Call call, CallTarget target, FunctionUnit callee, Origin symbol)
    {
        var shift = target.Shape is CallShape.Call ? 1 : 0;
        Operand? operand = null;
        if (symbol.Kind == OriginKind.Receiver) operand = shift == 1 ? call.Arguments.ElementAtOrDefault(0)?.Value : call.Receiver;
        else if (symbol.Kind == OriginKind.Parameter)
        {
            var name = callee.Ir.Parameters[symbol.Index].Variable.Name;
            operand = (call.Arguments.FirstOrDefault(a => a.Keyword is { } k && (k == name || "$" + k == name)) ?? call.Arguments.ElementAtOrDefault(symbol.Index + shift) switch
            {
                { IsSpread: true } or { Keyword: not null } => null,
                var positional => positional,
            })?.Value;
        }
        else if (symbol.Kind == OriginKind.Captured)
        {
            return PlaceOfCaptured(callee, symbol.Variable!) is { } captured ? [places.Part(captured, symbol.Path)] : [];
        }
        if (operand is null) return [];
        if (operand.Place is { Variable.Kind: not VariableKind.Temp } plain) return [places.Part(places.Of(plain), symbol.Path)];
        return symbol.Path.Length == 0 ? PlacesOf(operand.Node, operand) : operand.Place is { } temp ? [places.Part(places.Of(temp), symbol.Path)] : [];
    }
}
