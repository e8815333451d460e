using Ase.Code.Languages;
using Ase.Taint.Ir;

namespace Ase.Taint.Tests.Languages.JavaScript;

/// <summary>Pattern ranges are matched against syntax nodes: each value must carry the right one.</summary>
public sealed class NodeTests
{
    [Fact]
    public void Every_prefix_of_a_place_has_its_own_node()
    {
        var file = Lowered.File("f(req.query[k].name);");
        var argument = Assert.Single(Instructions<Call>(file)).Arguments[0].Value;

        Assert.Equal("req.query[k].name", Text(file, argument.Node));
        Assert.Equal("req", Text(file, argument.BaseNode));
        Assert.Equal(["req.query", "req.query[k]", "req.query[k].name"], argument.Place!.Path.Select(a => Text(file, a.Node)));
        Assert.Equal("k", Text(file, argument.Place.Path[1].Key!.Node));
    }

    [Fact]
    public void The_base_of_a_member_of_a_call_is_the_call()
    {
        var file = Lowered.File("x = g(a).b;");
        var value = Instructions<Assign>(file).Single().Value;

        Assert.Equal("g(a).b", Text(file, value.Node));
        Assert.Equal("g(a)", Text(file, value.BaseNode));
    }

    [Fact]
    public void Parentheses_give_way_to_what_is_inside()
    {
        var file = Lowered.File("f((a.b));");

        Assert.Equal("a.b", Text(file, Assert.Single(Instructions<Call>(file)).Arguments[0].Value.Node));
    }

    [Theory]
    [InlineData("f(a as string);", "a as string", "a")]
    [InlineData("f(a!);", "a!", "a")]
    [InlineData("f(<string>a);", "<string>a", "a")]
    [InlineData("f((a satisfies T).b);", "(a satisfies T).b", "a")]
    public void Casts_keep_the_node_of_the_base(string text, string node, string baseNode)
    {
        var file = Lowered.File(text, LanguageId.TypeScript);
        var argument = Assert.Single(Instructions<Call>(file)).Arguments[0].Value;

        Assert.Equal(node, Text(file, argument.Node));
        Assert.Equal(baseNode, Text(file, argument.BaseNode));
    }

    [Fact]
    public void Assignments_know_the_statement_and_the_target()
    {
        var file = Lowered.File("var x = a; b.c = d;");
        var assigns = Instructions<Assign>(file);

        Assert.Equal(["x = a", "b.c = d"], assigns.Select(a => Text(file, a.Node)));
        Assert.Equal(["x", "b.c"], assigns.Select(a => Text(file, a.TargetNode)));
    }

    [Fact]
    public void Parameters_are_their_names()
    {
        var file = Lowered.File("function f(a: string, b?: T, c = 1, { d }, ...e) {}", LanguageId.TypeScript);

        Assert.Equal(["a", "b", "c", "{ d }", "e"], file.Functions[1].Parameters.Select(p => Text(file, p.Node)));
        Assert.Equal(["string", "T", null, null, null], file.Functions[1].Parameters.Select(p => p.TypeName));
    }

    [Fact]
    public void A_destructured_part_hangs_on_the_node_of_the_whole()
    {
        var file = Lowered.File("const { id } = req.query;");
        var value = Assert.Single(Instructions<Assign>(file)).Value;

        Assert.Equal("id", Text(file, value.Node));
        Assert.Equal("req.query", Text(file, value.Place!.Path[0].Node));
    }

    [Fact]
    public void A_branch_stands_on_its_condition_and_a_case_on_its_label()
    {
        var file = Lowered.File("if (!(a.ok())) f(); switch (k) { case 'x': g(); }");

        Assert.Equal(["a.ok()", "'x'"], file.Functions[0].Blocks.Select(b => b.Terminator).OfType<Branch>().Select(b => Text(file, b.Node)));
    }

    [Fact]
    public void Shadowed_names_are_different_variables()
    {
        var file = Lowered.File("let x = a; { let x = b; f(x); } g(x); try { h(); } catch (x) { k(x); }");
        var used = Instructions<Call>(file).Where(c => c.Arguments.Count == 1).ToDictionary(c => c.Name, c => c.Arguments[0].Value.Place!.Variable);

        Assert.Equal(3, used.Values.Distinct().Count());
        Assert.All(used.Values, v => Assert.Equal(VariableKind.Local, v.Kind));
    }

    [Fact]
    public void Constructed_and_declared_types_are_kept()
    {
        var file = Lowered.File("const a = new Db(), b: ns.Repo<T> | null = c; let d: A | B;", LanguageId.TypeScript);

        Assert.Equal(["Db", "Repo", null], new[] { "a", "b", "d" }.Select(n => file.Functions[0].Variables.Single(v => v.Name == n).TypeName));
    }

    private static List<T> Instructions<T>(IrFile file) => [.. file.Functions[0].Blocks.SelectMany(b => b.Instructions).OfType<T>()];

    private static string Text(IrFile file, int node) => node < 0 ? "" : file.Tree[node].Text;
}
