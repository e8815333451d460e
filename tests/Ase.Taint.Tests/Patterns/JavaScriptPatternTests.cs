using Ase.Code.Languages;

namespace Ase.Taint.Tests.Patterns;

public sealed class JavaScriptPatternTests
{
    public static PatternTable Calls { get; } = new()
    {
        { "run($A, ...)", "run(a); run(b, c); x.run(d); run(); runs(e)", "run(a)", "run(b, c)" },
        { "run(...)", "run(); run(1, 2); new run(3); tool.run(4)", "run()", "run(1, 2)" },
        { "$O.send(...)", "send(a); res.send(b); this.res.send(c); res?.send(d)", "res.send(b)", "this.res.send(c)", "res?.send(d)" },
        { "new Pool(...)", "new Pool(); new Pool(a); Pool(b); new Pool", "new Pool()", "new Pool(a)", "new Pool" },
        { "$F($X, ...)", "f(a); o.g(b); h()", "f(a)", "o.g(b)" },
        { "f($X, $X)", "f(a, a); f(a, b); f(a.b, a . b); f(/* c */ x, x)", "f(a, a)", "f(a.b, a . b)", "f(/* c */ x, x)" },
        { "f($_, $_)", "f(a, b); f(a)", "f(a, b)" },
        { "f(..., 'end')", "f('end'); f(1, \"end\"); f('end', 2)", "f('end')", "f(1, \"end\")" },
        { "f($A, $...REST)", "f(); f(1); f(1, 2, 3)", "f(1)", "f(1, 2, 3)" },
        { "$R. ... .get($K)", "r.a.b(1).get(k); r.get(k); get(k)", "r.a.b(1).get(k)", "r.get(k)" },
        { "f(<... secret ...>)", "f(a + g(secret)); f(secret); f(public)", "f(a + g(secret))", "f(secret)" },
        { "(f)($X)", "f(a); (f)(b)", "f(a)", "(f)(b)" },
        { "promisify($F)($X)", "promisify(a)(b); promisify(a)", "promisify(a)(b)" },
        { "f(...$XS)", "f(...a); f(a)", "f(...a)" },
        { "$X\n  .then(...)", "a.then(b)", "a.then(b)" },
    };

    public static PatternTable Imports { get; } = new()
    {
        { "child_process.exec(...)", "const { exec } = require('child_process'); exec(a)", "exec(a)" },
        { "child_process.exec(...)", "const { exec: run } = require('node:child_process'); run(a); exec(b)", "run(a)" },
        { "child_process.exec(...)", "import * as cp from \"child_process\"; cp.exec(a); cp.spawn(b)", "cp.exec(a)" },
        { "child_process.exec(...)", "import { exec as e } from 'child_process'; e(a)", "e(a)" },
        { "child_process.exec(...)", "const e = require('child_process').exec; e(a)", "e(a)" },
        { "child_process.exec(...)", "const cp = require('child_process'); const { exec } = cp; exec(a)", "exec(a)" },
        { "child_process.exec(...)", "require('child_process').exec(a)", "require('child_process').exec(a)" },
        { "child_process.exec(...)", "const { exec } = require('other'); exec(a)" },
        { "child_process.$F(...)", "import { spawn } from 'child_process'; spawn(a); other(b)", "spawn(a)" },
        { "fs.promises.readFile(...)", "const { readFile } = require('fs/promises'); readFile(a)", "readFile(a)" },
        { "import $X from 'lib'\n...", "import lib from 'lib'; f(); g()", "import lib from 'lib'; f(); g()" },
        { "const { ..., escape, ... } = require('lib')", "const { a, escape } = require('lib'); const { b } = require('lib')", "{ a, escape } = require('lib')" },
    };

