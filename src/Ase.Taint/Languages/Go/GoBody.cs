using Ase.Code.Languages;
using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;
using Ase.Taint.Lowering.Bodies;

namespace Ase.Taint.Languages.Go;

/// <summary>Lowers the body of one Go function; the dispatch over the kinds of nodes is here, the constructs are in the other files.</summary>
internal sealed partial class GoBody(GoUnit unit, FunctionBuilder builder) : StaticBodyLowering(unit, builder)
{
    private static readonly KindTable<Action<GoBody, SyntaxNode>> StatementTable = new(LanguageId.Go, new Dictionary<string, Action<GoBody, SyntaxNode>>
    {
        ["source_file"] = (b, n) => b.Statements(n),
        ["package_clause"] = (_, _) => { },
        ["import_declaration"] = (_, _) => { },
        ["type_declaration"] = (_, _) => { },
        ["function_declaration"] = (_, _) => { },
        ["method_declaration"] = (_, _) => { },
        ["block"] = (b, n) => b.Block(n),
        ["statement_list"] = (b, n) => b.Statements(n),
        ["expression_statement"] = (b, n) => b.Discard(n.NamedChild(0)),
        ["var_declaration"] = (b, n) => b.Statements(n),
        ["var_spec_list"] = (b, n) => b.Statements(n),
        ["var_spec"] = (b, n) => b.Declare(n),
        ["const_declaration"] = (b, n) => b.Statements(n),
        ["const_spec"] = (b, n) => b.Declare(n),
        ["short_var_declaration"] = (b, n) => b.ShortDeclaration(n),
        ["assignment_statement"] = (b, n) => b.Assignment(n),
        ["inc_statement"] = (b, n) => b.Step(n, n.NamedChild(0), "++"),
        ["dec_statement"] = (b, n) => b.Step(n, n.NamedChild(0), "--"),
        ["send_statement"] = (b, n) => b.Send(n),
        ["receive_statement"] = (b, n) => b.Receive(n),
        ["go_statement"] = (b, n) => b.Discard(n.NamedChild(0)),
        ["defer_statement"] = (b, n) => b.Defer(n),
        ["return_statement"] = (b, n) => b.Return(n),
        ["if_statement"] = (b, n) => b.If(n),
        ["for_statement"] = (b, n) => b.For(n),
        ["expression_switch_statement"] = (b, n) => b.Switch(n),
        ["type_switch_statement"] = (b, n) => b.TypeSwitch(n),
        ["select_statement"] = (b, n) => b.Select(n),
        ["fallthrough_statement"] = (b, n) => b.Fallthrough(n),
        ["labeled_statement"] = (b, n) => b.Label(n),
        ["goto_statement"] = (b, n) => b.GotoLabel(n),
        ["break_statement"] = (b, n) => b.BreakTo(n, LabelOf(n)),
        ["continue_statement"] = (b, n) => b.ContinueTo(n, LabelOf(n)),
        ["empty_statement"] = (_, _) => { },
    });

    private static readonly KindTable<Func<GoBody, SyntaxNode, Operand>> ExpressionTable = new(LanguageId.Go, new Dictionary<string, Func<GoBody, SyntaxNode, Operand>>
    {
        ["identifier"] = (b, n) => b.Name(n),
        ["blank_identifier"] = (b, n) => b.Nothing(n.Index),
        ["field_identifier"] = (_, n) => Literal(n, n.Text),
        ["type_identifier"] = (b, n) => b.Name(n),
        ["package_identifier"] = (b, n) => b.Name(n),
        ["label_name"] = (_, n) => Literal(n, n.Text),
        ["nil"] = (b, n) => b.Nothing(n.Index),
        ["true"] = (_, n) => Literal(n, "true"),
        ["false"] = (_, n) => Literal(n, "false"),
        ["iota"] = (_, n) => Literal(n, "iota"),
        ["int_literal"] = (_, n) => Literal(n, n.Text),
        ["float_literal"] = (_, n) => Literal(n, n.Text),
        ["imaginary_literal"] = (_, n) => Literal(n, n.Text),
        ["rune_literal"] = (_, n) => Literal(n, n.Text),
        ["interpreted_string_literal"] = (_, n) => Literal(n, GoText.StringValue(n), isString: true),
        ["raw_string_literal"] = (_, n) => Literal(n, GoText.StringValue(n), isString: true),
        ["selector_expression"] = (b, n) => b.Selector(n),
        ["index_expression"] = (b, n) => b.Index(n),
        ["slice_expression"] = (b, n) => b.Slice(n),
        ["call_expression"] = (b, n) => b.Call(n),
        ["type_conversion_expression"] = (b, n) => b.Conversion(n),
        ["type_instantiation_expression"] = (b, n) => b.Expression(n.Field("type")),
        ["generic_type"] = (b, n) => b.Expression(n.Field("type")),
        ["type_assertion_expression"] = (b, n) => b.Expression(n.Field("operand")) with { Node = n.Index },
        ["unary_expression"] = (b, n) => b.Unary(n),
        ["binary_expression"] = (b, n) => b.Binary(n),
        ["composite_literal"] = (b, n) => b.Composite(n),
        ["literal_value"] = (b, n) => b.LiteralValue(n, default),
        ["literal_element"] = (b, n) => b.Expression(n.NamedChild(0)),
        ["expression_list"] = (b, n) => b.ExpressionList(n),
        ["variadic_argument"] = (b, n) => b.Expression(n.NamedChild(0)),
        ["func_literal"] = (b, n) => b.Closure(n),
        ["qualified_type"] = (_, n) => TypeValue(n),
        ["pointer_type"] = (_, n) => TypeValue(n),
        ["slice_type"] = (_, n) => TypeValue(n),
        ["array_type"] = (_, n) => TypeValue(n),
        ["map_type"] = (_, n) => TypeValue(n),
        ["channel_type"] = (_, n) => TypeValue(n),
        ["function_type"] = (_, n) => TypeValue(n),
        ["struct_type"] = (_, n) => TypeValue(n),
        ["interface_type"] = (_, n) => TypeValue(n),
        ["parenthesized_type"] = (_, n) => TypeValue(n),
    });

    private new GoUnit Unit { get; } = unit;

    protected override bool IsStatement(SyntaxNode node) => StatementTable[node] is not null;

    protected override bool IsBlock(SyntaxNode node) => node.Kind is "source_file" or "block" or "statement_list";

    protected override void DispatchStatement(SyntaxNode node) => StatementTable[node]!(this, node);

    protected override Operand? DispatchExpression(SyntaxNode node) => ExpressionTable[node]?.Invoke(this, node);

    protected override Operand Nothing(int node) => new(node, null, "nil", node);

    protected override Operand? VariableAt(SyntaxNode node) => node.Is("identifier") && B.Find(node.Text) is { } variable ? Variable(node, variable) : null;

    protected override bool IsCondition(SyntaxNode node) => node.Kind switch
    {
        "call_expression" => !IsMaker(node.Field("function")),
        "index_expression" => true,
        "unary_expression" => Logic(node, out _, out _) != LogicKind.Leaf,
        "binary_expression" => Logic(node, out _, out _) != LogicKind.Leaf || Family(node.Field("operator").Text) == OperationKind.Compare,
        _ => false,
    };

    private static bool IsMaker(SyntaxNode callee) => callee.Is("identifier") && callee.TextSpan is "make" or "new" or "append" or "string";

    // a type where a value is expected: an argument of a builtin, or of a function that the grammar took for one
    private static Operand TypeValue(SyntaxNode node) => Literal(node, GoTypes.Name(node) ?? "");
}
