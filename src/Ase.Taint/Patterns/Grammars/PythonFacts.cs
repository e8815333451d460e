namespace Ase.Taint.Patterns.Grammars;

/// <summary>Python.</summary>
internal static class PythonFacts
{
    public static GrammarFacts Value { get; } = new()
    {
        Transparent = ["parenthesized_expression", "expression_statement", "expression_list", "as_pattern_target", "type", "dotted_name", "with_clause"],
        Blocks = ["module", "block"],
        Lists =
        [
            "argument_list", "parameters", "lambda_parameters", "list", "tuple", "set", "string", "concatenated_string", "expression_list", "pattern_list",
            "tuple_pattern", "list_pattern", "comparison_operator", "dotted_name", "with_clause",
        ],
        Unordered = ["dictionary"],
        Partial = [],
        Optional =
        [
            "decorator", "type_conversion", "format_specifier", ".return_type", ".type_parameters", "if_statement.alternative", "else_clause", "finally_clause",
            "assignment.type", "for_statement.alternative", "while_statement.alternative", "import_from_statement.name", "import_statement.name",
            "class_definition.superclasses", "keyword_separator", "positional_separator", "with_item",
        ],
        Statements = ["function_definition", "class_definition", "decorated_definition"],
        Expressions =
        [
            "identifier", "attribute", "call", "subscript", "string", "concatenated_string", "integer", "float", "true", "false", "none", "list", "dictionary",
            "tuple", "set", "binary_operator", "boolean_operator", "comparison_operator", "not_operator", "unary_operator", "lambda", "await",
            "list_comprehension", "dictionary_comprehension", "set_comprehension", "generator_expression", "ellipsis", "yield", "assignment", "augmented_assignment",
            "named_expression",
        ],
        Groups = [["tuple", "tuple_pattern", "pattern_list", "expression_list"], ["list", "list_pattern"]],
        Widens = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["assignment"] = ["named_expression"] },
        SameFields = ["left=name", "right=value"],
        Members = [("attribute", "object", "attribute")],
        ChainSteps = [("attribute", "object"), ("call", "function"), ("subscript", "value"), ("await", ""), ("parenthesized_expression", "")],
        Parameters = [("default_parameter", "name"), ("typed_parameter", ""), ("typed_default_parameter", "name")],
        NameFields = [".attribute", "keyword_argument.name", "function_definition.name", "class_definition.name", "aliased_import.alias", "import_from_statement.name"],
        NameParents = ["dotted_name"],
        Keywords = ["keyword_argument"],
        Attributes = ["async"],
        StringText = ["string_content", "escape_sequence"],
        StringCode = ["interpolation"],
        Names = ["identifier"],
        AssociativeOperators = ["and", "or", "|", "&", "^"],
        Binary = ["boolean_operator", "binary_operator"],
    };
}
