namespace Ase.Taint.Tests.Languages.Python;

/// <summary>Constructs of Python 2.</summary>
public sealed class Python2LoweringTests
{
    [Fact]
    public void Print_and_exec_statements() => Lowered.Is(
        """
        print "a", b
        print >>f, c
        exec code in d
        """,
        """
        function <top>() #0
          b0: call print('a', b)
              call print(f, c)
              call exec(code, d)
              return
        """);

    [Fact]
    public void Raise_except_and_tuple_parameters() => Lowered.Is(
        """
        def f((a, b), c):
            try: pass
            except E, e: raise F, e
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f(%0, c) #1
          b0: a = %0[0]
              b = %0[1]
              goto b3
          b1: return
          b2: any b4, b5
          b3 !b2: goto b1
          b4: e = %1
              %2 = newarray()
              %2[0] = F
              %2[1] = e
              throw %2
          b5: throw
        export f = f -> #1
        """);
}
