namespace Ase.Taint.Tests.Languages.JavaScript;

/// <summary>Classes, and functions that are classes through their prototype.</summary>
public sealed class ClassLoweringTests
{
    [Fact]
    public void Prototype_methods() => Lowered.Is(
        """
        function A(x) { this.x = x; } A.prototype.get = function () { return this.x; }; A.make = function () {
        return new A(1); };
        """,
        """
        function <top>() #0
          b0: A = closure A#1
              %0 = closure get#2
              A.prototype.get = %0
              %1 = closure make#3
              A.make = %1
              return
        constructor A.A(x) #1
          b0: this.x = x
              return
        function A.get() #2
          b0: return this.x
        function make() #3
          b0: %0 = new A(1)
              return %0
        class A { A#1, get#2 }
        """);

    [Fact]
    public void Prototype_object_and_inheritance() => Lowered.Is(
        """
        function A() {} function B() { A.call(this); } B.prototype = Object.create(A.prototype);
        Object.assign(B.prototype, { run() {}, stop: function () {} }); var proto = A.prototype; proto.go = () => {};
        """,
        """
        function <top>() #0
          b0: A = closure A#1
              B = closure B#2
              %0 = call (Object).create(A.prototype)
              %0 :: %0
              B.prototype = %0
              %1 = newobject()
              %2 = closure run#3
              %1.run = %2
              %3 = closure stop#4
              %1.stop = %3
              call (Object).assign(B.prototype, %1)
              proto = A.prototype
              %4 = closure go#5
              proto.go = %4
              return
        constructor A.A() #1
          b0: return
        constructor B.B() #2
          b0: call (A).call(this)
              return
        function B.run() #3
          b0: return
        function B.stop() #4
          b0: return
        function A.go() #5
          b0: return
        class A { A#1, go#5 }
        class B : A { B#2, run#3, stop#4 }
        """);

    [Fact]
    public void Util_inherits() => Lowered.Is(
        """
        var B = function () { this.run = function () {}; }; util.inherits(B, Emitter); new B();
        """,
        """
        function <top>() #0
          b0: %0 = closure B#1
              B = %0
              call (util).inherits(B, Emitter)
              new B()
              return
        function B() #1
          b0: %0 = closure run#2
              this.run = %0
              return
        function run() #2
          b0: return
        """);

    [Fact]
    public void Classes() => Lowered.Is(
        """
        class A extends B { constructor(x) { super(x); this.x = x; } m(y) { return super.m(y);
        } static s() {} async *[Symbol.iterator]() {} }
        """,
        """
        function <top>() #0
          b0: A = closure constructor#1
              A.s = closure s#3
              return
        constructor A.constructor(x) #1
          b0: this = call B::(this).B(x)
              this.x = x
              return
        function A.m(y) #2
          b0: %0 = call B::(this).m(y)
              %0 :: %0
              return %0
        function A.s() #3 static
          b0: return
        function A.() #4
          b0: return
        class A : B { constructor#1, m#2, s#3, _#4 }
        """);

    [Fact]
    public void Class_fields_and_accessors() => Lowered.Is(
        """
        class A { #p = f(); static q = 1; h = (e) => this.#p; get v() { return this.#p; } set v(x) { this.#p = x;
        } m() { this.v = this.v; } static { init(this); } }
        """,
        """
        function <top>() #0
          b0: A = closure constructor#1
              A.q = 1
              %0 = closure _#6
              call (A)._<%0>()
              return
        constructor A.constructor() #1
          b0: %0 = call f()
              %0 :: %0
              this.#p = %0
              %1 = closure h#2
              this.h = %1
              return
        function A.h(e) #2
          b0: return this.#p
        function A.v() #3
          b0: return this.#p
        function A.v(x) #4
          b0: this.#p = x
              return
        function A.m() #5
          b0: %0 = call (this).v()
              this.v = %0
              call (this).v(%0)
              return
        function A.() #6 static
          b0: call init(this)
              return
        class A { constructor#1, h#2, v#3, v#4, m#5 }
        """);

    [Fact]
    public void Class_expressions_and_mixins() => Lowered.Is(
        """
        const A = class extends mixin(B, C) {}; x = class Named { me() { return Named; } };
        """,
        """
        function <top>() #0
          b0: %1 = call mixin(B, C)
              %0 = closure constructor#1
              A = %0
              Named = closure constructor#2
              x = Named
              return
        constructor A.constructor(...%0) #1
          b0: this = call B::(this).B(...%0)
              return
        constructor Named.constructor() #2
          b0: return
        function Named.me() #3
          b0: return Named
        class A : B, C { constructor#1 }
        class Named { constructor#2, me#3 }
        """);

    [Fact]
    public void Class_without_a_constructor() => Lowered.Is(
        """
        class A { f = 1 } module.exports = A;
        """,
        """
        function <top>() #0
          b0: A = closure constructor#1
              module.exports = A
              return
        constructor A.constructor() #1
          b0: this.f = 1
              return
        class A { constructor#1 }
        export * = A -> #1
        """);

    [Fact]
    public void Fields_are_set_after_super() => Lowered.Is(
        """
        class A extends B { f = g(); constructor(x) { if (x) h(); super(x); this.y = x; } super(x) { this.super(x);
        } }
        """,
        """
        function <top>() #0
          b0: A = closure constructor#1
              return
        constructor A.constructor(x) #1
          b0: if x ? b2 : b1
          b1: this = call B::(this).B(x)
              %0 = call g()
              %0 :: %0
              this.f = %0
              this.y = x
              return
          b2: call h()
              goto b1
        function A.super(x) #2
          b0: call (this).super(x)
              return
        class A : B { constructor#1, super#2 }
        """);
}
