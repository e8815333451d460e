using Ase.Code.Languages;
using Ase.Code.Symbols;
using Ase.Code.Text;
using Ase.Code.Trees;

namespace Ase.Code.Tests.Symbols;

/// <summary>Each case: a file with the region between <c>«</c> and <c>»</c>, what replaces it, and the names that are lost (comma separated).</summary>
public sealed class DefinitionCheckTests
{
    public static TheoryData<string, string, string> JavaScript => new()
    {
        // lost
        { "function f(a) { «const b = clean(a);» return b; }", "clean(a);", "b" },
        { "function f(a) { «const b = clean(a);» return b; }", "{ const b = a; }", "b" },
        { "function f(a) { «var { b, c: [d] } = a;» return b + d; }", "var b = a.b;", "d" },
        { "«function helper() {}» helper();", "", "helper" },
        { "main(); «function main() {}»", "const other = 1;", "main" },
        { "«class A {}» module.exports = new A();", "class B {}", "A" },
        { "«total = 1;» console.log(total);", "", "total" },
        { "«const fs = require('fs');» fs.read();", "", "fs" },
        { "«import { a as b } from 'm';» b();", "import { a } from 'm';", "b" },
        { "for («const [k, v] of m») { use(k, v); }", "const k of m", "v" },
        { "«exports.run = function () {};» exports.stop = 1;", "function run() {}", "exports.run" },
        { "«module.exports.run = f;»", "", "exports.run" },
        { "«module.exports = { a, b() {} };»", "module.exports = { a };", "exports.b" },
        { "«module.exports = function () {};»", "function f() {}", "module.exports" },
        { "«export const a = 1, b = 2;»", "export const a = 1;", "exports.b" },
        { "«export default f;»", "f();", "exports.default" },
        { "class A { «m() {} n() {}» k() { this.m(); } }", "n() {}", "this.m" },
        { "class A { constructor() { «this.db = open();» } q() { return this.db.q(); } }", "open();", "this.db" },
        { "function A() {} «A.prototype.m = function () {};» A.prototype.n = function () { this.m(); };", "", "this.m" },
        { "const lib = {}; «lib.go = function () {};» lib.go();", "lib.gone = function () {};", "lib.go" },
        { "function f() { «var self = this;» return () => self.x; }", "", "self" },
        { "«let C = () => <b/>;» render(<C/>);", "", "C" },
        { "function f(«a, b») { return a + b; }", "a", "b" },
        { "«const crypto = require('crypto');» crypto.createHash('md5');", "", "crypto" },
        // kept
        { "function f(a) { «const b = clean(a);» return b; }", "let b = a;", "" },
        { "function f(a) { «const b = 1;» return a; }", "", "" },
        { "function f(a) { var b; «b = clean(a);» return b; }", "check(a);", "" },
        { "function f(a) { «var b = 1;» if (a) { var b = 2; } return b; }", "", "" },
        { "const b = 0; function f(a) { «const b = 1;» return b; }", "", "" },
        { "«function helper() {}» helper();", "const helper = () => {};", "" },
        { "function f() { { «let x = 1; use(x);» } return x; }", "", "" },
        { "«const fetch = require('node-fetch');» fetch(u);", "", "" },
        { "«exports.run = function () {};»", "Object.assign(exports, { run() {} });", "" },
        { "«exports.run = f;»", "module.exports = { run: f };", "" },
        { "«exports.run = f;»", "module.exports = make();", "" },
        { "«exports.run = f;»", "Object.defineProperty(exports, 'run', { value: f });", "" },
        { "«export function a() {}»", "function b() {} export { b as a };", "" },
        { "class A { «m() {}» k() { this.m(); } }", "m = () => {};", "" },
        { "class A { constructor() { «this.db = 1;» } q() { this.db; } }", "Object.assign(this, o);", "" },
        { "const a = { «m() {}», k() { return this.m(); } };", "m: x", "" },
        { "function f(o) { «o.x = 1;» return o.x; }", "", "" },
        { "typeof x; «var x = 1;»", "", "" },
        { "function f(a) { «const b = a;» return { b: 1 }.b; }", "", "" },
        { "«const b = 1;» function f(b) { return b; }", "", "" },
        { "«function f() {}» x = { f() {} };", "", "" },
    };

