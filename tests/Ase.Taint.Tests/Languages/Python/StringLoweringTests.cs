namespace Ase.Taint.Tests.Languages.Python;

/// <summary>String literals.</summary>
public sealed class StringLoweringTests
{
    [Fact]
    public void Formatted_strings() => Lowered.Is(
        """
        a = f"x {b!r:>{w}} {c.d} {e()}"
        """,
        """
        function <top>() #0
          b0: %0 = call e()
              %1 = concat f('x ', b, w, ' ', c.d, ' ', %0)
              a = %1
              return
        export a = a
        """);

    [Fact]
    public void Escapes_are_decoded() => Lowered.Is(
        """
        a = "\x41\u0042\n\t\'" + r"\n"
        """,
        """
        function <top>() #0
          b0: %0 = concat +('AB\n	'', '\n')
              a = %0
              return
        export a = a
        """);

    [Fact]
    public void Neighbours_are_one_string() => Lowered.Is(
        """
        a = "b" 'c'
        d = "e" f"{g}"
        """,
        """
        function <top>() #0
          b0: a = 'bc'
              %0 = concat f(g)
              %1 = concat('e', %0)
              d = %1
              return
        export a = a
        export d = d
        """);
}
