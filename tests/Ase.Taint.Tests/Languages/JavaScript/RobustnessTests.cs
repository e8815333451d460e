using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Languages.JavaScript;

namespace Ase.Taint.Tests.Languages.JavaScript;

/// <summary>Any text is lowered: deep, long, broken, mutated.</summary>
public sealed class RobustnessTests
{
    private const string Program = """
        'use strict';
        const { exec } = require('child_process'), path = require('path');
        class Store extends Base { #dir = '.'; static open(d = {}) { return new Store(d); } get dir() { return this.#dir; }
          async read({ name, ...rest }, [first, , third = 1] = []) { try { return await fs.readFile(`${this.dir}/${name}`); } catch ({ message }) { throw new Error(message); } finally { this.close?.(); } } }
        function* walk(node) { outer: for (const k in node) { switch (typeof node[k]) { case 'object': yield* walk(node[k]); break; default: if (!k || k === '..' && node) continue outer; } } }
        Store.prototype.run = function (cmd, cb) { return (exec(cmd + ' ' + [...arguments].slice(1).join(' '), (e, out) => cb ? cb(e, out) : e ?? out), void 0); };
        module.exports = { Store, walk, get now() { return Date.now(); }, [key]: async () => {}, view: p => <ul {...p}>{p.items.map(i => <li key={i.id}>{i.text}</li>)}</ul> };
        do { total += i--; } while (i > 0 || (done ||= check(/[a-z]/i, total)));
        """;

    private const string Typed = """
        import x, { type T, a as b } from './m'; import fs = require('fs'); export * from './n'; export { b as c };
        @Injectable() export abstract class S<T extends U> extends B<T> implements I { constructor(private readonly db: Db, public n?: number) { super(); } abstract f(): void; m(a: string): asserts a is T; m(a) { return (a as any)!.b satisfies C; } }
        enum E { A = 1, B = 'x' } namespace N.M { export const v = <T>w; export function g(this: X, p?: string): p is string { return !!p; } }
        declare module 'q' { export type Z = { [K in keyof T]?: T[K] }; } export default interface J { (x: number): void } let y: A.B<C>[] | null = f<T>(x)!;
        """;

    private const string Junk = "(){}[];,.=>`'\"$#@!?:*/\\<>&|\0\uD800";

    public static TheoryData<string, string> Deep => new()
    {
        { "arrays", Repeat("[", "a", "]", 50_000) },
        { "objects", "x = " + Repeat("{a:", "1", "}", 20_000) },
        { "calls", Repeat("f(", "", ")", 50_000) },
        { "blocks", Repeat("{", "a()", "}", 50_000) },
        { "functions", Repeat("(function(){", "a()", "})()", 5_000) },
        { "arrow functions", string.Concat(Enumerable.Repeat("a => ", 20_000)) + "b" },
        { "templates", Repeat("`${", "a", "}`", 5_000) },
        { "elements", "x = " + Repeat("<a>", "t", "</a>", 10_000) },
        { "negations", "x = " + Repeat("!(", "a", ")", 20_000) },
        { "subscripts", "x = " + Repeat("a[", "b", "]", 20_000) },
        { "patterns", "let " + Repeat("[", "a", "]", 20_000) + " = b" },
        { "tries", "function f() {" + Repeat("try { return 1 } finally {", "x()", "}", 300) + "}" },
        { "tries around", "function f() {" + Repeat("try {", "return 1", "} finally { x() }", 300) + "}" },
        { "classes", Repeat("class A { m() { return ", "1", "}}", 2_000) },
        { "conditions in conditions", "if (" + Repeat("(", "a", "? b : c)", 2_000) + ") x()" },
        { "open brackets", new string('(', 100_000) },
    };

    public static TheoryData<string, string> Long => new()
    {
        { "parentheses", Repeat("(", "a", ")", 100_000) },
        { "sum", "x = " + string.Join("+", Enumerable.Repeat("a", 50_000)) },
        { "conjunction", "x = " + string.Join("&&", Enumerable.Repeat("a", 50_000)) },
        { "members", "x = a" + string.Concat(Enumerable.Repeat(".b", 50_000)) },
        { "fluent calls", "x = a" + string.Concat(Enumerable.Repeat(".b(c)", 50_000)) },
        { "else-if", "if (a) b(); " + string.Concat(Enumerable.Repeat("else if (c) d(); ", 10_000)) },
        { "conditionals", "x = " + string.Concat(Enumerable.Repeat("a ? b : ", 20_000)) + "c" },
        { "assignments", string.Concat(Enumerable.Repeat("a = ", 20_000)) + "c" },
        { "sequence", "x = (" + string.Join(",", Enumerable.Repeat("a()", 50_000)) + ")" },
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
        var unknown = Assert.Single(file.Functions[0].Blocks[0].Instructions.OfType<Operation>(), o => o.Kind == OperationKind.Unknown);

        Assert.Equal("secret", Assert.Single(unknown.Operands).Place!.Variable.Name);
    }

    [Fact]
    public void Text_that_does_not_parse_is_counted_and_its_calls_are_kept()
    {
        var file = Lowered.File("f(a); const = = g(b); } h(c);");

        Assert.True(file.Tree.HasErrors);
        Assert.Contains("ERROR", file.Stats.Unknown.Keys);
        var calls = file.Functions[0].Blocks.SelectMany(b => b.Instructions).OfType<Call>().Select(c => c.Name).ToList();
        Assert.Contains("f", calls);
        Assert.Contains("h", calls);
    }

    [Fact]
    public void Objects_merged_into_each_other_stay_small()
    {
        var merges = string.Concat(Enumerable.Repeat("extend(a, b); extend(b, a);", 200));

        var file = Lowered.File("var a = { x: 1 }, b = { y: 2 };" + merges + "module.exports = a;");

        Assert.InRange(file.Exports.Count, 2, 10);
    }

    [Fact]
    public void Mutated_programs_never_throw()
    {
        // a fixed linear congruence instead of chance: the same inputs each time
        var state = 12345u;
        for (var round = 0; round < 1_500; round++)
        {
            var isTyped = round % 2 == 1;
            var text = isTyped ? Typed : Program;
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
            var tree = SyntaxTree.Parse(new SourceText(text), LanguageRegistry.Get(isTyped ? LanguageId.TypeScript : LanguageId.JavaScript));
            Lowered.IsSound(new JavaScriptLowering().Lower("file", tree));
        }

        int Next(int limit)
        {
            state = (state * 1664525u) + 1013904223u;
            return (int)((state >> 8) % (uint)limit);
        }
    }

    [Fact]
    public void Both_programs_are_lowered_without_a_rest()
    {
        Assert.Empty(Lowered.File(Program).Stats.Unknown);
        Assert.Empty(Lowered.File(Typed, LanguageId.TypeScript).Stats.Unknown);
    }

    private static string Repeat(string open, string inner, string close, int times) =>
        string.Concat(Enumerable.Repeat(open, times)) + inner + string.Concat(Enumerable.Repeat(close, times));

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action), 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
