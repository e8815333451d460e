namespace Ase.Taint.Tests.Languages.JavaScript;

/// <summary>Control flow and scopes.</summary>
public sealed class StatementLoweringTests
{
    [Fact]
    public void For_loop() => Lowered.Is(
        """
        for (let i = 0; i < n; i++) { f(i); }
        """,
        """
        function <top>() #0
          b0: i = 0
              goto b1
          b1: %0 = compare <(i, n)
              if %0 ? b2 : b4
          b2: call f(i)
              goto b3
          b3: %1 = scalar ++(i)
              i = %1
              goto b1
          b4: return
        """);

    [Fact]
    public void Endless_loop_ends_by_break_only() => Lowered.Is(
        """
        for (;;) { if (a) break; } while (true) { if (b) continue; break; } g();
        """,
        """
        function <top>() #0
          b0: goto b1
          b1: goto b2
          b2: if a ? b6 : b5
          b3: goto b1
          b4: goto b8
          b5: goto b3
          b6: goto b4
          b8: goto b9
          b9: if b ? b12 : b11
          b10: call g()
               return
          b11: goto b10
          b12: goto b8
        """);

    [Fact]
    public void For_of_and_for_in() => Lowered.Is(
        """
        for (const { id } of rows) f(id); for (k in o) g(k);
        """,
        """
        function <top>() #0
          b0: goto b1
          b1: any b2, b3
          b2: id = rows[*].id
              call f(id)
              goto b1
          b3: goto b4
          b4: any b5, b6
          b5: %0 = keys(o)
              k = %0
              call g(k)
              goto b4
          b6: return
        """);

    [Fact]
    public void While_and_do() => Lowered.Is(
        """
        while (a) f(); do g(); while (b);
        """,
        """
        function <top>() #0
          b0: goto b1
          b1: if a ? b2 : b3
          b2: call f()
              goto b1
          b3: goto b4
          b4: call g()
              goto b5
          b5: if b ? b4 : b6
          b6: return
        """);

    [Fact]
    public void Labels() => Lowered.Is(
        """
        outer: for (const a of as) { for (const b of bs) { if (a) continue outer; if (b) break outer; } } block: {
        if (c) break block; f(); }
        """,
        """
        function <top>() #0
          b0: goto b1
          b1: any b2, b3
          b2: a = as[*]
              goto b4
          b3: if c ? b15 : b14
          b4: any b5, b6
          b5: b = bs[*]
              if a ? b8 : b7
          b6: goto b1
          b7: if b ? b11 : b10
          b8: goto b1
          b10: goto b4
          b11: goto b3
          b13: return
          b14: call f()
               goto b13
          b15: goto b13
        """);

    [Fact]
    public void Switch_falls_through() => Lowered.Is(
        """
        switch (k) { case 'a': f(); case 'b': g(); break; default: h(); }
        """,
        """
        function <top>() #0
          b0: %0 = compare ===(k, 'a')
              if %0 ? b2 : b5
          b1: return
          b2: call f()
              goto b3
          b3: call g()
              goto b1
          b4: call h()
              goto b1
          b5: %1 = compare ===(k, 'b')
              if %1 ? b3 : b6
          b6: goto b4
        """);

    [Fact]
    public void Switch_on_true() => Lowered.Is(
        """
        switch (true) { case a.ok(): f(); break; case b: g(); }
        """,
        """
        function <top>() #0
          b0: %0 = call (a).ok()
              if %0 ? b2 : b4
          b1: return
          b2: call f()
              goto b1
          b3: call g()
              goto b1
          b4: if b ? b3 : b5
          b5: goto b1
        """);

    [Fact]
    public void Throw_reaches_the_catch() => Lowered.Is(
        """
        try { f(); throw new Error(m); } catch (e) { g(e); }
        """,
        """
        function <top>() #0
          b0: goto b4
          b1: return
          b2: e = %0
              call g(e)
              goto b3
          b3: goto b1
          b4 !b2: call f()
                  %1 = new Error(m)
                  %0 = %1
                  throw %1
        """);

