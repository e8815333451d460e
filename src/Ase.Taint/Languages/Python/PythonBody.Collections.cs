using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Python;

/// <summary>Displays of collections, and comprehensions as loops.</summary>
internal sealed partial class PythonBody
{
    /// <summary>Elements of a display beyond this one share one place.</summary>
    private const int MostIndexed = 64;

    private Operand Sequence(SyntaxNode node) => Gather(node, node.NamedChildren.ToList());

    private Operand Gather(SyntaxNode node, List<SyntaxNode> elements)
    {
        var result = Compute(node, OperationKind.NewArray, "", []);
        var exact = true;
        for (var i = 0; i < elements.Count; i++)
        {
            var element = Unwrap(elements[i]);
            if (element.Is("list_splat") || element.Is("list_splat_pattern"))
            {
                exact = false;
                Unit.Visit();
                B.Emit(new Assign(element.Index, Element(result).Place!, Element(Expression(element.NamedChild(0)))));
                continue;
            }
            var value = Expression(element);
            var place = exact && i < MostIndexed ? Part(-1, result, AccessorKind.Index, Number(i)) : Element(result);
            B.Emit(new Assign(-1, place.Place!, value));
        }
        return result;
    }

    private Operand Dictionary(SyntaxNode node)
    {
        var result = Compute(node, OperationKind.NewObject, "", []);
        foreach (var entry in node.NamedChildren)
        {
            Unit.Visit();
            if (entry.Is("pair")) Pair(entry, result);
            else if (entry.Is("dictionary_splat")) B.Emit(new Operation(entry.Index, result.Place!, OperationKind.Select, "**", [result, Expression(entry.NamedChild(0))]));
            else Expression(entry);
        }
        return result;
    }

    private void Pair(SyntaxNode pair, Operand result)
    {
        var place = ByKey(-1, result, pair.Field("key")).Place!;
        B.Emit(new Assign(pair.Index, place, Expression(pair.Field("value"))));
    }

    private Operand Splat(SyntaxNode node) => Compute(node, OperationKind.Spread, "*", [Expression(node.NamedChild(0))]);

    private Operand Comprehension(SyntaxNode node)
    {
        var isMap = node.Is("dictionary_comprehension");
        var result = Compute(node, isMap ? OperationKind.NewObject : OperationKind.NewArray, "", []);
        var loops = new Stack<(IrBlock Head, IrBlock Exit)>();
        var hidden = new List<(string Name, IrVariable? Variable, bool WasShadowed)>();
        foreach (var clause in node.NamedChildren)
        {
            if (clause.Is("for_in_clause"))
            {
                Unit.Visit();
                loops.Push(Enter(clause, hidden));
            }
            else if (clause.Is("if_clause"))
            {
                Unit.Visit();
                var inside = B.NewBlock();
                Condition(clause.NamedChild(0), inside, loops.Count > 0 ? loops.Peek().Head : inside);
                B.MoveTo(inside);
            }
        }
        var body = node.Field("body");
        if (body.Is("pair")) Pair(body, result);
        else if (!body.IsNone) B.Emit(new Assign(body.Index, Element(result).Place!, Expression(body)));
        while (loops.TryPop(out var loop)) B.End(new Goto(loop.Head.Id), loop.Exit);
        for (var i = hidden.Count - 1; i >= 0; i--)
        {
            B.Restore(hidden[i].Name, hidden[i].Variable);
            if (!hidden[i].WasShadowed) shadowed.Remove(hidden[i].Name);
        }
        return result;
    }

    private (IrBlock Head, IrBlock Exit) Enter(SyntaxNode clause, List<(string, IrVariable?, bool)> hidden)
    {
        Operand? items = null;
        foreach (var child in clause.NamedChildren)
        {
            if (child.FieldName == "right") items = Expression(child);
        }
        var (head, inside, exit) = (B.NewBlock(), B.NewBlock(), B.NewBlock());
        B.Enter(head);
        B.End(new AnyOf(clause.Index, [inside.Id, exit.Id]), inside);
        var left = clause.Field("left");
        if (left.IsNone) return (head, exit);
        foreach (var name in PythonBindings.TargetsOf(left))
        {
            var (_, old) = B.Shadow(name);
            hidden.Add((name, old, !shadowed.Add(name)));
        }
        AssignTo(left, Element(items ?? Nothing(-1)), -1);
        return (head, exit);
    }
}
