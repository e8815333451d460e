using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Lowering.Bodies;

internal abstract partial class BodyLowering
{
    private readonly List<(IrBlock Break, IrBlock Continue)> loops = [];
    private IrVariable? exception;

    /// <summary>The exception in flight within this function.</summary>
    protected IrVariable Exception => exception ??= B.Temp();

    /// <summary>Lowers a body from which <c>break</c> and <c>continue</c> lead to the blocks given.</summary>
    protected void InLoop(IrBlock onBreak, IrBlock onContinue, Action body)
    {
        loops.Add((onBreak, onContinue));
        body();
        loops.RemoveAt(loops.Count - 1);
    }

    /// <summary>A loop with a condition at its head.</summary>
    protected void While(SyntaxNode condition, Action body, Action? otherwise = null)
    {
        var (head, inside, exit, after) = (B.NewBlock(), B.NewBlock(), B.NewBlock(), B.NewBlock());
        B.Enter(head);
        Condition(condition, inside, exit);
        B.MoveTo(inside);
        Round(head, after, body, next: null);
        B.MoveTo(exit);
        otherwise?.Invoke();
        B.Enter(after);
    }

    /// <summary>A loop over the elements of something, entered any number of times.</summary>
    /// <param name="node">The loop.</param>
    /// <param name="body">One round.</param>
    /// <param name="otherwise">Runs after the last round, not after <c>break</c>.</param>
    /// <param name="next">Runs at the end of each round, also after <c>continue</c>.</param>
    protected void Each(SyntaxNode node, Action body, Action? otherwise = null, Action? next = null)
    {
        var (head, inside, exit, after) = (B.NewBlock(), B.NewBlock(), B.NewBlock(), B.NewBlock());
        B.Enter(head);
        B.End(new AnyOf(node.Index, [inside.Id, exit.Id]), inside);
        Round(head, after, body, next);
        B.MoveTo(exit);
        otherwise?.Invoke();
        B.Enter(after);
    }

    /// <summary>One round of a loop from the current block back to its head.</summary>
    protected void Round(IrBlock head, IrBlock after, Action body, Action? next)
    {
        var latch = next is null ? head : B.NewBlock();
        InLoop(after, latch, body);
        B.End(new Goto(latch.Id), latch);
        if (next is null) return;
        next();
        B.End(new Goto(head.Id), head);
    }

    /// <summary>Leaves the <paramref name="levels"/>-th enclosing loop; outside of any it ends the function.</summary>
    protected void Break(SyntaxNode node, int levels = 1) => B.End(loops.Count >= levels && levels > 0 ? new Goto(loops[^levels].Break.Id) : new Return(node.Index, []));

    /// <summary>Goes to the next round of the <paramref name="levels"/>-th enclosing loop.</summary>
    protected void Continue(SyntaxNode node, int levels = 1) => B.End(loops.Count >= levels && levels > 0 ? new Goto(loops[^levels].Continue.Id) : new Return(node.Index, []));

    /// <summary>Raises an exception; a handler of this function can read it.</summary>
    protected void Raise(SyntaxNode node, Operand? value)
    {
        if (value is not null && B.Current.Handler >= 0) B.Emit(new Assign(-1, new Place(Exception), value));
        B.End(new Throw(node.Index, value));
    }

    /// <summary>try, catch, else, finally.</summary>
    /// <param name="node">The statement.</param>
    /// <param name="body">What is tried.</param>
    /// <param name="catches">The handlers.</param>
    /// <param name="complete">True when the handlers take every exception.</param>
    /// <param name="otherwise">Runs after a body that ended normally.</param>
    /// <param name="final">Runs at last; lowered for the normal and the exceptional end apart.</param>
    protected void Try(SyntaxNode node, Action body, IReadOnlyList<Action> catches, bool complete, Action? otherwise, Action? final)
    {
        var outer = B.Handler;
        var after = B.NewBlock();
        var done = final is null ? after : B.NewBlock();
        var unwind = final is null ? null : B.NewBlock();
        var escape = unwind?.Id ?? outer;
        B.Handler = escape;
        var caught = catches.Count > 0 ? B.NewBlock() : null;
        B.Handler = caught?.Id ?? escape;
        B.Enter(B.NewBlock());
        body();
        B.Handler = escape;
        if (otherwise is not null)
        {
            B.Enter(B.NewBlock());
            otherwise();
        }
        B.End(new Goto(done.Id), caught ?? done);
        if (caught is not null) Handlers(node, caught, catches, complete, done);
        B.Handler = outer;
        if (final is not null) Finally(final, done, unwind!, after);
        B.MoveTo(after);
    }

    private void Handlers(SyntaxNode node, IrBlock caught, IReadOnlyList<Action> catches, bool complete, IrBlock done)
    {
        var entries = catches.Select(_ => B.NewBlock()).ToList();
        var passOn = complete ? null : B.NewBlock();
        B.MoveTo(caught);
        List<int> targets = [.. entries.Select(e => e.Id)];
        if (passOn is not null) targets.Add(passOn.Id);
        B.End(new AnyOf(node.Index, targets), entries[0]);
        for (var i = 0; i < entries.Count; i++)
        {
            B.MoveTo(entries[i]);
            catches[i]();
            B.End(new Goto(done.Id), done);
        }
        if (passOn is not null) passOn.Terminator = new Throw(-1, null);
    }

    private void Finally(Action final, IrBlock done, IrBlock unwind, IrBlock after)
    {
        if (Unit.InFinally)
        {
            // joined: lowering it twice would double the work at every level of nesting
            unwind.Terminator = new Goto(done.Id);
            B.MoveTo(done);
            final();
            var raise = B.NewBlock();
            raise.Terminator = new Throw(-1, null);
            B.End(new AnyOf(-1, [after.Id, raise.Id]), after);
            return;
        }
        Unit.InFinally = true;
        B.MoveTo(done);
        final();
        B.End(new Goto(after.Id), unwind);
        final();
        B.End(new Throw(-1, null), after);
        Unit.InFinally = false;
    }
}
