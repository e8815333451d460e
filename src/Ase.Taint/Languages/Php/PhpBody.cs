using Ase.Code.Languages;
using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;
using Ase.Taint.Lowering.Bodies;

namespace Ase.Taint.Languages.Php;

/// <summary>What a variable that is not declared means.</summary>
internal enum PhpScopeKind
{
    /// <summary>The top-level code of a file: a global.</summary>
    TopLevel,
    /// <summary>A function, method or closure: a local.</summary>
    Function,
    /// <summary>An arrow function: the variable of the enclosing scope if that has one.</summary>
    Arrow,
}

/// <summary>Lowers one PHP function, or the top-level code of a file.</summary>
internal sealed partial class PhpBody(PhpUnit unit, FunctionBuilder builder, PhpScopeKind kind) : BodyLowering(unit, builder)
{
    private static readonly KindTable<Action<PhpBody, SyntaxNode>> StatementTable = new(LanguageId.Php, new Dictionary<string, Action<PhpBody, SyntaxNode>>
    {
        ["program"] = (b, n) => b.Statements(n),
        ["compound_statement"] = (b, n) => b.Statements(n),
        ["colon_block"] = (b, n) => b.Statements(n),
        ["text"] = (_, _) => { },
        ["php_tag"] = (_, _) => { },
        ["php_end_tag"] = (_, _) => { },
        ["empty_statement"] = (_, _) => { },
        ["expression_statement"] = (b, n) => b.ExpressionStatement(n),
        ["echo_statement"] = (b, n) => b.EchoStatement(n),
        ["exit_statement"] = (b, n) => b.ExitStatement(n),
        ["unset_statement"] = (b, n) => b.UnsetStatement(n),
        ["return_statement"] = (b, n) => b.ReturnStatement(n),
        ["break_statement"] = (b, n) => b.Break(n, Levels(n)),
        ["continue_statement"] = (b, n) => b.Continue(n, Levels(n)),
        ["goto_statement"] = (b, n) => b.GotoStatement(n),
        ["named_label_statement"] = (b, n) => b.LabelStatement(n),
        ["declare_statement"] = (b, n) => b.DeclareStatement(n),
        ["global_declaration"] = (b, n) => b.GlobalDeclaration(n),
        ["function_static_declaration"] = (b, n) => b.StaticDeclaration(n),
        ["const_declaration"] = (b, n) => b.ConstDeclaration(n, null),
        ["namespace_definition"] = (b, n) => b.NamespaceDefinition(n),
        ["namespace_use_declaration"] = (b, n) => b.UseDeclaration(n),
        ["if_statement"] = (b, n) => b.IfStatement(n),
        ["while_statement"] = (b, n) => b.While(n.Field("condition"), () => b.Bodies(n)),
        ["do_statement"] = (b, n) => b.DoStatement(n),
        ["for_statement"] = (b, n) => b.ForStatement(n),
        ["foreach_statement"] = (b, n) => b.ForeachStatement(n),
        ["switch_statement"] = (b, n) => b.SwitchStatement(n),
        ["try_statement"] = (b, n) => b.TryStatement(n),
        ["function_definition"] = (b, n) => b.FunctionDefinition(n),
        ["class_declaration"] = (b, n) => b.ClassDeclaration(n),
        ["interface_declaration"] = (b, n) => b.ClassDeclaration(n),
        ["trait_declaration"] = (b, n) => b.ClassDeclaration(n),
        ["enum_declaration"] = (b, n) => b.ClassDeclaration(n),
    });

