using System.Globalization;
using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering.Bodies;

namespace Ase.Taint.Languages.Php;

internal sealed partial class PhpBody
{
    private readonly Dictionary<string, IrBlock> labels = new(StringComparer.Ordinal);

    private void ExpressionStatement(SyntaxNode node)
    {
        var value = node.NamedChild(0);
        if (Unit.HasShortEcho && IsShortEcho(node)) Construct(node, "echo", Series(value));
        else if (!value.IsNone) Discard(value);
    }

    protected override void Discard(SyntaxNode node)
    {
        var inner = Unwrap(node);
        if (inner.IsNone) return;
        if (Logic(inner, out _, out _) is LogicKind.And or LogicKind.Or)
        {
            LogicStatement(inner);
            return;
        }
        var value = Expression(inner);
        if (inner.Kind is not ("assignment_expression" or "reference_assignment_expression" or "augmented_assignment_expression" or "update_expression"))
        {
            Use(inner, value);
            Drop(value);
        }
    }

    /// <summary>True for the statement right after <c>&lt;?=</c>; text that did not parse may stand between.</summary>
    private bool IsShortEcho(SyntaxNode node)
    {
        var tree = Unit.Tree;
        var parent = tree.ParentOf(node.Index);
        var before = node.Index - 1;
        while (before >= 0)
        {
            while (tree.ParentOf(before) > parent) before = tree.ParentOf(before);
            var sibling = tree[before];
            if (sibling.Is("text_interpolation")) sibling = tree[tree.LastOf(before) - 1];
            if (sibling.Is("php_tag")) return sibling.TextSpan is "<?=";
            if (!sibling.Is("comment") && !sibling.IsError) return false;
            before--;
        }
        return false;
    }

    private void EchoStatement(SyntaxNode node) => Construct(node, "echo", Series(node.NamedChild(0)));

    /// <summary>The values of <c>a, b, c</c>.</summary>
    private List<Operand> Series(SyntaxNode node)
    {
        var values = new List<Operand>();
        while (node.Is("sequence_expression"))
        {
            Unit.Visit();
            values.Add(Expression(node.NamedChild(0)));
            node = node.NamedChild(1);
        }
        values.Add(Expression(node));
        return values;
    }

    private void ExitStatement(SyntaxNode node)
    {
        var value = node.NamedChild(0);
        Construct(node, "exit", value.IsNone ? [] : [Expression(value)]);
        B.End(new Stop(node.Index));
    }

    private void UnsetStatement(SyntaxNode node)
    {
        var values = node.NamedChildren.ToList().ConvertAll(Expression);
        Construct(node, "unset", values);
        Forget(values);
    }

    private void Forget(IEnumerable<Operand> values)
    {
        foreach (var value in values)
        {
            if (value.Place is { } place && !place.Path.Any(a => a.Kind == AccessorKind.Any)) B.Emit(new Assign(-1, place, Nothing(-1)));
        }
    }

    private void ReturnStatement(SyntaxNode node)
    {
        var expression = node.NamedChild(0);
        if (expression.IsNone)
        {
            B.End(new Return(node.Index, generated is null ? [] : [Variable(node, generated)]));
            return;
        }
        var value = Expression(expression);
        if (value.Place is { Path.Count: 0, Variable: { Kind: VariableKind.Temp } temp }) RememberCondition(expression, value, temp);
        if (generated is not null) Use(expression, value);
        B.End(new Return(node.Index, [generated is null ? value : Variable(node, generated)]));
    }

