namespace Ase.Taint.Patterns.Grammars;

/// <summary>PHP.</summary>
internal static class PhpFacts
{
    public static GrammarFacts Value { get; } = new()
    {
        Transparent =
        [
            "parenthesized_expression", "expression_statement", "argument", "array_element_initializer", "named_type", "error_suppression_expression", "match_condition_list",
            "type_list",
        ],
        Blocks = ["program", "compound_statement", "colon_block", "case_statement", "default_statement", "declaration_list"],
        Lists =
        [
            "arguments", "formal_parameters", "array_creation_expression", "list_literal", "sequence_expression", "encapsed_string", "heredoc_body", "switch_block",
            "match_block", "shell_command_expression", "echo_statement", "print_intrinsic", "unset_statement",
        ],
        Unordered = ["declaration_list"],
        Partial = ["declaration_list"],
        Optional =
        [
            "visibility_modifier", "static_modifier", "final_modifier", "abstract_modifier", "readonly_modifier", "attribute_list", "base_clause",
            "class_interface_clause", "anonymous_function_use_clause", "reference_modifier", ".return_type", ".alternative", "finally_clause", "namespace_use_clause",
            "simple_parameter.type", "simple_parameter.default_value", "property_element", "const_element", "property_declaration.type", "property_promotion_parameter.visibility",
            "property_promotion_parameter.type", "property_promotion_parameter.default_value",
        ],
        Statements = ["function_definition", "method_declaration", "namespace_definition", "function_static_declaration"],
        Expressions =
        [
            "variable_name", "dynamic_variable_name", "string", "encapsed_string", "heredoc", "nowdoc", "integer", "float", "boolean", "null", "anonymous_function",
            "arrow_function", "print_intrinsic", "name", "qualified_name",
        ],
        Groups =
        [
            ["member_access_expression", "nullsafe_member_access_expression"],
            ["member_call_expression", "nullsafe_member_call_expression"],
            ["function_definition", "method_declaration"],
            ["simple_parameter", "property_promotion_parameter"],
            ["compound_statement", "colon_block"],
            ["include_expression", "include_once_expression"],
            ["require_expression", "require_once_expression"],
            ["class_declaration", "trait_declaration"],
        ],
        Widens = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["assignment_expression"] = ["property_element", "static_variable_declaration", "reference_assignment_expression"],
            ["echo_statement"] = ["expression_statement"],
            ["array_creation_expression"] = ["list_literal"],
        },
        SameFields = ["left=name", "right=value", "right=default_value"],
        Members = [],
        ChainSteps =
        [
            ("member_access_expression", "object"), ("nullsafe_member_access_expression", "object"), ("member_call_expression", "object"),
            ("nullsafe_member_call_expression", "object"), ("subscript_expression", ""), ("scoped_call_expression", "scope"), ("function_call_expression", "function"),
            ("parenthesized_expression", ""),
        ],
        Parameters = [("property_promotion_parameter", "name"), ("simple_parameter", "name")],
        NameFields =
        [
            "member_access_expression.name", "member_call_expression.name", "nullsafe_member_access_expression.name", "nullsafe_member_call_expression.name",
            "scoped_call_expression.name", "function_definition.name", "method_declaration.name", "class_declaration.name", "argument.name",
            "simple_parameter.name",
        ],
        Attributes = [],
        StringText = ["string_content", "escape_sequence", "nowdoc_string"],
        Names = ["name", "namespace_name"],
        Atoms = ["variable_name", "relative_scope", "primitive_type", "visibility_modifier", "qualified_name", "boolean", "cast_type"],
        AssociativeOperators = ["&&", "||", "and", "or", "|", "&", "^", "."],
        Binary = ["binary_expression"],
        IgnoreCase = true,
    };
}
