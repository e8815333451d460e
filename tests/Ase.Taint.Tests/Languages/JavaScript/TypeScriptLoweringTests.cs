using Ase.Code.Languages;

namespace Ase.Taint.Tests.Languages.JavaScript;

/// <summary>Constructs that only TypeScript has.</summary>
public sealed class TypeScriptLoweringTests
{
    [Fact]
    public void Types_leave_nothing() => Lowered.Is(
        """
        interface A extends B, C<D> { x: number } type T = A | null; declare const z: string; declare module 'm' {
        export function f(): void; } function over(a: string): void; function over(a: any) {} export type { T };
        """,
        """
        function <top>() #0
          b0: over = closure over#1
              return
        function over(a: any) #1
          b0: return
        class A : B, C {  }
        export T = module.exports.T
        """, LanguageId.TypeScript);

    [Fact]
    public void Casts_are_transparent() => Lowered.Is(
        """
        x = (req.query as any).id!; y = <string>a; z = b satisfies C; w = (a as T).b.c; f<string>(v!);
        """,
        """
        function <top>() #0
          b0: x = req.query.id
              y = a
              z = b
              w = a.b.c
              call f(v)
              return
        """, LanguageId.TypeScript);

    [Fact]
    public void Typed_variables_and_parameters() => Lowered.Is(
        """
        let a: Foo = x, b: ns.Bar<string>, c: Promise<Baz | null>, d: A | B; const e = new Db();
        function f(this: X, p: string, q?: Q[], r: R = d) {}
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              a = x
              b = undefined
              c = undefined
              d = undefined
              %0 = new Db()
              e = %0
              return
        function f(p: string, q, r: R) #1
          b0: %0 = select =(r, d)
              r = %0
              return
        """, LanguageId.TypeScript);

    [Fact]
    public void Enums() => Lowered.Is(
        """
        enum E { A = 1, 'b-c' = f(x), D } const enum F { X } g(E.A);
        """,
        """
        function <top>() #0
          b0: E = newobject()
              E.A = 1
              %0 = call f(x)
              E.b-c = %0
              E.D = D
              F = newobject()
              F.X = X
              call g(E.A)
              return
        """, LanguageId.TypeScript);

    [Fact]
    public void Namespaces() => Lowered.Is(
        """
        namespace N.M { export const a = x; function hidden() {} export function f() { return a; } export {
        hidden as h }; } N.M.f();
        """,
        """
        function <top>() #0
          b0: hidden = closure hidden#1
              f = closure f#2
              a = x
              N.M.a = a
              N.M.f = f
              N.M.h = hidden
              call (N.M).f()
              return
        function hidden() #1
          b0: return
        function f() #2
          b0: return a
        """, LanguageId.TypeScript);

    [Fact]
    public void Parameter_properties_and_field_types() => Lowered.Is(
        """
        class S extends Base<T> implements I, J { private db: Db; n?: number = 1; declare q: string;
        constructor(private readonly svc: Service, public x: string = 'a', plain: P) { super(svc);
        } abstract z(): void; m(a: string): void; m(a) { return this.svc.get(a); } }
        """,
        """
        function <top>() #0
          b0: S = closure constructor#1
              return
        constructor S.constructor(svc: Service, x: string, plain: P) #1
          b0: %0 = select =(x, 'a')
              x = %0
              this = call Base::(this).Base(svc)
              this.svc = svc
              this.x = x
              this.n = 1
              return
        function S.m(a) #2
          b0: %0 = call (this.svc).get(a)
              %0 :: %0
              return %0
        class S : Base, I, J { constructor#1, m#2; db: Db, n: number, q: string, svc: Service, x: string }
        """, LanguageId.TypeScript);

    [Fact]
    public void Decorators_run() => Lowered.Is(
        """
        @Injectable() @plain export class A { @Input() name: string; @Get('/:id') find(@Param('id') id: string) {
        return id; } }
        """,
        """
        function <top>() #0
          b0: call Injectable()
              call Input()
              call Get('/:id')
              A = closure constructor#1
              return
        constructor A.constructor() #1
          b0: return
        function A.find(id: string) #2
          b0: return id
        class A { constructor#1, find#2; name: string }
        export A = A -> #1
        """, LanguageId.TypeScript);

    [Fact]
    public void Import_require_and_export_assignment() => Lowered.Is(
        """
        import fs = require('fs'); import B = A.B; export = B;
        """,
        """
        function <top>() #0
          b0: B = A.B
              module.exports = B
              return
        import fs = fs : *
        export * = B
        """, LanguageId.TypeScript);

    [Fact]
    public void Abstract_class() => Lowered.Is(
        """
        export abstract class A { abstract f(): void; protected g() { return 1; } [key: string]: any; }
        """,
        """
        function <top>() #0
          b0: A = closure constructor#1
              return
        constructor A.constructor() #1
          b0: return
        function A.g() #2
          b0: return 1
        class A { constructor#1, g#2 }
        export A = A -> #1
        """, LanguageId.TypeScript);

    [Fact]
    public void Type_only_imports() => Lowered.Is(
        """
        import type { T } from './t'; import { type U, v } from './u';
        """,
        """
        function <top>() #0
          b0: return
        import T = ./t : T
        import U = ./u : U
        import v = ./u : v
        """, LanguageId.TypeScript);

    [Fact]
    public void Tsx_generics() => Lowered.Is(
        """
        const f = <T,>(x: T) => <A<T> v={x as T}>{x!}</A>;
        """,
        """
        function <top>() #0
          b0: %0 = closure f#1
              f = %0
              return
        function f(x: T) #1
          b0: %0 = newobject()
              %0.v = x
              %0.children = x
              %1 = call A(%0, v: x, children: x)
              return %1
        """, LanguageId.Tsx);

    [Fact]
    public void Using_declarations() => Lowered.Is(
        """
        function f() { using a = open(); return a; }
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f() #1
          b0: %0 = call open()
              %0 :: %0
              a = %0
              return a
        """);
}
