namespace Ase.Taint.Tests.Languages.JavaScript;

/// <summary>Functions, closures, parameters, generators.</summary>
public sealed class FunctionLoweringTests
{
    [Fact]
    public void Closures_capture() => Lowered.Is(
        """
        function outer(a) { const b = a; return function inner() { return () => a + b; }; }
        """,
        """
        function <top>() #0
          b0: outer = closure outer#1
              return
        function outer(a) #1
          b0: b = a
              %0 = closure inner#2
              return %0
        function inner() #2
          b0: inner = closure inner#2
              %0 = closure _#3
              return %0
        function () #3
          b0: %0 = concat +(a, b)
              return %0
        """);

    [Fact]
    public void Names_by_assignment() => Lowered.Is(
        """
        const f = () => 1, g = function () {}; a.b = function () {}; a['c'] = () => 2; o = {
        p: async () => 3, q: function r() {} };
        """,
        """
        function <top>() #0
          b0: %0 = closure f#1
              f = %0
              %1 = closure g#2
              g = %1
              %2 = closure b#3
              a.b = %2
              %3 = closure c#4
              a.c = %3
              %4 = newobject()
              %5 = closure p#5
              %4.p = %5
              %6 = closure r#6
              %4.q = %6
              o = %4
              return
        function f() #1
          b0: return 1
        function g() #2
          b0: return
        function b() #3
          b0: return
        function c() #4
          b0: return 2
        function p() #5
          b0: return 3
        function r() #6
          b0: r = closure r#6
              return
        """);

    [Fact]
    public void Parameters() => Lowered.Is(
        """
        function f(a, b = a, { c, d = 1 }, [e] = [], ...rest) {}
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f(a, b, %0, %1, ...rest) #1
          b0: %2 = select =(b, a)
              b = %2
              c = %0.c
              %3 = select =(%0.d, 1)
              d = %3
              %5 = newarray()
              %4 = select =(%1, %5)
              e = %4[0]
              return
        """);

    [Fact]
    public void Arguments_object() => Lowered.Is(
        """
        function f(a) { return () => arguments[1]; } function g(...r) { return arguments; }
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              g = closure g#3
              return
        function f(a, ...%0) #1
          b0: arguments = newarray()
              arguments[0] = a
              arguments[*] = %0[*]
              %1 = closure _#2
              return %1
        function () #2
          b0: return arguments[1]
        function g(...r) #3
          b0: arguments = newarray()
              arguments[*] = r[*]
              return arguments
        """);

    [Fact]
    public void Async_and_await() => Lowered.Is(
        """
        async function f(p) { const x = await p; for await (const y of x) g(y); }
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f(p) #1
          b0: %0 = p
              x = %0
              goto b1
          b1: any b2, b3
          b2: y = x[*]
              call g(y)
              goto b1
          b3: return
        """);

    [Fact]
    public void Generators() => Lowered.Is(
        """
        function* f(a) { const b = yield a; yield* b; return b; }
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f(a) #1
          b0: %0 = newarray()
              evaluate a
              %0[*] = a
              %1 = a
              b = %1
              evaluate b
              %0[*] = b[*]
              %2 = b
              %3 = select(b, %0)
              return %3
          b1: %4 = select(%0)
              return %4
        """);

    [Fact]
    public void Generator_expression_and_method() => Lowered.Is(
        """
        x = function* () { yield 1; }; o = { *m() { yield 2; } };
        """,
        """
        function <top>() #0
          b0: %0 = closure x#1
              x = %0
              %1 = newobject()
              %2 = closure m#2
              %1.m = %2
              o = %1
              return
        function x() #1
          b0: %0 = newarray()
              evaluate 1
              %0[*] = 1
              %1 = 1
              %2 = select(%0)
              return %2
        function m() #2
          b0: %0 = newarray()
              evaluate 2
              %0[*] = 2
              %1 = 2
              %2 = select(%0)
              return %2
        """);

    [Fact]
    public void Immediately_invoked() => Lowered.Is(
        """
        (function ($) { f($); })(jQuery); (() => { g(this); })(); !function () { h(); }();
        """,
        """
        function <top>() #0
          b0: %0 = closure _#1
              call _<%0>(jQuery)
              %1 = closure _#2
              call _<%1>()
              %3 = closure _#3
              %4 = call _<%3>()
              %2 = not !(%4)
              %2 :: !%4
              evaluate %2
              return
        function ($) #1
          b0: call f($)
              return
        function () #2
          b0: call g(this)
              return
        function () #3
          b0: call h()
              return
        """);
}
