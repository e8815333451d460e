namespace Ase.Taint.Tests.Languages.Java;

/// <summary>Operators, literals, arrays, assignments.</summary>
public sealed class ExpressionLoweringTests
{
    [Fact]
    public void Concatenation_comparison_and_logic() => Lowered.Is(
        """
        class A {
            boolean run(String a, String b, boolean c) {
                String x = "p" + a + b + 1;
                x += a;
                boolean ok = c && !a.isEmpty() || b == null;
                boolean m = a.matches("x");
                boolean n = !m;
                return a.equals(b);
            }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.run(a: String, b: String, c: boolean) #1
          b0: %0 = concat +('p', a)
              %1 = concat +(%0, b)
              %2 = concat +(%1, 1)
              x = %2
              %3 = concat +=(x, a)
              x = %3
              %4 = false
              if c ? b4 : b3
          b1: %4 :: ((c && !%5) || %6)
              ok = %4
              ok :: %4
              %7 = call (a).matches('x')
              m = %7
              m :: %7
              %8 = false
              if m ? b5 : b6
          b2: %4 = true
              goto b1
          b3: %6 = compare ==(b, null)
              if %6 ? b2 : b1
          b4: %5 = call (a).isEmpty()
              if %5 ? b3 : b2
          b5: %8 :: !m
              n = %8
              n :: %8
              %9 = call (a).equals(b)
              %9 :: %9
              return %9
          b6: %8 = true
              goto b5
        class A { run#1 }
        """);

    [Fact]
    public void Casts_to_numbers_carry_nothing() => Lowered.Is(
        """
        class A {
            void run(Object o) { use((int) o, (Integer) o, (boolean) o, (String) o, (char) 1, (List<String>) o, -1, ~x, o instanceof String); }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.run(o: Object) #1
          b0: %0 = scalar int(o)
              %1 = scalar Integer(o)
              %2 = scalar boolean(o)
              %3 = cast String(o)
              %4 = cast char(1)
              %5 = cast List(o)
              %6 = scalar -(1)
              %7 = scalar ~(x)
              %8 = compare instanceof(o)
              %9 = call (this).use(%0, %1, %2, %3, %4, %5, %6, %7, %8)
              return
        class A { run#1 }
        """);

    [Fact]
    public void Arrays_and_elements() => Lowered.Is(
        """
        class A {
            void run(String a, int i) {
                String[] xs = {a, "b"};
                String[][] ys = new String[i][], zs = new String[][]{{a}};
                xs[0] = a; xs[i] = xs[1]; ys[0][i] = a;
                use(xs.length, xs[i++]);
            }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.run(a: String, i: int) #1
          b0: %0 = newarray()
              %0[0] = a
              %0[1] = 'b'
              xs = %0
              evaluate i
              %1 = newarray()
              ys = %1
              %2 = newarray()
              %3 = newarray()
              %3[0] = a
              %2[0] = %3
              zs = %2
              xs[0] = a
              xs[i] = xs[1]
              ys[0][i] = a
              %4 = scalar length(xs)
              %5 = arithmetic ++(i)
              i = %5
              %6 = call (this).use(%4, xs[%5])
              return
        class A { run#1 }
        """);

    [Fact]
    public void Assignments_have_values() => Lowered.Is(
        """
        class A {
            String f, g;
            void run(String a) {
                String x, y;
                x = y = a;
                this.f = g = x;
                while ((x = next()) != null) use(x);
                int n = 0;
                n++; --n; n <<= 2;
            }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.run(a: String) #1
          b0: x = null
              y = null
              y = a
              x = y
              this.g = x
              this.f = this.g
              goto b1
          b1: %0 = call (this).next()
              x = %0
              x :: %0
              %1 = compare !=(x, null)
              if %1 ? b2 : b4
          b2: %2 = call (this).use(x)
              goto b3
          b3: goto b1
          b4: n = 0
              %3 = arithmetic ++(n)
              n = %3
              %4 = arithmetic --(n)
              n = %4
              %5 = arithmetic <<=(n, 2)
              n = %5
              return
        class A { run#1; f: String, g: String }
        """);

    [Fact]
    public void Strings_and_text_blocks_keep_their_values() => Lowered.Is(
        """"
        class A {
            void run() {
                use("a\tb\u0041\"", 'c', 1.5f, 0x1F, null, true, String.class, """
                    line one
                      two \
                    three
                    """);
            }
        }
        """",
        """"
        function <top>() #0
          b0: return
        function A.run() #1
          b0: %0 = call (this).use('a	bA"', 'c', 1.5f, 0x1F, null, true, String.class, 'line one\n  two three\n')
              return
        class A { run#1 }
        """");

    [Fact]
    public void Conditional_expressions_choose() => Lowered.Is(
        """
        class A {
            String run(boolean c, String a) { return c ? a : a == null ? "x" : null; }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.run(c: boolean, a: String) #1
          b0: if c ? b1 : b2
          b1: %0 = a
              goto b3
          b2: %2 = compare ==(a, null)
              if %2 ? b4 : b5
          b3: return %0
          b4: %1 = 'x'
              goto b6
          b5: %1 = null
              goto b6
          b6: %0 = %1
              goto b3
        class A { run#1 }
        """);

    [Fact]
    public void Patterns_bind_variables() => Lowered.Is(
        """
        record P(String left, Object right) { }
        class A {
            void run(Object o) {
                if (!(o instanceof String s)) return;
                use(s);
                if (o instanceof P(var l, String r) && l != null) use(l, r);
            }
        }
        """,
        """
        function <top>() #0
          b0: return
        function P.left() #1
          b0: return this.left
        function P.right() #2
          b0: return this.right
        constructor P.P(left: String, right: Object) #3
          b0: this.left = left
              this.right = right
              return
        function A.run(o: Object) #4
          b0: %0 = compare instanceof(o)
              s = o
              if %0 ? b3 : b2
          b1: %1 = call (this).use(s)
              %2 = compare instanceof(o)
              l = o.left
              r = o.right
              if %2 ? b8 : b7
          b2: return
          b3: goto b1
          b5: return
          b6: %4 = call (this).use(l, r)
              goto b5
          b7: goto b5
          b8: %3 = compare !=(l, null)
              if %3 ? b6 : b7
        class P { left#1, right#2, P#3; left: String, right: Object }
        class A { run#4 }
        """);
}
