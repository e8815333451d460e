namespace Ase.Taint.Patterns.Grammars;

/// <summary>Java.</summary>
internal static class JavaFacts
{
    public static GrammarFacts Value { get; } = new()
    {
        Transparent = ["parenthesized_expression", "expression_statement", "superclass", "annotated_type", "catch_type"],
        Blocks = ["program", "block", "constructor_body", "switch_block_statement_group", "class_body", "interface_body", "enum_body_declarations"],
        Lists =
        [
            "argument_list", "annotation_argument_list", "formal_parameters", "inferred_parameters", "array_initializer", "element_value_array_initializer",
            "type_arguments", "type_list", "switch_block", "resource_specification", "throws", "dimensions",
        ],
        Unordered = ["modifiers", "class_body", "interface_body"],
        Partial = ["modifiers", "class_body", "interface_body"],
        Optional =
        [
            "modifiers", "type_parameters", "throws", "super_interfaces", "superclass", "dimensions", "finally_clause", "class_body",
            "if_statement.alternative", "class_declaration.interfaces", "class_declaration.superclass", "field_declaration.declarator", "method_declaration.type",
            "local_variable_declaration.declarator", "method_invocation.type_arguments", "class_declaration.permits", "annotation.arguments",
        ],
        Statements = ["constructor_declaration", "static_initializer", "method_declaration", "explicit_constructor_invocation", "switch_expression"],
        Expressions = ["identifier", "this", "super", "true", "false", "field_access", "array_access", "method_invocation", "class_literal", "method_reference"],
        Groups =
        [
            ["local_variable_declaration", "field_declaration"],
            ["method_declaration", "constructor_declaration"],
            ["block", "constructor_body"],
            ["annotation", "marker_annotation"],
            ["try_statement", "try_with_resources_statement"],
            ["class_declaration", "record_declaration", "enum_declaration", "interface_declaration"],
            ["formal_parameters", "inferred_parameters"],
            ["formal_parameter", "catch_formal_parameter"],
        ],
        Widens = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["assignment_expression"] = ["variable_declarator"],
            ["local_variable_declaration"] = ["resource"],
            ["field_declaration"] = ["resource"],
        },
        SameFields = ["left=name", "right=value"],
        Members = [("field_access", "object", "field"), ("scoped_identifier", "scope", "name"), ("scoped_type_identifier", "", "")],
        ChainSteps = [("method_invocation", "object"), ("field_access", "object"), ("array_access", "array"), ("parenthesized_expression", "")],
        Parameters = [("formal_parameter", "name")],
        NameFields =
        [
            ".field", "method_invocation.name", "method_declaration.name", "class_declaration.name", "variable_declarator.name", "formal_parameter.name",
            "constructor_declaration.name", "element_value_pair.key", "enhanced_for_statement.name", "catch_formal_parameter.name", "resource.name",
        ],
        Keywords = ["element_value_pair"],
        Tokens = ["++", "--", "super", "extends"],
        StringText = ["string_fragment", "multiline_string_fragment", "escape_sequence"],
        StringCode = ["string_interpolation"],
        Names = ["identifier", "type_identifier"],
        Atoms = ["integral_type", "floating_point_type", "character_literal"],
        Binary = ["binary_expression"],
    };
}
