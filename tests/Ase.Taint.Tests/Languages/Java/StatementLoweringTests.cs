namespace Ase.Taint.Tests.Languages.Java;

/// <summary>Conditionals, loops, switches, exceptions.</summary>
public sealed class StatementLoweringTests
{
    [Fact]
    public void Loops_with_labels() => Lowered.Is(
        """
        class A {
            void run(List<String> list, String[] array) {
                outer:
                for (String s : list) {
                    for (int i = 0, j = 1; i < 3; i++, j--) {
                        if (s == null) continue outer;
                        if (i == j) break outer;
                        continue;
                    }
                }
                do { next(); } while (more());
                for (var a : array) use(a);
                block: { if (more()) break block; use(list); }
                for (;;) { break; }
            }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.run(list: List, array) #1
          b0: goto b2
          b1: goto b18
          b2: any b3, b4
          b3: s = list[*]
              i = 0
              j = 1
              goto b5
          b4: goto b1
          b5: %0 = compare <(i, 3)
              if %0 ? b6 : b8
          b6: %1 = compare ==(s, null)
              if %1 ? b10 : b11
          b7: %3 = arithmetic ++(i)
              i = %3
              %4 = arithmetic --(j)
              j = %4
              goto b5
          b8: goto b2
          b9: %2 = compare ==(i, j)
              if %2 ? b14 : b15
          b10: goto b2
          b11: goto b9
          b13: goto b7
          b14: goto b4
          b15: goto b13
          b18: %5 = call (this).next()
               goto b19
          b19: %6 = call (this).more()
               if %6 ? b18 : b20
          b20: goto b21
          b21: any b22, b23
          b22: a = array[*]
               %7 = call (this).use(a)
               goto b21
          b23: %8 = call (this).more()
               if %8 ? b26 : b27
          b24: goto b29
          b25: %9 = call (this).use(list)
               goto b24
          b26: goto b24
          b27: goto b25
          b29: goto b30
          b30: goto b32
          b31: goto b29
          b32: return
        class A { run#1 }
        """);

    [Fact]
    public void Old_switches_fall_through() => Lowered.Is(
        """
        class A {
            void run(String a) {
                switch (a) {
                    case "a":
                    case "b": one(); break;
                    case "c": two();
                    default: other();
                }
            }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.run(a: String) #1
          b0: %0 = compare ==(a, 'a')
              if %0 ? b1 : b6
          b1: goto b2
          b2: %3 = call (this).one()
              goto b5
          b3: %4 = call (this).two()
              goto b4
          b4: %5 = call (this).other()
              goto b5
          b5: return
          b6: %1 = compare ==(a, 'b')
              if %1 ? b2 : b7
          b7: %2 = compare ==(a, 'c')
              if %2 ? b3 : b8
          b8: goto b4
        class A { run#1 }
        """);

    [Fact]
    public void Switch_expressions_yield() => Lowered.Is(
        """
        class A {
            String run(Mode m, Object o) {
                String x = switch (m) {
                    case READ, WRITE -> "rw";
                    case NONE -> { use(m); yield "n"; }
                    default -> throw new E();
                };
                switch (m) { case READ -> use(x); default -> { } }
                return switch (o) {
                    case String s when s.isEmpty() -> s;
                    case P(var l, var r) -> l;
                    case null, default -> "d";
                };
            }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.run(m: Mode, o: Object) #1
          b0: %1 = compare ==(m, READ)
              if %1 ? b1 : b5
          b1: %0 = 'rw'
              goto b4
          b2: %4 = call (this).use(m)
              %0 = 'n'
              goto b4
          b3: %5 = new E()
              throw %5
          b4: x = %0
              %6 = compare ==(m, READ)
              if %6 ? b10 : b13
          b5: %2 = compare ==(m, WRITE)
              if %2 ? b1 : b6
          b6: %3 = compare ==(m, NONE)
              if %3 ? b2 : b7
          b7: goto b3
          b10: %7 = call (this).use(x)
               goto b12
          b11: goto b12
          b12: %9 = compare instanceof(o)
               if %9 ? b18 : b19
          b13: goto b11
          b14: %8 = s
               goto b17
          b15: %8 = l
               goto b17
          b16: %8 = 'd'
               goto b17
          b17: return %8
          b18: s = o
               %10 = call (s).isEmpty()
               if %10 ? b14 : b19
          b19: %11 = compare instanceof(o)
               if %11 ? b20 : b21
          b20: l = o[*]
               r = o[*]
               goto b15
          b21: %12 = compare ==(o, null)
               if %12 ? b16 : b22
          b22: goto b16
        class A { run#1 }
        """);

    [Fact]
    public void Exceptions_reach_their_handlers() => Lowered.Is(
        """
        class A {
            void run(String a) {
                try {
                    if (a == null) throw new E(a);
                    use(a);
                } catch (IOException | SQLException e) {
                    log(e.getMessage());
                } finally {
                    close();
                }
            }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.run(a: String) #1
          b0: goto b5
          b1: return
          b2: %6 = call (this).close()
              goto b1
          b3: %7 = call (this).close()
              throw
          b4 !b3: any b10, b11
          b5 !b4: %0 = compare ==(a, null)
                  if %0 ? b7 : b8
          b6 !b4: %3 = call (this).use(a)
                  goto b2
          b7 !b4: %1 = new E(a)
                  %2 = %1
                  throw %1
          b8 !b4: goto b6
          b10 !b3: e = %2
                   %4 = call (e).getMessage()
                   %5 = call (this).log(%4)
                   goto b2
          b11 !b3: throw
        class A { run#1 }
        """);

    [Fact]
    public void Resources_are_variables_of_the_body() => Lowered.Is(
        """
        class A {
            void run(String a) throws Exception {
                try (var in = new Reader(a); Writer out = open(a); shared) {
                    in.copy(out);
                }
                try (Reader r = open(a)) { use(r); } catch (Exception e) { use(e); }
            }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.run(a: String) #1
          b0: %0 = new Reader(a)
              in = %0
              %1 = call (this).open(a)
              out = %1
              evaluate shared
              %2 = call (in).copy(out)
              goto b3
          b1: return
          b2: any b4
          b3 !b2: %3 = call (this).open(a)
                  r = %3
                  %4 = call (this).use(r)
                  goto b1
          b4: e = %5
              %6 = call (this).use(e)
              goto b1
        class A { run#1 }
        """);

    [Fact]
    public void Assertions_and_locks() => Lowered.Is(
        """
        class A {
            void run(String a) {
                assert a != null : message(a);
                synchronized (lock(a)) { use(a); }
            }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.run(a: String) #1
          b0: %0 = compare !=(a, null)
              if %0 ? b1 : b2
          b1: %2 = call (this).lock(a)
              %3 = call (this).use(a)
              return
          b2: %1 = call (this).message(a)
              goto b1
        class A { run#1 }
        """);

    [Fact]
    public void Chains_of_conditions() => Lowered.Is(
        """
        class A {
            void run(String a) {
                if (a == null) one();
                else if (a.isEmpty()) two();
                else { three(); }
                ;
            }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.run(a: String) #1
          b0: %0 = compare ==(a, null)
              if %0 ? b2 : b3
          b1: return
          b2: %1 = call (this).one()
              goto b1
          b3: %2 = call (a).isEmpty()
              if %2 ? b4 : b5
          b4: %3 = call (this).two()
              goto b1
          b5: %4 = call (this).three()
              goto b1
        class A { run#1 }
        """);
}
