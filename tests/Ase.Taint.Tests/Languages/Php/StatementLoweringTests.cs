namespace Ase.Taint.Tests.Languages.Php;

/// <summary>Control flow.</summary>
public sealed class StatementLoweringTests
{
    [Fact]
    public void Echo_and_short_echo() => Lowered.IsFile(
        """
        <b><?= $a ?></b>
        <?php echo $b, 'c'; if ($d): ?> x <?= f($e) ?> <?php endif;
        """,
        """
        function <top>() #0
          b0: $a = select($a, %include.a)
              $b = select($b, %include.b)
              $d = select($d, %include.d)
              $e = select($e, %include.e)
              call echo($a)
              call echo($b, 'c')
              if $d ? b2 : b3
          b1: return
          b2: %0 = call f($e)
              call echo(%0)
              goto b1
          b3: goto b1
        """);

    [Fact]
    public void Exits() => Lowered.Is(
        """
        f($x) or die("no $x");
        if ($a) exit;
        exit(1);
        """,
        """
        function <top>() #0
          b0: $x = select($x, %include.x)
              $a = select($a, %include.a)
              %0 = call f($x)
              if %0 ? b1 : b2
          b1: if $a ? b5 : b6
          b2: %1 = concat('no ', $x)
              %2 = call die(%1)
              stop
          b3: if %2 ? b1 : b1
          b4: call exit(1)
              stop
          b5: call exit()
              stop
          b6: goto b4
        """);

    [Fact]
    public void If_chains_in_both_forms() => Lowered.Is(
        """
        if ($a) f(); elseif ($b && !$c) g(); else if ($d) h(); else i();
        if ($a): f(); elseif ($b): g(); else: h(); endif;
        """,
        """
        function <top>() #0
          b0: $a = select($a, %include.a)
              $b = select($b, %include.b)
              $c = select($c, %include.c)
              $d = select($d, %include.d)
              if $a ? b2 : b3
          b1: if $a ? b10 : b11
          b2: call f()
              goto b1
          b3: if $b ? b6 : b5
          b4: call g()
              goto b1
          b5: if $d ? b7 : b8
          b6: if $c ? b5 : b4
          b7: call h()
              goto b1
          b8: call i()
              goto b1
          b9: return
          b10: call f()
               goto b9
          b11: if $b ? b12 : b13
          b12: call g()
               goto b9
          b13: call h()
               goto b9
        """);

    [Fact]
    public void Loops() => Lowered.Is(
        """
        for ($i = 0, $j = 1; $i < 9; $i++) { if ($i == 5) continue; f($i); }
        while ($r = next($q)): f($r); endwhile;
        do { f(); } while ($a);
        """,
        """
        function <top>() #0
          b0: $q = select($q, %include.q)
              $a = select($a, %include.a)
              $i = 0
              $j = 1
              goto b1
          b1: %0 = compare <($i, 9)
              if %0 ? b2 : b3
          b2: %1 = compare ==($i, 5)
              if %1 ? b6 : b7
          b3: goto b9
          b4: %3 = arithmetic ++($i)
              $i = %3
              goto b1
          b5: call f($i)
              goto b4
          b6: goto b4
          b7: goto b5
          b9: %4 = call next($q)
              $r = %4
              $r :: %4
              if $r ? b10 : b11
          b10: call f($r)
               goto b9
          b11: goto b12
          b12: goto b13
          b13: call f()
               goto b14
          b14: if $a ? b13 : b15
          b15: return
        """);

    [Fact]
    public void Foreach() => Lowered.Is(
        """
        foreach ($rows as $k => $row) f($k, $row);
        foreach ($rows as &$v) { if (!$v) continue; $v = trim($v); }
        foreach ($rows as ['id' => $id, 'x' => [$y]]): f($id, $y); endforeach;
        """,
        """
        function <top>() #0
          b0: $rows = select($rows, %include.rows)
              goto b1
          b1: any b2, b3
          b2: %0 = keys($rows)
              $k = %0
              $row = $rows[*]
              call f($k, $row)
              goto b1
          b3: goto b4
          b4: goto b5
          b5: any b6, b7
          b6: $v = $rows[*]
              if $v ? b12 : b11
          b7: goto b8
          b8: goto b14
          b9: $rows[*] = $v
              goto b5
          b10: %2 = call trim($v)
               $v = %2
               $v :: %2
               goto b9
          b11: goto b9
          b12: goto b10
          b14: any b15, b16
          b15: $id = $rows[*].id
               $y = $rows[*].x[0]
               call f($id, $y)
               goto b14
          b16: goto b17
          b17: return
        """);

