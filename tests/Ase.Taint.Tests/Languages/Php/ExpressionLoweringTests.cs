namespace Ase.Taint.Tests.Languages.Php;

/// <summary>Places, calls, operators.</summary>
public sealed class ExpressionLoweringTests
{
    [Fact]
    public void Elements_and_properties_are_places() => Lowered.Is(
        """
        $a = $_GET['id'];
        $b = $o->p['k'][0][$i]->q;
        $c = $x['1']->{'y'}->$z;
        """,
        """
        function <top>() #0
          b0: $o = select($o, %include.o)
              $i = select($i, %include.i)
              $x = select($x, %include.x)
              $z = select($z, %include.z)
              $a = $_GET.id
              $b = $o.p.k[0][$i].q
              $c = $x[1].y[$z]
              return
        """);

    [Fact]
    public void Static_properties_and_constants_are_globals() => Lowered.Is(
        """
        class A { const K = 1; public static $s = [2]; function m() { return self::K . static::$s[0] . B::$t . parent::class; } }
        echo A::K, X, \N\Y, PHP_EOL, __LINE__;
        """,
        """
        function <top>() #0
          b0: A::K = 1
              %0 = newarray()
              %0[0] = 2
              A::$s = %0
              call echo(A::K, X, Y, PHP_EOL, __LINE__)
              return
        function A.m() #1
          b0: %0 = concat .(A::K, A::$s[0])
              %1 = concat .(%0, B::$t)
              %2 = concat .(%1, '')
              return %2
        class A { m#1 }
        """);

    [Fact]
    public void Calls_of_functions_and_methods() => Lowered.Is(
        """
        $r = f($a, ...$b);
        $s = g(name: $a)->m(1)::n();
        $o?->p?->q();
        $f($x); $o->$m($x); A::{$n}(1); ($o->p)(2);
        """,
        """
        function <top>() #0
          b0: $a = select($a, %include.a)
              $b = select($b, %include.b)
              $o = select($o, %include.o)
              $f = select($f, %include.f)
              $x = select($x, %include.x)
              $m = select($m, %include.m)
              $n = select($n, %include.n)
              %0 = call f($a, ...$b)
              $r = %0
              $r :: %0
              %1 = call g(name: $a)
              %2 = call (%1).m(1)
              %3 = call (%2).n()
              $s = %3
              $s :: %3
              call ($o.p).q()
              call _<$f>($x)
              call ($o)._<$m>($x)
              call A::_<$n>(1)
              call _<$o.p>(2)
              return
        """);

    [Fact]
    public void New_objects() => Lowered.Is(
        """
        $a = new A($x);
        $b = new $c;
        $d = new class($x) extends B { function m() {} };
        """,
        """
        function <top>() #0
          b0: $x = select($x, %include.x)
              $c = select($c, %include.c)
              %0 = new A($x)
              $a = %0
              %1 = new _<$c>()
              $b = %1
              %2 = new class@39($x)
              $d = %2
              return
        function class@39.m() #1
          b0: return
        class class@39 : B { m#1 }
        """);

    [Fact]
    public void First_class_callables_are_closures() => Lowered.Is(
        """
        $f = strlen(...);
        $g = $o->m(...);
        $h = A::m(...);
        """,
        """
        function <top>() #0
          b0: $o = select($o, %include.o)
              %0 = closure _#1
              $f = %0
              $f :: %0
              %1 = closure _#2
              $g = %1
              $g :: %1
              %2 = closure _#3
              $h = %2
              $h :: %2
              return
        function (...$arguments) #1
          b0: %1 = call strlen(...$arguments)
              return %1
        function (...$arguments) #2
          b0: %1 = call ($o).m(...$arguments)
              return %1
        function (...$arguments) #3
          b0: %1 = call A::m(...$arguments)
              return %1
        """);

    [Fact]
    public void Names_of_functions_as_callbacks_are_closures() => Lowered.Is(
        """
        $a = array_map('trim', $x);
        $b = array_map([$o, 'm'], $x);
        usort($x, 'A::cmp');
        $c = str_replace('trim', 'x', $y);
        """,
        """
        function <top>() #0
          b0: $x = select($x, %include.x)
              $o = select($o, %include.o)
              $y = select($y, %include.y)
              %0 = closure _#1
              %1 = call array_map(%0, $x)
              $a = %1
              $a :: %1
              %2 = closure _#2
              %3 = call array_map(%2, $x)
              $b = %3
              $b :: %3
              %4 = closure _#3
              call usort($x, %4)
              %6 = call str_replace('trim', 'x', $y)
              $c = %6
              $c :: %6
              return
        function (...$arguments) #1
          b0: %1 = call trim(...$arguments)
              return %1
        function (...$arguments) #2
          b0: %1 = call ($o).m(...$arguments)
              return %1
        function (...$arguments) #3
          b0: %1 = call A::cmp(...$arguments)
              return %1
        """);

