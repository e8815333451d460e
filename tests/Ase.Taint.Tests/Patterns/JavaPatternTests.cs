using Ase.Code.Languages;

namespace Ase.Taint.Tests.Patterns;

public sealed class JavaPatternTests
{
    public static PatternTable Statements { get; } = new()
    {
        { "run(...)", "run(a); x.run(b); new run(c);", "run(a)" },
        { "$O.run(...)", "run(a); x.run(b); this.y.run(c);", "x.run(b)", "this.y.run(c)" },
        { "$F(...)", "run(a); x.run(b); new R(c);", "run(a)", "x.run(b)" },
        { "new Tool($X, ...)", "new Tool(a); new Tool(); new Tool(b) { };", "new Tool(a)", "new Tool(b) { }" },
        { "Runtime.getRuntime().exec($X)", "Runtime.getRuntime().exec(a); r.exec(b);", "Runtime.getRuntime().exec(a)" },
        { "String $X = $V;", "String a = b; int c = d; final String e = f;", "String a = b;", "final String e = f;" },
        { "$X = $V", "String a = b; c = d; e += f;", "a = b", "c = d" },
        { "if (!$X.matches(\"...\")) { ... }", "if (!a.matches(\"[0-9]\")) throw new E(); if (a.matches(\"x\")) { }", "if (!a.matches(\"[0-9]\")) throw new E();" },
        { "$X + ...", "f(a + b + c);", "a + b", "a + b + c" },
        { "\"...\" + $X", "String q = \"select \" + id; String r = other + id;", "\"select \" + id" },
        { "f(\"...\")", "final String K = \"k\"; f(\"a\"); f(K); f(b); f(\"c\" + \"d\");", "f(\"a\")", "f(K)", "f(\"c\" + \"d\")" },
        { "String $Q = \"...\" + $X;\n...\n$S.execute($Q);", "String q = \"s\" + x; log(); s.execute(q);", "String q = \"s\" + x; log(); s.execute(q);" },
        { "try { ... } catch ($E $X) { ... }", "try { a(); } catch (B c) { } finally { }", "try { a(); } catch (B c) { } finally { }" },
        { "for ($T $X : $XS) { ... }", "for (String s : list) { f(s); }", "for (String s : list) { f(s); }" },
        { "return ...;", "return a; ", "return a;" },
        { "($T) $X", "f((String) a);", "(String) a" },
        { "$X instanceof $T", "f(a instanceof B);", "a instanceof B" },
        { "($X) -> $B", "f(a -> b(a)); f((c) -> d);", "a -> b(a)", "(c) -> d" },
        { "$X.class", "f(A.class);", "A.class" },
        { "new String[]{..., $X, ...}", "f(new String[]{\"sh\", \"-c\", c});", "new String[]{\"sh\", \"-c\", c}" },
        { "$C ? $A : $B", "f(a ? b : c);", "a ? b : c" },
        { "$X. ... .build()", "a.b(1).c().build(); build();", "a.b(1).c().build()" },
    };

    public static PatternTable Files { get; } = new()
    {
        { "(HttpServletRequest $R).getParameter(...)", "class A { void m(HttpServletRequest r, Other o) { r.getParameter(a); o.getParameter(b); } }", "r.getParameter(a)" },
        { "(javax.sql.DataSource $D).open()", "import javax.sql.DataSource; class A { DataSource d; other.DataSource e; void m() { d.open(); e.open(); } }", "d.open()" },
        { "(String $X)", "class A { void m(String a, int b) { f(a, b, \"c\"); } }", "a", "\"c\"" },
        { "(String $X) = $V;", "class A { void m() { String a = b; int c = d; } }", "String a = b;" },
        { "(java.util.List<$T> $L) = ...;\n...\n(Job $J) = ...;", "class A { void m() { java.util.List<String> l = x(); l.add(y); Job j = z(); end(); } }", "java.util.List<String> l = x(); l.add(y); Job j = z();" },
        { "new java.io.File($X)", "import java.io.*; class A { void m() { new File(a); new java.io.File(b); new other.File(c); } }", "new File(a)", "new java.io.File(b)" },
        { "$T $M(..., @Param $P $X, ...) { ... }", "class A { int m(int k, @Param(\"q\") String q) { return 1; } int n(String q) { return 2; } }", "int m(int k, @Param(\"q\") String q) { return 1; }" },
        { "$T $M(...) { ... }", "class A { private int m() { } void n(int a) { } }", "private int m() { }", "void n(int a) { }" },
        { "$M($X, ...) { ... }", "class A { int m(String a) { return 1; } A(int b) { } }", "int m(String a) { return 1; }", "A(int b) { }" },
        { "@Override $T $M(...) { ... }", "class A { @Override public int m() { } int n() { } }", "@Override public int m() { }" },
        { "class $C { ... $T $F = \"...\"; ... }", "class A { int x; String y = \"z\"; void m() { } }", "class A { int x; String y = \"z\"; void m() { } }" },
        { "class $C extends Base { ... }", "class A extends Base { } class B { }", "class A extends Base { }" },
        { "@Get(...)", "class A { @Get(\"/x\") void m() { } @Put void n() { } }", "@Get(\"/x\")" },
        { "import java.util.Random;\n...", "import java.util.Random; class A { }", "import java.util.Random; class A { }" },
    };

    [Theory, MemberData(nameof(Statements))]
    public void Should_match_the_listed_texts_in_a_method(PatternCase row) => PatternAssert.Matches(LanguageId.Java, row with { Code = "class K { Object k() { " + row.Code + " } }" });

    [Theory, MemberData(nameof(Files))]
    public void Should_match_the_listed_texts_in_a_file(PatternCase row) => PatternAssert.Matches(LanguageId.Java, row);
}
