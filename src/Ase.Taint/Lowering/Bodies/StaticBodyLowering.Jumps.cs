using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Lowering.Bodies;

internal abstract partial class StaticBodyLowering
{
    private readonly List<JumpTarget> targets = [];
    private string? pending;

    /// <summary>Lowers a statement under a label.</summary>
    protected void Labelled(string label, SyntaxNode statement)
    {
        var after = B.NewBlock();
        targets.Add(new JumpTarget(label, after, null, IsPlain: false));
        pending = label;
        Statement(statement);
        pending = null;
        targets.RemoveAt(targets.Count - 1);
        B.Enter(after);
    }

    /// <summary>The label that stands directly before the statement being lowered; a loop or switch asks for it first of all.</summary>
    protected string? TakeLabel()
    {
        var label = pending;
        pending = null;
        return label;
    }

    /// <summary>Lowers a body from which <c>break</c> leads to <paramref name="after"/> and, in a loop, <c>continue</c> to <paramref name="next"/>.</summary>
    protected void Breakable(string? label, IrBlock after, IrBlock? next, Action body)
    {
        targets.Add(new JumpTarget(label, after, next, IsPlain: true));
        body();
        targets.RemoveAt(targets.Count - 1);
    }

    /// <summary><c>break</c>, perhaps to a label; one that has nowhere to go ends the function.</summary>
    protected void BreakTo(SyntaxNode node, string? label) =>
        Jump(node, targets.FindLast(t => label is null ? t.IsPlain : t.Label == label)?.Break);

    /// <summary><c>continue</c>, perhaps to a label; one that has nowhere to go ends the function.</summary>
    protected void ContinueTo(SyntaxNode node, string? label) =>
        Jump(node, targets.FindLast(t => t.Continue is not null && (label is null || t.Label == label))?.Continue);

    /// <summary>A loop with its condition at the head; none is an endless loop.</summary>
    protected void Loop(string? label, SyntaxNode condition, Action body, Action? update = null)
    {
        var (head, inside, next, after) = (B.NewBlock(), B.NewBlock(), B.NewBlock(), B.NewBlock());
        B.Enter(head);
        if (condition.IsNone) B.End(new Goto(inside.Id), inside);
        else Condition(condition, inside, after);
        B.MoveTo(inside);
        Breakable(label, after, next, body);
        B.Enter(next);
        update?.Invoke();
        B.End(new Goto(head.Id), after);
    }

    /// <summary>A loop with its condition at the end.</summary>
    protected void DoLoop(string? label, SyntaxNode condition, Action body)
    {
        var (head, next, after) = (B.NewBlock(), B.NewBlock(), B.NewBlock());
        B.Enter(head);
        Breakable(label, after, next, body);
        B.Enter(next);
        Condition(condition, head, after);
        B.MoveTo(after);
    }

    /// <summary>A loop over the elements of something, entered any number of times.</summary>
    protected void ForEach(string? label, SyntaxNode node, Action body)
    {
        var (head, inside, after) = (B.NewBlock(), B.NewBlock(), B.NewBlock());
        B.Enter(head);
        B.End(new AnyOf(node.Index, [inside.Id, after.Id]), inside);
        Breakable(label, after, head, body);
        B.End(new Goto(head.Id), after);
    }

    /// <summary>Goes to <paramref name="body"/> when the subject of a switch equals a case, else on in a new block.</summary>
    protected void TestCase(SyntaxNode label, Operand subject, Operand value, string text, IrBlock body)
    {
        var next = B.NewBlock();
        var test = Compute(label, OperationKind.Compare, text, [subject, value]);
        B.End(new Branch(label.Index, test, body.Id, next.Id), next);
    }

    private void Jump(SyntaxNode node, IrBlock? target) => B.End(target is null ? new Return(node.Index, []) : new Goto(target.Id));

    /// <summary>Where jumps go.</summary>
    /// <param name="Label">The label, if any.</param>
    /// <param name="Break">After the statement.</param>
    /// <param name="Continue">The next round of a loop.</param>
    /// <param name="IsPlain">True when a jump without a label may go here.</param>
    private sealed record JumpTarget(string? Label, IrBlock Break, IrBlock? Continue, bool IsPlain);
}
