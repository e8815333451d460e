namespace Ase.Taint.Tests.Languages.Php;

/// <summary>Functions and closures.</summary>
public sealed class FunctionLoweringTests
{
    [Fact]
    public void Parameters() => Lowered.Is(
        """
        function f(int $a, ?A\B $b, C|null $c = null, &$d, string|int $e = X, D ...$rest): void {}
        """,
        """
        function <top>() #0
          b0: return
        function f($a: int, $b: B, $c: C, &$d, $e, ...$rest: D) #1
          b0: $a = scalar int($a)
              $e = select($e, X)
              return
        export f -> #1
        """);

    [Fact]
    public void Closures_take_what_they_use() => Lowered.Is(
        """
        function f($a, $b) { $d = 1; return function ($c) use ($a, &$b) { $b = $a . $c . $d; return $this->x; }; }
        """,
        """
        function <top>() #0
          b0: return
        function f($a, $b) #1
          b0: $d = 1
              %0 = closure _#2
              return %0
        function ($c) #2
          b0: %0 = concat .($a, $c)
              %1 = concat .(%0, $d)
              $b = %1
              return $this.x
        export f -> #1
        """);

    [Fact]
    public void Arrow_functions_see_the_outer_scope() => Lowered.Is(
        """
        function f($a) { return fn($b) => $a . $b . $c; }
        """,
        """
        function <top>() #0
          b0: return
        function f($a) #1
          b0: %0 = closure _#2
              return %0
        function ($b) #2
          b0: %0 = concat .($a, $b)
              %1 = concat .(%0, $c)
              return %1
        export f -> #1
        """);

    [Fact]
    public void Top_level_variables_are_global() => Lowered.Is(
        """
        $a = 1;
        function f() { return $a . $_GET['x'] . $GLOBALS['a']; }
        $g = function () use ($a) { return $a; };
        """,
        """
        function <top>() #0
          b0: $a = 1
              %0 = closure $g#2
              $g = %0
              return
        function f() #1
          b0: %0 = concat .($a, $_GET.x)
              %1 = concat .(%0, $a)
              return %1
        function $g() #2
          b0: return $a
        export f -> #1
        """);

    [Fact]
    public void Generators_return_what_they_yield() => Lowered.Is(
        """
        function f($a) { yield $a; yield 'k' => $a; $x = yield; yield from g(); }
        """,
        """
        function <top>() #0
          b0: return
        function f($a) #1
          b0: %0 = newarray()
              %0[*] = $a
              %0[*] = $a
              evaluate null
              $x = null
              %1 = call g()
              %0[*] = %1[*]
              return %0
        export f -> #1
        """);

    [Fact]
    public void Compact_and_func_get_args() => Lowered.Is(
        """
        function f($a, $b) { $c = compact('a', ['b']); return func_get_args(); }
        """,
        """
        function <top>() #0
          b0: return
        function f($a, $b) #1
          b0: %0 = newarray()
              %0[0] = 'b'
              %1 = call compact('a', %0)
              %1.a = $a
              %1.b = $b
              $c = %1
              $c :: %1
              %2 = call func_get_args()
              %2[*] = $a
              %2[*] = $b
              %2 :: %2
              return %2
        export f -> #1
        """);
}
