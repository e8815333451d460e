namespace Ase.Taint.Tests.Languages.Python;

/// <summary>Control flow.</summary>
public sealed class StatementLoweringTests
{
    [Fact]
    public void If_elif_else() => Lowered.Is(
        """
        if a and not b: f()
        elif c: g()
        else: h()
        """,
        """
        function <top>() #0
          b0: if a ? b4 : b3
          b1: return
          b2: call f()
              goto b1
          b3: if c ? b5 : b6
          b4: if b ? b3 : b2
          b5: call g()
              goto b1
          b6: call h()
              goto b1
        """);

    [Fact]
    public void While_with_else() => Lowered.Is(
        """
        while a():
            if b: continue
            if c: break
        else:
            d()
        """,
        """
        function <top>() #0
          b0: goto b1
          b1: %0 = call a()
              if %0 ? b2 : b3
          b2: if b ? b6 : b7
          b3: call d()
              goto b4
          b4: return
          b5: if c ? b10 : b11
          b6: goto b1
          b7: goto b5
          b9: goto b1
          b10: goto b4
          b11: goto b9
        """);

    [Fact]
    public void For_over_elements() => Lowered.Is(
        """
        for k, v in x.items():
            f(k, v)
        else:
            g()
        """,
        """
        function <top>() #0
          b0: %0 = call (x).items()
              goto b1
          b1: any b2, b3
          b2: k = %0[*][0]
              v = %0[*][1]
              call f(k, v)
              goto b1
          b3: call g()
              goto b4
          b4: return
        export k = k
        export v = v
        """);

    [Fact]
    public void Try_except_else_finally() => Lowered.Is(
        """
        try:
            a()
        except (E, F) as e:
            b(e)
        except G:
            raise
        else:
            c()
        finally:
            d()
        """,
        """
        function <top>() #0
          b0: goto b5
          b1: return
          b2: call d()
              goto b1
          b3: call d()
              throw
          b4 !b3: any b7, b8, b9
          b5 !b4: call a()
                  goto b6
          b6 !b3: call c()
                  goto b2
          b7 !b3: e = %2
                  call b(e)
                  goto b2
          b8 !b3: throw
          b9 !b3: throw
        export e = e
        """);

    [Fact]
    public void Catching_everything_leaves_no_way_out() => Lowered.Is(
        """
        try:
            raise E(x)
        except Exception as e:
            f(e)
        """,
        """
        function <top>() #0
          b0: goto b3
          b1: return
          b2: any b5
          b3 !b2: %0 = call E(x)
                  %1 = %0
                  throw %0
          b5: e = %1
              call f(e)
              goto b1
        export e = e
        """);

    [Fact]
    public void Finally_within_finally_is_lowered_once() => Lowered.Is(
        """
        try:
            a()
        finally:
            try:
                b()
            finally:
                c()
        """,
        """
        function <top>() #0
          b0: goto b4
          b1: return
          b2: goto b8
          b3: goto b13
          b4 !b3: call a()
                  goto b2
          b5: goto b1
          b6: call c()
              any b5, b9
          b7: goto b6
          b8 !b7: call b()
                  goto b6
          b9: throw
          b10: throw
          b11: call c()
               any b10, b14
          b12: goto b11
          b13 !b12: call b()
                    goto b11
          b14: throw
        """);

    [Fact]
    public void With() => Lowered.Is(
        """
        with open(p) as f, lock: g(f)
        """,
        """
        function <top>() #0
          b0: %0 = call open(p)
              f = %0
              evaluate lock
              call g(f)
              return
        export f = f
        """);

    [Fact]
    public void Assert_is_an_early_exit() => Lowered.Is(
        """
        assert ok(x), "no"
        f(x)
        """,
        """
        function <top>() #0
          b0: %0 = call ok(x)
              if %0 ? b1 : b2
          b1: call f(x)
              return
          b2: throw 'no'
        """);

    [Fact]
    public void Exits() => Lowered.Is(
        """
        import sys
        from flask import abort
        def f(x):
            if x: sys.exit(1)
            if not x: abort(404)
            return x
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f(x) #1
          b0: if x ? b2 : b3
          b1: if x ? b7 : b6
          b2: %0 = call (sys).exit(1)
              stop
          b3: goto b1
          b5: return x
          b6: %1 = call abort(404)
              throw
          b7: goto b5
        import sys = sys : *
        import abort = flask : abort
        export sys = sys
        export abort = abort
        export f = f -> #1
        """);

    [Fact]
    public void Conditions_kept_in_variables_and_returned() => Lowered.Is(
        """
        def f(x):
            ok = re.match(p, x)
            if not ok: return x in y
            return not ok
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f(x) #1
          b0: %0 = call (re).match(p, x)
              ok = %0
              ok :: %0
              if ok ? b3 : b2
          b1: %2 = False
              if ok ? b5 : b6
          b2: %1 = compare in(x, y)
              %1 :: %1
              return %1
          b3: goto b1
          b5: %2 :: !ok
              %2 :: !ok
              return %2
          b6: %2 = True
              goto b5
        export f = f -> #1
        """);
}
