namespace Ase.Taint.Tests.Languages.Python;

/// <summary>Classes.</summary>
public sealed class ClassLoweringTests
{
    [Fact]
    public void Methods_and_receivers() => Lowered.Is(
        """
        class A(base.B, Generic[T], metaclass=M):
            def __init__(self, x): self.x = x
            def m(self): return self.x
            @staticmethod
            def s(y): return A(y)
            @classmethod
            def c(cls, z): return cls(z)
        """,
        """
        function <top>() #0
          b0: A.__init__ = closure __init__#1
              A.m = closure m#2
              A.s = closure s#3
              A.c = closure c#4
              return
        constructor A.__init__(x) #1
          b0: self.x = x
              return
        function A.m() #2
          b0: return self.x
        function A.s(y) #3 static
          b0: %0 = new A(y)
              %0 :: %0
              return %0
        function A.c(z) #4
          b0: %0 = new A(z)
              %0 :: %0
              return %0
        class A : B, Generic { __init__#1, m#2, s#3, c#4 }
        export A = A
        """);

    [Fact]
    public void Fields_of_the_body_belong_to_the_class_and_are_copied() => Lowered.Is(
        """
        class A:
            name = "a"
            form = make(name)
            def m(self): return self.form
        """,
        """
        function <top>() #0
          b0: A.name = 'a'
              %0 = call make(A.name)
              A.form = %0
              A.m = closure m#1
              return
        function A.m() #1
          b0: return self.form
        constructor A.__init__() #2
          b0: self.form = A.form
              return
        class A { m#1, __init__#2 }
        export A = A
        """);

    [Fact]
    public void A_constructor_copies_the_fields_first() => Lowered.Is(
        """
        class A:
            f = make()
            def __init__(self, x): self.g = x
        """,
        """
        function <top>() #0
          b0: %0 = call make()
              A.f = %0
              A.__init__ = closure __init__#1
              return
        constructor A.__init__(x) #1
          b0: self.f = A.f
              self.g = x
              return
        class A { __init__#1 }
        export A = A
        """);

    [Fact]
    public void Base_constructors() => Lowered.Is(
        """
        class A(B):
            def __init__(self, x):
                super().__init__(x)
                super(A, self).m(x)
                B.__init__(self, x)
        """,
        """
        function <top>() #0
          b0: A.__init__ = closure __init__#1
              return
        constructor A.__init__(x) #1
          b0: call B::(self).__init__(x)
              call B::(self).m(x)
              call B::(self).__init__(x)
              return
        class A : B { __init__#1 }
        export A = A
        """);

    [Fact]
    public void Properties_are_calls() => Lowered.Is(
        """
        class A:
            @property
            def p(self): return self._p
            @p.setter
            def p(self, v): self._p = v
            def m(self, v):
                self.p = v
                return self.p
        """,
        """
        function <top>() #0
          b0: A.p = closure p#1
              A.p = closure p#2
              A.m = closure m#3
              return
        function A.p() #1
          b0: return self._p
        function A.p(v) #2
          b0: self._p = v
              return
        function A.m(v) #3
          b0: call (self).p(v)
              self.p = v
              %0 = call (self).p()
              return %0
        class A { p#1, p#2, m#3 }
        export A = A
        """);

    [Fact]
    public void Data_classes_have_a_constructor() => Lowered.Is(
        """
        @dataclass(frozen=True)
        class A:
            a: Foo
            b: int = 0
            c = 1
        """,
        """
        function <top>() #0
          b0: A.b = 0
              A.c = 1
              return
        constructor A.__init__(a: Foo, b: int) #1
          b0: self.a = a
              self.b = b
              return
        class A { __init__#1; a: Foo, b: int }
        export A = A
        """);

    [Fact]
    public void Types_of_fields() => Lowered.Is(
        """
        class A:
            a: Foo
            def __init__(self, b: Bar):
                self.b = b
                self.c = Baz(b)
        """,
        """
        function <top>() #0
          b0: A.__init__ = closure __init__#1
              return
        constructor A.__init__(b: Bar) #1
          b0: self.b = b
              %0 = call Baz(b)
              self.c = %0
              return
        class A { __init__#1; a: Foo, b: Bar, c: Baz }
        export A = A
        """);
}
