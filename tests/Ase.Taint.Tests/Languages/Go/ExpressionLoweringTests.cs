namespace Ase.Taint.Tests.Languages.Go;

/// <summary>Names, members, operators, literals.</summary>
public sealed class ExpressionLoweringTests
{
    [Fact]
    public void Pointers_slices_and_assertions_are_the_same_storage() => Lowered.Is(
        """
        package p

        func f(p *T, s string) {
        	use(&p.name, *p, s[1:], p.any.(T).field, ^1, -len(s))
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(&p: T, s: string) #1
          b0: %0 = scalar ^(1)
              %1 = call len(s)
              %2 = scalar -(%1)
              %3 = call use(&p.name, p, s, p.any.field, %0, %2)
              return
        export f -> #1
        """);

    [Fact]
    public void Conversions_to_numbers_carry_nothing() => Lowered.Is(
        """
        package p

        type ID int
        type Name string

        func f(s string) {
        	use(int(s[0]), ID(3), Name(s), []byte(s), string(s), rune(s[0]), (*T)(nil), map[string]int(nil))
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(s: string) #1
          b0: %0 = scalar int(s[0])
              %1 = scalar ID(3)
              %2 = cast Name(s)
              %3 = cast []byte(s)
              %4 = cast string(s)
              %5 = cast rune(s[0])
              %6 = cast T(nil)
              %7 = cast(nil)
              %8 = call use(%0, %1, %2, %3, %4, %5, %6, %7)
              return
        class ID {  }
        class Name {  }
        export f -> #1
        """);

    [Fact]
    public void Composite_literals_of_structs_slices_and_maps() => Lowered.Is(
        """
        package p

        type Point struct {
        	X, Y string
        	In   *Point
        }

        func f(a, b string) {
        	use(Point{a, b, nil}, &Point{X: a, In: &Point{Y: b}}, other.T{a}, other.T{F: b})
        	use([]Point{{X: a}, {Y: b}}, map[string]Point{"k": {X: a}, a: {Y: b}}, [...]string{2: a, b})
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(a: string, b: string) #1
          b0: %0 = newobject Point()
              %0.X = a
              %0.Y = b
              %0.In = nil
              %1 = newobject Point()
              %1.X = a
              %2 = newobject Point()
              %2.Y = b
              %1.In = %2
              %3 = newobject T()
              %3[*] = a
              %4 = newobject T()
              %4.F = b
              %5 = call use(%0, &%1, %3, %4)
              %6 = newarray()
              %7 = newobject Point()
              %7.X = a
              %6[0] = %7
              %8 = newobject Point()
              %8.Y = b
              %6[1] = %8
              %9 = newobject()
              %10 = newobject Point()
              %10.X = a
              %9.k = %10
              %11 = newobject Point()
              %11.Y = b
              %9[a] = %11
              %12 = newarray()
              %12[2] = a
              %12[1] = b
              %13 = call use(%6, %9, %12)
              return
        class Point { ; X: string, Y: string, In: Point }
        export f -> #1
        """);

    [Fact]
    public void Concatenation_chains_and_logic() => Lowered.Is(
        """
        package p

        func f(a, b string, ok bool) bool {
        	x := "p" + a + b
        	match := ok && strings.HasPrefix(x, a) || !ok
        	use(match)
        	return x == a
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(a: string, b: string, ok: bool) #1
          b0: %0 = concat +('p', a)
              %1 = concat +(%0, b)
              x = %1
              %2 = false
              if ok ? b4 : b3
          b1: %2 :: ((ok && %3) || !ok)
              match = %2
              match :: %2
              %4 = call use(match)
              %5 = compare ==(x, a)
              %5 :: %5
              return %5
          b2: %2 = true
              goto b1
          b3: if ok ? b1 : b2
          b4: %3 = call (strings).HasPrefix(x, a)
              if %3 ? b2 : b3
        export f -> #1
        """);

    [Fact]
    public void Constants_keep_their_values() => Lowered.Is(
        """
        package p

        func f() {
        	use("a\tb\x41\u00e9\\", `raw\n`, 'x', 1.5, 0x1F, nil, true, iota)
        }
        """,
        """
        function <top>() #0
          b0: return
        function f() #1
          b0: %0 = call use('a	bAé\', 'raw\n', 'x', 1.5, 0x1F, nil, true, iota)
              return
        export f -> #1
        """);

    [Fact]
    public void Append_makes_a_list_with_more_elements() => Lowered.Is(
        """
        package p

        func f(xs, ys []string, v string) []string {
        	xs = append(xs, "-c", v)
        	return append(xs, ys...)
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(xs, ys, v: string) #1
          b0: call append(xs, '-c', v)
              %0 = xs
              %0[*] = '-c'
              %0[*] = v
              xs = %0
              call append(xs, ...ys)
              %1 = xs
              %1[*] = ys[*]
              return %1
        export f -> #1
        """);

    [Fact]
    public void Channels_hold_what_is_sent() => Lowered.Is(
        """
        package p

        func f(ch chan string, v string) {
        	ch <- v
        	use(<-ch)
        	<-ch
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(ch: chan, v: string) #1
          b0: ch[*] = v
              %0 = call use(ch[*])
              evaluate ch[*]
              return
        export f -> #1
        """);
}