    [Fact]
    public void Switch_falls_through() => Lowered.Is(
        """
        switch ($x) { case 'a': f(); case 'b': g(); break; default: h(); }
        switch (true) { case $x > 1: f(); }
        """,
        """
        function <top>() #0
          b0: $x = select($x, %include.x)
              %0 = compare ==($x, 'a')
              if %0 ? b2 : b3
          b1: %5 = compare >($x, 1)
              if %5 ? b9 : b10
          b2: call f()
              goto b4
          b3: %1 = compare ==($x, 'b')
              if %1 ? b4 : b5
          b4: call g()
              goto b1
          b5: goto b6
          b6: call h()
              goto b1
          b8: return
          b9: call f()
              goto b8
          b10: goto b8
        """);

    [Fact]
    public void Break_and_continue_by_levels() => Lowered.Is(
        """
        foreach ($a as $b) { switch ($b) { case 1: continue 2; case 2: break 2; } f(); }
        """,
        """
        function <top>() #0
          b0: $a = select($a, %include.a)
              goto b1
          b1: any b2, b3
          b2: $b = $a[*]
              %0 = compare ==($b, 1)
              if %0 ? b6 : b7
          b3: goto b4
          b4: return
          b5: call f()
              goto b1
          b6: goto b1
          b7: %1 = compare ==($b, 2)
              if %1 ? b8 : b9
          b8: goto b4
          b9: goto b5
        """);

    [Fact]
    public void Try_catch_finally() => Lowered.Is(
        """
        try { f(); } catch (E | F $e) { g($e); } finally { h(); }
        try { throw new E($x); } catch (\Throwable) { }
        """,
        """
        function <top>() #0
          b0: $x = select($x, %include.x)
              goto b5
          b1: goto b10
          b2: call h()
              goto b1
          b3: call h()
              throw
          b4 !b3: any b6, b7
          b5 !b4: call f()
                  goto b2
          b6 !b3: $e = %1
                  call g($e)
                  goto b2
          b7 !b3: throw
          b8: return
          b9: any b12
          b10 !b9: %5 = new E($x)
                   %1 = %5
                   throw %5
          b12: goto b8
        """);

    [Fact]
    public void Goto_and_declare() => Lowered.Is(
        """
        declare(strict_types=1);
        a: f(); goto b; g(); b: if ($x) goto a;
        """,
        """
        function <top>() #0
          b0: $x = select($x, %include.x)
              goto b1
          b1: call f()
              goto b2
          b2: if $x ? b5 : b6
          b3: call g()
              goto b2
          b4: return
          b5: goto b1
          b6: goto b4
        """);

    [Fact]
    public void Global_static_and_constants() => Lowered.Is(
        """
        function f() { global $g; static $n = 0, $c = []; $c[] = $g; return $n; }
        const A = 1; define('B', $x); echo A . B;
        """,
        """
        function <top>() #0
          b0: $x = select($x, %include.x)
              A = 1
              %0 = call define('B', $x)
              B = $x
              %1 = concat .(A, B)
              call echo(%1)
              return
        function f() #1
          b0: %0 = newarray()
              file:1:$c = select static(file:1:$c, %0)
              file:1:$c[*] = $g
              return file:1:$n
        export f -> #1
        """);

    [Fact]
    public void Conditions_kept_in_variables_and_returned() => Lowered.Is(
        """
        function f($x) { $ok = preg_match('/^a$/', $x) === 1; if (!$ok) return in_array($x, $y); return !$ok && isset($m[$x]); }
        """,
        """
        function <top>() #0
          b0: return
        function f($x) #1
          b0: %0 = call preg_match('/^a$/', $x)
              %1 = compare ===(%0, 1)
              $ok = %1
              $ok :: %1
              if $ok ? b3 : b2
          b1: %3 = false
              if $ok ? b5 : b7
          b2: %2 = call in_array($x, $y)
              %2 :: %2
              return %2
          b3: goto b1
          b5: %3 :: (!$ok && %4)
              %3 :: (!$ok && %4)
              return %3
          b6: %3 = true
              goto b5
          b7: %4 = call isset($m[$x])
              if %4 ? b6 : b5
        export f -> #1
        """);
}