    private static readonly KindTable<Func<PhpBody, SyntaxNode, Operand>> ExpressionTable = new(LanguageId.Php, new Dictionary<string, Func<PhpBody, SyntaxNode, Operand>>
    {
        ["variable_name"] = (b, n) => b.VariableName(n),
        ["dynamic_variable_name"] = (b, n) => b.DynamicVariable(n),
        ["subscript_expression"] = (b, n) => b.Subscript(n),
        ["member_access_expression"] = (b, n) => b.Member(n),
        ["nullsafe_member_access_expression"] = (b, n) => b.Member(n),
        ["scoped_property_access_expression"] = (b, n) => b.StaticProperty(n),
        ["class_constant_access_expression"] = (b, n) => b.ClassConstant(n),
        ["name"] = (b, n) => b.Constant(n),
        ["qualified_name"] = (b, n) => b.Constant(n),
        ["relative_name"] = (b, n) => b.Constant(n),
        ["relative_scope"] = (b, n) => Literal(n, b.ClassOf(n) ?? n.Text, isString: true),
        ["integer"] = (_, n) => Literal(n, n.Text),
        ["float"] = (_, n) => Literal(n, n.Text),
        ["boolean"] = (_, n) => Literal(n, n.Text.ToLowerInvariant()),
        ["null"] = (_, n) => Literal(n, "null"),
        ["string"] = (b, n) => b.Text(n, n),
        ["encapsed_string"] = (b, n) => b.Text(n, n),
        ["heredoc"] = (b, n) => b.Text(n, n.Field("value")),
        ["nowdoc"] = (b, n) => b.Text(n, n.Field("value")),
        ["shell_command_expression"] = (b, n) => b.ShellCommand(n),
        ["array_creation_expression"] = (b, n) => b.ArrayLiteral(n),
        ["list_literal"] = (b, n) => b.ArrayLiteral(n),
        ["array_element_initializer"] = (b, n) => b.Expression(n.NamedChild(0)),
        ["by_ref"] = (b, n) => b.Expression(n.NamedChild(0)),
        ["variadic_unpacking"] = (b, n) => b.Compute(n, OperationKind.Spread, "...", [b.Expression(n.NamedChild(0))]),
        ["assignment_expression"] = (b, n) => b.Assignment(n),
        ["reference_assignment_expression"] = (b, n) => b.Assignment(n),
        ["augmented_assignment_expression"] = (b, n) => b.AugmentedAssignment(n),
        ["update_expression"] = (b, n) => b.Update(n),
        ["binary_expression"] = (b, n) => b.Binary(n),
        ["unary_op_expression"] = (b, n) => b.Unary(n),
        ["cast_expression"] = (b, n) => b.Cast(n),
        ["conditional_expression"] = (b, n) => b.Conditional(n),
        ["match_expression"] = (b, n) => b.Match(n),
        ["sequence_expression"] = (b, n) => b.Series(n)[^1],
        ["clone_expression"] = (b, n) => b.Compute(n, OperationKind.Select, "clone", [b.Expression(n.NamedChild(0))]),
        ["throw_expression"] = (b, n) => b.ThrowExpression(n),
        ["yield_expression"] = (b, n) => b.Yield(n),
        ["print_intrinsic"] = (b, n) => b.Invoke(n, "print", null, [new Argument(b.Expression(n.NamedChild(0)))]),
        ["include_expression"] = (b, n) => b.Include(n, "include"),
        ["include_once_expression"] = (b, n) => b.Include(n, "include_once"),
        ["require_expression"] = (b, n) => b.Include(n, "require"),
        ["require_once_expression"] = (b, n) => b.Include(n, "require_once"),
        ["function_call_expression"] = (b, n) => b.FunctionCall(n),
        ["member_call_expression"] = (b, n) => b.MemberCall(n),
        ["nullsafe_member_call_expression"] = (b, n) => b.MemberCall(n),
        ["scoped_call_expression"] = (b, n) => b.ScopedCall(n),
        ["object_creation_expression"] = (b, n) => b.ObjectCreation(n),
        ["anonymous_function"] = (b, n) => b.Closure(n),
        ["arrow_function"] = (b, n) => b.Closure(n),
    });

    private new PhpUnit Unit { get; } = unit;

    /// <summary>Lowers the top-level code of the file.</summary>
    public void TopLevel(SyntaxNode root)
    {
        TakeIncludeScope(root);
        Statement(root);
    }

    protected override bool IsStatement(SyntaxNode node) => StatementTable[node] is not null;

    protected override bool IsBlock(SyntaxNode node) => node.Is("compound_statement") || node.Is("program") || node.Is("colon_block");

    protected override void DispatchStatement(SyntaxNode node) => StatementTable[node]!(this, node);

    protected override Operand? DispatchExpression(SyntaxNode node) => ExpressionTable[node]?.Invoke(this, node);

    protected override SyntaxNode Unwrap(SyntaxNode node)
    {
        while (node.Is("parenthesized_expression") || node.Is("error_suppression_expression"))
        {
            Unit.Visit();
            node = node.NamedChild(0);
        }
        return node;
    }

    protected override Operand Nothing(int node) => new(node, null, "null", node);

    protected override Operand Truth(bool value) => new(-1, null, value ? "true" : "false");

    protected override Operand? VariableAt(SyntaxNode node) => node.Is("variable_name") ? VariableName(node) : null;

    protected override bool LogicYieldsOperand => false;

    protected override LogicKind Logic(SyntaxNode node, out SyntaxNode left, out SyntaxNode right)
    {
        (left, right) = (default, default);
        if (node.Is("unary_op_expression"))
        {
            left = node.Field("argument");
            return !left.IsNone && node.Field("operator").Is("!") ? LogicKind.Not : LogicKind.Leaf;
        }
        if (!node.Is("binary_expression")) return LogicKind.Leaf;
        var logic = node.Field("operator") is { IsNone: false } text ? Family(text.TextSpan) : LogicKind.Leaf;
        if (logic == LogicKind.Leaf) return logic;
        (left, right) = (node.Field("left"), node.Field("right"));
        return left.IsNone || right.IsNone ? LogicKind.Leaf : logic;

        static LogicKind Family(ReadOnlySpan<char> text) => text switch
        {
            "&&" => LogicKind.And,
            "||" => LogicKind.Or,
            _ when text.Equals("and", StringComparison.OrdinalIgnoreCase) => LogicKind.And,
            _ when text.Equals("or", StringComparison.OrdinalIgnoreCase) => LogicKind.Or,
            _ => LogicKind.Leaf,
        };
    }

    protected override bool? ConstantTruth(Operand literal) => literal switch
    {
        { Place: not null } => null,
        { Literal: "true" or "1", IsString: false } => true,
        { Literal: "false" or "0" or "null", IsString: false } => false,
        _ => null,
    };

    protected override bool IsCondition(SyntaxNode node) => node.Kind switch
    {
        "function_call_expression" or "member_call_expression" or "scoped_call_expression" or "nullsafe_member_call_expression" => true,
        "binary_expression" => Logic(node, out _, out _) != LogicKind.Leaf || (node.Field("operator") is { IsNone: false } text && Family(text.Text.ToLowerInvariant(), default, default) == OperationKind.Compare),
        "unary_op_expression" => Logic(node, out _, out _) == LogicKind.Not,
        _ => false,
    };
}
