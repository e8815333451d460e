namespace Ase.Taint.Tests.Languages.JavaScript;

/// <summary>Literals that hold data, patterns that take it apart, elements.</summary>
public sealed class DataLoweringTests
{
    [Fact]
    public void Template_literals() => Lowered.Is(
        """
        x = `plain`; y = `a ${b} c`; z = sql`select ${id}`;
        """,
        """
        function <top>() #0
          b0: x = 'plain'
              %0 = concat `('a ', b, ' c')
              y = %0
              %1 = newarray()
              %2 = call sql(%1, id)
              %2 :: %2
              z = %2
              return
        """);

    [Fact]
    public void String_escapes_are_decoded() => Lowered.Is(
        """
        x = 'a\x41\u{42}\n\'' + "";
        """,
        """
        function <top>() #0
          b0: %0 = concat +('aAB\n'', '')
              x = %0
              return
        """);

    [Fact]
    public void Object_literals() => Lowered.Is(
        """
        o = { a, b: c, 'd-e': 1, [k]: v, m() { return 1; }, get g() { return s; }, set g(x) {}, ...rest };
        """,
        """
        function <top>() #0
          b0: %0 = newobject()
              %0.a = a
              %0.b = c
              %0.d-e = 1
              %0[k] = v
              %1 = closure m#1
              %0.m = %1
              %2 = closure g#2
              %3 = call (%0).g<%2>()
              %0.g = %3
              %4 = closure g#3
              evaluate %4
              %0[*] = rest[*]
              o = %0
              return
        function m() #1
          b0: return 1
        function g() #2
          b0: return s
        function g(x) #3
          b0: return
        """);

    [Fact]
    public void Object_spread_first_copies() => Lowered.Is(
        """
        o = { ...p, a: 1 };
        """,
        """
        function <top>() #0
          b0: %0 = newobject()
              %0 = p
              %0.a = 1
              o = %0
              return
        """);

    [Fact]
    public void Array_literals() => Lowered.Is(
        """
        x = [a, , 'b', ...c, d];
        """,
        """
        function <top>() #0
          b0: %0 = newarray()
              %0[0] = a
              %0[2] = 'b'
              %1 = spread ...(c)
              %0[*] = %1
              %0[*] = d
              x = %0
              return
        """);

    [Fact]
    public void Destructuring() => Lowered.Is(
        """
        const { a, b: c, d = 1, e: { f }, [k]: g, ...h } = o, [i, , j = 2, ...l] = p;
        """,
        """
        function <top>() #0
          b0: a = o.a
              c = o.b
              %0 = select =(o.d, 1)
              d = %0
              f = o.e.f
              g = o[k]
              h = o
              i = p[0]
              %1 = select =(p[2], 2)
              j = %1
              %2 = newarray()
              %2[*] = p[*]
              l = %2
              return
        """);

    [Fact]
    public void Destructuring_assignment() => Lowered.Is(
        """
        [a, b.c] = [b.c, a]; ({ x: y[0] } = z);
        """,
        """
        function <top>() #0
          b0: %0 = newarray()
              %0[0] = b.c
              %0[1] = a
              a = %0[0]
              b.c = %0[1]
              y[0] = z.x
              return
        """);

    [Fact]
    public void Jsx_elements() => Lowered.Is(
        """
        x = <div id="a" title={t} {...p} on>{c}text<Foo.Bar k={1} /></div>; y = <><Item v={w} /></>;
        """,
        """
        function <top>() #0
          b0: %0 = newobject()
              %0.k = 1
              %1 = call (Foo).Bar(%0, k: 1)
              %2 = call div(id: 'a', title: t, ...p, on: true, children: c, children: %1)
              x = %2
              %3 = newobject()
              %3.v = w
              %4 = call Item(%3, v: w)
              %5 = call Fragment(children: %4)
              y = %5
              return
        """);
}
