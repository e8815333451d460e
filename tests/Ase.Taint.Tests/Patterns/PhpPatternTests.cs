using Ase.Code.Languages;

namespace Ase.Taint.Tests.Patterns;

public sealed class PhpPatternTests
{
    public static PatternTable Rows { get; } = new()
    {
        { "run($A, ...)", "run($a); \\run($b); RUN($c); $x->run($d); X::run($e); @run($f);", "run($a)", "\\run($b)", "RUN($c)", "run($f)" },
        { "$F(...)", "run($a); $x->go($b); new R($c);", "run($a)", "$x->go($b)" },
        { "$_GET[...]", "$_GET['a']; $_POST['b']; $get['c'];", "$_GET['a']" },
        { "$get", "f($get); f($_GET); f($other);", "$get" },
        { "$DB->query($SQL)", "$db->query($a); $this->db->query($b); $db?->query($c); query($d);", "$db->query($a)", "$this->db->query($b)", "$db?->query($c)" },
        { "DB::raw($X)", "DB::raw($a); db::raw($b); Other::raw($c);", "DB::raw($a)", "db::raw($b)" },
        { "$C::find(...)", "User::find(1); $u::find(2);", "User::find(1)", "$u::find(2)" },
        { "new Foo(...)", "use A\\Foo; new Foo(1); new Foo; new \\A\\Foo(2); new Bar(3);", "new Foo(1)", "new Foo" },
        { "new A\\Foo(...)", "use A\\Foo; use A\\Foo as G; new Foo(1); new G(2); new \\A\\Foo(3); new Bar(4);", "new Foo(1)", "new G(2)", "new \\A\\Foo(3)" },
        { "echo $X;", "echo $a; print $b; ?><p><?= $c ?></p><?php f($d);", "echo $a;", "$c" },
        { "echo ...;", "echo $a, $b;", "echo $a, $b;" },
        { "print $X", "print $a;", "print $a" },
        { "\"... $X ...\"", "$a = \"p $b q\"; $c = \"r\"; $d = 's';", "\"p $b q\"" },
        { "\"...\"", "$a = \"p $b q\"; $c = \"r\"; $d = 's';", "\"r\"", "'s'" },
        { "f('a')", "f(\"a\"); f('a'); f('b');", "f(\"a\")", "f('a')" },
        { "\"...\" . $X . ...", "$a = 'p' . $b . 'q'; $c = $d . $e;", "'p' . $b", "'p' . $b . 'q'" },
        { "$A . $B", "$x = $a . $b;", "$a . $b" },
        { "function $F(..., $X, ...) { ... }", "function f(int $a, $b = 1) { } class A { public static function g(string $c): int { } function h() { } }", "function f(int $a, $b = 1) { }", "public static function g(string $c): int { }" },
        { "class $C extends Base { ... }", "class A extends Base { public $x; } class B { }", "class A extends Base { public $x; }" },
        { "if (!check($X)) { ... }", "if (!check($a)) { exit; } if (!check($b)): f(); endif; if (check($c)) { }", "if (!check($a)) { exit; }", "if (!check($b)): f(); endif;" },
        { "foreach ($XS as $K => $V) { ... }", "foreach ($a as $b => $c) { f(); }", "foreach ($a as $b => $c) { f(); }" },
        { "$X = $V", "$a = $b; $c .= $d; list($e) = $f;", "$a = $b", "list($e) = $f" },
        { "(int) $X", "$a = (int) $b; $c = (string) $d;", "(int) $b" },
        { "$X = [...];\n...\nrun($X)", "function f() { $c = ['a', $b]; g(); run($c); }", "$c = ['a', $b]; g(); run($c);" },
        { "[..., 'k' => $V, ...]", "f(['j' => 1, 'k' => 2]); f(array('k' => 3));", "['j' => 1, 'k' => 2]", "array('k' => 3)" },
        { "include $X;", "include $a; include_once $b; require $c;", "include $a;", "include_once $b;" },
        { "`... $X ...`", "$a = `ls $b -l`; $c = `ls`;", "`ls $b -l`" },
        { "exit(...)", "exit(1); exit; f();", "exit(1);", "exit;" },
        { "$X ?? $Y", "$a = $_GET['b'] ?? 'c';", "$_GET['b'] ?? 'c'" },
        { "$X->a", "$b->a; $c->d;", "$b->a" },
        { "return $X;", "function f() { return $a; }", "return $a;" },
        { "array_map('intval', ...)", "array_map(\"intval\", $a); array_map('trim', $b);", "array_map(\"intval\", $a)" },
        { "$X-> ... ->get()", "$a->b()->c->get(); $d->get();", "$a->b()->c->get()", "$d->get()" },
        { "f(<... $SECRET->key ...>)", "f(g($a->key)); f($b);", "f(g($a->key))" },
        { "function ($X) { ... }", "usort($a, function ($b) use ($c) { return 1; });", "function ($b) use ($c) { return 1; }" },
        { "f(\"...\")", "function g($v) { $k = 'x'; f($k); f($v); }", "f($k)" },
    };

    [Theory, MemberData(nameof(Rows))]
    public void Should_match_the_listed_texts_and_no_others(PatternCase row) => PatternAssert.Matches(LanguageId.Php, row with { Code = "<?php " + row.Code });
}
