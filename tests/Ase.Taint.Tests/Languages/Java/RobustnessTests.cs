using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Languages.Java;

namespace Ase.Taint.Tests.Languages.Java;

/// <summary>Any text is lowered: deep, long, broken, mutated.</summary>
public sealed class RobustnessTests
{
    private const string Program = """
        package a.b; import java.util.*; import static a.C.max;
        @Ann(x = 1) public class Q<T extends Foo> extends R<T> implements I, J {
          private static final Map<String, List<String>> M = new HashMap<>() {{ put("a", b); }};
          static { init(M); } int n = 1, m[] = {1, 2}; { n++; }
          Q(int a) { this(a, 1); } Q(int a, int b) { super(a); this.n = a << b; }
          <X> String foo(@P("x") final String a, X... rest) throws E {
            var r = switch (a) { case "1", "2" -> 3; case Foo(var q, Bar b2) when q > 1 -> q; case null, default -> { yield 4; } };
            outer: for (String s : rest) { for (int i = 0, j; i < 3; i++, j--) { if (s == null || !(s instanceof String t) && i > 1) continue outer; else break; } }
            try (var in = new X(a); w) { throw new E(in); } catch (A | B e) { log(e); } finally { close(); }
            F f = (x, y) -> x + y; G g = this::foo; H h = Foo::new; Runnable k = () -> { assert n > 0 : "m"; };
            synchronized (this) { Q.this.n += ((int) r) * a.length(); } do { n--; } while (n > 0);
            return n > 1 ? a : new StringBuilder("x").append(a).append(rest[0]).toString();
          }
          enum E { A("x") { void f() { } }, B; E(String... s) { } } record P(String l, int r) { P { l = l.trim(); } } interface S { int K = 1; void g(); }
        }
        """;

    private const string Junk = "(){}[];,.=->:@<>'\"&!|/\\\0";

    public static TheoryData<string, string> Deep => new()
    {
        { "parentheses", Method("x = " + Repeat("(", "a", ")", 20_000) + ";") },
        { "sum", Method("x = a" + Repeat("", "", " + a", 20_000) + ";") },
        { "disjunction", Method("x = a" + Repeat("", "", " || a", 20_000) + ";") },
        { "negations", Method("x = " + Repeat("!", "a", "", 20_000) + ";") },
        { "chain", Method("a" + Repeat("", "", ".b()", 20_000) + ";") },
        { "builder", Method("StringBuilder a; a" + Repeat("", "", ".append(b)", 5_000) + ";") },
        { "members", Method("x = a" + Repeat("", "", ".b", 20_000) + ";") },
        { "subscripts", Method("x = a" + Repeat("", "", "[0]", 20_000) + ";") },
        { "conditional", Method("x = " + Repeat("a ? b : ", "c", "", 10_000) + ";") },
        { "assignments", Method(Repeat("x = ", "c", "", 10_000) + ";") },
        { "else if", Method("if (a) {}" + Repeat("", "", " else if (b) {}", 10_000)) },
        { "last blocks", Method(Repeat("try { a(); } finally { ", "", "}", 2_000)) },
        { "switches", Method(Repeat("switch (a) { case 1: ", "", "}", 5_000)) },
        { "lambdas", Method("x = " + Repeat("() -> ", "c", "", 10_000) + ";") },
        { "anonymous classes", Method("x = " + Repeat("new A() { int f() { return ", "c", "; } }", 1_000) + ";") },
        { "patterns", Method("if (a instanceof " + Repeat("R(", "int z", ")", 3_000) + ") {}") },
        { "classes", Repeat("class A { ", "", "}", 10_000) },
        { "constructors", "class A {" + Repeat("int a = f();", "", "", 500) + Repeat("A() {}", "", "", 500) + "}" },
        { "open brackets", "class A { void f() " + new string('{', 20_000) },
    };

    [Theory]
    [MemberData(nameof(Deep))]
    public void Deep_and_long_programs_end(string name, string text)
    {
        Assert.NotEmpty(name);
        var file = Lower(text);

        JavaScript.Lowered.IsSound(file);
        Assert.True(file.Stats.Nodes > 0);
    }

    [Fact]
    public void Every_prefix_of_a_program_is_lowered()
    {
        for (var length = 0; length <= Program.Length; length += 2) JavaScript.Lowered.IsSound(Lower(Program[..length]));
    }

    [Fact]
    public void Every_deletion_and_insertion_is_lowered()
    {
        for (var at = 0; at < Program.Length; at += 3)
        {
            JavaScript.Lowered.IsSound(Lower(Program.Remove(at, Math.Min(1 + (at % 23), Program.Length - at))));
            JavaScript.Lowered.IsSound(Lower(Program.Insert(at, Junk[at % Junk.Length].ToString())));
        }
    }

    [Fact]
    public void Nothing_of_a_valid_program_is_unknown()
    {
        var file = Lower(Program);

        Assert.False(file.Tree.HasErrors);
        Assert.Empty(file.Stats.Unknown);
        Assert.Equal(IrPrinter.Print(file), IrPrinter.Print(Lower(Program)));
    }

    [Fact]
    public void Text_that_does_not_parse_is_counted_and_the_rest_is_lowered()
    {
        var file = Lower("class A { void f() { a( ; use(b); } void g() { use(c); } }");

        Assert.Contains(file.Functions, f => f.Name == "g" && IrPrinter.Print(f).Contains("use(c)", StringComparison.Ordinal));
    }

    private static IrFile Lower(string text)
    {
        var status = SyntaxTree.TryParse(new SourceText(text), LanguageRegistry.Get(LanguageId.Java), ParseLimits.Default, out var tree);
        Assert.Equal(ParseStatus.Parsed, status);
        IrFile? file = null;
        // no more stack than a thread of the pool may have
        var thread = new Thread(() => file = new JavaLowering().Lower("A.java", tree!), 1024 * 1024);
        thread.Start();
        thread.Join();
        return file!;
    }

    private static string Method(string body) => "class A { void f() { " + body + " } }";

    private static string Repeat(string open, string middle, string close, int count) =>
        string.Concat(Enumerable.Repeat(open, count)) + middle + string.Concat(Enumerable.Repeat(close, count));
}