    public static PatternTable Functions { get; } = new()
    {
        { "function ($A, ...) { ... }", "x = function (a) {}; y = (b) => c; z = d => e; w = function () {}", "function (a) {}", "(b) => c", "d => e" },
        { "function $F($A) { ... }", "function f(a) {} const g = (b) => { c() }; class K { m(d) {} }", "function f(a) {}", "g = (b) => { c() }", "m(d) {}" },
        { "function $F(...) { return $X; }", "function f() { return 1; } function g() { h(); return 2; }", "function f() { return 1; }" },
        { "function $F(...) { ...; return $X; }", "function g() { h(); return 2; } function i() { return 3; j(); } function k() { l(); }", "function g() { h(); return 2; }", "function i() { return 3; j(); }" },
        { "function $F(...) { ...; $X = 1; $...REST }", "function g() { x = 1; h() }", "function g() { x = 1; h() }" },
        { "module.exports = function ($A) { ... }", "module.exports = function named(a) {}; exports.x = function (b) {}", "module.exports = function named(a) {}" },
        { "async ($A) => { ... }", "const f = async (a) => {}; const g = (a) => {}", "async (a) => {}" },
        { "function ... (..., $X, ...) { ... }", "function f(a, b) {} x = (c) => d", "function f(a, b) {}", "(c) => d" },
        { "class $C { ... run($X) { ... } ... }", "class A { x = 1; run(a) { b() } stop() {} } class B { stop() {} }", "class A { x = 1; run(a) { b() } stop() {} }" },
        { "($X, ...) => $B", "f((a, b) => c(a)); g(() => d)", "(a, b) => c(a)" },
        { "function $F($A = 1) { ... }", "function f(a = 1) {} function g(a) {}", "function f(a = 1) {}" },
    };

    public static PatternTable Statements { get; } = new()
    {
        { "$X = $V", "x = 1; const y = 2; let z; o.p = 3; q += 4", "x = 1", "y = 2", "o.p = 3" },
        { "const $X = $V", "let x = 1; y = 2", "x = 1" },
        { "if ($C) { ... }", "if (a) b(); if (c) { d(); e() } else { f() }", "if (a) b();", "if (c) { d(); e() } else { f() }" },
        { "if (!$C) return ...;", "function f() { if (!a) return; if (!b) return 1; if (c) return; }", "if (!a) return;", "if (!b) return 1;" },
        { "for (const $K in $O) { ... }", "for (var k in o) { f(k) } for (const v of o) {}", "for (var k in o) { f(k) }" },
        { "$X = load(...)\n...\nuse($X)", "a = load(); other(); use(a)", "a = load(); other(); use(a)" },
        { "$X = load(...)\n...\nuse($X)", "a = load(); if (c) { use(a) }", "a = load(); if (c) { use(a)" },
        { "$X = load(...)\n...\nuse($X)", "a = load(); use(b)" },
        { "$X = load(...)\nuse($X)", "a = load(); other(); use(a)" },
        { "$X = load(...)\n...", "function f() { first(); const a = load(); b(); c() }", "const a = load(); b(); c()" },
        { "use($X);", "return_(1); x = use(a); f(use(b))", "x = use(a);", "f(use(b))" },
        { "use($X);", "const y = use(a), z = 1; () => use(b); if (use(c)) d(); throw use(e); const g = async () => { await use(h) }", "const y = use(a), z = 1;", "use(b)", "await use(h)" },
        { "$X = use($Y);", "let a = use(b); c = use(d); e(c = use(f)); g(use(h))", "let a = use(b);", "c = use(d);", "e(c = use(f));" },
        { "{ kind: $K }\n...", "f({ kind: 1, size: 2 }); const o = { size: 3 }", "{ kind: 1, size: 2 }" },
        { "f();\n...\n[$X].g()", "f(); h(); [1].g()", "f(); h(); [1].g()" },
        { "open($X)\n...\nclose($X)", "const f = open(h); const g = close(h)", "const f = open(h); const g = close(h)" },
        { "return $X", "function f() { return a.b } function g() { return }", "return a.b" },
        { "throw new $E(...)", "throw new Error('x')", "throw new Error('x')" },
        { "try { ... } catch ($E) { ... }", "try { a() } catch (e) { b() } finally { c() }", "try { a() } catch (e) { b() } finally { c() }" },
        { "switch ($X) { ... }", "switch (a) { case 1: b() }", "switch (a) { case 1: b() }" },
    };

