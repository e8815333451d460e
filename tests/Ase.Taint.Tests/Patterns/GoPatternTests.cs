using Ase.Code.Languages;

namespace Ase.Taint.Tests.Patterns;

public sealed class GoPatternTests
{
    public static PatternTable Bodies { get; } = new()
    {
        { "run($X, ...)", "run(a); run(); x.run(b)", "run(a)" },
        { "$O.Run(...)", "x.Run(a); Run(b); x.y.Run(c)", "x.Run(a)", "x.y.Run(c)" },
        { "$X := $V", "a := b; c = d; var e = f", "a := b", "c = d", "e = f" },
        { "$X, $ERR := load(...)\n...\nuse($X)", "a, err := load(1)\n\tif err != nil {\n\t\treturn\n\t}\n\tuse(a)", "a, err := load(1)\n\tif err != nil {\n\t\treturn\n\t}\n\tuse(a)" },
        { "if $X != nil { ... }", "if err != nil { return }\n\tif ok { return }", "if err != nil { return }" },
        { "fmt.Sprintf(\"...\", ...)", "fmt.Sprintf(\"%s\", a); fmt.Sprintf(f, b)", "fmt.Sprintf(\"%s\", a)" },
        { "f(\"a\")", "f(\"a\"); f(`a`); f(\"b\")", "f(\"a\")", "f(`a`)" },
        { "\"...\" + $X", "f(\"a\" + b)", "\"a\" + b" },
        { "&http.Cookie{..., Secure: false, ...}", "f(&http.Cookie{Name: a, Secure: false}); g(&http.Cookie{Name: b})", "&http.Cookie{Name: a, Secure: false}" },
        { "$X[$K]", "f(a[b])", "a[b]" },
        { "$D. ... .Where($X)", "db.Table(a).Order(b).Where(c)", "db.Table(a).Order(b).Where(c)" },
        { "defer $X.Close()", "defer f.Close()", "defer f.Close()" },
        { "go func() { ... }()", "go func() { f() }()", "go func() { f() }()" },
        { "for _, $V := range $XS { ... }", "for _, v := range xs { f(v) }", "for _, v := range xs { f(v) }" },
        { "return $X", "return a", "return a" },
        { "[]byte($X)", "f([]byte(s))", "[]byte(s)" },
        { "$X.($T)", "f(a.(string))", "a.(string)" },
        { "func(...) { ... }", "f(func(a int) { g() })", "func(a int) { g() }" },
        { "append($X, $Y...)", "a = append(b, c...); d = append(e, f)", "append(b, c...)" },
        { "f(<... secret ...>)", "f(g(secret) + 1); f(other)", "f(g(secret) + 1)" },
    };

    public static PatternTable Files { get; } = new()
    {
        { "exec.Command($X, ...)", "package p\nimport x \"os/exec\"\nfunc f() { x.Command(a); exec.Command(b); y.Command(c) }", "x.Command(a)", "exec.Command(b)" },
        { "($R : *http.Request).FormValue(...)", "package p\nfunc f(w http.ResponseWriter, r *http.Request) { r.FormValue(a); w.FormValue(b) }", "r.FormValue(a)" },
        { "($S : string)", "package p\nfunc f(a string, b int) { g(a, b) }", "a" },
        { "func $F(..., $R *http.Request, ...) { ... }", "package p\nfunc f(w W, r *http.Request) { }\nfunc g(w W) { }\nfunc (s *S) h(a, b int, r *http.Request) error { return nil }", "func f(w W, r *http.Request) { }", "func (s *S) h(a, b int, r *http.Request) error { return nil }" },
        { "func $F(...) $T { ... }", "package p\nfunc f() error { return nil }\nfunc g() { }", "func f() error { return nil }" },
        { "import \"database/sql\"\n...", "package p\nimport (\n\t\"fmt\"\n\t\"database/sql\"\n)\nvar x = 1", "import (\n\t\"fmt\"\n\t\"database/sql\"\n)\nvar x = 1" },
        { "f(\"...\")", "package p\nconst K = \"k\"\nfunc g(v string) { f(K); f(v) }", "f(K)" },
        { "var $X = $V", "package p\nvar a = 1\n", "a = 1" },
    };

    [Theory, MemberData(nameof(Bodies))]
    public void Should_match_the_listed_texts_in_a_function(PatternCase row) => PatternAssert.Matches(LanguageId.Go, row with { Code = "package p\nfunc k() {\n\t" + row.Code + "\n}\n" });

    [Theory, MemberData(nameof(Files))]
    public void Should_match_the_listed_texts_in_a_file(PatternCase row) => PatternAssert.Matches(LanguageId.Go, row);

    [Fact]
    public void Should_bind_each_name_of_a_shared_type() =>
        Assert.Equal(["a", "b"], PatternAssert.Values(LanguageId.Go, "func f(..., $X string, ...) { ... }", "package p\nfunc f(a, b string) { }", "$X"));
}
