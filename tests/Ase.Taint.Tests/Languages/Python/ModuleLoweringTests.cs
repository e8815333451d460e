namespace Ase.Taint.Tests.Languages.Python;

/// <summary>Imports and exports.</summary>
public sealed class ModuleLoweringTests
{
    [Fact]
    public void Imports() => Lowered.Is(
        """
        import os
        import os.path
        import a.b as c
        from d import e, f as g
        from . import h
        from ..i.j import (k)
        from l import *
        from __future__ import annotations
        """,
        """
        function <top>() #0
          b0: return
        import os = os : *
        import os = os : *
        import c = a.b : *
        import e = d : e
        import g = d : f
        import h = . : h
        import k = ..i.j : k
        import _ = l : *
        export os = os
        export c = c
        export e = e
        export g = g
        export h = h
        export k = k
        """);
}
