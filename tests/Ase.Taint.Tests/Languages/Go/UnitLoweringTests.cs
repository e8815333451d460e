namespace Ase.Taint.Tests.Languages.Go;

/// <summary>Packages, imports, types.</summary>
public sealed class UnitLoweringTests
{
    [Fact]
    public void Imports_with_aliases_dots_and_versions() => Lowered.Is(
        """
        package main

        import (
        	_ "embed"
        	. "strings"
        	"net/http"
        	yaml "gopkg.in/yaml.v3"
        	"github.com/labstack/echo/v4"
        	"github.com/mattn/go-sqlite3"
        	"gopkg.in/ini.v1"
        )
        """,
        """
        function <top>() #0
          b0: return
        import _ = embed : *
        import * = strings : *
        import http = net/http : *
        import yaml = gopkg.in/yaml.v3 : *
        import echo = github.com/labstack/echo/v4 : *
        import sqlite3 = github.com/mattn/go-sqlite3 : *
        import ini = gopkg.in/ini.v1 : *
        """);

    [Fact]
    public void Exported_are_the_names_of_the_package() => Lowered.Is(
        """
        package p

        var Default = New()

        const name = "x"

        func New() *T { return &T{} }

        func init() {}

        type T struct{}
        """,
        """
        function <top>() #0
          b0: %0 = call New()
              Default = %0
              Default :: %0
              name = 'x'
              return
        function New() #1
          b0: %0 = newobject T()
              return %0
        function init() #2
          b0: return
        class T {  }
        export New -> #1
        export Default = Default
        export name = name
        """);
}