    public static PatternTable Values { get; } = new()
    {
        { "f(\"a\")", "f('a'); f(`a`); f(\"b\")", "f('a')", "f(`a`)" },
        { "f(\"...\")", "const C = 'x'; let v = 'y'; v = z; f('a'); f(`b`); f('c' + \"d\"); f(C); f(v); f(`e${g}`)", "f('a')", "f(`b`)", "f('c' + \"d\")", "f(C)" },
        { "f(\"=~/^GET /i\")", "f('get /'); f('post /')", "f('get /')" },
        { "f(\"rm ...\")", "f('rm -r'); f('ls')", "f('rm -r')" },
        { "f(\"it's\")", "f('it\\'s'); f(\"it's\")", "f('it\\'s')", "f(\"it's\")" },
        { "`...${$X}...`", "a = `p ${q} r`; b = `s`; c = `${t}`", "`p ${q} r`", "`${t}`" },
        { "`SELECT ${$X}`", "a = `SELECT ${q}`; b = `DELETE ${q}`; c = `SELECT ${q} x`", "`SELECT ${q}`" },
        { "/.../.test($X)", "/a/.test(b); c.test(d)", "/a/.test(b)" },
        { "/^[a-z...]+$/.test($X)", "/^[a-z...]+$/.test(b); /x/.test(d)", "/^[a-z...]+$/.test(b)" },
        { "{..., shell: $V, ...}", "f({ shell: true, cwd: c }); g({ 'shell': 1 }); h({ shell }); i({ cwd: c })", "{ shell: true, cwd: c }", "{ 'shell': 1 }", "{ shell }" },
        { "f({ a: 1 })", "f({ b: 2, a: 1 }); f({ b: 2 })", "f({ b: 2, a: 1 })" },
        { "[..., 'x', ...]", "a = ['w', 'x']; b = ['y']", "['w', 'x']" },
        { "[]", "a = []; b = [1]", "[]" },
        { "$A && $B", "x = a && b", "a && b" },
        { "b && a", "x = a && b", "a && b" },
        { "$A === 'x'", "a === 'x'; a == 'x'; 'x' === a", "a === 'x'" },
        { "'q' + ...", "x = 'q' + a + b", "'q' + a", "'q' + a + b" },
        { "f(1)", "const N = 1; f(N); f(2); f(1)", "f(N)", "f(1)" },
        { "$O[$K] = $V", "a[b] = c; a.b = c", "a[b] = c" },
        { "typeof $X", "typeof a; void b", "typeof a" },
        { "!$X", "!a; -b", "!a" },
        { "this.$X", "this.a; that.b", "this.a" },
        { "<$E href={$U} />", "a = <a id=\"b\" href={c}>d</a>", "<a id=\"b\" href={c}>" },
        { "{ ... }", "f({ a: 1 })", "{ a: 1 }" },
        { "await $X", "async function f() { await a }", "await a" },
        { "$C ? $A : $B", "x = a ? b : c", "a ? b : c" },
    };

    [Theory, MemberData(nameof(Calls)), MemberData(nameof(Imports)), MemberData(nameof(Functions)), MemberData(nameof(Statements)), MemberData(nameof(Values))]
    public void Should_match_the_listed_texts_and_no_others(PatternCase row) => PatternAssert.Matches(LanguageId.JavaScript, row);

    [Theory]
    [InlineData("run($X as string)", "run(a as string)", "run(a as string)")]
    [InlineData("($X: Request).query", "function f(req: Request, res: Response) { req.query; res.query }", "req.query")]
    [InlineData("function $F($X: string) { ... }", "function f(a: string): void {} function g(a: number) {}", "function f(a: string): void {}")]
    [InlineData("class $C { ... @Get(...) $M(...) { ... } ... }", "class A { @Get('x') m(a: B): C { } }", "class A { @Get('x') m(a: B): C { } }")]
    [InlineData("run($X)", "run(a); run(<any>b)", "run(a)|run(<any>b)")]
    public void Should_match_TypeScript(string pattern, string code, string matches) => PatternAssert.Matches(LanguageId.TypeScript, new PatternCase(pattern, code, matches.Split('|')));

    [Fact]
    public void Should_bind_every_position_of_an_argument_between_ellipses() =>
        Assert.Equal(["a", "b.c", "d()"], PatternAssert.Values(LanguageId.JavaScript, "f(..., $X, ...)", "f(a, b.c, d())", "$X"));

    [Fact]
    public void Should_bind_the_content_of_a_string_to_a_metavariable_in_quotes() =>
        Assert.Equal(["rm -rf"], PatternAssert.Values(LanguageId.JavaScript, "f(\"$CMD\")", "f('rm -rf')", "$CMD"));

    [Fact]
    public void Should_not_unify_parameters_of_different_functions() =>
        Assert.Empty(PatternAssert.Match(LanguageId.JavaScript, "open($X)\n...\nclose($X)", "function f(a) { open(a) }\nfunction g(a) { close(a) }"));
}
