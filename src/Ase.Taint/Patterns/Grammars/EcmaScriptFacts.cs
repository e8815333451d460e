namespace Ase.Taint.Patterns.Grammars;

/// <summary>JavaScript, TypeScript, TSX.</summary>
internal static class EcmaScriptFacts
{
    public static GrammarFacts Value { get; } = new()
    {
        Transparent = ["parenthesized_expression", "expression_statement", "else_clause", "jsx_expression", "non_null_expression", "extends_clause", "as_expression", "satisfies_expression"],
        Blocks = ["program", "statement_block", "switch_case", "switch_default", "class_body", "interface_body"],
        Lists = ["arguments", "formal_parameters", "array", "array_pattern", "template_string", "sequence_expression", "switch_body", "type_arguments", "jsx_element"],
        Unordered = ["object", "object_pattern", "class_body", "named_imports", "export_clause", "object_type", "interface_body"],
        Partial = ["object", "object_pattern", "class_body", "named_imports", "export_clause", "interface_body"],
        Optional =
        [
            "decorator", "accessibility_modifier", "override_modifier", "type_annotation", "type_parameters", "type_arguments", "optional_chain",
            "import_attribute", "type_predicate_annotation", "asserts_annotation", "class_heritage", ".return_type", ".attribute", ".decorator",
            "if_statement.alternative", "try_statement.finalizer", "function_expression.name", "function_declaration.name", "generator_function_declaration.name", "generator_function.name", "class.name", "export_statement.decorator",
            "import_clause", "catch_clause.parameter",
        ],
        Statements =
        [
            "function_declaration", "class_declaration", "method_definition", "field_definition", "public_field_definition", "import_statement", "export_statement",
            "generator_function_declaration", "switch_case", "switch_default", "method_signature",
        ],
        Expressions =
        [
            "identifier", "this", "super", "string", "template_string", "number", "regex", "true", "false", "null", "undefined", "array", "object", "class",
            "arrow_function", "generator_function", "jsx_element", "jsx_self_closing_element", "meta_property", "spread_element",
        ],
        Groups =
        [
            ["lexical_declaration", "variable_declaration"],
            ["function_expression", "generator_function", "arrow_function", "function_declaration", "generator_function_declaration"],
                        ["class_declaration", "abstract_class_declaration", "class"],
            ["jsx_self_closing_element", "jsx_opening_element"],
            ["field_definition", "public_field_definition"],
            ["pair", "pair_pattern"],
        ],
        Widens = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["assignment_expression"] = ["variable_declarator", "field_definition", "public_field_definition"],
            ["array"] = ["array_pattern"],
            ["object"] = ["object_pattern"],
        },
        SameFields = ["parameters=parameter", "left=name", "left=property", "right=value"],
        Members = [("member_expression", "object", "property"), ("nested_identifier", "object", "property"), ("nested_type_identifier", "module", "name")],
        ChainSteps =
        [
            ("member_expression", "object"), ("call_expression", "function"), ("subscript_expression", "object"), ("await_expression", ""),
            ("non_null_expression", ""), ("parenthesized_expression", ""), ("as_expression", ""),
        ],
        Parameters = [("assignment_pattern", "left"), ("required_parameter", "pattern"), ("optional_parameter", "pattern"), ("object_assignment_pattern", "left")],
        NameFields =
        [
            ".property", ".key", ".label", "function_declaration.name", "class_declaration.name", "method_definition.name", "function_expression.name", "function_declaration.name", "generator_function_declaration.name",
            "import_specifier.name", "variable_declarator.name", "required_parameter.pattern",
        ],
        Attributes = ["async", "static", "get", "set", "export", "default"],
        StringText = ["string_fragment", "escape_sequence"],
        StringCode = ["template_substitution"],
        Names =
        [
            "identifier", "property_identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern", "private_property_identifier",
            "statement_identifier", "type_identifier",
        ],
        Atoms = ["regex"],
        Binary = ["binary_expression"],
    };
}
