using Ase.Code.Languages;
using Ase.Code.Symbols;
using Ase.Code.Trees;

namespace Ase.Code.Tests.Symbols;

public sealed class SymbolTableTests
{
    /// <summary>Uses as <c>name:line</c> of the definition, <c>name:-</c> when free.</summary>
    public static TheoryData<LanguageId, string, string> Resolutions => new()
    {
        { LanguageId.JavaScript, "let a = 1;\n{ let a = 2;\nf(a); }\ng(a);", "f:- a:2 g:- a:1" },
        { LanguageId.JavaScript, "h();\nfunction h(p, {q, r: [s] = [p]}) {\n  return () => p + q + s; }", "h:2 p:2 p:2 q:2 s:2" },
        { LanguageId.JavaScript, "function f() { if (x) { var y = 1; } return y; }\ny;", "x:- y:1 y:-" },
        { LanguageId.JavaScript, "try { t(); } catch ({ message }) { t(message); }\nmessage;", "t:- t:- message:1 message:-" },
        { LanguageId.JavaScript, "import d, { a as b } from 'm';\nd(b, a);", "d:1 b:1 a:-" },
        { LanguageId.JavaScript, "n = 1;\nuse(n);\nn = 2;", "n:1 use:- n:1 n:1" },
        { LanguageId.JavaScript, "const f = function g() { g(); };\ng();", "g:1 g:-" },
        { LanguageId.JavaScript, "for (const [k, v] of m) u(k);\nfor (let i = 0; i < v; i++) {}", "m:- u:- k:1 i:2 v:- i:2" },
        { LanguageId.TypeScript, "type A<T> = Map<T, B>;\nlet x: A<C> = y as D;", "Map:- T:1 B:- A:1 C:- y:- D:-" },
        { LanguageId.Tsx, "const C = () => <A.B x={C}>{y}</A.B>;", "A:- A.B:- C:1 y:- A:- A.B:-" },
        { LanguageId.Python, "x = 1\nclass A:\n    x = 2\n    def f(self):\n        return x\n", "x:1" },
        { LanguageId.Python, "def f(a, *b, c=1, **d):\n    return [a for a in b if c], d, e\n", "a:2 b:1 c:1 d:1 e:-" },
        { LanguageId.Python, "def f():\n    global g\n    g = 1\ndef h():\n    return g\n", "g:3" },
        { LanguageId.Python, "def f():\n    n = 1\n    def g():\n        nonlocal n\n        n = 2\n    return n\n", "n:2" },
        { LanguageId.Python, "from a.b import c as d, e\nimport f.g, h as i\nd(e, f, i, h)\n", "d:1 e:1 f:2 i:2 h:-" },
        { LanguageId.Python, "match v:\n    case [x, *rest]:\n        u(x, rest)\n", "v:- u:- x:2 rest:2" },
        { LanguageId.Go, "package p\nimport h \"net/http\"\nfunc f(a int) {\n\tif b := a; b > 0 {\n\t\th.Get(b)\n\t}\n\tu(b)\n}", "int:- a:3 b:4 h:2 Get:- b:4 u:- b:-" },
        { LanguageId.Java, "class A { int n;\n int f(int p) { int q = p;\n return q + n + r; } }", "p:2 q:2 n:1 r:-" },
        { LanguageId.Php, "<?php $a = 1;\nfunction f($b) { return $a . $b; }\nf($a);", "$a:- $b:2 f:2 $a:1" },
    };

    [Theory, MemberData(nameof(Resolutions))]
    public void Uses_mean_the_definition_in_scope(LanguageId id, string text, string expected)
    {
        var table = Build(id, text);

        Assert.Equal(expected, string.Join(' ', table.Uses.OrderBy(u => u.Node).Select(u => $"{u.Name}:{(u.Definition is { } d ? table.Tree[d.Node].Line : "-")}")));
    }

    public static TheoryData<LanguageId, string, string> Kinds => new()
    {
        { LanguageId.JavaScript, "import i from 'm'; const v = 1; function f(p) {} class C {} w = 2;", "i Import, v Variable, f Function, p Parameter, C Class, w Variable" },
        { LanguageId.TypeScript, "enum E {} interface I {} type T = I; namespace N {}", "E Class, I Class, T Class, N Class" },
        { LanguageId.Python, "import i\nv = 1\ndef f(p): pass\nclass C: pass\n", "i Import, v Variable, f Function, p Parameter, C Class" },
        { LanguageId.Go, "package p\nimport \"i\"\nvar v = 1\nfunc f(p int) {}\ntype C int", "i Import, v Variable, f Function, p Parameter, C Class" },
        { LanguageId.Java, "import a.I; class C { int v; void f(int p) {} }", "I Import, C Class, v Variable, p Parameter" },
        { LanguageId.Php, "<?php $v = 1; function f($p) {}", "$v Variable, $p Parameter" },
    };

