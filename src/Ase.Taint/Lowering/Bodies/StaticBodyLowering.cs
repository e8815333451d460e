using System.Globalization;
using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Lowering.Bodies;

/// <summary>
/// What the statically typed languages of the C family share (Go, Java): block scopes, labelled jumps, boolean logic, and operators
/// whose nodes have the same names in both grammars.
/// </summary>
internal abstract partial class StaticBodyLowering(LoweringUnit unit, FunctionBuilder builder) : BodyLowering(unit, builder)
{
    /// <summary>The block scopes of this function.</summary>
    protected BlockScopes Scopes { get; } = new(builder);

    /// <inheritdoc/>
    protected override bool LogicYieldsOperand => false;

    /// <inheritdoc/>
    protected override SyntaxNode Unwrap(SyntaxNode node)
    {
        while (node.Is("parenthesized_expression") && node.NamedChild(0) is { IsNone: false } inner)
        {
            Unit.Visit();
            node = inner;
        }
        return node;
    }

    /// <inheritdoc/>
    protected override LogicKind Logic(SyntaxNode node, out SyntaxNode left, out SyntaxNode right)
    {
        (left, right) = (default, default);
        if (node.Is("unary_expression"))
        {
            if (!node.Field("operator").Is("!")) return LogicKind.Leaf;
            left = node.Field("operand");
            return left.IsNone ? LogicKind.Leaf : LogicKind.Not;
        }
        if (!node.Is("binary_expression")) return LogicKind.Leaf;
        var kind = node.Field("operator") switch
        {
            var o when o.Is("&&") => LogicKind.And,
            var o when o.Is("||") => LogicKind.Or,
            _ => LogicKind.Leaf,
        };
        if (kind == LogicKind.Leaf) return kind;
        (left, right) = (node.Field("left"), node.Field("right"));
        return left.IsNone || right.IsNone ? LogicKind.Leaf : kind;
    }

    /// <inheritdoc/>
    protected override Operand Truth(bool value) => new(-1, null, value ? "true" : "false");

    /// <inheritdoc/>
    protected override bool? ConstantTruth(Operand literal) => literal switch
    {
        { Place: not null } or { IsString: true } => null,
        { Literal: "true" } => true,
        { Literal: "false" } => false,
        _ => null,
    };

    /// <summary>A binary expression that is not logical. Chains that lean to the left are worked off without recursion.</summary>
    protected Operand BinaryChain(SyntaxNode node)
    {
        var spine = new List<SyntaxNode>();
        while (node.Is("binary_expression") && Logic(node, out _, out _) == LogicKind.Leaf && node.Field("left") is { IsNone: false } left)
        {
            if (spine.Count > 0) Unit.Visit();
            spine.Add(node);
            node = Unwrap(left);
        }
        var value = spine.Count == 0 ? Unknown(node) : Expression(node);
        for (var i = spine.Count - 1; i >= 0; i--)
        {
            var right = Expression(spine[i].Field("right"));
            var text = spine[i].Field("operator").Text;
            value = Compute(spine[i], Family(text), text, [value, right]);
        }
        return value;
    }

    /// <summary>The family of a binary operator, without <c>=</c> in a compound assignment.</summary>
    protected static OperationKind Family(string text) => text switch
    {
        "+" => OperationKind.Concat,
        "==" or "!=" or "<" or ">" or "<=" or ">=" => OperationKind.Compare,
        _ => OperationKind.Arithmetic,
    };

    /// <summary>The part of a value under a key: a field for a constant string, an index for a constant number.</summary>
    protected Operand ByKey(int node, Operand whole, Operand key)
    {
        if (key.Place is null && key.Literal is { } literal)
        {
            if (key.IsString) return Part(node, whole, AccessorKind.Field, literal);
            if (literal.Length > 0 && literal.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0) return Part(node, whole, AccessorKind.Index, literal);
        }
        return Part(node, whole, AccessorKind.Any, "", key);
    }

    /// <summary><c>target = value</c> for a target that denotes a place: a member, an element, what a pointer points to.</summary>
    protected void StoreTo(SyntaxNode target, Operand value, int node)
    {
        if (Expression(target).Place is { } place) B.Emit(new Assign(node, place, value, Unwrap(target).Index));
    }

    /// <summary><c>target op= value</c>.</summary>
    /// <returns>The new value.</returns>
    protected Operand Augment(SyntaxNode node, SyntaxNode target, string text, SyntaxNode change)
    {
        var before = Expression(target);
        var by = Expression(change);
        var value = Compute(node, Family(text.TrimEnd('=')), text, [before, by]);
        if (before.Place is { } place) B.Emit(new Assign(node.Index, place, value, Unwrap(target).Index));
        return value;
    }

    /// <summary><c>target++</c> and the like: whatever it was, it is a number now.</summary>
    protected Operand Step(SyntaxNode node, SyntaxNode target, string text)
    {
        var before = Expression(target);
        var value = Compute(node, OperationKind.Arithmetic, text, [before]);
        if (before.Place is { } place) B.Emit(new Assign(node.Index, place, value, Unwrap(target).Index));
        return value;
    }

    /// <summary>Remembers a returned condition, so that a caller who branches on the call knows what it means.</summary>
    protected void RememberReturned(SyntaxNode expression, Operand value)
    {
        if (value.Place is { Path.Count: 0, Variable: { Kind: VariableKind.Temp } temp } && Logic(Unwrap(expression), out _, out _) == LogicKind.Leaf)
        {
            RememberCondition(expression, value, temp);
        }
    }

    /// <summary>A number as accessors spell it.</summary>
    protected static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
