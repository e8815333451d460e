namespace Ase.Taint.Tests.Languages.JavaScript;

/// <summary>What a file takes from others.</summary>
public sealed class ImportLoweringTests
{
    [Fact]
    public void Require_forms() => Lowered.Is(
        """
        const fs = require('fs'), {
        exec, spawn: run } = require('child_process'), join = require('path').join, cp = require('child_process');
        const { fork } = cp; const ex = cp.execSync; var late; late = require('late'); require('side');
        """,
        """
        function <top>() #0
          b0: %0 = call require('fs')
              %0 :: %0
              fs = %0
              %1 = call require('child_process')
              %1 :: %1
              exec = %1.exec
              run = %1.spawn
              %2 = call require('path')
              join = %2.join
              %3 = call require('child_process')
              %3 :: %3
              cp = %3
              fork = cp.fork
              ex = cp.execSync
              %4 = call require('late')
              %4 :: %4
              late = %4
              call require('side')
              return
        import fs = fs : *
        import exec = child_process : exec
        import run = child_process : spawn
        import join = path : join
        import cp = child_process : *
        import fork = child_process : fork
        import ex = child_process : execSync
        import late = late : *
        """);

    [Fact]
    public void Interop_requires() => Lowered.Is(
        """
        const a_1 = __importDefault(require('a')), b = _interopRequireWildcard(require("b")), c = tslib_1.__importStar(require('c'));
        """,
        """
        function <top>() #0
          b0: %0 = call require('a')
              %1 = call __importDefault(%0)
              %1 :: %1
              a_1 = %1
              %2 = call require('b')
              %3 = call _interopRequireWildcard(%2)
              %3 :: %3
              b = %3
              %4 = call require('c')
              %5 = call (tslib_1).__importStar(%4)
              %5 :: %5
              c = %5
              return
        import a_1 = a : *
        import b = b : *
        import c = c : *
        """);

    [Fact]
    public void Module_names_can_be_parameters() => Lowered.Is(
        """
        define(function (require, exports, module) { exports.a = require('b'); });
        """,
        """
        function <top>() #0
          b0: %0 = closure _#1
              call define(%0)
              return
        function (require, exports, module) #1
          b0: %0 = call require('b')
              %0 :: %0
              exports.a = %0
              return
        """);

    [Fact]
    public void Imports() => Lowered.Is(
        """
        import d, { a as b, c } from './m'; import * as ns from 'n'; import 'side'; import {
        default as e } from './e';
        """,
        """
        function <top>() #0
          b0: return
        import d = ./m : default
        import b = ./m : a
        import c = ./m : c
        import ns = n : *
        import _ = side : *
        import e = ./e : default
        """);

    [Fact]
    public void Reexports() => Lowered.Is(
        """
        export { a as b, default } from './m'; export * from './n'; export * as o from './o';
        """,
        """
        function <top>() #0
          b0: return
        import export:b = ./m : a
        import export:default = ./m : default
        import export:* from ./n = ./n : *
        import export:o = ./o : *
        export b = export:b
        export default = export:default
        export * = export:* from ./n
        export o = export:o
        """);
}
