namespace Ase.Taint.Tests.Languages.Python;

/// <summary>Comprehensions: loops with names of their own.</summary>
public sealed class ComprehensionLoweringTests
{
    [Fact]
    public void Lists_and_conditions() => Lowered.Is(
        """
        a = [f(x) for x in y if x.ok and z]
        """,
        """
        function <top>() #0
          b0: %0 = newarray()
              goto b1
          b1: any b2, b3
          b2: x = y[*]
              if x.ok ? b5 : b1
          b3: a = %0
              return
          b4: %1 = call f(x)
              %0[*] = %1
              goto b1
          b5: if z ? b4 : b1
        export a = a
        """);

    [Fact]
    public void Nested_and_dictionary() => Lowered.Is(
        """
        a = {k: v for k, vs in m.items() for v in vs}
        """,
        """
        function <top>() #0
          b0: %0 = newobject()
              %1 = call (m).items()
              goto b1
          b1: any b2, b3
          b2: k = %1[*][0]
              vs = %1[*][1]
              goto b4
          b3: a = %0
              return
          b4: any b5, b6
          b5: v = vs[*]
              %0[k] = v
              goto b4
          b6: goto b1
        export a = a
        """);

    [Fact]
    public void Names_do_not_leak() => Lowered.Is(
        """
        x = 1
        a = (x for x in y)
        b = x
        """,
        """
        function <top>() #0
          b0: x = 1
              %0 = newarray()
              goto b1
          b1: any b2, b3
          b2: x = y[*]
              %0[*] = x
              goto b1
          b3: a = %0
              b = x
              return
        export x = x
        export a = a
        export b = b
        """);
}
