namespace Ase.Taint.Tests.Languages.Java;

/// <summary>Methods, lambdas, method references, calls.</summary>
public sealed class FunctionLoweringTests
{
    [Fact]
    public void Parameters_with_types_and_varargs() => Lowered.Is(
        """
        class A {
            @GetMapping("/x")
            public <T> String find(@RequestParam("q") final String q, java.util.List<T> list, int[] sizes, Object... rest) throws IOException { return q; }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.find(q: String, list: List, sizes, ...rest) #1
          b0: return q
        class A { find#1 }
        """);

    [Fact]
    public void Lambdas_capture_variables_and_the_receiver() => Lowered.Is(
        """
        class A {
            String prefix;
            Function<String, String> make(String a, List<String> list) {
                list.forEach(x -> use(x, a));
                list.stream().map((String s) -> { return prefix + s; }).toList();
                Supplier<String> get = () -> a;
                return (x) -> x;
            }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.make(a: String, list: List) #1
          b0: %0 = closure _#2
              %1 = call (list).forEach(%0)
              %2 = call (list).stream()
              %3 = closure _#3
              %4 = call (%2).map(%3)
              %5 = call (%4).toList()
              %6 = closure get#4
              get = %6
              %7 = closure _#5
              return %7
        function (x) #2
          b0: %0 = call (this).use(x, a)
              %0 :: %0
              return %0
        function (s: String) #3
          b0: %0 = concat +(this.prefix, s)
              return %0
        function get() #4
          b0: return a
        function (x) #5
          b0: return x
        class A { make#1; prefix: String }
        """);

    [Fact]
    public void Method_references_are_functions_that_call() => Lowered.Is(
        """
        class A {
            Service service;
            static String clean(String s) { return s; }
            String own(String s) { return s; }
            void run(List<String> list) {
                list.forEach(this::own);
                list.forEach(A::clean);
                list.forEach(A::own);
                list.forEach(String::trim);
                list.forEach(service::save);
                list.forEach(User::new);
                list.toArray(String[]::new);
            }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.clean(s: String) #1 static
          b0: return s
        function A.own(s: String) #2
          b0: return s
        function A.run(list: List) #3
          b0: %0 = closure own#4
              %1 = call (list).forEach(%0)
              %2 = closure clean#5
              %3 = call (list).forEach(%2)
              %4 = closure own#6
              %5 = call (list).forEach(%4)
              %6 = closure trim#7
              %7 = call (list).forEach(%6)
              %8 = this.service
              %9 = closure save#8
              %10 = call (list).forEach(%9)
              %11 = closure _#9
              %12 = call (list).forEach(%11)
              %13 = newarray ::()
              %14 = call (list).toArray(%13)
              return
        function own(%0, %1) #4
          b0: %2 = call (this).own(%0, %1)
              return %2
        function clean(%0, %1) #5
          b0: %2 = call A::clean(%0, %1)
              return %2
        function own(%0, %1) #6
          b0: %2 = call A::(%0).own(%1)
              return %2
        function trim(%0, %1) #7
          b0: %2 = call String::(%0).trim(%0, %1)
              return %2
        function save(%0, %1) #8
          b0: %2 = call (%receiver).save(%0, %1)
              return %2
        function (%0, %1) #9
          b0: %2 = new User(%0, %1)
              return %2
        class A { clean#1, own#2, run#3; service: Service }
        """);

    [Fact]
    public void Calls_on_receivers_classes_and_imports() => Lowered.Is(
        """
        package org.example.web;

        import static org.example.Util.clean;
        import java.nio.file.Files;
        import java.util.*;

        class A extends B {
            Dao dao;
            void run(String s, Request request) {
                dao.find(s).get(0).show();
                Files.readString(Path.of(s));
                java.lang.Runtime.getRuntime().exec(s);
                clean(s);
                helper(s);
                super.run(s, request);
                inherited(s);
                this.<String>helper(s);
                new Thread(() -> helper(s)).start();
                request.new Part(s);
            }
            static void helper(String s) { }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.run(s: String, request: Request) #1
          b0: %0 = call (this.dao).find(s)
              %1 = call (%0).get(0)
              %2 = call (%1).show()
              %3 = call Path::of(s)
              %4 = call Files::readString(%3)
              %5 = call Runtime::getRuntime()
              %6 = call (%5).exec(s)
              %7 = call Util::clean(s)
              %8 = call A::helper(s)
              %9 = call B::(this).run(s, request)
              %10 = call (this).inherited(s)
              %11 = call (this).helper(s)
              %12 = closure _#2
              %13 = new Thread(%12)
              %14 = call (%13).start()
              evaluate request
              %15 = new Part(s)
              return
        function () #2
          b0: %0 = call A::helper(s)
              %0 :: %0
              return %0
        function A.helper(s: String) #3 static
          b0: return
        class A : B { run#1, helper#3; dao: Dao }
        import clean = org.example.Util : clean
        import Files = java.nio.file.Files : *
        import * = java.util : *
        """);

    [Fact]
    public void Builders_are_changed_by_what_is_appended() => Lowered.Is(
        """
        class A {
            String run(String a, String b) {
                StringBuilder sb = new StringBuilder("x");
                sb.append(a).append(',').append(b);
                return new StringBuilder().append(a).toString() + sb;
            }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.run(a: String, b: String) #1
          b0: %0 = new StringBuilder('x')
              sb = %0
              %1 = call (sb).append(a)
              %2 = call (sb).append(',')
              %3 = call (sb).append(b)
              evaluate sb
              %4 = new StringBuilder()
              %5 = call (%4).append(a)
              %6 = call (%4).toString()
              %7 = concat +(%6, sb)
              return %7
        class A { run#1 }
        """);

    [Fact]
    public void Program_ends() => Lowered.Is(
        """
        class A {
            void run(String s) {
                if (s == null) System.exit(1);
                if (s.isEmpty()) Runtime.getRuntime().halt(1);
                use(s);
            }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.run(s: String) #1
          b0: %0 = compare ==(s, null)
              if %0 ? b2 : b3
          b1: %2 = call (s).isEmpty()
              if %2 ? b6 : b7
          b2: %1 = call System::exit(1)
              stop
          b3: goto b1
          b5: %5 = call (this).use(s)
              return
          b6: %3 = call Runtime::getRuntime()
              %4 = call (%3).halt(1)
              stop
          b7: goto b5
        class A { run#1 }
        """);
}