    private static int Levels(SyntaxNode node) =>
        node.NamedChild(0) is { IsNone: false } level && int.TryParse(level.TextSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    private void GotoStatement(SyntaxNode node) => B.End(new Goto(Label(node.NamedChild(0)).Id));

    private void LabelStatement(SyntaxNode node) => B.Enter(Label(node.NamedChild(0)));

    private IrBlock Label(SyntaxNode name)
    {
        var text = name.IsNone ? "" : name.Text;
        if (!labels.TryGetValue(text, out var block)) labels[text] = block = B.NewBlock();
        return block;
    }

    private void DeclareStatement(SyntaxNode node)
    {
        foreach (var child in node.NamedChildren)
        {
            if (!child.Is("declare_directive")) Statement(child);
        }
    }

    private void GlobalDeclaration(SyntaxNode node)
    {
        foreach (var name in node.NamedChildren)
        {
            if (name.Is("variable_name")) B.BindGlobal(name.Text);
            else Expression(name);
        }
    }

    /// <summary>A static variable keeps its value between calls: a global of its own.</summary>
    private void StaticDeclaration(SyntaxNode node)
    {
        foreach (var declaration in node.NamedChildren)
        {
            if (!declaration.Is("static_variable_declaration")) continue;
            Unit.Visit();
            var name = declaration.Field("name").Text;
            var variable = B.Global($"{Unit.File.Path}:{Function.Id}:{name}");
            B.Restore(name, variable);
            if (declaration.Field("value") is not { IsNone: false } value) continue;
            var initial = Expression(value);
            if (initial.Place is not null) B.Emit(new Operation(declaration.Index, new Place(variable), OperationKind.Select, "static", [new Operand(-1, new Place(variable)), initial]));
        }
    }

    private void NamespaceDefinition(SyntaxNode node)
    {
        if (node.Field("name") is { IsNone: false } name) Unit.File.Namespace = name.Text;
        if (node.Field("body") is { IsNone: false } body) Statement(body);
    }

    private void UseDeclaration(SyntaxNode node)
    {
        var prefix = "";
        foreach (var child in node.NamedChildren)
        {
            if (child.Is("namespace_name")) prefix = child.Text + "\\";
        }
        var groupType = node.Field("type");
        foreach (var child in node.NamedChildren)
        {
            if (child.Is("namespace_use_clause")) Use(child, "", groupType);
            if (!child.Is("namespace_use_group")) continue;
            foreach (var clause in child.NamedChildren)
            {
                if (clause.Is("namespace_use_clause")) Use(clause, prefix, groupType);
            }
        }
    }

    private void Use(SyntaxNode clause, string prefix, SyntaxNode groupType)
    {
        Unit.Visit();
        var alias = clause.Field("alias");
        SyntaxNode name = default;
        foreach (var child in clause.NamedChildren)
        {
            if (name.IsNone && child.Kind is "name" or "qualified_name" && child != alias) name = child;
        }
        if (name.IsNone) return;
        var full = (prefix + name.Text).Trim('\\');
        var slash = full.LastIndexOf('\\');
        var simple = full[(slash + 1)..];
        var local = alias.IsNone ? simple : alias.Text;
        var type = clause.Field("type") is { IsNone: false } own ? own : groupType;
        var isMember = !type.IsNone && type.TextSpan.Equals("function", StringComparison.OrdinalIgnoreCase);
        if (type.IsNone || isMember) Unit.Use(local, full, isMember);
        Unit.File.Imports.Add(isMember ? new IrImport(local, slash < 0 ? "" : full[..slash], simple, clause.Index) : new IrImport(local, full, "*", clause.Index));
    }

    private void TryStatement(SyntaxNode node)
    {
        var catches = new List<Action>();
        var complete = false;
        Action? final = null;
        foreach (var child in node.NamedChildren)
        {
            if (child.Is("catch_clause"))
            {
                complete |= child.Field("type") is { IsNone: false } type && type.TextSpan.Trim('\\') is "Throwable" or "Exception";
                catches.Add(() => CatchClause(child));
            }
            else if (child.Is("finally_clause"))
            {
                final = () => Statement(child.Field("body"));
            }
        }
        Try(node, () => Statement(node.Field("body")), catches, complete, null, final);
    }

    private void CatchClause(SyntaxNode node)
    {
        Unit.Visit();
        if (node.Field("name") is { IsNone: false } name) B.Emit(new Assign(-1, new Place(Lookup(name.Text)), new Operand(-1, new Place(Exception)), name.Index));
        Statement(node.Field("body"));
    }

    private Operand ThrowExpression(SyntaxNode node)
    {
        Raise(node, Expression(node.NamedChild(0)));
        return Nothing(node.Index);
    }
}