    public static TheoryData<string, string, string> TypeScript => new()
    {
        { "«interface A { x: number }» let a: A;", "", "A" },
        { "«enum E { A }» f(E.A);", "", "E" },
        { "«type T = string;» function f(x: T) {}", "type U = string;", "T" },
        { "class S { constructor(«private db: Db») {} m() { return this.db; } }", "db: Db", "this.db" },
        { "class S { constructor(«private db: Db») {} m() { return this.db; } }", "public db: any", "" },
        { "type F = (x: number) => void; «let x = 1;» f(x);", "", "x" },
        { "function f<T>(x: T): T { «let y: T = x;» return y; }", "const y = x;", "" },
        { "«namespace N { export const a = 1; }» N.a;", "", "N" },
    };

    public static TheoryData<string, string, string> Python => new()
    {
        // lost
        { "def f(a):\n    «b = clean(a)»\n    return b\n", "clean(a)", "b" },
        { "def f(a):\n    «b, (c, *d) = a»\n    return b, d\n", "b = a", "d" },
        { "«import os»\nos.path\n", "import sys", "os" },
        { "«from m import a as b»\nb()\n", "from m import a", "b" },
        { "def f():\n    «with open(p) as h:\n        pass»\n    h.close()\n", "open(p)", "h" },
        { "«def helper():\n    pass»\nhelper()\n", "pass", "helper" },
        { "«class A:\n    pass»\nA()\n", "pass", "A" },
        { "class A:\n    def __init__(self):\n        «self.db = 1»\n    def q(self):\n        return self.db\n", "pass", "self.db" },
        { "class A:\n    «def m(self): pass»\n    def k(self):\n        self.m()\n", "x = 1", "self.m" },
        { "def f():\n    «for i in r: pass»\n    return i\n", "pass", "i" },
        { "def f(x):\n    if «(n := len(x))» > 1: pass\n    return n\n", "len(x)", "n" },
        { "def f(x):\n    «y = 1»\n    return f'{y}'\n", "pass", "y" },
        { "def f():\n    «global g\n    g = 1»\ndef h():\n    return g\n", "pass", "g" },
        // kept
        { "def f(a):\n    «b = clean(a)»\n    return b\n", "b: str = a", "" },
        { "def f(a):\n    b = ''\n    «b = clean(a)»\n    return b\n", "pass", "" },
        { "b = 1\ndef f(a):\n    «b = 2»\n    return b\n", "pass", "" },
        { "«import os»\nos.path\n", "import os.path", "" },
        { "«from m import a»\na()\n", "from m import *", "" },
        { "«str = unicode»\nstr(x)\n", "pass", "" },
        { "def f(a):\n    «b = 1»\n    return g(b=a)\n", "pass", "" },
        { "def f(a):\n    «b = 1»\n    return [b for b in a]\n", "pass", "" },
        { "def f(a):\n    «b = 1»\n    return a.b\n", "pass", "" },
        { "class A:\n    db = None\n    def __init__(self):\n        «self.db = 1»\n    def q(self):\n        return self.db\n", "pass", "" },
        { "class A:\n    «def m(self): pass»\n    def k(self):\n        self.m()\n", "m = other", "" },
        { "def f(a):\n    «b = 1»\n    del b\n", "pass", "" },
        { "def f(a):\n    «b = 1»\n    return lambda b: b\n", "pass", "" },
    };

