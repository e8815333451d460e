namespace Ase.Code.Languages;

/// <summary>The only list of languages; aliases, extensions, tests and documentation tables derive from it.</summary>
public static class LanguageRegistry
{
    /// <summary>All languages, in the order of <see cref="LanguageId"/>.</summary>
    public static IReadOnlyList<Language> All { get; } =
    [
        EcmaScript(LanguageId.JavaScript, "javascript", ["js", "jsx", "node"], [".js", ".mjs", ".cjs", ".jsx"]),
        EcmaScript(LanguageId.TypeScript, "typescript", ["ts"], [".ts", ".mts", ".cts"]),
        EcmaScript(LanguageId.Tsx, "tsx", [], [".tsx"]),
        new(LanguageId.Php, "php", [], [".php", ".phtml", ".php3", ".php4", ".php5", ".phps", ".inc"], "//", new SyntaxFacts
        {
            Comments = ["comment"],
            Strings = ["string", "encapsed_string", "heredoc", "nowdoc", "shell_command_expression"],
            Identifiers = ["name", "variable_name"],
            Functions = ["function_definition", "method_declaration", "anonymous_function", "arrow_function"],
            Types = ["class_declaration", "interface_declaration", "trait_declaration", "enum_declaration", "anonymous_class"],
            Calls = ["function_call_expression", "member_call_expression", "nullsafe_member_call_expression", "scoped_call_expression", "object_creation_expression"],
        }),
        new(LanguageId.Python, "python", ["py", "python2", "python3"], [".py", ".pyi", ".pyw"], "#", new SyntaxFacts
        {
            Comments = ["comment"],
            Strings = ["string", "concatenated_string"],
            Identifiers = ["identifier"],
            Functions = ["function_definition", "lambda"],
            Types = ["class_definition"],
            Calls = ["call"],
        }),
        new(LanguageId.Go, "go", ["golang"], [".go"], "//", new SyntaxFacts
        {
            Comments = ["comment"],
            Strings = ["interpreted_string_literal", "raw_string_literal"],
            Identifiers = ["identifier", "field_identifier", "type_identifier", "package_identifier", "label_name"],
            Functions = ["function_declaration", "method_declaration", "func_literal"],
            Types = ["type_spec"],
            Calls = ["call_expression"],
        }),
        new(LanguageId.Java, "java", [], [".java"], "//", new SyntaxFacts
        {
            Comments = ["line_comment", "block_comment"],
            Strings = ["string_literal"],
            Identifiers = ["identifier", "type_identifier"],
            Functions = ["method_declaration", "constructor_declaration", "compact_constructor_declaration", "lambda_expression"],
            Types = ["class_declaration", "interface_declaration", "enum_declaration", "record_declaration", "annotation_type_declaration"],
            Calls = ["method_invocation", "object_creation_expression", "explicit_constructor_invocation"],
        }),
        new(LanguageId.C, "c", [], [".c", ".h"], "//", new SyntaxFacts
        {
            Comments = ["comment"],
            Strings = ["string_literal", "concatenated_string"],
            Identifiers = ["identifier", "field_identifier", "type_identifier"],
            Functions = ["function_definition"],
            Types = ["struct_specifier", "union_specifier", "enum_specifier"],
            Calls = ["call_expression"],
        }),
        new(LanguageId.Cpp, "cpp", ["c++", "cxx"], [".cpp", ".cc", ".cxx", ".hpp", ".hh", ".hxx"], "//", new SyntaxFacts
        {
            Comments = ["comment"],
            Strings = ["string_literal", "raw_string_literal", "concatenated_string"],
            Identifiers = ["identifier", "field_identifier", "type_identifier", "namespace_identifier"],
            Functions = ["function_definition", "lambda_expression"],
            Types = ["class_specifier", "struct_specifier", "union_specifier", "enum_specifier"],
            Calls = ["call_expression"],
        }),
        new(LanguageId.CSharp, "csharp", ["c#", "cs"], [".cs"], "//", new SyntaxFacts
        {
            Comments = ["comment"],
            Strings = ["string_literal", "verbatim_string_literal", "raw_string_literal", "interpolated_string_expression"],
            Identifiers = ["identifier"],
            Functions = ["method_declaration", "constructor_declaration", "local_function_statement", "lambda_expression", "anonymous_method_expression"],
            Types = ["class_declaration", "interface_declaration", "struct_declaration", "record_declaration", "enum_declaration"],
            Calls = ["invocation_expression", "object_creation_expression"],
        }),
        new(LanguageId.Ruby, "ruby", ["rb"], [".rb", ".rake", ".gemspec"], "#", new SyntaxFacts
        {
            Comments = ["comment"],
            Strings = ["string", "heredoc_body", "subshell"],
            Identifiers = ["identifier", "constant", "instance_variable", "class_variable", "global_variable"],
            Functions = ["method", "singleton_method", "lambda", "block", "do_block"],
            Types = ["class", "module", "singleton_class"],
            Calls = ["call"],
        }),
    ];

    /// <summary>Files that hold code of a language among other things.</summary>
    private static readonly Language[] Containers =
    [
        All[(int)LanguageId.TypeScript] with { Extensions = [".vue"], Embedded = VueScripts.Of },
    ];

    private static readonly Dictionary<string, Language> ByName = All
        .SelectMany(l => l.Aliases.Prepend(l.Name).Select(n => (n, l)))
        .ToDictionary(p => p.n, p => p.l, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, Language> ByExtension = All
        .Concat(Containers)
        .SelectMany(l => l.Extensions.Select(e => (e, l)))
        .ToDictionary(p => p.e, p => p.l, StringComparer.OrdinalIgnoreCase);

    /// <summary>The descriptor of a grammar.</summary>
    public static Language Get(LanguageId id) => All[(int)id];

    /// <summary>Finds a language by its name or one of its aliases, ignoring case; null when there is none.</summary>
    public static Language? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Finds the language of a file by its extension, ignoring case; null when it is none of ours.</summary>
    public static Language? ForPath(string path) => ByExtension.GetValueOrDefault(Path.GetExtension(path));

    /// <summary>
    /// Finds the language of a file by its extension or, for a file without one, by the interpreter that its first line names
    /// (<c>#!/usr/bin/env node</c>); null when it is none of ours.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <param name="start">The file's first bytes; 100 are enough.</param>
    public static Language? ForFile(string path, ReadOnlySpan<byte> start)
    {
        if (Path.HasExtension(path)) return ForPath(path);
        if (!start.StartsWith("#!"u8)) return null;
        var end = start.IndexOf((byte)'\n');
        var line = System.Text.Encoding.Latin1.GetString(start[2..(end < 0 ? start.Length : end)]);
        foreach (var word in line.Split([' ', '\t', '\r', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            var name = word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.');
            if (name.Length > 0 && name is not ("env" or "usr" or "bin" or "local") && Find(name) is { } language) return language;
        }
        return null;
    }

    private static Language EcmaScript(LanguageId id, string name, string[] aliases, string[] extensions) => new(id, name, aliases, extensions, "//", new SyntaxFacts
    {
        Comments = ["comment", "html_comment", "hash_bang_line"],
        Strings = ["string", "template_string"],
        Identifiers =
        [
            "identifier", "property_identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern",
            "private_property_identifier", "statement_identifier", "type_identifier",
        ],
        Functions = ["function_declaration", "function_expression", "arrow_function", "method_definition", "generator_function", "generator_function_declaration"],
        Types = ["class_declaration", "class"],
        Calls = ["call_expression", "new_expression"],
    });
}
