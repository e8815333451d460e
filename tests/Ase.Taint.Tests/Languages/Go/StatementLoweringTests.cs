namespace Ase.Taint.Tests.Languages.Go;

/// <summary>Conditionals, loops, switches, jumps.</summary>
public sealed class StatementLoweringTests
{
    [Fact]
    public void Conditionals_with_initialisers() => Lowered.Is(
        """
        package p

        func f(a string) {
        	if n := g(a); n > 0 && !bad(n) {
        		use(n)
        	} else if a == "x" {
        		use(a)
        	} else {
        		other()
        	}
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(a: string) #1
          b0: %0 = call g(a)
              n = %0
              n :: %0
              %1 = compare >(n, 0)
              if %1 ? b4 : b3
          b1: return
          b2: %3 = call use(n)
              goto b1
          b3: %4 = compare ==(a, 'x')
              if %4 ? b5 : b6
          b4: %2 = call bad(n)
              if %2 ? b3 : b2
          b5: %5 = call use(a)
              goto b1
          b6: %6 = call other()
              goto b1
        export f -> #1
        """);

    [Fact]
    public void Loops() => Lowered.Is(
        """
        package p

        func f(xs []string, m map[string]string, ch chan string) {
        	for i := 0; i < 3; i++ {
        		use(i)
        	}
        	for ok(xs) {
        		break
        	}
        	for {
        		if done() {
        			break
        		}
        		continue
        	}
        	for i, x := range xs {
        		use(i, x)
        	}
        	for k := range m {
        		use(k)
        	}
        	for v := range ch {
        		use(v)
        	}
        	for xs[0], m["k"] = range m {
        	}
        	for range 3 {
        	}
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(xs, m, ch: chan) #1
          b0: i = 0
              goto b1
          b1: %0 = compare <(i, 3)
              if %0 ? b2 : b4
          b2: %1 = call use(i)
              goto b3
          b3: %2 = arithmetic ++(i)
              i = %2
              goto b1
          b4: goto b5
          b5: %3 = call ok(xs)
              if %3 ? b6 : b8
          b6: goto b8
          b7: goto b5
          b8: goto b10
          b10: goto b11
          b11: %4 = call done()
               if %4 ? b15 : b16
          b12: goto b10
          b13: goto b19
          b14: goto b12
          b15: goto b13
          b16: goto b14
          b19: any b20, b21
          b20: %5 = keys(xs)
               i = %5
               x = xs[*]
               %6 = call use(i, x)
               goto b19
          b21: goto b22
          b22: any b23, b24
          b23: %7 = keys(m)
               k = %7
               %8 = call use(k)
               goto b22
          b24: goto b25
          b25: any b26, b27
          b26: v = ch[*]
               %9 = call use(v)
               goto b25
          b27: goto b28
          b28: any b29, b30
          b29: %10 = keys(m)
               xs[0] = %10
               m.k = m[*]
               goto b28
          b30: goto b31
          b31: any b32, b33
          b32: goto b31
          b33: return
        export f -> #1
        """);

    [Fact]
    public void Loop_variables_have_the_type_of_the_elements() => Lowered.Is(
        """
        package p

        type User struct{ name string }

        func (u *User) show() {}

        func f(users []*User) {
        	for _, u := range users {
        		u.show()
        	}
        }
        """,
        """
        function <top>() #0
          b0: return
        function User.show() #1
          b0: return
        function f(users) #2
          b0: goto b1
          b1: any b2, b3
          b2: %0 = keys(users)
              u = users[*]
              %1 = call (u).show()
              goto b1
          b3: return
        class User { show#1; name: string }
        export f -> #2
        """);

