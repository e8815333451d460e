using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Go;

/// <summary>Blocks, conditionals, loops, labels.</summary>
internal sealed partial class GoBody
{
    private readonly Dictionary<string, IrBlock> labels = new(StringComparer.Ordinal);

    private void Block(SyntaxNode node)
    {
        Scopes.Enter();
        Statements(node);
        Scopes.Leave();
    }

    /// <summary>A chain of <c>else if</c> is worked off in a loop, however long.</summary>
    private void If(SyntaxNode node)
    {
        var after = B.NewBlock();
        var depth = 0;
        while (true)
        {
            Scopes.Enter();
            depth++;
            if (node.Field("initializer") is { IsNone: false } initializer) Statement(initializer);
            var (yes, no) = (B.NewBlock(), B.NewBlock());
            Condition(node.Field("condition"), yes, no);
            B.MoveTo(yes);
            Statement(node.Field("consequence"));
            B.End(new Goto(after.Id), no);
            var alternative = node.Field("alternative");
            if (!alternative.Is("if_statement"))
            {
                Statement(alternative);
                break;
            }
            Unit.Visit();
            node = alternative;
        }
        B.Enter(after);
        for (; depth > 0; depth--) Scopes.Leave();
    }

    private void For(SyntaxNode node)
    {
        var label = TakeLabel();
        var body = node.Field("body");
        SyntaxNode head = default;
        foreach (var child in node.NamedChildren)
        {
            if (child != body) head = child;
        }
        Scopes.Enter();
        if (head.Is("range_clause"))
        {
            Range(label, head, body);
        }
        else if (head.Is("for_clause"))
        {
            Unit.Visit();
            Statement(head.Field("initializer"));
            var update = head.Field("update");
            Loop(label, head.Field("condition"), () => Statement(body), () => Statement(update));
        }
        else
        {
            Loop(label, head, () => Statement(body));
        }
        Scopes.Leave();
    }

    private void Range(string? label, SyntaxNode clause, SyntaxNode body)
    {
        Unit.Visit();
        var right = clause.Field("right");
        var whole = Expression(right);
        var type = Unit.Underlying(StaticType(right));
        var left = Items(clause.Field("left"));
        var declares = HasToken(clause, ":=");
        var elementFirst = left.Count == 1 && YieldsElements(right, type);
        ForEach(label, clause, () =>
        {
            for (var i = 0; i < left.Count; i++)
            {
                var isElement = i == 1 || elementFirst;
                var value = isElement ? Element(whole) with { Node = -1 } : Compute(left[i], OperationKind.Keys, "", [whole]) with { Node = -1 };
                Store(left[i], value, clause, declares, isElement ? GoTypes.Element(type) : default);
            }
            Statement(body);
        });
    }

    /// <summary>True when the first variable of a range takes the elements: channels, and iterators of one value.</summary>
    private bool YieldsElements(SyntaxNode right, SyntaxNode type)
    {
        if (type.Is("channel_type") || type.Is("function_type")) return true;
        if (!right.Is("call_expression")) return false;
        var callee = right.Field("function");
        if (!IsQualified(callee)) return false;
        return Unit.Imports[callee.Field("operand").Text] is "maps" or "slices" or "strings" or "bytes"
            && (callee.Field("field").TextSpan is "Keys" or "Values" or "Lines" or "Chunk" || callee.Field("field").TextSpan.EndsWith("Seq", StringComparison.Ordinal));
    }

    private void Label(SyntaxNode node)
    {
        var name = node.Field("label").IsNone ? "" : node.Field("label").Text;
        B.Enter(LabelBlock(name));
        SyntaxNode statement = default;
        foreach (var child in node.NamedChildren)
        {
            if (child.FieldName != "label") statement = child;
        }
        Labelled(name, statement);
    }

    private void GotoLabel(SyntaxNode node) => B.End(new Goto(LabelBlock(LabelOf(node) ?? "").Id));

    private IrBlock LabelBlock(string name) => labels.TryGetValue(name, out var known) ? known : labels[name] = B.NewBlock();

    private static string? LabelOf(SyntaxNode node) => node.NamedChild(0) is { IsNone: false } label ? label.Text : null;
}
