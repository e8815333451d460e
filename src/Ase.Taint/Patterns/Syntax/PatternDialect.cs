using Ase.Code.Languages;

namespace Ase.Taint.Patterns.Syntax;

/// <summary>Surroundings that make a piece of code a whole file.</summary>
/// <param name="Name">For reports.</param>
/// <param name="Prefix">Before the pattern.</param>
/// <param name="Suffix">After it.</param>
/// <param name="IsPartial">The suffix completes the pattern's last construct (<c>def f(...):</c> gets a body); what it adds is not compared.</param>
internal sealed record PatternWrapper(string Name, string Prefix, string Suffix, bool IsPartial = false);

/// <summary>How patterns of a language are made acceptable to its grammar.</summary>
internal sealed record PatternDialect
{
    /// <summary>The forms of <c>...</c>, by preference; <c>$...X</c> has the same with its own name.</summary>
    public required string[] Ellipsis { get; init; }

    /// <summary>The forms of <c>$X</c>; <c>{0}</c> is the name.</summary>
    public string[] Metavariable { get; init; } = [Placeholders.MetavariablePrefix + "{0}"];

    /// <summary>The forms of the chain ellipsis.</summary>
    public string Chain { get; init; } = Placeholders.Chain;

    /// <summary>The wrappers in the order they are tried.</summary>
    public required PatternWrapper[] Wrappers { get; init; }

    /// <summary>The wrappers for a pattern that begins with <c>{</c>, tried first.</summary>
    public PatternWrapper[] BraceWrappers { get; init; } = [];

    /// <summary>The wrappers for a pattern that begins with <c>name:</c>, tried first.</summary>
    public PatternWrapper[] KeyWrappers { get; init; } = [];

    /// <summary>A member is written with a dot.</summary>
    public bool DotChains { get; init; } = true;

    /// <summary>Tokens that start a comment to the end of the line.</summary>
    public required string[] LineComments { get; init; }

    /// <summary>There are <c>/* */</c> comments.</summary>
    public bool BlockComments { get; init; } = true;

    /// <summary><c>/re/</c> is a literal.</summary>
    public bool RegexLiterals { get; init; }

    /// <summary>Names with <c>$</c> that are the language's own.</summary>
    public HashSet<string> Reserved { get; init; } = [];

    /// <summary>Typed metavariables are written <c>(T $X)</c>.</summary>
    public bool TypeFirst { get; init; }

    /// <summary>Typed metavariables are written <c>($X : T)</c>.</summary>
    public bool TypeLast { get; init; }

    /// <summary>Typed metavariables among arguments are written <c>$X: T</c>.</summary>
    public bool TypedArguments { get; init; }

    /// <summary>A parameter is written name first, so <c>...</c> among parameters needs a type of its own.</summary>
    public bool TypedParameters { get; init; }

    public static PatternDialect? Find(LanguageId id) => id switch
    {
        LanguageId.JavaScript or LanguageId.TypeScript or LanguageId.Tsx => EcmaScript,
        LanguageId.Python => Python,
        LanguageId.Java => Java,
        LanguageId.Go => Go,
        LanguageId.Php => Php,
        _ => null,
    };

    private static readonly PatternDialect EcmaScript = new()
    {
        Ellipsis = [Placeholders.Ellipsis, Placeholders.Ellipsis + ";", "case " + Placeholders.Ellipsis + ":", "{" + Placeholders.Ellipsis + "}"],
        LineComments = ["//"],
        RegexLiterals = true,
        TypeLast = true,
        BraceWrappers = [new("expression", "(", "\n)")],
        Wrappers =
        [
            new("program", "", ""), new("expression", "(", "\n)"), new("member", "class __C {\n", "\n}"), new("class", "", "\nclass __C {}"),
            new("body", "", " {}", IsPartial: true), new("try", "try {} ", ""), new("else", "if (__c) {} ", ""), new("case", "switch (__s) {", "\n}"),
            new("async", "async function __f() {", "\n}"), new("parameters", "function __f(", ") {}"), new("arguments", "__f(", "\n)"),
            new("members", "({", "\n})"), new("type", "type __T = ", ""),
        ],
    };

