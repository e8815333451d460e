namespace Ase.Taint.Tests.Languages.Go;

/// <summary>Functions, methods, closures, results.</summary>
public sealed class FunctionLoweringTests
{
    [Fact]
    public void Methods_belong_to_their_types_and_embedded_types_are_bases() => Lowered.Is(
        """
        package p

        type Base struct{ id string }
        type Iface interface{ Other }
        type S struct {
        	*Base
        	pkg.Mixin
        	store *Store
        	out   chan string
        }

        func (s S) Get(_ int, a, b string, rest ...string) (string, error) { return s.id + a, nil }

        func (*Elsewhere) Run(int, string) {}
        """,
        """
        function <top>() #0
          b0: return
        function S.Get(%0: int, a: string, b: string, ...rest) #1
          b0: %1 = concat +(s.id, a)
              return %1, nil
        function Elsewhere.Run(%0: int, %1: string) #2
          b0: return
        class Base { ; id: string }
        class Iface : Other {  }
        class S : Base, Mixin { Get#1; Base: Base, Mixin: Mixin, store: Store, out: chan }
        class Elsewhere { Run#2 }
        """);

    [Fact]
    public void Named_results_and_bare_returns() => Lowered.Is(
        """
        package p

        func f(a string) (x string, err error) {
        	x = a
        	if a == "" {
        		return
        	}
        	return g(a)
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(a: string) #1
          b0: x = a
              %0 = compare ==(a, '')
              if %0 ? b2 : b3
          b1: %1 = call g(a)
              %1 :: %1
              return %1
          b2: return x, err
          b3: goto b1
        export f -> #1
        """);

    [Fact]
    public void Deferred_calls_run_at_every_end() => Lowered.Is(
        """
        package p

        func f(a string) (err error) {
        	defer done(a)
        	if a == "" {
        		return
        	}
        	defer func() { err = recover() }()
        	return g(a)
        }

        func g(a string) {
        	defer done(a)
        	use(a)
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(a: string) #1
          b0: %0 = compare ==(a, '')
              if %0 ? b2 : b3
          b1: %1 = closure _#3
              %2 = call g(a)
              %2 :: %2
              err = %2
              call _<%1>()
              call done(a)
              return err
          b2: call done(a)
              return err
          b3: goto b1
        function g(a: string) #2
          b0: %0 = call use(a)
              call done(a)
              return
        function () #3
          b0: %0 = call recover()
              err = %0
              err :: %0
              return
        export f -> #1
        export g -> #2
        """);

    [Fact]
    public void Closures_capture_and_take_the_name_of_their_variable() => Lowered.Is(
        """
        package p

        func f(a string) func() string {
        	get := func() string { return a }
        	go func(b string) { use(a, b) }(a)
        	return get
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(a: string) #1
          b0: %0 = closure get#2
              get = %0
              %1 = closure _#3
              %2 = call _<%1>(a)
              return get
        function get() #2
          b0: return a
        function (b: string) #3
          b0: %0 = call use(a, b)
              return
        export f -> #1
        """);

    [Fact]
    public void Package_level_names_are_shared_by_the_file() => Lowered.Is(
        """
        package p

        import "regexp"

        var re = regexp.MustCompile("^a$")

        func f(s string) bool { return re.MatchString(s) }

        func g() { state = s }
        """,
        """
        function <top>() #0
          b0: %0 = call (regexp).MustCompile('^a$')
              re = %0
              re :: %0
              return
        function f(s: string) #1
          b0: %0 = call (re).MatchString(s)
              %0 :: %0
              return %0
        function g() #2
          b0: state = s
              return
        import regexp = regexp : *
        export f -> #1
        export g -> #2
        export re = re
        """);
}
