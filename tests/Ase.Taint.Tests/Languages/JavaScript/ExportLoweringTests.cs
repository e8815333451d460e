namespace Ase.Taint.Tests.Languages.JavaScript;

/// <summary>What a file offers to others.</summary>
public sealed class ExportLoweringTests
{
    [Fact]
    public void Export_assignment() => Lowered.Is(
        """
        function f() {} module.exports = f; module.exports.g = () => 1; exports.h = f;
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              module.exports = f
              %0 = closure g#2
              module.exports.g = %0
              module.exports.h = f
              return
        function f() #1
          b0: return
        function g() #2
          b0: return 1
        export * = f -> #1
        export g = %0 -> #2
        export h = f -> #1
        """);

    [Fact]
    public void Export_object() => Lowered.Is(
        """
        const g = require('./g'); module.exports = { f() {}, g, h: require('./h'), k: x => x };
        """,
        """
        function <top>() #0
          b0: %0 = call require('./g')
              %0 :: %0
              g = %0
              %1 = newobject()
              %2 = closure f#1
              %1.f = %2
              %1.g = g
              %3 = call require('./h')
              %3 :: %3
              %1.h = %3
              %4 = closure k#2
              %1.k = %4
              module.exports = %1
              return
        function f() #1
          b0: return
        function k(x) #2
          b0: return x
        import g = ./g : *
        import export:h = ./h : *
        export * = %1
        export f = %2 -> #1
        export g = g
        export h = export:h
        export k = %4 -> #2
        """);

    [Fact]
    public void Export_aliases() => Lowered.Is(
        """
        var app = exports = module.exports = {}; app.use = function () {}; exports.a = exports.b = function () {};
        """,
        """
        function <top>() #0
          b0: %0 = newobject()
              module.exports = %0
              module.exports = %0
              app = %0
              %1 = closure use#1
              app.use = %1
              %2 = closure b#2
              module.exports.b = %2
              module.exports.a = %2
              return
        function use() #1
          b0: return
        function b() #2
          b0: return
        export * = %0
        export use = %1 -> #1
        export b = %2 -> #2
        export a = %2 -> #2
        """);

    [Fact]
    public void Export_by_variable() => Lowered.Is(
        """
        const api = { a() {} }; api.b = () => 1; module.exports = api;
        """,
        """
        function <top>() #0
          b0: %0 = newobject()
              %1 = closure a#1
              %0.a = %1
              api = %0
              %2 = closure b#2
              api.b = %2
              module.exports = api
              return
        function a() #1
          b0: return
        function b() #2
          b0: return 1
        export * = api
        export a = %1 -> #1
        export b = %2 -> #2
        """);

    [Fact]
    public void Export_object_assign() => Lowered.Is(
        """
        Object.assign(module.exports, { a() {} }, require('./more')); Object.assign(exports, { b });
        """,
        """
        function <top>() #0
          b0: %0 = newobject()
              %1 = closure a#1
              %0.a = %1
              %2 = call require('./more')
              call (Object).assign(module.exports, %0, %2)
              %3 = newobject()
              %3.b = b
              call (Object).assign(module.exports, %3)
              return
        function a() #1
          b0: return
        import export:* from ./more = ./more : *
        export * = export:* from ./more
        export a = %1 -> #1
        export b = module.exports.b
        """);

    [Fact]
    public void Export_required() => Lowered.Is(
        """
        module.exports = require('./lib'); exports.x = require('./x').y;
        """,
        """
        function <top>() #0
          b0: %0 = call require('./lib')
              %0 :: %0
              module.exports = %0
              %1 = call require('./x')
              module.exports.x = %1.y
              return
        import export:* from ./lib = ./lib : *
        import export:x = ./x : y
        export * = export:* from ./lib
        export x = export:x
        """);

    [Fact]
    public void Export_compiled() => Lowered.Is(
        """
        Object.defineProperty(exports, "__esModule", { value: true }); exports.f = void 0; var m_1 = require("./m");
        Object.defineProperty(exports, "k", { enumerable: true, get: function () { return m_1.k; } });
        __exportStar(require("./star"), exports); exports.f = function () {}; exports.default = exports.f;
        """,
        """
        function <top>() #0
          b0: %0 = newobject()
              %0.value = true
              call (Object).defineProperty(module.exports, '__esModule', %0)
              module.exports.f = undefined
              %1 = call require('./m')
              %1 :: %1
              m_1 = %1
              %2 = newobject()
              %2.enumerable = true
              %3 = closure get#1
              %2.get = %3
              call (Object).defineProperty(module.exports, 'k', %2)
              %4 = call require('./star')
              call __exportStar(%4, module.exports)
              %5 = closure f#2
              module.exports.f = %5
              module.exports.default = module.exports.f
              return
        function get() #1
          b0: return m_1.k
        function f() #2
          b0: return
        import m_1 = ./m : *
        import export:* from ./star = ./star : *
        export * = export:* from ./star
        export k = m_1.k
        export f = %5 -> #2
        export default = module.exports.f
        """);

