using Ase.Taint.Ir;

namespace Ase.Taint.Tests.Languages.Java;

/// <summary>Operands lead back to the text, so that the ranges of patterns find them.</summary>
public sealed class NodeTests
{
    [Fact]
    public void Each_member_of_a_chain_has_its_own_node()
    {
        var file = Lowered.File("class A { void f(R r) { use((r.load().items)[0].name); } }");
        var argument = file.Functions[1].Blocks[0].Instructions.OfType<Call>().Single(c => c.Name == "use").Arguments[0].Value;

        Assert.Equal("(r.load().items)[0].name", file.Tree[argument.Node].Text);
        Assert.Equal("r.load()", file.Tree[argument.BaseNode].Text);
        Assert.Equal(["r.load().items", "(r.load().items)[0]", "(r.load().items)[0].name"], argument.Place!.Path.Select(a => file.Tree[a.Node].Text));
    }

    [Fact]
    public void A_field_without_receiver_is_found_at_its_name()
    {
        var file = Lowered.File("class A { String name; void f() { use(name); } }");
        var argument = file.Functions[1].Blocks[0].Instructions.OfType<Call>().Single().Arguments[0].Value;

        Assert.Equal("this.name", argument.Place!.ToString());
        Assert.Equal("name", file.Tree[argument.Node].Text);
        Assert.Equal(argument.Node, argument.Place.Path[0].Node);
    }

    [Fact]
    public void An_appended_builder_is_found_at_the_call()
    {
        var file = Lowered.File("class A { void f(StringBuilder sb, String s) { use(sb.append(s)); } }");
        var argument = file.Functions[1].Blocks[0].Instructions.OfType<Call>().Single(c => c.Name == "use").Arguments[0].Value;

        Assert.Equal("sb", argument.Place!.ToString());
        Assert.Equal("sb.append(s)", file.Tree[argument.Node].Text);
    }

    [Fact]
    public void Parameters_are_their_names()
    {
        var file = Lowered.File("class A { void f(@X final String a, int[] b, Object... c) { } }");

        Assert.Equal(["a", "b", "c"], file.Functions[1].Parameters.Select(p => file.Tree[p.Node].Text));
    }

    [Fact]
    public void Instructions_are_found_at_what_they_evaluate()
    {
        var file = Lowered.File("class A { void f(String a) { String b = \"x\" + a; this.c = b; } }");

        Assert.Equal(["\"x\" + a", "b = \"x\" + a", "this.c = b"], Lowered.NodesOf(file, "f"));
    }

    [Theory]
    [InlineData("package org.example.web;\nclass A { }", "org.example.web")]
    [InlineData("@X package a . b;", "a.b")]
    [InlineData("class A { }", "")]
    public void The_namespace_is_the_package(string text, string expected) => Assert.Equal(expected, Lowered.File(text).Namespace);

    [Fact]
    public void Variables_have_the_types_that_the_file_shows()
    {
        var file = Lowered.File("""
            class A {
                Dao dao; List<User> users; User[] array; Map<String, Order> orders;
                Dao dao() { return dao; }
                void f(java.util.List<User> given, Object o) {
                    var a = new org.example.Thing<String>();
                    var b = dao();
                    var c = this.dao;
                    var d = array[0];
                    var e = (Order) o;
                    for (var g : users) use(g);
                    String[] h = null;
                    if (o instanceof Order i) use(i);
                    try { } catch (IOException | Oops j) { }
                }
            }
            """);
        var types = file.Functions.Single(f => f.Name == "f").Variables.Where(v => v.Kind is VariableKind.Local or VariableKind.Parameter).ToDictionary(v => v.Name, v => v.TypeName);

        Assert.Equal(("Thing", "Dao", "Dao", "User", "Order"), (types["a"], types["b"], types["c"], types["d"], types["e"]));
        Assert.Equal(("User", null, "Order", "IOException", "List"), (types["g"], types["h"], types["i"], types["j"], types["given"]));
        Assert.Equal(["dao", "orders", "users"], file.Classes[0].FieldTypes.Keys.Order());
    }
}
