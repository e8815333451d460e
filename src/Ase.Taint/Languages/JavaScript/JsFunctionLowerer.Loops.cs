using Ase.Taint.Ir;

namespace Ase.Taint.Languages.JavaScript;

internal sealed partial class JsFunctionLowerer
{
    private readonly List<JumpTarget> targets = [];
    private List<string>? labels;

    // where break, continue and return go, and how many finally clauses stand around that place
    private sealed record JumpTarget(List<string> Labels, IrBlock? Break, IrBlock? Continue, int Finallies)
    {
        public int ReturnNode { get; init; } = -1;

        public JumpTarget? ContinueTarget { get; init; }
    }

    private List<string> TakeLabels()
    {
        var taken = labels ?? [];
        labels = null;
        return taken;
    }

    private void Push(IrBlock end, IrBlock? next)
    {
        var names = TakeLabels();
        targets.Add(new JumpTarget(names, end, next, finallies.Count)
        {
            ContinueTarget = next is null ? null : new JumpTarget(names, next, null, finallies.Count),
        });
    }

    private void Pop() => targets.RemoveAt(targets.Count - 1);

    private void LoopBody(int body, IrBlock end, IrBlock next)
    {
        Push(end, next);
        if (body >= 0) Statement(body);
        Pop();
        Jump(next);
    }

    private void For(int node)
    {
        var initializer = tree.Field(node, JsField.Initializer);
        List<(string, IrVariable?)>? scope = null;
        if (tree.Kind(initializer) == JsKind.LexicalDeclaration)
        {
            scope = [];
            foreach (var declarator in tree.Named(initializer))
            {
                foreach (var name in JsNames.Bound(tree, tree.Field(declarator, JsField.Name))) scope.Add((name, b.Shadow(name).Hidden));
            }
        }
        if (initializer >= 0 && tree.IsNamed(initializer)) Statement(initializer);
        var (header, body, next, end) = (b.NewBlock(), b.NewBlock(), b.NewBlock(), b.NewBlock());
        b.Enter(header);
        var condition = ConditionOf(node);
        if (condition >= 0) Condition(condition, body, end);
        else Jump(body);
        b.MoveTo(body);
        LoopBody(tree.Field(node, JsField.Body), end, next);
        b.MoveTo(next);
        if (tree.Field(node, JsField.Increment) is var increment and >= 0) Effect(increment);
        Jump(header);
        b.MoveTo(end);
        Close(scope);
    }

    // the field also holds semicolons
    private int ConditionOf(int node)
    {
        foreach (var child in tree.Named(node))
        {
            if (!tree.IsField(child, JsField.Condition)) continue;
            return tree.Kind(child) switch
            {
                JsKind.EmptyStatement => -1,
                JsKind.ExpressionStatement => tree.First(child),
                _ => child,
            };
        }
        return -1;
    }

    private void ForIn(int node)
    {
        var left = tree.Field(node, JsField.Left);
        var kind = tree.Span(tree.Field(node, JsField.Kind));
        var isLexical = kind is "let" or "const" or "using" || (kind.Length > 0 && kind is not "var");
        var source = Expression(tree.Field(node, JsField.Right));
        List<(string, IrVariable?)>? scope = null;
        if (isLexical)
        {
            scope = [];
            foreach (var name in JsNames.Bound(tree, left)) scope.Add((name, b.Shadow(name).Hidden));
        }
        var (header, body, end) = (b.NewBlock(), b.NewBlock(), b.NewBlock());
        var iterated = Read(source.Node, PlaceOf(source));
        iterated = iterated with { BaseNode = source.BaseNode >= 0 ? source.BaseNode : source.Node };
        b.Enter(header);
        Terminate(new AnyOf(node, [body.Id, end.Id]));
        b.MoveTo(body);
        Operand element;
        if (tree.Span(tree.Field(node, JsField.Operator)) is "in")
        {
            var key = TempPlace();
            b.Emit(new Operation(-1, key, OperationKind.Keys, "", [iterated]));
            element = Read(-1, key);
        }
        else
        {
            element = Elements(iterated);
        }
        if (left >= 0) Bind(left, element, left);
        LoopBody(tree.Field(node, JsField.Body), end, header);
        b.MoveTo(end);
        Close(scope);
    }

