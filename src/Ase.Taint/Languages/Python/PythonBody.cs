using Ase.Code.Languages;
using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering;
using Ase.Taint.Lowering.Bodies;

namespace Ase.Taint.Languages.Python;

/// <summary>Lowers one Python function, or a module's top-level code. Class bodies run where they stand; comprehensions are loops.</summary>
internal sealed partial class PythonBody(PythonUnit unit, FunctionBuilder builder) : BodyLowering(unit, builder)
{
    private static readonly KindTable<Action<PythonBody, SyntaxNode>> StatementTable = new(LanguageId.Python, new Dictionary<string, Action<PythonBody, SyntaxNode>>
    {
        ["module"] = (b, n) => b.Statements(n),
        ["block"] = (b, n) => b.Statements(n),
        ["expression_statement"] = (b, n) => b.ExpressionStatement(n),
        ["return_statement"] = (b, n) => b.ReturnStatement(n),
        ["delete_statement"] = (b, n) => b.DeleteStatement(n),
        ["raise_statement"] = (b, n) => b.RaiseStatement(n),
        ["assert_statement"] = (b, n) => b.AssertStatement(n),
        ["print_statement"] = (b, n) => b.PrintStatement(n),
        ["exec_statement"] = (b, n) => b.ExecStatement(n),
        ["pass_statement"] = (_, _) => { },
        ["break_statement"] = (b, n) => b.Break(n),
        ["continue_statement"] = (b, n) => b.Continue(n),
        ["global_statement"] = (_, _) => { },
        ["nonlocal_statement"] = (_, _) => { },
        ["type_alias_statement"] = (_, _) => { },
        ["future_import_statement"] = (_, _) => { },
        ["import_statement"] = (b, n) => b.ImportStatement(n),
        ["import_from_statement"] = (b, n) => b.ImportStatement(n),
        ["if_statement"] = (b, n) => b.IfStatement(n),
        ["for_statement"] = (b, n) => b.ForStatement(n),
        ["while_statement"] = (b, n) => b.WhileStatement(n),
        ["try_statement"] = (b, n) => b.TryStatement(n),
        ["with_statement"] = (b, n) => b.WithStatement(n),
        ["match_statement"] = (b, n) => b.MatchStatement(n),
        ["function_definition"] = (b, n) => b.FunctionDefinition(n, default),
        ["class_definition"] = (b, n) => b.ClassDefinition(n, default),
        ["decorated_definition"] = (b, n) => b.DecoratedDefinition(n),
    });

    private static readonly KindTable<Func<PythonBody, SyntaxNode, Operand>> ExpressionTable = new(LanguageId.Python, new Dictionary<string, Func<PythonBody, SyntaxNode, Operand>>
    {
        ["identifier"] = (b, n) => b.Name(n),
        ["integer"] = (_, n) => Literal(n, n.Text),
        ["float"] = (_, n) => Literal(n, n.Text),
        ["true"] = (_, n) => Literal(n, "True"),
        ["false"] = (_, n) => Literal(n, "False"),
        ["none"] = (_, n) => Literal(n, "None"),
        ["ellipsis"] = (_, n) => Literal(n, "..."),
        ["string"] = (b, n) => b.String(n),
        ["concatenated_string"] = (b, n) => b.ConcatenatedString(n),
        ["attribute"] = (b, n) => b.Attribute(n),
        ["subscript"] = (b, n) => b.Subscript(n),
        ["slice"] = (b, n) => b.Slice(n),
        ["call"] = (b, n) => b.Call(n),
        ["binary_operator"] = (b, n) => b.BinaryOperator(n),
        ["boolean_operator"] = (b, n) => b.LogicValue(n),
        ["not_operator"] = (b, n) => b.LogicValue(n),
        ["comparison_operator"] = (b, n) => b.Comparison(n),
        ["unary_operator"] = (b, n) => b.Unary(n),
        ["conditional_expression"] = (b, n) => b.Conditional(n),
        ["named_expression"] = (b, n) => b.NamedExpression(n),
        ["lambda"] = (b, n) => b.Lambda(n),
        ["await"] = (b, n) => b.Await(n),
        ["yield"] = (b, n) => b.Yield(n),
        ["list"] = (b, n) => b.Sequence(n),
        ["tuple"] = (b, n) => b.Sequence(n),
        ["set"] = (b, n) => b.Sequence(n),
        ["expression_list"] = (b, n) => b.Sequence(n),
        ["pattern_list"] = (b, n) => b.Sequence(n),
        ["tuple_pattern"] = (b, n) => b.Sequence(n),
        ["list_pattern"] = (b, n) => b.Sequence(n),
        ["dictionary"] = (b, n) => b.Dictionary(n),
        ["list_comprehension"] = (b, n) => b.Comprehension(n),
        ["set_comprehension"] = (b, n) => b.Comprehension(n),
        ["generator_expression"] = (b, n) => b.Comprehension(n),
        ["dictionary_comprehension"] = (b, n) => b.Comprehension(n),
        ["list_splat"] = (b, n) => b.Splat(n),
        ["list_splat_pattern"] = (b, n) => b.Splat(n),
        ["dictionary_splat"] = (b, n) => b.Splat(n),
        ["assignment"] = (b, n) => b.Assignment(n),
        ["augmented_assignment"] = (b, n) => b.AugmentedAssignment(n),
        ["as_pattern"] = (b, n) => b.Expression(n.NamedChild(0)),
        ["as_pattern_target"] = (b, n) => b.Expression(n.NamedChild(0)),
        ["keyword_argument"] = (b, n) => b.Expression(n.Field("value")),
        ["dotted_name"] = (b, n) => b.DottedName(n),
    });

