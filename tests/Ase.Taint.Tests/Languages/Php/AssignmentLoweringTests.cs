namespace Ase.Taint.Tests.Languages.Php;

/// <summary>Targets of assignment.</summary>
public sealed class AssignmentLoweringTests
{
    [Fact]
    public void Chained_and_augmented() => Lowered.Is(
        """
        $a = $b->c = $d['k'] = $v;
        $a .= $b; $a += 1; $e['x'] .= $f;
        """,
        """
        function <top>() #0
          b0: $b = select($b, %include.b)
              $d = select($d, %include.d)
              $v = select($v, %include.v)
              $e = select($e, %include.e)
              $f = select($f, %include.f)
              $d.k = $v
              $b.c = $v
              $a = $v
              %0 = concat .=($a, $b)
              $a = %0
              %1 = arithmetic +=($a, 1)
              $a = %1
              %2 = concat .=($e.x, $f)
              $e.x = %2
              return
        """);

    [Fact]
    public void Destructuring() => Lowered.Is(
        """
        [$a, [$b], 'k' => $c] = $v;
        list(, $d, list($e)) = $v;
        ['x' => $f->g, $k => $h] = $v;
        [$a, $b] = [$b, $a];
        """,
        """
        function <top>() #0
          b0: $v = select($v, %include.v)
              $f = select($f, %include.f)
              $a = $v[0]
              $b = $v[1][0]
              $c = $v.k
              $d = $v[1]
              $e = $v[2][0]
              $f.g = $v.x
              $h = $v[$k]
              %0 = newarray()
              %0[0] = $b
              %0[1] = $a
              $a = %0[0]
              $b = %0[1]
              return
        """);

    [Fact]
    public void Variable_variables() => Lowered.Is(
        """
        $name = 'x';
        $$name = $v;
        ${'a'} = 1;
        echo $$n, $free;
        """,
        """
        function <top>() #0
          b0: $v = select($v, %include.v)
              $n = select($n, %include.n)
              $free = select($free, %include.free)
              $name = 'x'
              %include[*] = $v
              $n = select($n, $v)
              $free = select($free, $v)
              $a = 1
              %0 = select $$($n, %include[*])
              call echo(%0, $free)
              return
        """);

    [Fact]
    public void Unset_values_are_gone() => Lowered.Is(
        """
        unset($a, $b['k'], $c[$i]);
        """,
        """
        function <top>() #0
          b0: $a = select($a, %include.a)
              $b = select($b, %include.b)
              $c = select($c, %include.c)
              $i = select($i, %include.i)
              call unset($a, $b.k, $c[$i])
              $a = null
              $b.k = null
              return
        """);

    [Fact]
    public void References() => Lowered.Is(
        """
        $a = &$b['k'];
        """,
        """
        function <top>() #0
          b0: $b = select($b, %include.b)
              $a = $b.k
              return
        """);
}
