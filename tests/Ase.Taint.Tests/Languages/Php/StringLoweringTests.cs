namespace Ase.Taint.Tests.Languages.Php;

/// <summary>Strings.</summary>
public sealed class StringLoweringTests
{
    [Fact]
    public void Interpolation() => Lowered.Is(
        """
        $a = "x $b[k] {$c->d['e']} $f->g ${h}\n";
        """,
        """
        function <top>() #0
          b0: $b = select($b, %include.b)
              $c = select($c, %include.c)
              $f = select($f, %include.f)
              %0 = concat('x ', $b.k, ' ', $c.d.e, ' ', $f.g, ' ', $h, '\n')
              $a = %0
              return
        """);

    [Fact]
    public void Literals() => Lowered.Is(
        """
        $a = 'it\'s \n'; $b = "\x41\u{42}\t\$";
        """,
        """
        function <top>() #0
          b0: $a = 'it's \n'
              $b = 'AB	$'
              return
        """);

    [Fact]
    public void Heredoc_and_nowdoc() => Lowered.Is(
        """
        $a = <<<T
         x $b
         y {$c[0]}
        T;
        $d = <<<'T'
         $e
        T;
        """,
        """
        function <top>() #0
          b0: $b = select($b, %include.b)
              $c = select($c, %include.c)
              %0 = concat(' x ', $b, ' y ', $c[0])
              $a = %0
              $d = ' $e'
              return
        """);

    [Fact]
    public void Back_ticks_are_a_call() => Lowered.Is(
        """
        $a = `ls $b`;
        """,
        """
        function <top>() #0
          b0: $b = select($b, %include.b)
              %0 = call `('ls ', $b)
              $a = %0
              return
        """);
}