    [Fact]
    public void Export_getters_of_bundlers() => Lowered.Is(
        """
        __export(src_exports, { run: () => run }); module.exports = __toCommonJS(src_exports); function run() {}
        """,
        """
        function <top>() #0
          b0: run = closure run#1
              %0 = newobject()
              %1 = closure run#2
              %0.run = %1
              call __export(src_exports, %0)
              %2 = call __toCommonJS(src_exports)
              %2 :: %2
              module.exports = %2
              return
        function run() #1
          b0: return
        function run() #2
          b0: return run
        export * = %2
        export run = run -> #1
        """);

    [Fact]
    public void Export_in_a_wrapper() => Lowered.Is(
        """
        (function (root, factory) { if (typeof exports === 'object') module.exports = factory(require('x'));
        else root.X = factory(root.x); })(this, function (x) { return { go() {} }; });
        """,
        """
        function <top>() #0
          b0: %0 = closure _#1
              %1 = closure _#2
              call _<%0>(this, %1)
              return
        function (root, factory) #1
          b0: %0 = scalar typeof(module.exports)
              %1 = compare ===(%0, 'object')
              if %1 ? b2 : b3
          b1: return
          b2: %2 = call require('x')
              %3 = call factory(%2)
              %3 :: %3
              module.exports = %3
              goto b1
          b3: %4 = call factory(root.x)
              %4 :: %4
              root.X = %4
              goto b1
        function (x) #2
          b0: %0 = newobject()
              %1 = closure go#3
              %0.go = %1
              return %0
        function go() #3
          b0: return
        export * = module.exports
        """);

    [Fact]
    public void Exports() => Lowered.Is(
        """
        export const a = 1, { b } = o; export function f() {} export class C {} export { a as z, f as default };
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              a = 1
              b = o.b
              C = closure constructor#2
              return
        function f() #1
          b0: return
        constructor C.constructor() #2
          b0: return
        class C { constructor#2 }
        export a = a
        export b = b
        export f = f -> #1
        export C = C -> #2
        export z = a
        export default = f -> #1
        """);

    [Fact]
    public void Export_default() => Lowered.Is(
        """
        export default async (x) => x;
        """,
        """
        function <top>() #0
          b0: %0 = closure default#1
              export:default = %0
              return
        function default(x) #1
          b0: return x
        export default = export:default -> #1
        """);

    [Fact]
    public void Export_default_function() => Lowered.Is(
        """
        export default function f() {}
        """,
        """
        function <top>() #0
          b0: f = closure f#1
              return
        function f() #1
          b0: return
        export default = f -> #1
        """);

    [Fact]
    public void Export_lazy_and_spread() => Lowered.Is(
        """
        module.exports = { ...require('./a'), get b() { return require('./b'); } };
        Object.defineProperty(exports, 'c', { get: () => require('./c').d });
        """,
        """
        function <top>() #0
          b0: %0 = newobject()
              %1 = call require('./a')
              %0 = %1
              %2 = closure b#1
              %3 = call (%0).b<%2>()
              %0.b = %3
              module.exports = %0
              %4 = newobject()
              %5 = closure get#2
              %4.get = %5
              call (Object).defineProperty(module.exports, 'c', %4)
              return
        function b() #1
          b0: %0 = call require('./b')
              %0 :: %0
              return %0
        function get() #2
          b0: %0 = call require('./c')
              return %0.d
        import export:* from ./a = ./a : *
        import export:b = ./b : *
        import export:c = ./c : d
        export * = %0
        export * = export:* from ./a
        export b = export:b
        export c = export:c
        """);

    [Fact]
    public void Export_on_this() => Lowered.Is(
        """
        this.run = function () {};
        """,
        """
        function <top>() #0
          b0: %0 = closure run#1
              this.run = %0
              return
        function run() #1
          b0: return
        export run = %0 -> #1
        """);
}
