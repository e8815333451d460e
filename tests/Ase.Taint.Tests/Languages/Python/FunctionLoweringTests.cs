namespace Ase.Taint.Tests.Languages.Python;

/// <summary>Functions, closures, generators.</summary>
public sealed class FunctionLoweringTests
{
    [Fact]
    public void Parameters() => Lowered.Is(
        """
        def f(a, b: int = 1, *args: str, c, d=g(), **kw) -> int: return a
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f(a, b: int, ...args, c, d, **kw) #1
          b0: %0 = call g()
              d = select =(d, %0)
              return a
        export f = f -> #1
        """);

    [Fact]
    public void Positional_only_and_keyword_only_markers_are_no_parameters() => Lowered.Is(
        """
        def f(a, /, b, *, c): pass
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f(a, b, c) #1
          b0: return
        export f = f -> #1
        """);

    [Fact]
    public void Closures_capture() => Lowered.Is(
        """
        def outer(x):
            def inner(y): return x + y
            return inner
        """,
        """
        function <top>() #0
          b0: outer = closure outer#1
              return
        function outer(x) #1
          b0: inner = closure inner#2
              return inner
        function inner(y) #2
          b0: %0 = concat +(x, y)
              return %0
        export outer = outer -> #1
        """);

    [Fact]
    public void Lambdas() => Lowered.Is(
        """
        k = lambda a, b=1: a + b
        """,
        """
        function <top>() #0
          b0: %0 = closure k#1
              k = %0
              return
        function k(a, b) #1
          b0: %0 = concat +(a, b)
              return %0
        export k = k
        """);

    [Fact]
    public void Global_and_nonlocal() => Lowered.Is(
        """
        n = 0
        def f(x):
            global n
            n = x
            m = 1
            def g():
                global n
                nonlocal m
                m = n
        """,
        """
        function <top>() #0
          b0: n = 0
              f = closure f#1
              return
        function f(x) #1
          b0: n = x
              m = 1
              g = closure g#2
              return
        function g() #2
          b0: m = n
              return
        export n = n
        export f = f -> #1
        """);

    [Fact]
    public void Module_names_are_seen_before_their_assignment() => Lowered.Is(
        """
        def f(): return g(x)
        def g(a): return a
        x = 1
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              g = closure g#2
              x = 1
              return
        function f() #1
          b0: %0 = call g(x)
              %0 :: %0
              return %0
        function g(a) #2
          b0: return a
        export f = f -> #1
        export g = g -> #2
        export x = x
        """);

    [Fact]
    public void Generators_return_what_they_yield() => Lowered.Is(
        """
        def f(a):
            yield a
            yield from a
            return
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f(a) #1
          b0: %0 = newarray()
              %0[*] = a
              %0[*] = a[*]
              return %0
          b1: return %0
        export f = f -> #1
        """);

    [Fact]
    public void Context_managers_yield_their_value() => Lowered.Is(
        """
        @contextlib.contextmanager
        def f(a): yield a
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f(a) #1
          b0: %0 = a
              return %0
        export f = f -> #1
        """);

    [Fact]
    public void Decorators_leave_no_trace() => Lowered.Is(
        """
        @app.route("/x", methods=m)
        def f(): pass
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f() #1
          b0: return
        export f = f -> #1
        """);
}
