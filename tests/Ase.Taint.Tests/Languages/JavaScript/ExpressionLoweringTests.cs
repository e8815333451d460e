namespace Ase.Taint.Tests.Languages.JavaScript;

/// <summary>Places, calls, operators.</summary>
public sealed class ExpressionLoweringTests
{
    [Fact]
    public void Members_are_one_place_and_calls_are_temporaries() => Lowered.Is(
        """
        let v = req.query.name, w = f(v).x['y'][0][k].trim();
        """,
        """
        function <top>() #0
          b0: v = req.query.name
              %0 = call f(v)
              %1 = call (%0.x.y[0][k]).trim()
              %1 :: %1
              w = %1
              return
        """);

    [Fact]
    public void Optional_chaining_reads_like_plain_access() => Lowered.Is(
        """
        x = a?.b?.[c]; d?.(e?.f());
        """,
        """
        function <top>() #0
          b0: x = a.b[c]
              %0 = call (e).f()
              call d(%0)
              return
        """);

    [Fact]
    public void Calls_on_computed_callees() => Lowered.Is(
        """
        f()(1); a[k](2); (function () {})(3); (0, m.run)(4); a['run'](5);
        """,
        """
        function <top>() #0
          b0: %0 = call f()
              call _<%0>(1)
              call (a)._<a[k]>(2)
              %1 = closure _#1
              call _<%1>(3)
              call (m).run(4)
              call (a).run(5)
              return
        function () #1
          b0: return
        """);

    [Fact]
    public void Arguments_spread_and_new() => Lowered.Is(
        """
        g(a, ...b); x = new Foo(1); y = new ns.Bar; z = new (pick())(2);
        """,
        """
        function <top>() #0
          b0: call g(a, ...b)
              %0 = new Foo(1)
              x = %0
              %1 = new (ns).Bar()
              y = %1
              %2 = call pick()
              %3 = new _<%2>(2)
              z = %3
              return
        """);

    [Fact]
    public void Sums_keep_every_step() => Lowered.Is(
        """
        x = 'a' + b + 'c';
        """,
        """
        function <top>() #0
          b0: %0 = concat +('a', b)
              %1 = concat +(%0, 'c')
              x = %1
              return
        """);

    [Fact]
    public void Operators_by_family() => Lowered.Is(
        """
        x = a - b; y = a ?? b; z = a in b; u = -a; t = typeof a; v = void f(); i++; delete o.p;
        """,
        """
        function <top>() #0
          b0: %0 = arithmetic -(a, b)
              x = %0
              %1 = select ??(a, b)
              y = %1
              %2 = compare in(a, b)
              %2 :: %2
              z = %2
              %3 = scalar -(a)
              u = %3
              %4 = scalar typeof(a)
              t = %4
              call f()
              v = undefined
              %5 = scalar ++(i)
              i = %5
              %6 = scalar delete(o.p)
              o.p = undefined
              evaluate %6
              return
        """);

    [Fact]
    public void Assignment_chains_share_the_value() => Lowered.Is(
        """
        a = b.c = exports.d = f();
        """,
        """
        function <top>() #0
          b0: %0 = call f()
              %0 :: %0
              module.exports.d = %0
              b.c = %0
              a = %0
              return
        export d = %0
        """);

    [Fact]
    public void Sequence_and_comma() => Lowered.Is(
        """
        x = (f(), a, b);
        """,
        """
        function <top>() #0
          b0: call f()
              evaluate a
              x = b
              return
        """);

    [Fact]
    public void Regular_expressions_are_literals() => Lowered.Is(
        """
        if (/^[a-z]+$/i.test(x)) f();
        """,
        """
        function <top>() #0
          b0: %0 = call (/^[a-z]+$/i).test(x)
              if %0 ? b2 : b1
          b1: return
          b2: call f()
              goto b1
        """);

    [Fact]
    public void Import_call_and_meta() => Lowered.Is(
        """
        const m = await import('./m'); import(x); y = import.meta.url;
        """,
        """
        function <top>() #0
          b0: %0 = call import('./m')
              %1 = %0
              %1 :: %1
              m = %1
              call import(x)
              %2 = import.meta
              y = %2.url
              return
        import m = ./m : *
        """);
}
