namespace Ase.Taint.Tests.Languages.Java;

/// <summary>Packages, imports, types.</summary>
public sealed class UnitLoweringTests
{
    [Fact]
    public void Imports_of_classes_packages_and_static_members() => Lowered.Is(
        """
        package org.example.app;

        import java.util.List;
        import java.io.*;
        import static org.example.Util.clean;
        import static org.example.Const.*;

        class A extends org.example.Base<String> implements Runnable, Comparable<A> { @Inject Service s; Map<String, User> users; String[] names; }
        """,
        """
        function <top>() #0
          b0: return
        class A : Base, Runnable, Comparable { ; s: Service, users: Map }
        import List = java.util.List : *
        import * = java.io : *
        import clean = org.example.Util : clean
        import * = org.example.Const : *
        """);

    [Fact]
    public void Types_of_variables_come_from_declarations_and_creations() => Lowered.Is(
        """
        class A {
            User load() { return null; }
            void run(List<User> users) {
                var a = new User();
                var b = load();
                for (var u : users) u.show();
                a.show(); b.show(); load().show();
                ((User) x).show();
            }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.load() #1
          b0: return null
        function A.run(users: List) #2
          b0: %0 = new User()
              a = %0
              %1 = call (this).load()
              b = %1
              b :: %1
              goto b1
          b1: any b2, b3
          b2: u = users[*]
              %2 = call (u).show()
              goto b1
          b3: %3 = call (a).show()
              %4 = call (b).show()
              %5 = call (this).load()
              %6 = call (%5).show()
              %7 = cast User(x)
              %8 = call (%7).show()
              return
        class A { load#1, run#2 }
        """);

    [Fact]
    public void Files_that_are_programs_by_themselves() => Lowered.Is(
        """
        void main() { greet("x"); }
        void greet(String s) { use(s); }
        """,
        """
        function <top>() #0
          b0: return
        function main() #1
          b0: %0 = call greet('x')
              return
        function greet(s: String) #2
          b0: %0 = call use(s)
              return
        """);
}
