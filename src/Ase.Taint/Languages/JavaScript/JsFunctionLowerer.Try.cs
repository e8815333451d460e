using Ase.Taint.Ir;

namespace Ase.Taint.Languages.JavaScript;

internal sealed partial class JsFunctionLowerer
{
    // nested deeper than this, finally is joined into one copy: copies in copies would multiply
    private const int MaxCopyDepth = 2;

    private readonly List<FinallyFrame> finallies = [];
    private IrVariable? thrown;
    private IrVariable? returned;
    private JumpTarget? returnTarget;
    private int copyDepth;

    // a try with a finally clause being lowered: each way out gets its own copy of the clause
    private sealed class FinallyFrame
    {
        public List<(JumpTarget Target, IrBlock Entry)> Exits { get; } = [];

        public required int OuterHandler { get; init; }
    }

    /// <summary>Leaves for a target, through the finally clauses on the way; goes on in a block that nothing reaches.</summary>
    private void Leave(JumpTarget target)
    {
        if (finallies.Count > target.Finallies)
        {
            var frame = finallies[^1];
            var known = frame.Exits.FindIndex(e => ReferenceEquals(e.Target, target));
            if (known < 0)
            {
                known = frame.Exits.Count;
                frame.Exits.Add((target, BlockUnder(frame.OuterHandler)));
            }
            b.End(new Goto(frame.Exits[known].Entry.Id));
        }
        else if (target.Break is { } block)
        {
            b.End(new Goto(block.Id));
        }
        else
        {
            b.End(new Return(target.ReturnNode, [Read(-1, returned ??= b.Temp())]));
        }
    }

    private IrBlock BlockUnder(int handler)
    {
        var saved = b.Handler;
        b.Handler = handler;
        var block = b.NewBlock();
        b.Handler = saved;
        return block;
    }

    private void Throw(int node)
    {
        var value = tree.First(node) is var expression and >= 0 ? Expression(expression) : null;
        if (thrown is not null && value is not null) b.Emit(new Assign(-1, new Place(thrown), value));
        b.End(new Throw(node, value));
    }

    private void Try(int node)
    {
        var handler = tree.Field(node, JsField.Handler);
        var finalizer = tree.Field(node, JsField.Finalizer);
        var finallyBody = finalizer < 0 ? -1 : tree.Field(finalizer, JsField.Body);
        var (outerHandler, outerThrown) = (b.Handler, thrown);
        var end = b.NewBlock();
        var failed = finallyBody < 0 ? null : b.NewBlock();
        var failure = finallyBody < 0 ? outerThrown : b.Temp();
        FinallyFrame? frame = null;
        if (failed is not null)
        {
            frame = new FinallyFrame { OuterHandler = outerHandler };
            finallies.Add(frame);
        }
        var afterHandler = failed?.Id ?? outerHandler;
        var caught = handler < 0 ? null : BlockUnder(afterHandler);
        var normal = BlockUnder(outerHandler);

        b.Handler = caught?.Id ?? afterHandler;
        thrown = caught is null ? failure : b.Temp();
        var exception = thrown;
        b.Enter(b.NewBlock());
        if (tree.Field(node, JsField.Body) is var body and >= 0) Statement(body);
        Jump(normal);

        b.Handler = afterHandler;
        thrown = failure;
        if (caught is not null)
        {
            b.MoveTo(caught);
            Catch(handler, exception);
            Jump(normal);
        }

        b.Handler = outerHandler;
        thrown = outerThrown;
        if (frame is not null)
        {
            finallies.RemoveAt(finallies.Count - 1);
            Finally(finallyBody, frame, normal, failed!, failure!, end);
        }
        else
        {
            b.MoveTo(normal);
            Jump(end);
        }
        b.MoveTo(end);
    }

    private void Catch(int handler, IrVariable? exception)
    {
        file.Visit();
        var parameter = tree.Field(handler, JsField.Parameter);
        List<(string, IrVariable?)> scope = [];
        if (parameter >= 0)
        {
            foreach (var name in JsNames.Bound(tree, parameter)) scope.Add((name, b.Shadow(name).Hidden));
            if (exception is not null) Bind(parameter, Read(-1, exception), parameter);
        }
        if (tree.Field(handler, JsField.Body) is var body and >= 0) Statement(body);
        Close(scope);
    }

    private void Finally(int body, FinallyFrame frame, IrBlock normal, IrBlock failed, IrVariable failure, IrBlock end)
    {
        file.Visit();
        if (copyDepth >= MaxCopyDepth)
        {
            JoinedFinally(body, frame, normal, failed, failure, end);
            return;
        }
        copyDepth++;
        b.MoveTo(normal);
        Statement(body);
        Jump(end);
        file.Copies++;
        b.MoveTo(failed);
        Statement(body);
        Rethrow(failure);
        foreach (var (target, entry) in frame.Exits)
        {
            b.MoveTo(entry);
            Statement(body);
            Leave(target);
        }
        file.Copies--;
        copyDepth--;
    }

    private void JoinedFinally(int body, FinallyFrame frame, IrBlock normal, IrBlock failed, IrVariable failure, IrBlock end)
    {
        var shared = b.NewBlock();
        foreach (var entry in frame.Exits.Select(e => e.Entry).Prepend(failed).Prepend(normal))
        {
            b.MoveTo(entry);
            Jump(shared);
        }
        b.MoveTo(shared);
        Statement(body);
        var rethrow = b.NewBlock();
        var exits = frame.Exits.ConvertAll(e => (e.Target, Block: b.NewBlock()));
        Terminate(new AnyOf(-1, [end.Id, rethrow.Id, .. exits.Select(e => e.Block.Id)]));
        b.MoveTo(rethrow);
        Rethrow(failure);
        foreach (var (target, block) in exits)
        {
            b.MoveTo(block);
            Leave(target);
        }
    }

    private void Rethrow(IrVariable failure)
    {
        if (thrown is not null) b.Emit(new Assign(-1, new Place(thrown), Read(-1, failure)));
        b.End(new Throw(-1, Read(-1, failure)));
    }
}
