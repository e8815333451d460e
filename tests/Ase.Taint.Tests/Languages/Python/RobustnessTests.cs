using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Languages.Python;

namespace Ase.Taint.Tests.Languages.Python;

/// <summary>Any text is lowered: deep, long, broken, mutated.</summary>
public sealed class RobustnessTests
{
    private const string Program = """"
        from __future__ import annotations
        import os.path, subprocess as sp
        from .models import (User as U, Group)
        from helpers import *

        @dataclass(frozen=True)
        class Item(Base, Generic[T], metaclass=Meta):
            name: str
            size: int = 0
            kinds = [k for k in KINDS if k and not k.old]

            @property
            def label(self) -> str: return f"{self.name!r:>{self.size}} {self.kinds[0]}" "x"

            @staticmethod
            def parse(text, /, *args, sep=",", **kw): return Item(*text.split(sep, 1), **kw)

            async def load(self, ids: list[int] = ()):
                async with lock, sp.open(self.label) as (a, b):
                    async for row in a.rows(*ids): yield {row["id"]: row, **b}
                try:
                    await self.save(x := len(ids), key=lambda r, n=1: r[n])
                except (OSError, ValueError) as e:
                    raise Error("no %s" % e) from e
                except* Group: pass
                else: return
                finally:
                    del self.cache["x"], x

        def walk(node, depth=0):
            global count
            def inner():
                nonlocal depth
                depth -= 1; return lambda: (depth, count)
            while (n := node.next) and 0 < depth <= 10 or not n:
                if n in SEEN: continue
                elif n is None: break
                else: count, *rest = [n, *inner()()], -1
            match node, depth:
                case {"kind": "a" | "b", "items": [first, *others], **extra}, 1 if first: yield from others
                case Point(x=0, y=1.5) as p, _: print(p, first, extra, sep="")
                case A.B | None | -3, other: exec(other)
                case _: assert node, "x" + str(depth)
            for i, (a, b) in enumerate(node[1:-1, ...]): x = y = a if i % 2 else ~b ** 2
            else: node.value[depth] += {k: v for k, v in node.items()}
            with (open(p) as f): type X = int
        """";

    private const string Junk = "(){}[];,.=>`'\"$#@!?:*/\\<>&|\n\0\uD800";

    public static TheoryData<string, string> Deep => new()
    {
        { "lists", "x = " + Repeat("[", "a", "]", 20_000) },
        { "calls", Repeat("f(", "", ")", 20_000) },
        { "fluent calls", "a" + string.Concat(Enumerable.Repeat(".b(c)", 20_000)) },
        { "lambdas", string.Concat(Enumerable.Repeat("lambda: ", 20_000)) + "b" },
        { "conditionals", "x = " + string.Concat(Enumerable.Repeat("a if b else ", 20_000)) + "c" },
        { "powers", "x = a" + string.Concat(Enumerable.Repeat(" ** b", 20_000)) },
        { "signs", "x = " + new string('-', 20_000) + "a" },
        { "subscripts", "x = " + Repeat("a[", "b", "]", 20_000) },
        { "members", "x = a" + string.Concat(Enumerable.Repeat(".b", 20_000)) },
        { "assignments", string.Concat(Enumerable.Repeat("a = ", 20_000)) + "c" },
        { "ifs", Indented("if a:", 900) },
        { "functions", Indented("def f(a):", 900) },
        { "classes", Indented("class A(B):", 900) },
        { "conditions in conditions", "if " + Repeat("(a and ", "b", ")", 20_000) + ": x()" },
        { "open brackets", new string('(', 40_000) },
    };