    public static TheoryData<string, string, string> Php => new()
    {
        // lost
        { "<?php function f($a) { «$b = trim($a);» return $b; }", "trim($a);", "$b" },
        { "<?php «$b = 1;» echo \"x $b\";", "", "$b" },
        { "<?php function f($a) { «[$b, 'k' => $c] = $a;» return $c; }", "$b = $a;", "$c" },
        { "<?php «foreach ($r as $k => $v) {}» echo $v;", "", "$v" },
        { "<?php «$m = 1;» function f() use_not() {} echo $m;", "", "$m" },
        { "<?php «function helper() {}» helper();", "", "helper" },
        { "<?php «class A {}» new A();", "", "a" },
        { "<?php class A { «function m() {}» function k() { $this->m(); } }", "", "m" },
        { "<?php class A { «static function m() {}» function k() { self::m(); A::m(); } }", "", "m" },
        { "<?php class A { «private $db;» function k() { return $this->db; } }", "", "db" },
        { "<?php class A { «const X = 1;» function k() { return self::X; } }", "", "X" },
        { "<?php «define('X', 1);» echo X;", "", "X" },
        { "<?php «$x = 1;» $f = function () use ($x) { return $x; };", "", "$x" },
        { "<?php function f() { «global $db;» return $db->q(); }", "", "$db" },
        { "<?php function f() { «$b = 1;» return compact('b'); }", "", "$b" },
        // kept
        { "<?php function f($a) { «$b = trim($a);» return $b; }", "preg_match('/x/', $a, $b);", "" },
        { "<?php function f($a) { «$b = trim($a);» return $b; }", "list($b) = $a;", "" },
        { "<?php function f($a) { «$b = trim($a);» return $b; }", "extract($a);", "" },
        { "<?php function f($a) { «$b = 1;» return isset($b) || empty($b) || ($b ?? 2); }", "", "" },
        { "<?php $b = 0; «$b = 1;» echo $b;", "", "" },
        { "<?php «$b = 1;» function f($b) { return $b; }", "", "" },
        { "<?php function f() { «$b = 1;» return fn($b) => $b; }", "", "" },
        { "<?php «function Helper() {}» helper();", "function HELPER() {}", "" },
        { "<?php «$_SESSION['a'] = 1;» echo $_SESSION['a'];", "", "" },
        { "<?php class A { private $db; function i() { «$this->db = 1;» } function k() { return $this->db; } }", "", "" },
        { "<?php function f() { «$r[] = 1;» return $r; }", "$r['k'] = 2;", "" },
        { "<?php «class A { const X = 1; }» class B { const X = 2; function f() { return self::X; } }", "", "" },
    };

    public static TheoryData<string, string, string> Go => new()
    {
        // lost
        { "package p\nfunc f(a string) string {\n\t«b := clean(a)»\n\treturn b\n}", "clean(a)", "b" },
        { "package p\nfunc f(a string) string {\n\t«b := a»\n\treturn b\n}", "if true {\n\tb := a\n\t_ = b\n}", "b" },
        { "package p\nfunc f() error {\n\t«v, err := g()»\n\tuse(v)\n\treturn err\n}", "v := h()", "err" },
        { "package p\nfunc f() int {\n\t«var b, c int»\n\treturn b + c\n}", "var b int", "c" },
        { "package p\n«func helper() {}»\nfunc f() { helper() }", "", "helper" },
        { "package p\n«type T struct{}»\nfunc f() T { return T{} }", "", "T" },
        { "package p\n«const X = 1»\nfunc f() int { return X }", "", "X" },
        { "package p\ntype T struct{}\n«func (t T) m() {}»\nfunc f(t T) { t.m() }", "", "m" },
        { "package p\n«import \"net/http\"»\nvar c http.Client", "", "http" },
        { "package p\nfunc f(«a, b int») int { return a + b }", "a int", "b" },
        // kept
        { "package p\nfunc f(a string) string {\n\t«b := clean(a)»\n\treturn b\n}", "var b string", "" },
        { "package p\nfunc f(a string) (b string) {\n\t«b = clean(a)»\n\treturn b\n}", "", "" },
        { "package p\nfunc f() error {\n\t«v, err := g()»\n\tw, err := h(v)\n\treturn err\n}", "v := 1", "" },
        { "package p\nfunc f() {\n\t«for i := range r {\n\t\tuse(i)\n\t}»\n\tfor i := range s {\n\t\tuse(i)\n\t}\n}", "", "" },
        { "package p\nfunc f() T {\n\t«Name := 1»\n\treturn T{Name: 2}\n}", "", "" },
        { "package p\n«func helper() {}»\nfunc f() { helper() }", "var helper = func() {}", "" },
    };