    [Fact]
    public void Catch_without_parameter_and_pattern() => Lowered.Is(
        """
        try { f(); } catch { g(); } try { throw x; } catch ({ message }) { h(message); }
        """,
        """
        function <top>() #0
          b0: goto b4
          b1: goto b8
          b2: call g()
              goto b3
          b3: goto b1
          b4 !b2: call f()
                  goto b3
          b5: return
          b6: message = %1.message
              call h(message)
              goto b7
          b7: goto b5
          b8 !b6: %1 = x
                  throw x
        """);

    [Fact]
    public void Finally_on_every_way_out() => Lowered.Is(
        """
        function f(a) { for (;;) { try { if (a) return a.b; if (c) break; g(); } finally { h(); } } k(); }
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f(a) #1
          b0: goto b1
          b1: goto b2
          b2: goto b8
          b3: goto b1
          b4: call k()
              return
          b5: goto b3
          b6: call h()
              throw %0
          b7: call h()
              goto b5
          b8 !b6: if a ? b10 : b9
          b9 !b6: if c ? b14 : b13
          b10 !b6: %1 = a.b
                   goto b11
          b11: call h()
               return %1
          b13 !b6: call g()
                   goto b7
          b14 !b6: goto b15
          b15: call h()
               goto b4
        """);

    [Fact]
    public void Nested_finally() => Lowered.Is(
        """
        function f() { try { try { return g(); } finally { a(); } } finally { b(); } }
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f() #1
          b0: goto b4
          b1: return
          b2: call b()
              throw %0
          b3: call b()
              goto b1
          b4 !b2: goto b8
          b5 !b2: goto b3
          b6 !b2: call a()
                  %0 = %1
                  throw %1
          b7 !b2: call a()
                  goto b5
          b8 !b6: %2 = call g()
                  %2 :: %2
                  %3 = %2
                  goto b9
          b9 !b2: call a()
                  goto b12
          b12: call b()
               return %3
        """);

    [Fact]
    public void Code_after_the_end_is_not_reached() => Lowered.Is(
        """
        function f() { return 1; g(); }
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f() #1
          b0: return 1
          b1: call g()
              return
        """);

    [Fact]
    public void Process_exit_stops() => Lowered.Is(
        """
        if (!ok) process.exit(1); f(); function g(process) { process.exit(); return 1; }
        """,
        """
        function <top>() #0
          b0: g = closure g#1
              if ok ? b1 : b2
          b1: call f()
              return
          b2: call (process).exit(1)
              stop
        function g(process) #1
          b0: call (process).exit()
              return 1
        """);

    [Fact]
    public void With_and_debugger() => Lowered.Is(
        """
        with (o) { f(x); } debugger; ;
        """,
        """
        function <top>() #0
          b0: evaluate o
              call f(x)
              return
        """);

    [Fact]
    public void Block_scopes_shadow() => Lowered.Is(
        """
        let x = a; { let x = b; f(x); } g(x);
        """,
        """
        function <top>() #0
          b0: x = a
              x = b
              call f(x)
              call g(x)
              return
        """);

    [Fact]
    public void Var_is_hoisted_to_the_function() => Lowered.Is(
        """
        function f() { if (a) { var x = b; } return () => x; }
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f() #1
          b0: if a ? b2 : b1
          b1: %0 = closure _#2
              return %0
          b2: x = b
              goto b1
        function () #2
          b0: return x
        """);

    [Fact]
    public void Functions_are_hoisted_to_their_block() => Lowered.Is(
        """
        f(); function f() { return g(); } { g(); function g() {} }
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              call f()
              g = closure g#2
              call g()
              return
        function f() #1
          b0: %0 = call g()
              %0 :: %0
              return %0
        function g() #2
          b0: return
        """);

    [Fact]
    public void Undeclared_names_are_global() => Lowered.Is(
        """
        function f() { total = secret; } let secret;
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              secret = undefined
              return
        function f() #1
          b0: total = secret
              return
        """);
}
