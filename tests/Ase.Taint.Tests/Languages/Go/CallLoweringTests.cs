namespace Ase.Taint.Tests.Languages.Go;

/// <summary>Calls, methods, functions as values.</summary>
public sealed class CallLoweringTests
{
    [Fact]
    public void Calls_of_packages_methods_variables_and_results() => Lowered.Is(
        """
        package p

        import (
        	"fmt"
        	u "net/url"
        )

        type S struct{ db *DB }

        func (s *S) run(q string, cb func(string)) {
        	fmt.Sprintf("%s", q)
        	u.Parse(q)
        	s.db.Query(q)
        	cb(q)
        	s.next().run(q)
        	func(x string) { use(x) }(q)
        }

        func (s *S) next() *S { return s }
        """,
        """
        function <top>() #0
          b0: return
        function S.run(q: string, cb) #1
          b0: %0 = call (fmt).Sprintf('%s', q)
              %1 = call (u).Parse(q)
              %2 = call (s.db).Query(q)
              %3 = call cb(q)
              %4 = call (s).next()
              %5 = call (%4).run(q)
              %6 = closure _#3
              %7 = call _<%6>(q)
              return
        function S.next() #2
          b0: return s
        function (x: string) #3
          b0: %0 = call use(x)
              return
        class S { run#1, next#2; db: DB }
        import fmt = fmt : *
        import u = net/url : *
        """);

    [Fact]
    public void Arguments_spread_and_by_reference() => Lowered.Is(
        """
        package p

        func f(args []string, v T) {
        	exec.Command("sh", args...)
        	json.Unmarshal(args[0], &v)
        	rows.Scan(&v.a, &v.b)
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(args, v: T) #1
          b0: %0 = call (exec).Command('sh', ...args)
              %1 = call (json).Unmarshal(args[0], &v)
              %2 = call (rows).Scan(&v.a, &v.b)
              return
        export f -> #1
        """);

    [Fact]
    public void Functions_and_methods_as_values() => Lowered.Is(
        """
        package p

        type S struct{ handler func() }

        func (s *S) serve(w W, r *R) {}

        func index(w W, r *R) {}

        func routes(s *S) {
        	http.HandleFunc("/", index)
        	http.HandleFunc("/s", s.serve)
        	http.HandleFunc("/t", s.handler)
        	http.HandleFunc("/u", elsewhere)
        	S.serve(s, nil, nil)
        }
        """,
        """
        function <top>() #0
          b0: return
        function S.serve(w: W, &r: R) #1
          b0: return
        function index(w: W, &r: R) #2
          b0: return
        function routes(&s: S) #3
          b0: %0 = closure index#2
              %1 = call (http).HandleFunc('/', %0)
              %2 = closure serve#1
              %3 = call (http).HandleFunc('/s', %2)
              %4 = call (http).HandleFunc('/t', s.handler)
              %5 = call (http).HandleFunc('/u', elsewhere)
              %6 = call S::(s).serve(nil, nil)
              return
        class S { serve#1 }
        export index -> #2
        export routes -> #3
        """);

    [Fact]
    public void Generic_functions_and_types() => Lowered.Is(
        """
        package p

        type List[T any] struct{ items []T }

        func (l *List[T]) Add(x T) { l.items = append(l.items, x) }

        func Map[T, U any](xs []T, f func(T) U) []U { return nil }

        func f(xs []string) {
        	l := &List[string]{}
        	l.Add(xs[0])
        	Map[string, int](xs, nil)
        	Map[string](xs)
        	pkg.Get[int](xs)
        }
        """,
        """
        function <top>() #0
          b0: return
        function List.Add(x: T) #1
          b0: call append(l.items, x)
              %0 = l.items
              %0[*] = x
              l.items = %0
              return
        function Map(xs, f) #2
          b0: return nil
        function f(xs) #3
          b0: %0 = newobject List()
              l = %0
              %1 = call (l).Add(xs[0])
              %2 = call Map(xs, nil)
              %3 = call Map(xs)
              %4 = call (pkg).Get(xs)
              return
        class List { Add#1 }
        export Map -> #2
        export f -> #3
        """);

    [Fact]
    public void Make_and_new_yield_objects() => Lowered.Is(
        """
        package p

        func f(n int) {
        	a := make([]string, n)
        	m := make(map[string]int)
        	p := new(T)
        	p.run(a, m)
        }
        """,
        """
        function <top>() #0
          b0: return
        function f(n: int) #1
          b0: evaluate n
              %0 = newarray()
              a = %0
              %1 = newobject()
              m = %1
              %2 = newobject T()
              p = %2
              %3 = call (p).run(a, m)
              return
        export f -> #1
        """);

    [Fact]
    public void Program_ends() => Lowered.Is(
        """
        package p

        import (
        	"log"
        	"os"
        	"testing"
        )

        func a(x string) {
        	if x == "" {
        		os.Exit(1)
        	}
        	if x == "a" {
        		log.Fatalf("no %s", x)
        	}
        	if x == "b" {
        		panic(x)
        	}
        	use(x)
        }

        func TestA(t *testing.T) {
        	t.Fatal("no")
        	use(t)
        }
        """,
        """
        function <top>() #0
          b0: return
        function a(x: string) #1
          b0: %0 = compare ==(x, '')
              if %0 ? b2 : b3
          b1: %2 = compare ==(x, 'a')
              if %2 ? b6 : b7
          b2: %1 = call (os).Exit(1)
              stop
          b3: goto b1
          b5: %4 = compare ==(x, 'b')
              if %4 ? b10 : b11
          b6: %3 = call (log).Fatalf('no %s', x)
              stop
          b7: goto b5
          b9: %6 = call use(x)
              return
          b10: %5 = call panic(x)
               throw x
          b11: goto b9
        function TestA(&t: T) #2
          b0: %0 = call (t).Fatal('no')
              stop
          b1: %1 = call use(t)
              return
        import log = log : *
        import os = os : *
        import testing = testing : *
        export a -> #1
        export TestA -> #2
        """);
}
