namespace Ase.Taint.Tests.Languages.Python;

/// <summary>Places, calls, operators.</summary>
public sealed class ExpressionLoweringTests
{
    [Fact]
    public void Members_are_one_place_and_calls_are_temporaries() => Lowered.Is(
        """
        v = request.args
        w = f(v).x["y"][0][k].trim()
        """,
        """
        function <top>() #0
          b0: v = request.args
              %0 = call f(v)
              %1 = call (%0.x.y[0][k]).trim()
              w = %1
              w :: %1
              return
        export v = v
        export w = w
        """);

    [Fact]
    public void Arguments_with_keywords_and_unpacking() => Lowered.Is(
        """
        g(a, *b, k=c, **d)
        any(x for x in y)
        """,
        """
        function <top>() #0
          b0: call g(a, ...b, k: c, ...d)
              %1 = newarray()
              goto b1
          b1: any b2, b3
          b2: x = y[*]
              %1[*] = x
              goto b1
          b3: call any(%1)
              return
        """);

    [Fact]
    public void Calls_on_computed_callees() => Lowered.Is(
        """
        f()(1)
        a[k](2)
        (lambda: 3)()
        """,
        """
        function <top>() #0
          b0: %0 = call f()
              call _<%0>(1)
              call _<a[k]>(2)
              %3 = closure _#1
              call _<%3>()
              return
        function () #1
          b0: return 3
        """);

    [Fact]
    public void Names_that_the_file_binds_are_callees_with_a_value() => Lowered.Is(
        """
        def f(): pass
        g = f
        f(1)
        g(2)
        len(3)
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              g = f
              call f(1)
              call g(2)
              call len(3)
              return
        function f() #1
          b0: return
        export f = f -> #1
        export g = g
        """);

    [Fact]
    public void String_building() => Lowered.Is(
        """
        a = x + "y" + z
        b = "%s" % x
        c = "{}".format(x)
        d = root / name
        e = "-" * n
        f = n % 10
        """,
        """
        function <top>() #0
          b0: %0 = concat +(x, 'y')
              %1 = concat +(%0, z)
              a = %1
              %2 = concat %('%s', x)
              b = %2
              %3 = call ('{}').format(x)
              c = %3
              c :: %3
              %4 = concat /(root, name)
              d = %4
              %5 = concat *('-', n)
              e = %5
              %6 = arithmetic %(n, 10)
              f = %6
              return
        export a = a
        export b = b
        export c = c
        export d = d
        export e = e
        export f = f
        """);

    [Fact]
    public void Arithmetic_comparison_and_signs() => Lowered.Is(
        """
        a = x - y * 2
        b = 1 < x <= y
        c = x not in y
        d = x is None
        e = -1
        f = -x
        """,
        """
        function <top>() #0
          b0: %0 = arithmetic *(y, 2)
              %1 = arithmetic -(x, %0)
              a = %1
              %2 = compare < <=(1, x, y)
              b = %2
              b :: %2
              %3 = compare not in(x, y)
              c = %3
              c :: %3
              %4 = compare is(x, None)
              d = %4
              d :: %4
              e = -1
              %5 = arithmetic -(x)
              f = %5
              return
        export a = a
        export b = b
        export c = c
        export d = d
        export e = e
        export f = f
        """);

    [Fact]
    public void Logical_values_branch_and_keep_their_predicate() => Lowered.Is(
        """
        a = x or "d"
        b = not bad(y) and y.n > 0
        """,
        """
        function <top>() #0
          b0: %0 = False
              if x ? b3 : b2
          b1: %0 :: (x || 'd')
              a = %0
              a :: %0
              %1 = False
              %2 = call bad(y)
              if %2 ? b5 : b6
          b2: if 'd' ? b4 : b1
          b3: %0 = x
              goto b1
          b4: %0 = 'd'
              goto b1
          b5: %1 :: (!%2 && %3)
              b = %1
              b :: %1
              return
          b6: %3 = compare >(y.n, 0)
              if %3 ? b7 : b5
          b7: %1 = %3
              goto b5
        export a = a
        export b = b
        """);

    [Fact]
    public void Conditional_expressions() => Lowered.Is(
        """
        a = x if ok(x) else y
        """,
        """
        function <top>() #0
          b0: %1 = call ok(x)
              if %1 ? b1 : b2
          b1: %0 = x
              goto b3
          b2: %0 = y
              goto b3
          b3: a = %0
              return
        export a = a
        """);

    [Fact]
    public void Walrus_binds_and_yields() => Lowered.Is(
        """
        if (n := read()) and n.ok: use(n)
        """,
        """
        function <top>() #0
          b0: %0 = call read()
              n = %0
              n :: %0
              if n ? b4 : b3
          b1: return
          b2: call use(n)
              goto b1
          b3: goto b1
          b4: if n.ok ? b2 : b3
        export n = n
        """);

    [Fact]
    public void Collections_and_their_parts() => Lowered.Is(
        """
        a = [x, 1, *y]
        b = (x,)
        c = {"k": x, j: y, **z}
        d = {x, y}
        """,
        """
        function <top>() #0
          b0: %0 = newarray()
              %0[0] = x
              %0[1] = 1
              %0[*] = y[*]
              a = %0
              %1 = newarray()
              %1[0] = x
              b = %1
              %2 = newobject()
              %2.k = x
              %2[j] = y
              %2 = select **(%2, z)
              c = %2
              %3 = newarray()
              %3[0] = x
              %3[1] = y
              d = %3
              return
        export a = a
        export b = b
        export c = c
        export d = d
        """);

    [Fact]
    public void Slices_keep_the_shape() => Lowered.Is(
        """
        a = x[1:n]
        b = x[i, j]
        x[1:2] = y
        """,
        """
        function <top>() #0
          b0: evaluate n
              %0 = select [:](x)
              a = %0
              b = x[j]
              x[*] = y
              return
        export a = a
        export b = b
        """);

    [Fact]
    public void Await_has_its_own_node_and_value() => Lowered.Is(
        """
        async def f(): return await g(x)
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f() #1
          b0: %0 = call g(x)
              %1 = %0
              %1 :: %1
              return %1
        export f = f -> #1
        """);

    [Fact]
    public void Constants_as_conditions_leave_one_edge() => Lowered.Is(
        """
        while True:
            if f(): break
        if 0: g()
        """,
        """
        function <top>() #0
          b0: goto b1
          b1: goto b2
          b2: %0 = call f()
              if %0 ? b6 : b7
          b4: goto b11
          b5: goto b1
          b6: goto b4
          b7: goto b5
          b9: return
          b10: call g()
               goto b9
          b11: goto b9
        """);
}
