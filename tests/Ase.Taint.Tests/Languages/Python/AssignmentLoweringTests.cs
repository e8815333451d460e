namespace Ase.Taint.Tests.Languages.Python;

/// <summary>Targets of assignment.</summary>
public sealed class AssignmentLoweringTests
{
    [Fact]
    public void Chained_augmented_and_annotated() => Lowered.Is(
        """
        a = b.c = d[k] = v
        a += b
        d["k"] |= e
        n: int = 3
        m: Foo
        """,
        """
        function <top>() #0
          b0: d[k] = v
              b.c = v
              a = v
              %0 = concat +=(a, b)
              a = %0
              %1 = select |=(d.k, e)
              d.k = %1
              n = 3
              return
        export a = a
        export n = n
        export m = m
        """);

    [Fact]
    public void Unpacking() => Lowered.Is(
        """
        a, (b, c) = v
        x, *y, z = v
        a, b = b, a
        [i, o.p] = f()
        """,
        """
        function <top>() #0
          b0: a = v[0]
              b = v[1][0]
              c = v[1][1]
              x = v[0]
              %0 = newarray *()
              %0[*] = v[*]
              y = %0
              z = v[*]
              %1 = newarray()
              %1[0] = b
              %1[1] = a
              a = %1[0]
              b = %1[1]
              %2 = call f()
              i = %2[0]
              o.p = %2[1]
              return
        export a = a
        export b = b
        export c = c
        export x = x
        export y = y
        export z = z
        export i = i
        """);

    [Fact]
    public void Deleted_names_hold_nothing() => Lowered.Is(
        """
        del a, b["k"], c[i]
        """,
        """
        function <top>() #0
          b0: call del(a, b.k, c[i])
              a = None
              b.k = None
              return
        """);

    [Fact]
    public void Types_of_new_objects_and_annotations() => Lowered.Is(
        """
        class Foo: pass
        def f(p: Optional["Foo"], q: a.Bar | None, r: list[int]):
            x = Foo()
            y: Bar = g()
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f(p: Foo, q: Bar, r: list) #1
          b0: %0 = new Foo()
              x = %0
              x :: %0
              %1 = call g()
              y = %1
              y :: %1
              return
        class Foo {  }
        export Foo = Foo
        export f = f -> #1
        """);
}
