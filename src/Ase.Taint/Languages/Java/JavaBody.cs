using Ase.Code.Languages;
using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;
using Ase.Taint.Lowering.Bodies;

namespace Ase.Taint.Languages.Java;

/// <summary>Lowers the body of one Java method; the dispatch over the kinds of nodes is here, the constructs are in the other files.</summary>
/// <param name="unit">The file.</param>
/// <param name="builder">The function.</param>
/// <param name="enclosingType">The innermost class around the code, or null.</param>
internal sealed partial class JavaBody(JavaUnit unit, FunctionBuilder builder, JavaType? enclosingType) : StaticBodyLowering(unit, builder)
{
    private static readonly KindTable<Action<JavaBody, SyntaxNode>> StatementTable = new(LanguageId.Java, new Dictionary<string, Action<JavaBody, SyntaxNode>>
    {
        ["program"] = (b, n) => b.Statements(n),
        ["package_declaration"] = (_, _) => { },
        ["import_declaration"] = (_, _) => { },
        ["module_declaration"] = (_, _) => { },
        ["class_declaration"] = (b, n) => b.Class(n),
        ["interface_declaration"] = (b, n) => b.Class(n),
        ["enum_declaration"] = (b, n) => b.Class(n),
        ["record_declaration"] = (b, n) => b.Class(n),
        ["annotation_type_declaration"] = (b, n) => b.Class(n),
        ["method_declaration"] = (b, n) => b.Method(n),
        ["block"] = (b, n) => b.Block(n),
        ["constructor_body"] = (b, n) => b.Block(n),
        ["expression_statement"] = (b, n) => b.ExpressionStatement(n),
        ["local_variable_declaration"] = (b, n) => b.LocalVariables(n),
        ["explicit_constructor_invocation"] = (b, n) => b.ConstructorCall(n),
        ["if_statement"] = (b, n) => b.If(n),
        ["while_statement"] = (b, n) => b.While(n),
        ["do_statement"] = (b, n) => b.DoLoop(b.TakeLabel(), n.Field("condition"), () => b.Statement(n.Field("body"))),
        ["for_statement"] = (b, n) => b.For(n),
        ["enhanced_for_statement"] = (b, n) => b.EnhancedFor(n),
        ["labeled_statement"] = (b, n) => b.Labelled(n.NamedChild(0).IsNone ? "" : n.NamedChild(0).Text, n.NamedChild(1)),
        ["break_statement"] = (b, n) => b.BreakTo(n, LabelOf(n)),
        ["continue_statement"] = (b, n) => b.ContinueTo(n, LabelOf(n)),
        ["yield_statement"] = (b, n) => b.Yield(n),
        ["return_statement"] = (b, n) => b.Return(n),
        ["throw_statement"] = (b, n) => b.Raise(n, b.Expression(n.NamedChild(0))),
        ["try_statement"] = (b, n) => b.TryStatement(n),
        ["try_with_resources_statement"] = (b, n) => b.TryStatement(n),
        ["synchronized_statement"] = (b, n) => b.Synchronized(n),
        ["assert_statement"] = (b, n) => b.Assert(n),
    });

    private static readonly KindTable<Func<JavaBody, SyntaxNode, Operand>> ExpressionTable = new(LanguageId.Java, new Dictionary<string, Func<JavaBody, SyntaxNode, Operand>>
    {
        ["identifier"] = (b, n) => b.Name(n),
        ["type_identifier"] = (b, n) => b.Name(n),
        ["underscore_pattern"] = (b, n) => b.Nothing(n.Index),
        ["scoped_identifier"] = (_, n) => Literal(n, JavaTypes.Dotted(n)),
        ["this"] = (b, n) => b.This(n),
        ["super"] = (b, n) => b.This(n),
        ["null_literal"] = (b, n) => b.Nothing(n.Index),
        ["true"] = (_, n) => Literal(n, "true"),
        ["false"] = (_, n) => Literal(n, "false"),
        ["decimal_integer_literal"] = (_, n) => Literal(n, n.Text),
        ["hex_integer_literal"] = (_, n) => Literal(n, n.Text),
        ["octal_integer_literal"] = (_, n) => Literal(n, n.Text),
        ["binary_integer_literal"] = (_, n) => Literal(n, n.Text),
        ["decimal_floating_point_literal"] = (_, n) => Literal(n, n.Text),
        ["hex_floating_point_literal"] = (_, n) => Literal(n, n.Text),
        ["character_literal"] = (_, n) => Literal(n, n.Text),
        ["class_literal"] = (_, n) => Literal(n, n.Text),
        ["string_literal"] = (b, n) => b.String(n),
        ["template_expression"] = (b, n) => b.Template(n),
        ["field_access"] = (b, n) => b.FieldAccess(n),
        ["array_access"] = (b, n) => b.ArrayAccess(n),
        ["method_invocation"] = (b, n) => b.Invocation(n),
        ["object_creation_expression"] = (b, n) => b.Creation(n),
        ["method_reference"] = (b, n) => b.MethodReference(n),
        ["lambda_expression"] = (b, n) => b.Lambda(n),
        ["array_creation_expression"] = (b, n) => b.ArrayCreation(n),
        ["array_initializer"] = (b, n) => b.ArrayInitializer(n, n),
        ["assignment_expression"] = (b, n) => b.Assignment(n),
        ["update_expression"] = (b, n) => b.Update(n),
        ["binary_expression"] = (b, n) => b.Binary(n),
        ["unary_expression"] = (b, n) => b.Unary(n),
        ["ternary_expression"] = (b, n) => b.Choose(n, n.Field("condition"), n.Field("consequence"), n.Field("alternative")),
        ["cast_expression"] = (b, n) => b.Cast(n),
        ["instanceof_expression"] = (b, n) => b.InstanceOf(n),
        ["switch_expression"] = (b, n) => b.SwitchValue(n),
        ["annotation"] = (b, n) => b.Nothing(n.Index),
        ["marker_annotation"] = (b, n) => b.Nothing(n.Index),
        ["modifiers"] = (b, n) => b.Nothing(n.Index),
    });

    /// <summary>The innermost class around the code, or null.</summary>
    private JavaType? Type { get; } = enclosingType;

    private new JavaUnit Unit { get; } = unit;

    protected override bool IsStatement(SyntaxNode node) => StatementTable[node] is not null;

    protected override bool IsBlock(SyntaxNode node) => node.Kind is "program" or "block" or "constructor_body";

    protected override void DispatchStatement(SyntaxNode node) => StatementTable[node]!(this, node);

    protected override Operand? DispatchExpression(SyntaxNode node) => ExpressionTable[node]?.Invoke(this, node);

    protected override Operand Nothing(int node) => new(node, null, "null", node);

    protected override Operand? VariableAt(SyntaxNode node) => node.Is("identifier") && B.Find(node.Text) is { } variable ? Variable(node, variable) : null;

    protected override bool IsCondition(SyntaxNode node) => node.Kind is "method_invocation" or "instanceof_expression"
        || (node.Is("unary_expression") && Logic(node, out _, out _) != LogicKind.Leaf)
        || (node.Is("binary_expression") && (Logic(node, out _, out _) != LogicKind.Leaf || Family(node.Field("operator").Text) == OperationKind.Compare));

    private static string? LabelOf(SyntaxNode node) => node.NamedChild(0) is { IsNone: false } label && label.Is("identifier") ? label.Text : null;
}
