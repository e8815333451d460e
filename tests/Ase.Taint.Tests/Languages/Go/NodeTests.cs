using Ase.Taint.Ir;

namespace Ase.Taint.Tests.Languages.Go;

/// <summary>Operands lead back to the text, so that the ranges of patterns find them.</summary>
public sealed class NodeTests
{
    [Fact]
    public void Each_member_of_a_chain_has_its_own_node()
    {
        var file = Lowered.File("package p\nfunc f(r *R) { use((&r.URL.Query()[0]).Path) }\n");
        var call = file.Functions[1].Blocks[0].Instructions.OfType<Call>().Single(c => c.Name == "use");
        var argument = call.Arguments[0].Value;

        Assert.Equal("(&r.URL.Query()[0]).Path", file.Tree[argument.Node].Text);
        Assert.Equal("r.URL.Query()", file.Tree[argument.BaseNode].Text);
        Assert.Equal(["r.URL.Query()[0]", "(&r.URL.Query()[0]).Path"], argument.Place!.Path.Select(a => file.Tree[a.Node].Text));
    }

    [Fact]
    public void The_storage_behind_a_pointer_keeps_both_nodes()
    {
        var file = Lowered.File("package p\nfunc f(v T) { load(&v) }\n");
        var argument = file.Functions[1].Blocks[0].Instructions.OfType<Call>().Single().Arguments[0];

        Assert.True(argument.ByReference);
        Assert.Equal("&v", file.Tree[argument.Value.Node].Text);
        Assert.Equal("v", file.Tree[argument.Value.BaseNode].Text);
    }

    [Fact]
    public void Assignments_know_statement_and_target()
    {
        var file = Lowered.File("package p\nfunc f(c *C, s string) { c.Stdin = s }\n");
        var assign = Assert.IsType<Assign>(Assert.Single(file.Functions[1].Blocks[0].Instructions));

        Assert.Equal("c.Stdin = s", file.Tree[assign.Node].Text);
        Assert.Equal("c.Stdin", file.Tree[assign.TargetNode].Text);
        Assert.Equal("s", file.Tree[assign.Value.Node].Text);
    }

    [Fact]
    public void Parameters_are_their_names()
    {
        var file = Lowered.File("package p\nfunc f(a, b string, c ...int) {}\n");

        Assert.Equal(["a", "b", "c"], file.Functions[1].Parameters.Select(p => file.Tree[p.Node].Text));
    }

    [Fact]
    public void A_case_is_tested_at_its_value()
    {
        var file = Lowered.File("package p\nfunc f(a string) { switch a { case \"x\": return } }\n");
        var branch = file.Functions[1].Blocks.Select(b => b.Terminator).OfType<Branch>().Single();

        Assert.Equal("\"x\"", file.Tree[branch.Node].Text);
    }

    [Theory]
    [InlineData("internal/store/parts.go", "package store", "internal/store:store")]
    [InlineData("main.go", "package main", ":main")]
    [InlineData("store/parts_test.go", "package store_test", "store:store_test")]
    [InlineData("a/b.go", "func", "a:")]
    public void The_namespace_is_folder_and_package(string path, string text, string expected) => Assert.Equal(expected, Lowered.File(text + "\n", path).Namespace);

    [Fact]
    public void Variables_have_the_types_that_the_file_shows()
    {
        var file = Lowered.File("""
            package p
            type S struct { db *DB; users []*User; byName map[string]User; next func() }
            func New() (*S, error) { return nil, nil }
            func (s *S) self() *S { return s }
            func f() {
                a, err := New()
                b := a.self().users[0]
                c := a.byName["x"]
                d := &a.db
                for _, e := range a.users { use(e) }
                g := any(b).(Named)
                h := make(chan User)
                i := <-h
            }
            """);
        var types = file.Functions.Single(f => f.Name == "f").Variables.Where(v => v.Kind == VariableKind.Local).ToDictionary(v => v.Name, v => v.TypeName);

        Assert.Equal(("S", "error", "User", "User"), (types["a"], types["err"], types["b"], types["c"]));
        Assert.Equal(("DB", "User", "Named", "chan", "User"), (types["d"], types["e"], types["g"], types["h"], types["i"]));
    }
}