    private void While(int node)
    {
        var (header, body, end) = (b.NewBlock(), b.NewBlock(), b.NewBlock());
        b.Enter(header);
        Condition(tree.Field(node, JsField.Condition), body, end);
        b.MoveTo(body);
        LoopBody(tree.Field(node, JsField.Body), end, header);
        b.MoveTo(end);
    }

    private void Do(int node)
    {
        var (body, test, end) = (b.NewBlock(), b.NewBlock(), b.NewBlock());
        b.Enter(body);
        LoopBody(tree.Field(node, JsField.Body), end, test);
        b.MoveTo(test);
        Condition(tree.Field(node, JsField.Condition), body, end);
        b.MoveTo(end);
    }

    private void Labelled(int node)
    {
        var body = tree.Field(node, JsField.Body);
        (labels ??= []).Add(tree.Text(tree.Field(node, JsField.Label)));
        if (body < 0)
        {
            labels = null;
        }
        else if (tree.Kind(body) is JsKind.ForStatement or JsKind.ForInStatement or JsKind.WhileStatement or JsKind.DoStatement or JsKind.LabeledStatement)
        {
            Statement(body);
            labels = null;
        }
        else
        {
            // only a labelled break leads out of a labelled block; unlabelled ones look past it
            var end = b.NewBlock();
            var names = TakeLabels();
            targets.Add(new JumpTarget(names, null, null, finallies.Count) { ContinueTarget = new JumpTarget(names, end, null, finallies.Count) });
            Statement(body);
            Pop();
            b.Enter(end);
        }
    }

    private void BreakOrContinue(int node)
    {
        var isBreak = tree.Kind(node) == JsKind.BreakStatement;
        var label = tree.Text(tree.Field(node, JsField.Label));
        for (var i = targets.Count - 1; i >= 0; i--)
        {
            var target = targets[i];
            if (label.Length > 0 ? !target.Labels.Contains(label) : isBreak ? target.Break is null : target.Continue is null) continue;
            // a labelled block has its end in ContinueTarget, because a bare break must not find it
            var destination = isBreak && target.Break is not null ? target : target.ContinueTarget;
            if (destination is null) break;
            Leave(destination);
            return;
        }
        // no such target: broken code; what follows is not reached
        b.End(new Return(-1, []));
    }

    private void Switch(int node)
    {
        var subjectNode = tree.Unwrap(tree.Field(node, JsField.Value));
        var subject = subjectNode < 0 ? Literal(-1, "undefined") : Expression(subjectNode);
        var isTrue = tree.Kind(subjectNode) == JsKind.True;
        var body = tree.Field(node, JsField.Body);
        var end = b.NewBlock();
        var cases = new List<(int Node, IrBlock Block)>();
        IrBlock? byDefault = null;
        foreach (var child in tree.Named(body))
        {
            if (tree.Kind(child) is not (JsKind.SwitchCase or JsKind.SwitchDefault))
            {
                Unknown(child);
                continue;
            }
            var block = b.NewBlock();
            cases.Add((child, block));
            if (tree.Kind(child) == JsKind.SwitchDefault) byDefault = block;
        }
        foreach (var (child, block) in cases)
        {
            if (tree.Kind(child) != JsKind.SwitchCase) continue;
            file.Visit();
            var value = tree.Field(child, JsField.Value);
            if (value < 0) continue;
            var next = b.NewBlock();
            if (isTrue)
            {
                Condition(value, block, next);
            }
            else
            {
                var label = tree.Unwrap(value);
                var test = TempPlace();
                b.Emit(new Operation(label, test, OperationKind.Compare, "===", [subject, Expression(label)]));
                Terminate(new Branch(label, Read(label, test), block.Id, next.Id));
            }
            b.MoveTo(next);
        }
        Jump(byDefault ?? end);
        var scopes = new List<List<(string, IrVariable?)>?>();
        foreach (var (child, _) in cases) scopes.Add(OpenScope(tree.Named(child), isFunctionBody: false));
        Push(end, null);
        for (var i = 0; i < cases.Count; i++)
        {
            // falls through from the case before; the first one is entered by its test only
            if (i > 0) b.Enter(cases[i].Block);
            else b.MoveTo(cases[i].Block);
            foreach (var child in tree.Named(cases[i].Node))
            {
                if (!tree.IsField(child, JsField.Value)) Statement(child);
            }
        }
        Pop();
        for (var i = scopes.Count - 1; i >= 0; i--) Close(scopes[i]);
        if (cases.Count > 0) b.Enter(end);
        else b.MoveTo(end);
    }
}
