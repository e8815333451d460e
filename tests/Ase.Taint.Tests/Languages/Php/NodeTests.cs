using Ase.Taint.Ir;

namespace Ase.Taint.Tests.Languages.Php;

/// <summary>Pattern ranges are matched against syntax nodes: each value must carry the right one.</summary>
public sealed class NodeTests
{
    [Fact]
    public void Every_prefix_of_a_place_has_its_own_node()
    {
        var file = Lowered.File("f($o->p['k'][$i]);");
        var argument = Assert.Single(Lowered.Instructions<Call>(file)).Arguments[0].Value;

        Assert.Equal("$o->p['k'][$i]", Lowered.Text(file, argument.Node));
        Assert.Equal("$o", Lowered.Text(file, argument.BaseNode));
        Assert.Equal(["$o->p", "$o->p['k']", "$o->p['k'][$i]"], argument.Place!.Path.Select(a => Lowered.Text(file, a.Node)));
        Assert.Equal("$i", Lowered.Text(file, argument.Place.Path[2].Key!.Node));
    }

    [Fact]
    public void Superglobals_are_globals_with_fields()
    {
        var file = Lowered.File("function f() { g($_GET['id']); }");
        var argument = Assert.Single(Lowered.Instructions<Call>(file)).Arguments[0].Value;

        Assert.Equal(VariableKind.Global, argument.Place!.Variable.Kind);
        Assert.Equal("$_GET.id", argument.Place.ToString());
        Assert.Equal("$_GET['id']", Lowered.Text(file, argument.Node));
        Assert.Equal("$_GET", Lowered.Text(file, argument.BaseNode));
    }

    [Fact]
    public void Parentheses_and_silence_give_way_to_what_is_inside() =>
        Assert.Equal(["$a->b", "$c"], CallArguments("f((@$a->b), @$c);"));

    [Fact]
    public void Parts_of_strings_are_operands()
    {
        var file = Lowered.File("$x = \"a $b[c] {$d->e}\";");
        var concat = Lowered.Instructions<Operation>(file).Single(o => o.Kind == OperationKind.Concat);

        Assert.Equal("\"a $b[c] {$d->e}\"", Lowered.Text(file, concat.Node));
        Assert.Equal(["a ", "$b[c]", " ", "$d->e"], concat.Operands.Select(o => Lowered.Text(file, o.Node)));
    }

    [Fact]
    public void Each_operator_of_a_chain_has_its_node()
    {
        var file = Lowered.File("$x = $a . 'b' . $c;");

        Assert.Equal(["$a . 'b'", "$a . 'b' . $c"], Lowered.Instructions<Operation>(file).Where(o => o.Kind == OperationKind.Concat).Select(o => Lowered.Text(file, o.Node)));
    }

    [Fact]
    public void Assignments_know_the_expression_and_the_target()
    {
        var file = Lowered.File("$x->y = 1; [$b, $c] = g();");
        var assigns = Lowered.Instructions<Assign>(file).ToList();

        Assert.Equal(["$x->y = 1", "[$b, $c] = g()", "[$b, $c] = g()"], assigns.Select(a => Lowered.Text(file, a.Node)));
        Assert.Equal(["$x->y", "$b", "$c"], assigns.Select(a => Lowered.Text(file, a.TargetNode)));
    }

    [Fact]
    public void Conditions_are_the_leaves_of_what_is_written()
    {
        var file = Lowered.File("if (!(a($x) && $b === 'c')) { f(); }");

        Assert.Equal(["a($x)", "$b === 'c'"], file.Functions[0].Blocks.Select(b => b.Terminator).OfType<Branch>().Select(b => Lowered.Text(file, b.Node)));
    }

    [Fact]
    public void Cases_are_compared_at_their_values()
    {
        var file = Lowered.File("switch ($x) { case 'a': f(); case 'b': g(); }");

        Assert.Equal(["'a'", "'b'"], file.Functions[0].Blocks.Select(b => b.Terminator).OfType<Branch>().Select(b => Lowered.Text(file, b.Node)));
    }

    [Theory]
    [InlineData("echo $a;", "echo", "echo $a;")]
    [InlineData("print $a;", "print", "print $a")]
    [InlineData("include $a;", "include", "include $a")]
    [InlineData("exit($a);", "exit", "exit($a);")]
    [InlineData("die($a);", "die", "die($a)")]
    [InlineData("eval($a);", "eval", "eval($a)")]
    [InlineData("`$a`;", "`", "`$a`")]
    [InlineData("unset($a);", "unset", "unset($a);")]
    [InlineData("isset($a);", "isset", "isset($a)")]
    [InlineData("?><?= $a ?>", "echo", "$a ")]
    public void Constructs_of_the_language_are_calls(string text, string name, string node)
    {
        var file = Lowered.File(text);
        var call = Assert.Single(Lowered.Instructions<Call>(file));

        Assert.Equal(name, call.Name);
        Assert.Equal(node.Trim(), Lowered.Text(file, call.Node).Trim());
        Assert.Equal("$a", Lowered.Text(file, Assert.Single(call.Arguments).Value.Node));
    }

    [Fact]
    public void Parameters_are_their_variables()
    {
        var file = Lowered.File("function f(int $a, &$b, C ...$c) {}");

        Assert.Equal(["$a", "$b", "$c"], file.Functions[1].Parameters.Select(p => Lowered.Text(file, p.Node)));
    }

    private static IEnumerable<string> CallArguments(string text)
    {
        var file = Lowered.File(text);
        return Lowered.Instructions<Call>(file).SelectMany(c => c.Arguments).Select(a => Lowered.Text(file, a.Value.Node));
    }
}
