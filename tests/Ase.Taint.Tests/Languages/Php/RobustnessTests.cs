using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Languages.Php;

namespace Ase.Taint.Tests.Languages.Php;

/// <summary>Any text is lowered: deep, long, broken, mutated.</summary>
public sealed class RobustnessTests
{
    private const string Program = """"
        <html><?php declare(strict_types=1);
        namespace App\X;
        use A\{B, C as D}; use function E\f; use const G\H;
        require_once __DIR__ . '/a.php'; include ROOT . "lib/$x.php"; define('ROOT', dirname(__FILE__, 2));
        #[Attr(1)] abstract class Item extends Base implements I, J {
            use T, U { T::a insteadof U; a as protected b; }
            const K = self::L . 'x'; public static ?B $all = null; private int|string $n = 1, $m = [1, 'k' => K];
            public string $p { get => $this->n; set(string $v) { $this->n = $v; } }
            public function __construct(private readonly B $b, protected ?D $d = null, &...$rest) { parent::__construct(...$rest); static::$all[] = $this; }
            abstract function f(): static;
            static function make(string $x): self { return new static(x: $x, b: new class($x) extends B { function g() { return yield from h(); } }); }
        }
        enum Suit: string { case A = 'a'; const B = self::A; function label(): string { return ucfirst($this->value); } }
        interface Q extends R { function m(int $a, ...$b); } trait Tr { abstract function z(); }
        function &walk(array &$node, callable $f = null, $n = PHP_INT_MAX) {
            global $count; static $seen = [], $k = 1;
            foreach ($node as $key => &$value): if (!isset($value['x']) || empty($value) && $key instanceof B): continue; elseif ($value): break; endif; endforeach;
            for ($i = 0, $j = 1; $i < $n; $i++, --$j) { switch ($i) { case 1: case 'a': break 2; default: continue 2; } }
            while (['a' => $a, 'b' => [$b, , $c]] = $f($node)) { $a ??= $b?->c?->d($c)[0] ?? throw new E("x {$a['k']->l} $b[0] $c->d ${a}"); }
            do { $x = match(true) { $n > 1, $k => fn($q) => $q . $n, default => function () use ($n, &$k): int { return $k <=> $n; } }; } while ($x && --$n xor $k);
            try { $$a = `ls $b`; goto end; } catch (E | \F $e) { exit; } catch (\Throwable) { die("x"); } finally { unset($a, $b['c']); }
            end: return array_map('trim', array_filter($node, [$this, 'ok'])) + array_map(strlen(...), [...$node, 'k' => (int) @$x ?: -1]);
        }
        $s = <<<"EOT"
          a $b[c] {$d->e()} \x41
        EOT . <<<'N'
          raw $x
        N; print $s and yield_it(); [$a[0], $b->c] = [1, &$x]; $o = clone $a; echo $a, 'b', Item::class, Item::K, $o::$all, \N\g(...), 1.5, 0x1F, null, TRUE; ?>
        <?php if ($a): ?><b><?= $a ?></b><?php else: ?> x <?php endif ?>
        </html>
        """";

    private const string Junk = "(){}[];,.=>`'\"$#@!?:*/\\<>&|\n\0\uD800";

    public static TheoryData<string, string> Deep => new()
    {
        { "arrays", "$x = " + Repeat("[", "$a", "]", 20_000) + ";" },
        { "calls", Repeat("f(", "", ")", 20_000) + ";" },
        { "blocks", Repeat("{", "a();", "}", 20_000) },
        { "closures", Repeat("(function () {", "a();", "})();", 5_000) },
        { "arrow functions", "$x = " + string.Concat(Enumerable.Repeat("fn() => ", 20_000)) + "1;" },
        { "fluent calls", "$a" + string.Concat(Enumerable.Repeat("->b($c)", 20_000)) + ";" },
        { "elements", "$x" + string.Concat(Enumerable.Repeat("[1]", 20_000)) + " = 1;" },
        { "classes", Repeat("new class { function f() { return ", "1", "; } }", 3_000) + ";" },
        { "conditions in conditions", "if (" + Repeat("$a && (", "$b", ")", 20_000) + ") {}" },
        { "coalescing", "$x = $a" + string.Concat(Enumerable.Repeat(" ?? $b", 20_000)) + ";" },
        { "assignments", string.Concat(Enumerable.Repeat("$a = ", 20_000)) + "1;" },
        { "loops", Repeat("while ($a) {", "f();", "}", 10_000) },
        { "tries", Repeat("try {", "f();", "} finally { g(); }", 3_000) },
        { "open brackets", new string('(', 40_000) },
    };

    public static TheoryData<string, string> Long => new()
    {
        { "parentheses", "$x = " + Repeat("(", "$a", ")", 40_000) + ";" },
        { "concatenation", "$x = " + string.Join(" . ", Enumerable.Repeat("$a", 20_000)) + ";" },
        { "disjunction", "$x = " + string.Join(" || ", Enumerable.Repeat("$a", 20_000)) + ";" },
        { "negations", "$x = " + new string('!', 20_000) + "$a;" },
        { "silence", new string('@', 20_000) + "$a;" },
        { "else if", "if ($a) b(); " + string.Concat(Enumerable.Repeat("else if ($c) d(); ", 10_000)) },
        { "interpolation", "$x = \"" + string.Concat(Enumerable.Repeat("$a ", 20_000)) + "\";" },
        { "nested finally", Repeat("try { f(); } finally {", "g();", "}", 90) },
        { "output", "echo " + string.Join(", ", Enumerable.Repeat("$a", 20_000)) + ";" },
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
        var file = Lowered.File("$x = " + Repeat("[", "$secret", "]", 1_000) + ";");
        var unknown = Assert.Single(Lowered.Instructions<Operation>(file), o => o.Kind == OperationKind.Unknown);

        Assert.Equal("$secret", Assert.Single(unknown.Operands).Place!.Variable.Name);
    }

    [Fact]
    public void Text_that_does_not_parse_is_counted_and_its_calls_are_kept()
    {
        var file = Lowered.File("f($a); $x = = g($b) ] ; h($c);");

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
            var tree = SyntaxTree.Parse(new SourceText(text), LanguageRegistry.Get(LanguageId.Php));
            Lowered.IsSound(new PhpLowering().Lower("file", tree));
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

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action), 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