    [Theory, MemberData(nameof(Kinds))]
    public void Definitions_know_their_kind(LanguageId id, string text, string expected)
    {
        var table = Build(id, text);

        Assert.Equal(expected, string.Join(", ", table.Definitions.Where(d => table.Resolve(d.Name, d.Scope) is not null).Select(d => $"{d.Name} {d.Kind}").Distinct()));
    }

    [Fact]
    public void Scopes_nest_and_know_their_node()
    {
        var table = Build(LanguageId.JavaScript, "function f(a) { { let b; } } class C { m() {} }");

        Assert.Equal(
            ["File program -1", "Function function_declaration 0", "Block statement_block 1", "Block statement_block 2", "Class class_declaration 0", "Function method_definition 4", "Block statement_block 5"],
            table.Scopes.Select(s => $"{s.Kind} {table.Tree[s.Node].Kind} {s.Parent}"));
        Assert.Equal(["f 0", "a 1", "b 3", "C 0"], table.Definitions.Where(d => d.Kind != DefinitionKind.Method).Select(d => $"{d.Name} {d.Scope}"));
        Assert.Null(table.Resolve("b", 1));
        Assert.Equal("a", table.Resolve("a", 3)!.Name);
    }

    [Fact]
    public void Imports_name_module_and_name()
    {
        Assert.Equal(
            ["d=m:default", "ns=m:*", "b=n:a", "=side:*"],
            Imports(LanguageId.JavaScript, "import d, * as ns from 'm'; import { a as b } from 'n'; import 'side';"));
        Assert.Equal(
            ["os=os.path:*", "y=x:*", "b=.m:a", "=n:*"],
            Imports(LanguageId.Python, "import os.path, x as y\nfrom .m import a as b\nfrom n import *\n"));
        Assert.Equal(["http=net/http:*", "u=net/url:*"], Imports(LanguageId.Go, "package p\nimport (\n\t\"net/http\"\n\tu \"net/url\"\n)\n"));
        Assert.Equal(["List=java.util:List", "=java.io:*"], Imports(LanguageId.Java, "import java.util.List; import java.io.*;"));
        Assert.Equal([@"User=App\Models\User:*", @"B=App\A:*"], Imports(LanguageId.Php, @"<?php use App\Models\User; use App\A as B;"));

        static IEnumerable<string> Imports(LanguageId id, string text) => Build(id, text).Imports.Select(i => $"{i.LocalName}={i.Module}:{i.Name}");
    }

    [Fact]
    public void A_use_is_found_by_its_node()
    {
        var table = Build(LanguageId.JavaScript, "let a; f(a);");
        var use = table.Uses.Single(u => u.Name == "a");

        Assert.Same(use, table.UseAt(use.Node));
        Assert.Null(table.UseAt(0));
    }

    [Fact]
    public void Writes_are_told_from_reads()
    {
        var table = Build(LanguageId.JavaScript, "let a; a = 1; a += 1; [a] = b;");

        Assert.Equal([true, false, true, false], table.Uses.Select(u => u.IsWrite));
    }

    [Theory]
    [InlineData(LanguageId.JavaScript)]
    [InlineData(LanguageId.TypeScript)]
    [InlineData(LanguageId.Python)]
    [InlineData(LanguageId.Php)]
    [InlineData(LanguageId.Go)]
    [InlineData(LanguageId.Java)]
    public void Any_text_has_a_table(LanguageId id)
    {
        string[] texts =
        [
            "", "((((", "}{][", "\0\0", "let let let = = =", "class { function", "import import from from", "def f(:\n x = = ", "<?php function ( { $ $$ -> ::", "func (", "a.b.c = [d, {e}] = ",
            new string('(', 20_000), new string('[', 20_000) + "a" + new string(']', 20_000), string.Concat(Enumerable.Repeat("{ let a; ", 5_000)),
        ];
        foreach (var text in texts)
        {
            var table = Build(id, id == LanguageId.Php ? "<?php " + text : text);
            Assert.NotEmpty(table.Scopes);
        }
    }

    [Fact]
    public void Languages_without_a_binder_have_an_empty_table()
    {
        var table = Build(LanguageId.Ruby, "a = 1\nputs a\n");

        Assert.Empty(table.Definitions);
        Assert.Single(table.Scopes);
    }

    private static SymbolTable Build(LanguageId id, string text) => SymbolTable.Build(SyntaxTree.Parse(text, LanguageRegistry.Get(id)));
}
