using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Languages.Go;

namespace Ase.Taint.Tests.Languages.Go;

/// <summary>Any text is lowered: deep, long, broken, mutated.</summary>
public sealed class RobustnessTests
{
    private const string Program = """
        package store
        import ( "fmt"; . "strings"; db "database/sql" )
        type S[T any] struct { *Base; items []T; on func(string) (int, error) }
        const A, B = iota, 2
        var one, two = f(1), map[string][]int{"k": {1, 2}, A: nil}
        func (s *S[T]) Run(ctx context.Context, a, b string, rest ...any) (out string, err error) {
            defer func() { if r := recover(); r != nil { err = fmt.Errorf("%v", r) } }()
            switch v := s.items[0].(type) { case string, int: out += string(v); case nil: default: return }
            switch x := a + b; { case x == "" && !ok(x): fallthrough; case len(x) > 3: goto end; default: break }
        loop:
            for i, x := range rest { select { case y, ok := <-s.ch: use(y, ok, i); case s.ch <- x: default: continue loop } }
            for i := 0; i < 3; i++ { a, b = b, a; *s.p, s.m[a] = i, s.q[1:2] }
        end:
            go func(q string) { s.on(q + `raw`) }(Join([]string{a, b}, ","))
            return (*S[T])(nil).name, Map[string, int](rest, s.Run)
        }
        """;

    private const string Junk = "(){}[];,.=:=<-`'\"&*!|/\\\0";

    public static TheoryData<string, string> Deep => new()
    {
        { "parentheses", Function("x = " + Repeat("(", "a", ")", 20_000)) },
        { "sum", Function("x = a" + Repeat("", "", " + a", 20_000)) },
        { "conjunction", Function("x = a" + Repeat("", "", " && a", 20_000)) },
        { "negations", Function("x = " + Repeat("!", "a", "", 20_000)) },
        { "calls", Function(Repeat("f(", "", ")", 20_000)) },
        { "members", Function("x = a" + Repeat("", "", ".b", 20_000)) },
        { "chain", Function("a" + Repeat("", "", ".b()", 20_000)) },
        { "subscripts", Function("x = a" + Repeat("", "", "[0]", 20_000)) },
        { "else if", Function("if a {}" + Repeat("", "", " else if b {}", 10_000)) },
        { "blocks", Function(Repeat("{", "", "}", 20_000)) },
        { "loops", Function(Repeat("for {", "", "}", 10_000)) },
        { "closures", Function("x = " + Repeat("func() { y := ", "1", " }", 3_000)) },
        { "literals", "package p\nvar x = [][]int" + Repeat("{", "1", "}", 20_000) + "\n" },
        { "types", "package p\nvar x " + Repeat("[]*", "int", "", 20_000) + "\n" },
        { "deferred", Function(Repeat("", "", "defer g(); if a { return }\n", 5_000)) },
        { "open brackets", "package p\nfunc f() " + new string('{', 20_000) },
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
        var file = Lower(Program + "\n");

        Assert.False(file.Tree.HasErrors);
        Assert.Empty(file.Stats.Unknown);
        Assert.Equal(IrPrinter.Print(file), IrPrinter.Print(Lower(Program + "\n")));
    }

    [Fact]
    public void Text_that_does_not_parse_is_counted_and_the_rest_is_lowered()
    {
        var file = Lower("package p\nfunc f() { a( ; use(b) }\nfunc g() { use(c) }\n");

        Assert.Contains(file.Functions, f => f.Name == "g" && IrPrinter.Print(f).Contains("call use(c)", StringComparison.Ordinal));
    }

    private static IrFile Lower(string text)
    {
        var status = SyntaxTree.TryParse(new SourceText(text), LanguageRegistry.Get(LanguageId.Go), ParseLimits.Default, out var tree);
        Assert.Equal(ParseStatus.Parsed, status);
        IrFile? file = null;
        // no more stack than a thread of the pool may have
        var thread = new Thread(() => file = new GoLowering().Lower("a.go", tree!), 1024 * 1024);
        thread.Start();
        thread.Join();
        return file!;
    }

    private static string Function(string body) => "package p\nfunc f() {\n" + body + "\n}\n";

    private static string Repeat(string open, string middle, string close, int count) =>
        string.Concat(Enumerable.Repeat(open, count)) + middle + string.Concat(Enumerable.Repeat(close, count));
}
