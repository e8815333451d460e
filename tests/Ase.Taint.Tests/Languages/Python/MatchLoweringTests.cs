namespace Ase.Taint.Tests.Languages.Python;

/// <summary>The match statement.</summary>
public sealed class MatchLoweringTests
{
    [Fact]
    public void Values_alternatives_and_captures() => Lowered.Is(
        """
        match x:
            case "a" | "b": f()
            case A.B if g(x): h()
            case other: i(other)
        """,
        """
        function <top>() #0
          b0: %0 = compare ==(x, 'a')
              if %0 ? b5 : b4
          b1: return
          b2: %3 = compare ==(x, A.B)
              if %3 ? b9 : b8
          b3: call f()
              goto b1
          b4: %1 = compare ==(x, 'b')
              if %1 ? b7 : b6
          b5: goto b3
          b6: goto b2
          b7: goto b3
          b8: other = x
              call i(other)
              goto b1
          b9: %4 = call g(x)
              if %4 ? b10 : b8
          b10: call h()
               goto b1
        export other = other
        """);

    [Fact]
    public void Structures() => Lowered.Is(
        """
        match x, y:
            case [1, a, *rest], _: f(a, rest)
            case {"k": v, **kw}, Point(q=w): g(v, kw, w)
            case (1 | 2) as n, -3: h(n)
            case _: i()
        """,
        """
        function <top>() #0
          b0: %0 = newarray()
              %0[0] = x
              %0[1] = y
              any b3, b2
          b1: return
          b2: any b6, b5
          b3: %1 = compare ==(%0[0][0], 1)
              if %1 ? b4 : b2
          b4: a = %0[0][1]
              %2 = newarray *()
              %2[*] = %0[0][*]
              rest = %2
              call f(a, rest)
              goto b1
          b5: any b9, b8
          b6: v = %0[0].k
              kw = %0[0]
              any b7, b5
          b7: w = %0[1].q
              call g(v, kw, w)
              goto b1
          b8: call i()
              goto b1
          b9: %5 = compare ==(%0[0][0], 1)
              if %5 ? b12 : b11
          b10: n = %0[0]
               %7 = compare ==(%0[1], 3)
               if %7 ? b15 : b8
          b11: %6 = compare ==(%0[0][0], 2)
               if %6 ? b14 : b13
          b12: goto b10
          b13: goto b8
          b14: goto b10
          b15: call h(n)
               goto b1
        export a = a
        export rest = rest
        export v = v
        export kw = kw
        export w = w
        export n = n
        """);
}
