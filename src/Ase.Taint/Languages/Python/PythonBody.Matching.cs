using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering.Bodies;

namespace Ase.Taint.Languages.Python;

/// <summary>The <c>match</c> statement: a chain of tests, each with the captures of its pattern.</summary>
internal sealed partial class PythonBody
{
    private void MatchStatement(SyntaxNode node)
    {
        var subjects = new List<SyntaxNode>();
        foreach (var child in node.NamedChildren)
        {
            if (child.FieldName == "subject") subjects.Add(child);
        }
        var subject = subjects.Count == 1 ? Expression(subjects[0]) : Gather(subjects.Count > 0 ? subjects[0] : node, subjects);
        var join = B.NewBlock();
        foreach (var clause in node.Field("body").NamedChildren)
        {
            if (!clause.Is("case_clause")) continue;
            Unit.Visit();
            Case(clause, subject, join);
        }
        B.Enter(join);
    }

    private void Case(SyntaxNode clause, Operand subject, IrBlock join)
    {
        var next = B.NewBlock();
        var patterns = new List<SyntaxNode>();
        foreach (var child in clause.NamedChildren)
        {
            if (child.Is("case_pattern")) patterns.Add(child);
        }
        for (var i = 0; i < patterns.Count; i++)
        {
            Match(patterns[i], patterns.Count == 1 ? subject : Part(-1, subject, AccessorKind.Index, Number(i)), next);
        }
        if (clause.Field("guard") is { IsNone: false } guard)
        {
            var body = B.NewBlock();
            Condition(guard.NamedChild(0), body, next);
            B.MoveTo(body);
        }
        Statement(clause.Field("consequence"));
        B.End(new Goto(join.Id), next);
    }

    /// <summary>Goes on when the pattern matches, with its captures bound; goes to <paramref name="fail"/> when not.</summary>
    private void Match(SyntaxNode pattern, Operand subject, IrBlock fail)
    {
        Unit.Visit();
        if (Unit.Depth >= LoweringUnit.MaxDepth) return;
        if (PythonBindings.Capture(pattern) is { IsNone: false } name)
        {
            AssignTo(name, subject, pattern.Index);
            return;
        }
        if (pattern.Is("case_pattern"))
        {
            if (pattern.NamedChild(0) is { IsNone: false } inner) pattern = inner;
            else return; // _
        }
        Unit.Depth++;
        switch (pattern.Kind)
        {
            case "union_pattern":
                Alternatives(pattern, subject, fail);
                break;
            case "as_pattern":
                Match(pattern.NamedChild(0), subject, fail);
                AssignTo(pattern.NamedChild(1), subject, pattern.Index);
                break;
            case "list_pattern" or "tuple_pattern":
                May(pattern, fail);
                Elements(pattern, subject, fail);
                break;
            case "dict_pattern":
                May(pattern, fail);
                Entries(pattern, subject, fail);
                break;
            case "class_pattern":
                May(pattern, fail);
                foreach (var part in pattern.NamedChildren)
                {
                    if (part.Is("case_pattern")) Match(part, part.NamedChild(0).Is("keyword_pattern") ? subject : Element(subject), fail);
                }
                break;
            case "keyword_pattern":
                Match(pattern.NamedChild(1), Part(-1, subject, AccessorKind.Field, pattern.NamedChild(0).Text), fail);
                break;
            case "splat_pattern":
                AssignTo(pattern.NamedChild(0), subject, pattern.Index);
                break;
            default:
                Equal(pattern, subject, fail);
                break;
        }
        Unit.Depth--;
    }

    private void Alternatives(SyntaxNode pattern, Operand subject, IrBlock fail)
    {
        var matched = B.NewBlock();
        foreach (var alternative in pattern.NamedChildren)
        {
            var next = B.NewBlock();
            Match(alternative, subject, next);
            B.End(new Goto(matched.Id), next);
        }
        B.End(new Goto(fail.Id), matched);
    }

    private void Elements(SyntaxNode pattern, Operand subject, IrBlock fail)
    {
        var position = 0;
        var exact = true;
        foreach (var part in pattern.NamedChildren)
        {
            if (part.NamedChild(0).Is("splat_pattern"))
            {
                exact = false;
                Rest(part.NamedChild(0), subject);
            }
            else
            {
                Match(part, exact ? Part(-1, subject, AccessorKind.Index, Number(position)) : Element(subject), fail);
            }
            position++;
        }
    }

    private void Entries(SyntaxNode pattern, Operand subject, IrBlock fail)
    {
        SyntaxNode key = default;
        foreach (var part in pattern.NamedChildren)
        {
            if (part.FieldName == "key") key = part;
            else if (part.Is("splat_pattern")) AssignTo(part.NamedChild(0), subject, part.Index);
            else if (!key.IsNone) Match(part, ByKey(-1, subject, key), fail);
        }
    }

    private void Rest(SyntaxNode splat, Operand subject)
    {
        var list = Compute(splat, OperationKind.NewArray, "*", []);
        B.Emit(new Assign(splat.Index, Element(list).Place!, Element(subject)));
        AssignTo(splat.NamedChild(0), list, splat.Index);
    }

    private void Equal(SyntaxNode pattern, Operand subject, IrBlock fail)
    {
        var next = B.NewBlock();
        var test = Compute(pattern, OperationKind.Compare, "==", [subject, Expression(pattern)]);
        B.End(new Branch(pattern.Index, test, next.Id, fail.Id), next);
    }

    private void May(SyntaxNode pattern, IrBlock fail)
    {
        var next = B.NewBlock();
        B.End(new AnyOf(pattern.Index, [next.Id, fail.Id]), next);
    }
}