    [Fact]
    public void Operators() => Lowered.Is(
        """
        $a = $x . 'y' . $z;
        $b = $x + $y - 2;
        $c = $x === $y;
        $d = $x <=> 1;
        $e = $x instanceof A;
        $f = -$x; $g = -1; $i++; --$j;
        $h = [1] + $x;
        """,
        """
        function <top>() #0
          b0: $x = select($x, %include.x)
              $z = select($z, %include.z)
              $y = select($y, %include.y)
              $i = select($i, %include.i)
              $j = select($j, %include.j)
              %0 = concat .($x, 'y')
              %1 = concat .(%0, $z)
              $a = %1
              %2 = select +($x, $y)
              %3 = arithmetic -(%2, 2)
              $b = %3
              %4 = compare ===($x, $y)
              $c = %4
              $c :: %4
              %5 = compare <=>($x, 1)
              $d = %5
              $d :: %5
              %6 = compare instanceof($x, A)
              $e = %6
              $e :: %6
              %7 = scalar -($x)
              $f = %7
              $g = -1
              %8 = arithmetic ++($i)
              $i = %8
              %9 = arithmetic --($j)
              $j = %9
              %10 = newarray()
              %10[0] = 1
              %11 = select +(%10, $x)
              $h = %11
              return
        """);

    [Fact]
    public void Casts() => Lowered.Is(
        """
        $a = (int) $x;
        $b = (string) $x;
        $c = (bool) $x;
        $d = (array) $x;
        """,
        """
        function <top>() #0
          b0: $x = select($x, %include.x)
              %0 = scalar int($x)
              $a = %0
              %1 = cast string($x)
              $b = %1
              %2 = scalar bool($x)
              $c = %2
              %3 = cast array($x)
              $d = %3
              return
        """);

    [Fact]
    public void Logical_values_branch_and_keep_their_predicate() => Lowered.Is(
        """
        $a = $x || !f($y);
        $b = ok($x) and g();
        """,
        """
        function <top>() #0
          b0: $x = select($x, %include.x)
              $y = select($y, %include.y)
              %0 = false
              if $x ? b2 : b3
          b1: %0 :: ($x || !%1)
              $a = %0
              $a :: %0
              %2 = call ok($x)
              $b = %2
              $b :: %2
              if $b ? b5 : b4
          b2: %0 = true
              goto b1
          b3: %1 = call f($y)
              if %1 ? b1 : b2
          b4: return
          b5: %3 = call g()
              if %3 ? b4 : b4
        """);

    [Fact]
    public void Null_coalescing_and_short_conditional() => Lowered.Is(
        """
        $a = $_GET['a'] ?? 'd';
        $b = $x['k'] ?? f();
        $c ??= g();
        $d = $x ?: 'e';
        $e = ok($x) ? $x : null;
        """,
        """
        function <top>() #0
          b0: $x = select($x, %include.x)
              $c = select($c, %include.c)
              %0 = select ??($_GET.a, 'd')
              $a = %0
              %1 = $x.k
              any b1, b2
          b1: %2 = call f()
              %1 = %2
              goto b2
          b2: $b = %1
              any b3, b4
          b3: %3 = call g()
              $c = %3
              goto b4
          b4: if $x ? b5 : b6
          b5: %4 = $x
              goto b7
          b6: %4 = 'e'
              goto b7
          b7: $d = %4
              %6 = call ok($x)
              if %6 ? b8 : b9
          b8: %5 = $x
              goto b10
          b9: %5 = null
              goto b10
          b10: $e = %5
               return
        """);

    [Fact]
    public void Arrays() => Lowered.Is(
        """
        $a = [$x, 'k' => $y, ...$z];
        $b = array(1, 2);
        $b[] = $x;
        """,
        """
        function <top>() #0
          b0: $x = select($x, %include.x)
              $y = select($y, %include.y)
              $z = select($z, %include.z)
              %0 = newobject()
              %0[0] = $x
              %0.k = $y
              %0 = select ...(%0, $z)
              $a = %0
              %1 = newarray()
              %1[0] = 1
              %1[1] = 2
              $b = %1
              $b[*] = $x
              return
        """);

    [Fact]
    public void Silence_clone_print_throw() => Lowered.Is(
        """
        $a = @f($x);
        $b = clone $a;
        print $a;
        $c = $a ?? throw new E($x);
        """,
        """
        function <top>() #0
          b0: $x = select($x, %include.x)
              %0 = call f($x)
              $a = %0
              $a :: %0
              %1 = select clone($a)
              $b = %1
              call print($a)
              %3 = $a
              any b1, b2
          b1: %4 = new E($x)
              throw %4
          b2: $c = %3
              return
          b3: %3 = null
              goto b2
        """);

    [Fact]
    public void Match() => Lowered.Is(
        """
        $a = match ($x) { 1, 2 => 'a', f() => 'b', default => $x };
        $b = match (true) { $x > 1 => 'c' };
        """,
        """
        function <top>() #0
          b0: $x = select($x, %include.x)
              %1 = compare ==($x, 1)
              if %1 ? b2 : b3
          b1: $a = %0
              %6 = compare >($x, 1)
              if %6 ? b8 : b9
          b2: %0 = 'a'
              goto b1
          b3: %2 = compare ==($x, 2)
              if %2 ? b2 : b4
          b4: %3 = call f()
              %4 = compare ==($x, %3)
              if %4 ? b5 : b6
          b5: %0 = 'b'
              goto b1
          b6: %0 = $x
              goto b1
          b7: $b = %5
              return
          b8: %5 = 'c'
              goto b7
          b9: throw
        """);
}