    /// <summary>The class whose body is being lowered in place, or null.</summary>
    private ClassScope? scope;

    private new PythonUnit Unit { get; } = unit;

    /// <summary>Lowers the top-level code.</summary>
    public void Module(SyntaxNode root) => Statement(root);

    protected override bool IsStatement(SyntaxNode node) => StatementTable[node] is not null;

    protected override bool IsBlock(SyntaxNode node) => node.Is("block") || node.Is("module");

    protected override void DispatchStatement(SyntaxNode node) => StatementTable[node]!(this, node);

    protected override Operand? DispatchExpression(SyntaxNode node) => ExpressionTable[node]?.Invoke(this, node);

    protected override SyntaxNode Unwrap(SyntaxNode node)
    {
        while (node.Is("parenthesized_expression"))
        {
            Unit.Visit();
            node = node.NamedChild(0);
        }
        return node;
    }

    protected override Operand Nothing(int node) => new(node, null, "None", node);

    protected override Operand Truth(bool value) => new(-1, null, value ? "True" : "False");

    protected override Operand? VariableAt(SyntaxNode node)
    {
        if (!node.Is("identifier")) return null;
        var parent = node.Parent;
        if ((parent.Is("attribute") && parent.Field("attribute") == node) || (parent.Is("keyword_argument") && parent.Field("name") == node)) return null;
        return Name(node);
    }

    protected override bool LogicYieldsOperand => true;

    protected override LogicKind Logic(SyntaxNode node, out SyntaxNode left, out SyntaxNode right)
    {
        (left, right) = (default, default);
        if (node.Is("not_operator"))
        {
            left = node.Field("argument");
            return left.IsNone ? LogicKind.Leaf : LogicKind.Not;
        }
        if (!node.Is("boolean_operator")) return LogicKind.Leaf;
        (left, right) = (node.Field("left"), node.Field("right"));
        if (left.IsNone || right.IsNone) return LogicKind.Leaf;
        return node.Field("operator").Is("and") ? LogicKind.And : LogicKind.Or;
    }

    protected override bool? ConstantTruth(Operand literal) => literal switch
    {
        { Place: not null } => null,
        { Literal: "True" or "1", IsString: false } => true,
        { Literal: "False" or "0" or "None", IsString: false } => false,
        _ => null,
    };

    protected override bool IsCondition(SyntaxNode node) => node.Kind is "call" or "comparison_operator" or "boolean_operator" or "not_operator" or "await";

    /// <summary>A class body in progress.</summary>
    /// <param name="Class">The class.</param>
    /// <param name="Place">The variable that holds the class.</param>
    /// <param name="Names">The names bound in the body.</param>
    /// <param name="Fields">Those whose values are no literals.</param>
    private sealed record ClassScope(IrClass Class, Place Place, PythonBindings Names, IReadOnlyList<string> Fields);
}