    [Fact]
    public void Labels_and_goto() => Lowered.Is(
        """
        package p

        func f(xs []string) {
        outer:
        	for _, x := range xs {
        		for {
        			if x == "a" {
        				continue outer
        			}
        			if x == "b" {
        				break outer
        			}
        			goto end
        		}
        	}
        end:
        	use(xs)
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(xs) #1
          b0: goto b1
          b1: goto b3
          b2: goto b18
          b3: any b4, b5
          b4: %0 = keys(xs)
              x = xs[*]
              goto b6
          b5: goto b2
          b6: goto b7
          b7: %1 = compare ==(x, 'a')
              if %1 ? b11 : b12
          b8: goto b6
          b10: %2 = compare ==(x, 'b')
               if %2 ? b15 : b16
          b11: goto b3
          b12: goto b10
          b14: goto b18
          b15: goto b5
          b16: goto b14
          b18: %3 = call use(xs)
               goto b20
          b20: return
        export f -> #1
        """);

    [Fact]
    public void Switch_over_a_value_with_fallthrough() => Lowered.Is(
        """
        package p

        func f(a string) {
        	switch x := g(a); x {
        	case "a", "b":
        		one()
        		fallthrough
        	case "c":
        		two()
        	default:
        		other()
        	case "d":
        		if a == "" {
        			break
        		}
        		three()
        	}
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(a: string) #1
          b0: %0 = call g(a)
              x = %0
              x :: %0
              %1 = compare ==(x, 'a')
              if %1 ? b1 : b6
          b1: %5 = call one()
              goto b2
          b2: %6 = call two()
              goto b5
          b3: %7 = call other()
              goto b5
          b4: %8 = compare ==(a, '')
              if %8 ? b12 : b13
          b5: return
          b6: %2 = compare ==(x, 'b')
              if %2 ? b1 : b7
          b7: %3 = compare ==(x, 'c')
              if %3 ? b2 : b8
          b8: %4 = compare ==(x, 'd')
              if %4 ? b4 : b9
          b9: goto b3
          b11: %9 = call three()
               goto b5
          b12: goto b5
          b13: goto b11
        export f -> #1
        """);

    [Fact]
    public void Switch_over_conditions() => Lowered.Is(
        """
        package p

        func f(a string) {
        	switch {
        	case a == "", !ok(a):
        		return
        	}
        	use(a)
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(a: string) #1
          b0: %0 = compare ==(a, '')
              if %0 ? b1 : b3
          b1: return
          b2: %2 = call use(a)
              return
          b3: %1 = call ok(a)
              if %1 ? b4 : b1
          b4: goto b2
        export f -> #1
        """);

    [Fact]
    public void Switch_over_types_binds_a_variable_for_each() => Lowered.Is(
        """
        package p

        func f(v any) {
        	switch x := v.(type) {
        	case string:
        		use(x)
        	case int, bool:
        		count(x)
        	case *User:
        		x.show()
        	default:
        		other(x)
        	}
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(v: any) #1
          b0: %0 = compare is(v, string)
              if %0 ? b1 : b6
          b1: x = v
              %4 = call use(x)
              goto b5
          b2: %5 = scalar int(v)
              x = %5
              %6 = call count(x)
              goto b5
          b3: x = v
              %7 = call (x).show()
              goto b5
          b4: x = v
              %8 = call other(x)
              goto b5
          b5: return
          b6: %1 = compare is(v, int)
              if %1 ? b2 : b7
          b7: %2 = compare is(v, bool)
              if %2 ? b2 : b8
          b8: %3 = compare is(v, User)
              if %3 ? b3 : b9
          b9: goto b4
        export f -> #1
        """);

    [Fact]
    public void Select_takes_any_case() => Lowered.Is(
        """
        package p

        func f(a, b chan string, v string) {
        	select {
        	case x, ok := <-a:
        		use(x, ok)
        	case b <- v:
        	default:
        		other()
        	}
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(a: chan, b: chan, v: string) #1
          b0: any b1, b2, b3
          b1: %0 = compare ok(a[*])
              x = a[*]
              ok = %0
              ok :: a[*]
              %1 = call use(x, ok)
              goto b4
          b2: b[*] = v
              goto b4
          b3: %2 = call other()
              goto b4
          b4: return
        export f -> #1
        """);
}
