namespace Ase.Taint.Patterns.Grammars;

/// <summary>Go.</summary>
internal static class GoFacts
{
    public static GrammarFacts Value { get; } = new()
    {
        Transparent = ["parenthesized_expression", "expression_statement", "expression_list", "literal_element", "import_spec_list"],
        Blocks = ["source_file", "block", "statement_list", "expression_case", "default_case", "type_case", "communication_case"],
        Lists = ["argument_list", "parameter_list", "literal_value", "expression_list", "type_arguments", "field_declaration_list", "import_spec_list", "var_spec_list"],
        Unordered = ["field_declaration_list"],
        Partial = ["field_declaration_list"],
        Optional =
        [
            "type_parameter_list", ".result", ".receiver", "if_statement.alternative", "import_spec.name", "var_spec.type", "const_spec.type", ".type_arguments",
            "parameter_declaration.name", "import_spec",
        ],
        Statements = ["package_clause", "var_spec", "const_spec"],
        Expressions = ["identifier", "nil", "true", "false", "func_literal", "iota"],
        Groups =
        [
            ["function_declaration", "method_declaration"],
            ["short_var_declaration", "assignment_statement"],
            ["interpreted_string_literal", "raw_string_literal"],
            ["block", "statement_list"],
        ],
        Widens = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["assignment_statement"] = ["var_spec", "const_spec"],
            ["short_var_declaration"] = ["var_spec", "const_spec"],
            ["var_spec"] = ["const_spec"],
        },
        SameFields = ["left=name", "right=value"],
        Members = [("selector_expression", "operand", "field"), ("qualified_type", "package", "name")],
        ChainSteps =
        [
            ("selector_expression", "operand"), ("call_expression", "function"), ("index_expression", "operand"), ("type_assertion_expression", "operand"),
            ("parenthesized_expression", ""),
        ],
        Parameters = [],
        NameFields = [".field", "function_declaration.name", "method_declaration.name", "parameter_declaration.name", "keyed_element.key", "type_spec.name"],
        Tokens = ["++", "--"],
        StringText = ["interpreted_string_literal_content", "raw_string_literal_content", "escape_sequence"],
        Names = ["identifier", "field_identifier", "type_identifier", "package_identifier", "label_name"],
        Binary = ["binary_expression"],
    };
}
