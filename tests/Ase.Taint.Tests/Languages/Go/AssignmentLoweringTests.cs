namespace Ase.Taint.Tests.Languages.Go;

/// <summary>Declarations and assignments.</summary>
public sealed class AssignmentLoweringTests
{
    [Fact]
    public void Multiple_results_are_parts_of_the_call() => Lowered.Is(
        """
        package p

        func f(r io.Reader) {
        	data, err := io.ReadAll(r)
        	_, ok := allowed[data]
        	n, s := 1, string(data)
        	n, s = s, n
        	_ = err
        	use(n, s, ok)
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(r: Reader) #1
          b0: %0 = call (io).ReadAll(r)
              data = %0[0]
              data :: %0[0]
              err = %0[1]
              err :: %0[1]
              %1 = compare ok(allowed[data])
              evaluate allowed[data]
              ok = %1
              ok :: allowed[data]
              %2 = cast string(data)
              n = 1
              s = %2
              %3 = s
              %4 = n
              n = %3
              s = %4
              evaluate err
              %5 = call use(n, s, ok)
              return
        export f -> #1
        """);

    [Fact]
    public void Comma_ok_forms_yield_the_value_and_whether_there_was_one() => Lowered.Is(
        """
        package p

        func f(x any, ch chan string, m map[string]string) {
        	s, ok := x.(string)
        	v, more := <-ch
        	w, found := m["k"]
        	use(s, ok, v, more, w, found)
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(x: any, ch: chan, m) #1
          b0: %0 = compare ok(x)
              s = x
              ok = %0
              ok :: x
              %1 = compare ok(ch[*])
              v = ch[*]
              more = %1
              more :: ch[*]
              %2 = compare ok(m.k)
              w = m.k
              found = %2
              found :: m.k
              %3 = call use(s, ok, v, more, w, found)
              return
        export f -> #1
        """);

    [Fact]
    public void Inner_declarations_hide_outer_ones_until_their_block_ends() => Lowered.Is(
        """
        package p

        func f(a string) string {
        	x := a
        	if x, err := g(x); err == nil {
        		use(x)
        	}
        	return x
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(a: string) #1
          b0: x = a
              %0 = call g(x)
              x = %0[0]
              x :: %0[0]
              err = %0[1]
              err :: %0[1]
              %1 = compare ==(err, nil)
              if %1 ? b2 : b3
          b1: return x
          b2: %2 = call use(x)
              goto b1
          b3: goto b1
        export f -> #1
        """);

    [Fact]
    public void Variables_constants_and_zero_values() => Lowered.Is(
        """
        package p

        const prefix, size = "a", 3

        var (
        	limit int = size
        	table map[string]string
        )

        func f() {
        	var buf bytes.Buffer
        	var a, b = 1, "x"
        	buf.WriteString(b)
        	a += 2
        	a++
        	table[b] = prefix
        	other = a
        }
        """,
        """
        function <top>() #0
          b0: prefix = 'a'
              size = 3
              limit = size
              table = nil
              return
        function f() #1
          b0: buf = nil
              a = 1
              b = 'x'
              %0 = call (buf).WriteString(b)
              %1 = concat +=(a, 2)
              a = %1
              %2 = arithmetic ++(a)
              a = %2
              table[b] = prefix
              other = a
              return
        export f -> #1
        export prefix = prefix
        export size = size
        export limit = limit
        export table = table
        """);

    [Fact]
    public void Stores_through_members_elements_and_pointers() => Lowered.Is(
        """
        package p

        func f(p *T, xs []string, i int, v string) {
        	p.name = v
        	xs[0], xs[i] = v, v
        	*p = T{}
        	p.list[i].name += v
        	(*p).name = v
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(&p: T, xs, i: int, v: string) #1
          b0: p.name = v
              %0 = v
              %1 = v
              xs[0] = %0
              xs[i] = %1
              %2 = newobject T()
              p = %2
              %3 = concat +=(p.list[i].name, v)
              p.list[i].name = %3
              p.name = v
              return
        export f -> #1
        """);
}