    public static TheoryData<string, string> Long => new()
    {
        { "parentheses", "x = " + Repeat("(", "a", ")", 40_000) },
        { "sum", "x = " + string.Join(" + ", Enumerable.Repeat("a", 20_000)) },
        { "conjunction", "x = " + string.Join(" and ", Enumerable.Repeat("a", 20_000)) },
        { "negations", "x = " + string.Concat(Enumerable.Repeat("not ", 20_000)) + "a" },
        { "elif", "if a: b()\n" + string.Concat(Enumerable.Repeat("elif c: d()\n", 10_000)) },
        { "clauses of a comprehension", "x = [a" + string.Concat(Enumerable.Repeat(" for a in b", 5_000)) + "]" },
        { "nested finally", Finally(90) },
    };

    [Theory]
    [MemberData(nameof(Deep))]
    public void Deep_nesting_is_cut_off_and_counted(string what, string text) => OnSmallStack(() =>
    {
        var file = Lowered.File(text);

        Lowered.IsSound(file);
        IrPrinter.Print(file);
        Assert.True(file.Stats.UnknownNodes > 0 || file.Tree.HasErrors, what);
    });

    [Theory]
    [MemberData(nameof(Long))]
    public void Long_chains_are_lowered_in_full(string what, string text) => OnSmallStack(() =>
    {
        var file = Lowered.File(text);

        Assert.True(file.Stats.UnknownNodes == 0, what);
        IrPrinter.Print(file);
    });

    [Fact]
    public void What_lies_below_the_cap_still_taints_the_result()
    {
        var file = Lowered.File("x = " + Repeat("[", "secret", "]", 1_000));
        var unknown = Assert.Single(Lowered.Instructions<Operation>(file), o => o.Kind == OperationKind.Unknown);

        Assert.Equal("secret", Assert.Single(unknown.Operands).Place!.Variable.Name);
    }

    [Fact]
    public void Text_that_does_not_parse_is_counted_and_its_calls_are_kept()
    {
        var file = Lowered.File("f(a)\nx = = g(b) ) }\nh(c)");

        Assert.True(file.Tree.HasErrors);
        Assert.Contains("ERROR", file.Stats.Unknown.Keys);
        var calls = Lowered.Instructions<Call>(file).Select(c => c.Name).ToList();
        Assert.Contains("f", calls);
        Assert.Contains("h", calls);
    }

    [Fact]
    public void Mutated_programs_never_throw()
    {
        // a fixed linear congruence instead of chance: the same inputs each time
        var state = 12345u;
        for (var round = 0; round < 500; round++)
        {
            var text = Program;
            for (var edits = Next(6); edits >= 0; edits--)
            {
                var at = Next(text.Length);
                var length = Math.Min(Next(40), text.Length - at);
                text = Next(4) switch
                {
                    0 => text[..at],
                    1 => text.Remove(at, length),
                    2 => text.Insert(Next(text.Length), text.Substring(at, length)),
                    _ => text.Insert(at, Junk[Next(Junk.Length)].ToString()),
                };
                if (text.Length < 2) break;
            }
            var tree = SyntaxTree.Parse(new SourceText(text), LanguageRegistry.Get(LanguageId.Python));
            Lowered.IsSound(new PythonLowering().Lower("file", tree));
        }

        int Next(int limit)
        {
            state = (state * 1664525u) + 1013904223u;
            return (int)((state >> 8) % (uint)limit);
        }
    }

    [Fact]
    public void The_program_is_lowered_without_a_rest()
    {
        var file = Lowered.Whole(Program);

        Assert.False(file.Tree.HasErrors, string.Join("; ", file.Tree.Errors()));
        Assert.Empty(file.Stats.Unknown);
        Lowered.IsSound(file);
    }

    private static string Repeat(string open, string inner, string close, int times) =>
        string.Concat(Enumerable.Repeat(open, times)) + inner + string.Concat(Enumerable.Repeat(close, times));

    private static string Indented(string head, int times) =>
        string.Concat(Enumerable.Range(0, times).Select(i => new string(' ', i) + head + "\n")) + new string(' ', times) + "pass";

    private static string Finally(int times) =>
        string.Concat(Enumerable.Range(0, times).Select(i => new string(' ', i) + "try: pass\n" + new string(' ', i) + "finally:\n")) + new string(' ', times) + "x()";

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action), 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
