using Ase.Taint.Ir;

namespace Ase.Taint.Tests.Languages.Python;

/// <summary>Pattern ranges are matched against syntax nodes: each value must carry the right one.</summary>
public sealed class NodeTests
{
    [Fact]
    public void Every_prefix_of_a_place_has_its_own_node()
    {
        var file = Lowered.File("f(request.args[k].name)");
        var argument = Assert.Single(Lowered.Instructions<Call>(file)).Arguments[0].Value;

        Assert.Equal("request.args[k].name", Lowered.Text(file, argument.Node));
        Assert.Equal("request", Lowered.Text(file, argument.BaseNode));
        Assert.Equal(["request.args", "request.args[k]", "request.args[k].name"], argument.Place!.Path.Select(a => Lowered.Text(file, a.Node)));
        Assert.Equal("k", Lowered.Text(file, argument.Place.Path[1].Key!.Node));
    }

    [Fact]
    public void The_base_of_a_member_of_a_call_is_the_call()
    {
        var file = Lowered.File("x = g(a).b");
        var value = Lowered.Instructions<Assign>(file).Single().Value;

        Assert.Equal("g(a).b", Lowered.Text(file, value.Node));
        Assert.Equal("g(a)", Lowered.Text(file, value.BaseNode));
    }

    [Fact]
    public void Parentheses_give_way_to_what_is_inside() =>
        Assert.Equal(["a.b"], CallArguments("f(((a.b)))"));

    [Fact]
    public void Interpolated_expressions_are_operands()
    {
        var file = Lowered.File("x = f'a {b.c:>{w}} {d()}'");
        var concat = Lowered.Instructions<Operation>(file).Single();

        Assert.Equal("f'a {b.c:>{w}} {d()}'", Lowered.Text(file, concat.Node));
        Assert.Equal(["a ", "b.c", "w", " ", "d()"], concat.Operands.Select(o => Lowered.Text(file, o.Node)));
    }

    [Fact]
    public void Each_operator_of_a_chain_has_its_node()
    {
        var file = Lowered.File("x = a + 'b' + c");

        Assert.Equal(["a + 'b'", "a + 'b' + c"], Lowered.Instructions<Operation>(file).Select(o => Lowered.Text(file, o.Node)));
    }

    [Fact]
    public void Assignments_know_the_statement_and_the_target()
    {
        var file = Lowered.File("x.y = a\nb, c = d");
        var assigns = Lowered.Instructions<Assign>(file).ToList();

        Assert.Equal(["x.y = a", "b, c = d", "b, c = d"], assigns.Select(a => Lowered.Text(file, a.Node)));
        Assert.Equal(["x.y", "b", "c"], assigns.Select(a => Lowered.Text(file, a.TargetNode)));
    }

    [Fact]
    public void Conditions_are_the_leaves_of_what_is_written()
    {
        var file = Lowered.File("if not (a(x) and b in c): f()");

        Assert.Equal(["a(x)", "b in c"], file.Functions[0].Blocks.Select(b => b.Terminator).OfType<Branch>().Select(b => Lowered.Text(file, b.Node)));
    }

    [Fact]
    public void Cases_are_compared_at_their_patterns()
    {
        var file = Lowered.File("match x:\n  case 'a' | 'b': f()");

        Assert.Equal(["'a'", "'b'"], file.Functions[0].Blocks.Select(b => b.Terminator).OfType<Branch>().Select(b => Lowered.Text(file, b.Node)));
    }

    [Fact]
    public void Parameters_are_their_names()
    {
        var file = Lowered.File("def f(a, b: int = 1, *c, **d): pass");

        Assert.Equal(["a", "b", "c", "d"], file.Functions[1].Parameters.Select(p => Lowered.Text(file, p.Node)));
    }

    [Fact]
    public void Returned_and_printed_values_keep_their_nodes()
    {
        var file = Lowered.File("def f(x):\n  print x.y, 'a'\n  return x.z");

        Assert.Equal(["x.y", "'a'"], CallArguments("def f(x):\n  print x.y, 'a'\n  return x.z"));
        var returned = file.Functions[1].Blocks.Select(b => b.Terminator).OfType<Return>().First(r => r.Values.Count > 0);
        Assert.Equal("return x.z", Lowered.Text(file, returned.Node));
        Assert.Equal("x.z", Lowered.Text(file, returned.Values[0].Node));
    }

    private static IEnumerable<string> CallArguments(string text)
    {
        var file = Lowered.File(text);
        return Lowered.Instructions<Call>(file).SelectMany(c => c.Arguments).Select(a => Lowered.Text(file, a.Value.Node));
    }
}