    public static TheoryData<string, string, string> Java => new()
    {
        // lost
        { "class A { String f(String a) { «String b = clean(a);» return b; } }", "clean(a);", "b" },
        { "class A { String f(String a) { «String b = a;» return b; } }", "{ String b = a; }", "b" },
        { "class A { «void m() {}» void k() { m(); this.m(); } }", "", "m" },
        { "class A { «private int n;» int k() { return n; } }", "", "n" },
        { "class A { «private int n;» int k() { return this.n; } }", "", "n" },
        { "class A { «static class B {}» Object k() { return new B(); } }", "", "B" },
        { "«import java.util.List;» class A { List<String> x; }", "", "List" },
        { "class A { «static final int X = 1;» int k() { return A.X + X; } }", "", "X" },
        { "class A { «static int m() { return 1; }» int k() { return A.m(); } }", "", "m" },
        { "class A { void f(«int a, int b») { g(a, b); } }", "int a", "b" },
        // kept
        { "class A { String f(String a) { «String b = clean(a);» return b; } }", "var b = a;", "" },
        { "class A { String b; String f(String a) { «String b = a;» return b; } }", "", "" },
        { "class A { void f() { «for (int i = 0; i < 1; i++) {}» for (int i = 0; i < 2; i++) { use(i); } } }", "", "" },
        { "class A { «void m() {}» void k(B b) { b.m(); } }", "", "" },
        { "class A { «void m() {}» void m(int x) {} void k() { m(); } }", "", "" },
        { "class A { void f(Object o) { if («o instanceof String s») use(s); } }", "o instanceof String s && !s.isEmpty()", "" },
        { "class A { void f() { «Runnable r = () -> {};» r.run(); } }", "Runnable r = this::f;", "" },
    };

    [Theory, MemberData(nameof(JavaScript))]
    public void JavaScript_regions(string file, string replacement, string lost) => Check(LanguageId.JavaScript, file, replacement, lost);

    [Theory, MemberData(nameof(TypeScript))]
    public void TypeScript_regions(string file, string replacement, string lost) => Check(LanguageId.TypeScript, file, replacement, lost);

    [Theory, MemberData(nameof(Python))]
    public void Python_regions(string file, string replacement, string lost) => Check(LanguageId.Python, file, replacement, lost);

    [Theory, MemberData(nameof(Php))]
    public void Php_regions(string file, string replacement, string lost) => Check(LanguageId.Php, file, replacement, lost);

    [Theory, MemberData(nameof(Go))]
    public void Go_regions(string file, string replacement, string lost) => Check(LanguageId.Go, file, replacement, lost);

    [Theory, MemberData(nameof(Java))]
    public void Java_regions(string file, string replacement, string lost) => Check(LanguageId.Java, file, replacement, lost);

    [Theory]
    [InlineData(LanguageId.C, "int f() { «int a = 1;» return a; }")]
    [InlineData(LanguageId.Ruby, "«a = 1»\nputs a\n")]
    [InlineData(LanguageId.CSharp, "class C { int F() { «int a = 1;» return a; } }")]
    public void Other_languages_lose_nothing(LanguageId id, string file) => Check(id, file, "", "");

    [Fact]
    public void An_unchanged_region_loses_nothing()
    {
        foreach (var (id, cases) in new[]
        {
            (LanguageId.JavaScript, JavaScript), (LanguageId.TypeScript, TypeScript), (LanguageId.Python, Python), (LanguageId.Php, Php), (LanguageId.Go, Go), (LanguageId.Java, Java),
        })
        {
            foreach (var row in cases)
            {
                var file = row.Data.Item1;
                Check(id, file, file[(file.IndexOf('«') + 1)..file.IndexOf('»')], "");
            }
        }
    }

    [Fact]
    public void Text_that_does_not_parse_is_judged_by_what_can_be_read()
    {
        Check(LanguageId.JavaScript, "function f(a) { «const b = a;» return b; }", "const b = (((; ", "");
        Check(LanguageId.JavaScript, "function f(a) { «const b = a;» return b; }", "}}} ((", "b");
    }

    private static void Check(LanguageId id, string marked, string replacement, string lost)
    {
        var start = marked.IndexOf('«');
        var end = marked.IndexOf('»') - 1;
        var before = marked.Remove(end + 1, 1).Remove(start, 1);
        var after = before[..start] + replacement + before[end..];
        var language = LanguageRegistry.Get(id);

        var names = DefinitionCheck.Lost(
            SyntaxTree.Parse(before, language), new TextSpan(start, end), SyntaxTree.Parse(after, language), new TextSpan(start, start + replacement.Length));

        Assert.Equal(lost, string.Join(",", names));
    }
}