    private static readonly PatternDialect Python = new()
    {
        Ellipsis = [Placeholders.Ellipsis, "**" + Placeholders.Ellipsis, "*" + Placeholders.Ellipsis],
        LineComments = ["#"],
        BlockComments = false,
        TypedArguments = true,
        Wrappers =
        [
            new("module", "", ""), new("body", "", " pass", IsPartial: true), new("decorator", "", "\ndef __f(): pass"), new("try", "try:\n    pass\n", ""),
            new("else", "if __c:\n    pass\n", ""), new("pair", "{", "}"), new("arguments", "__f(", "\n)"), new("try-body", "try:\n    pass\n", " pass", IsPartial: true),
        ],
    };

    private static readonly PatternDialect Java = new()
    {
        Ellipsis =
        [
            Placeholders.Ellipsis, Placeholders.EllipsisType + " " + Placeholders.Ellipsis, Placeholders.EllipsisType + " " + Placeholders.Ellipsis + ";",
            Placeholders.Ellipsis + ";", "case " + Placeholders.Ellipsis + ":", Placeholders.Ellipsis + " = " + Placeholders.Ellipsis,
        ],
        // a parameter without a type gets one
        Metavariable = [Placeholders.MetavariablePrefix + "{0}", Placeholders.EllipsisType + " " + Placeholders.MetavariablePrefix + "{0}"],
        LineComments = ["//"],
        TypeFirst = true,
        Wrappers =
        [
            new("expression", "class __C { Object __f = ", "\n;}"), new("statement", "class __C { void __m() {\n", "\n} }"),
            new("statement;", "class __C { void __m() {\n", ";\n} }"), new("member", "class __C {\n", "\n}"), new("program", "", ""), new("program;", "", ";"),
            new("annotation", "", "\nclass __C {}"), new("body", "class __C {\n", " {} }", IsPartial: true), new("statement body", "class __C { void __m() {\n", " {} } }", IsPartial: true),
            new("class body", "", " {}", IsPartial: true), new("parameter", "class __C { void __m(", ") {} }"), new("catch", "class __C { void __m() { try {} ", "\n} }"),
            new("else", "class __C { void __m() { if (__c) {} ", "\n} }"), new("case", "class __C { void __m() { switch (__s) {", "\n} } }"), new("type", "class __C {\n", " __f; }"),
        ],
    };

    private static readonly PatternDialect Go = new()
    {
        Ellipsis = [Placeholders.Ellipsis, Placeholders.Ellipsis + " " + Placeholders.EllipsisType, "case " + Placeholders.Ellipsis + ":"],
        LineComments = ["//"],
        TypeLast = true,
        TypedParameters = true,
        KeyWrappers = [new("element", "var __v = __T{", "}\n")],
        Wrappers =
        [
            new("file", "", "\n"), new("function", "func __f() {\n", "\n}\n"), new("expression", "var __v = ", "\n"), new("body", "", " {}\n", IsPartial: true),
            new("parameters", "func __f(", ") {}\n"), new("arguments", "__f(", ")\n"), new("element", "var __v = __T{", "}\n"), new("type", "var __v ", "\n"),
            new("case", "switch __s {\n", "\n}\n"), new("fields", "type __T struct {\n", "\n}\n"),
        ],
    };

    private static readonly PatternDialect Php = new()
    {
        Ellipsis = ["$" + Placeholders.Ellipsis, "$" + Placeholders.Ellipsis + ";", "public $" + Placeholders.Ellipsis + ";", Placeholders.Ellipsis, "case $" + Placeholders.Ellipsis + ":"],
        Metavariable = ["$" + Placeholders.MetavariablePrefix + "{0}", Placeholders.MetavariablePrefix + "{0}"],
        LineComments = ["//", "#"],
        DotChains = false,
        Reserved = ["$_GET", "$_POST", "$_REQUEST", "$_COOKIE", "$_SERVER", "$_FILES", "$_SESSION", "$_ENV", "$GLOBALS", "$HTTP_RAW_POST_DATA"],
        Wrappers =
        [
            new("statement", "<?php ", "\n"), new("statement;", "<?php ", ";"), new("member", "<?php class __C {\n", "\n}"), new("member;", "<?php class __C {\n", ";\n}"),
            new("body", "<?php ", " {}", IsPartial: true), new("member body", "<?php class __C {\n", " {} }", IsPartial: true), new("arguments", "<?php __f(", ");"),
            new("try", "<?php try {} ", ""), new("else", "<?php if ($c) {} ", ""), new("parameters", "<?php function __f(", ") {}"),
            new("attribute", "<?php ", " function __f() {}"), new("case", "<?php switch ($s) {", "\n}"),
        ],
    };
}
