namespace Ase.Taint.Tests.Languages.Java;

/// <summary>Classes, fields, constructors, records, enums.</summary>
public sealed class ClassLoweringTests
{
    [Fact]
    public void Fields_are_initialised_in_the_constructor() => Lowered.Is(
        """
        class A {
            private final List<String> names = new ArrayList<>();
            String a = source(), b[];
            { names.add(a); }
            void run() { names.add(this.a); }
        }
        """,
        """
        function <top>() #0
          b0: return
        function A.run() #1
          b0: %0 = call (this.names).add(this.a)
              return
        constructor A.A() #2
          b0: %0 = new ArrayList()
              this.names = %0
              %1 = call (this).source()
              this.a = %1
              %2 = call (this.names).add(this.a)
              return
        class A { run#1, A#2; names: List, a: String }
        """);

    [Fact]
    public void Constructors_call_each_other() => Lowered.Is(
        """
        class A extends B {
            int x = 1;
            A(String s) { super(s); this.s = s; }
            A() { this("d"); x = 2; }
        }
        """,
        """
        function <top>() #0
          b0: return
        constructor A.A(s: String) #1
          b0: this = call B::(this).B(s)
              this.x = 1
              this.s = s
              return
        constructor A.A() #2
          b0: this = call A::(this).A('d')
              this.x = 2
              return
        class A : B { A#1, A#2; x: int }
        """);

    [Fact]
    public void Static_members_are_fields_of_the_class() => Lowered.Is(
        """
        class Config {
            static final Pattern NAME = Pattern.compile("a+");
            static String last;
            static { last = load(); }
            static boolean ok(String s) { last = s; return NAME.matcher(s).matches() && Config.ok(Other.LIMIT); }
            static String load() { return null; }
        }
        """,
        """
        function <top>() #0
          b0: %0 = call Pattern::compile('a+')
              Config.NAME = %0
              %1 = call Config::load()
              Config.last = %1
              return
        function Config.ok(s: String) #1 static
          b0: Config.last = s
              %0 = false
              %1 = call (Config.NAME).matcher(s)
              %2 = call (%1).matches()
              if %2 ? b3 : b1
          b1: %0 :: (%2 && %3)
              return %0
          b2: %0 = true
              goto b1
          b3: %3 = call Config::ok(Other.LIMIT)
              if %3 ? b2 : b1
        function Config.load() #2 static
          b0: return null
        class Config { ok#1, load#2; NAME: Pattern, last: String }
        """);

    [Fact]
    public void Records_have_fields_accessors_and_a_constructor() => Lowered.Is(
        """
        record Point(String x, int... rest) implements Shape {
            Point { x = x.trim(); }
            String both() { return x() + this.x; }
        }
        record Pair(String a, String b) { }
        """,
        """
        function <top>() #0
          b0: return
        function Point.both() #1
          b0: %0 = call (this).x()
              %1 = concat +(%0, this.x)
              return %1
        constructor Point.Point(x: String, ...rest) #2
          b0: %0 = call (x).trim()
              x = %0
              x :: %0
              this.x = x
              this.rest = rest
              return
        function Point.x() #3
          b0: return this.x
        function Point.rest() #4
          b0: return this.rest
        function Pair.a() #5
          b0: return this.a
        function Pair.b() #6
          b0: return this.b
        constructor Pair.Pair(a: String, b: String) #7
          b0: this.a = a
              this.b = b
              return
        class Point : Shape { both#1, Point#2, x#3, rest#4; x: String }
        class Pair { a#5, b#6, Pair#7; a: String, b: String }
        """);

    [Fact]
    public void Enums_are_objects_in_static_fields() => Lowered.Is(
        """
        enum Mode {
            READ("r"), WRITE { String flag() { return "w"; } };
            private String flag;
            Mode() { }
            Mode(String flag) { this.flag = flag; }
            String flag() { return flag; }
        }
        """,
        """
        function <top>() #0
          b0: %0 = new Mode('r')
              Mode.READ = %0
              %1 = new Mode()
              Mode.WRITE = %1
              return
        function .flag() #1
          b0: return 'w'
        function Mode.flag() #2
          b0: return this.flag
        constructor Mode.Mode() #3
          b0: return
        constructor Mode.Mode(flag: String) #4
          b0: this.flag = flag
              return
        class Mode { flag#2, Mode#3, Mode#4; READ: Mode, WRITE: Mode, flag: String }
        class _ : Mode { flag#1 }
        """);

    [Fact]
    public void Anonymous_local_and_inner_classes_see_what_is_around_them() => Lowered.Is(
        """
        class Outer {
            String name;
            void run(String arg) {
                class Local { String get() { return arg + name; } }
                Runnable r = new Runnable() {
                    String own = arg;
                    public void run() { use(own, name, Outer.this.name, arg); helper(own); }
                };
                r.run();
            }
            void helper(String s) { }
            static class Nested extends Base { void go() { inherited(field); } }
        }
        """,
        """
        function <top>() #0
          b0: return
        function Nested.go() #1
          b0: %0 = call (this).inherited(this.field)
              return
        function Outer.run(arg: String) #2
          b0: %0 = new Runnable()
              %1 = closure _#5
              call (%0)._<%1>()
              r = %0
              %2 = call (r).run()
              return
        function Local.get() #3
          b0: %0 = concat +(arg, Outer.this.name)
              return %0
        function .run() #4
          b0: %0 = call (this).use(this.own, Outer.this.name, Outer.this.name, arg)
              %1 = call (Outer.this).helper(this.own)
              return
        constructor .() #5
          b0: this.own = arg
              return
        function Outer.helper(s: String) #6
          b0: return
        class Outer { run#2, helper#6; name: String }
        class Local { get#3 }
        class _ : Runnable { run#4, _#5; own: String }
        class Nested : Base { go#1 }
        """);

    [Fact]
    public void Interfaces_have_constants_and_default_methods() => Lowered.Is(
        """
        interface Shape extends Named, Sized {
            String KIND = "shape";
            String area();
            default String show() { return KIND + area(); }
        }
        """,
        """
        function <top>() #0
          b0: Shape.KIND = 'shape'
              return
        function Shape.show() #1
          b0: %0 = call (this).area()
              %1 = concat +(Shape.KIND, %0)
              return %1
        class Shape : Named, Sized { show#1; KIND: String }
        """);
}
