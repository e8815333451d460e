using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Go;

/// <summary>Switches over values and types, and <c>select</c>.</summary>
internal sealed partial class GoBody
{
    private IrBlock? fallInto;

    private void Switch(SyntaxNode node)
    {
        var label = TakeLabel();
        Scopes.Enter();
        Statement(node.Field("initializer"));
        var subject = node.Field("value") is { IsNone: false } value ? Expression(value) : null;
        var cases = Cases(node);
        var bodies = cases.ConvertAll(_ => B.NewBlock());
        var after = B.NewBlock();
        for (var i = 0; i < cases.Count; i++)
        {
            Unit.Visit();
            if (!cases[i].Is("expression_case")) continue;
            foreach (var test in Items(cases[i].Field("value")))
            {
                if (subject is not null)
                {
                    TestCase(test, subject, Expression(test), "==", bodies[i]);
                    continue;
                }
                var next = B.NewBlock();
                Condition(test, bodies[i], next);
                B.MoveTo(next);
            }
        }
        EndTests(cases, bodies, after);
        var outer = fallInto;
        for (var i = 0; i < cases.Count; i++)
        {
            fallInto = i + 1 < cases.Count ? bodies[i + 1] : null;
            CaseBody(label, cases[i], bodies[i], after, null);
        }
        fallInto = outer;
        B.MoveTo(after);
        Scopes.Leave();
    }

    private void TypeSwitch(SyntaxNode node)
    {
        var label = TakeLabel();
        Scopes.Enter();
        Statement(node.Field("initializer"));
        var subject = Expression(node.Field("value"));
        var alias = node.Field("alias") is { IsNone: false } names ? Items(names).FirstOrDefault() : default;
        var cases = Cases(node);
        var bodies = cases.ConvertAll(_ => B.NewBlock());
        var after = B.NewBlock();
        for (var i = 0; i < cases.Count; i++)
        {
            Unit.Visit();
            foreach (var type in Types(cases[i])) TestCase(type, subject, TypeValue(type), "is", bodies[i]);
        }
        EndTests(cases, bodies, after);
        for (var i = 0; i < cases.Count; i++)
        {
            var types = Types(cases[i]);
            CaseBody(label, cases[i], bodies[i], after, alias.Is("identifier") ? () => Bind(alias, subject, types) : null);
        }
        B.MoveTo(after);
        Scopes.Leave();
    }

    private void Bind(SyntaxNode alias, Operand subject, List<SyntaxNode> types)
    {
        Unit.Visit();
        var variable = Scopes.Declare(alias.Text);
        var isScalar = types.Count > 0 && types.TrueForAll(t => t.Is("type_identifier") && GoTypes.IsScalar(t.Text));
        var value = isScalar ? Compute(alias, OperationKind.Scalar, types[0].Text, [subject]) : subject;
        if (types.Count == 1) Unit.SetType(variable, types[0]);
        B.Emit(new Assign(alias.Index, new Place(variable), value, alias.Index));
    }

    private static List<SyntaxNode> Types(SyntaxNode typeCase) =>
        typeCase.Is("type_case") ? typeCase.NamedChildren.ToList().FindAll(c => c.FieldName == "type") : [];

    private static List<SyntaxNode> Cases(SyntaxNode node) => node.NamedChildren.ToList().FindAll(c => c.Kind is "expression_case" or "type_case" or "default_case" or "communication_case");

    /// <summary>No case fits: the default one is taken wherever it stands.</summary>
    private void EndTests(List<SyntaxNode> cases, List<IrBlock> bodies, IrBlock after)
    {
        var fallback = cases.FindIndex(c => c.Is("default_case"));
        B.End(new Goto(fallback < 0 ? after.Id : bodies[fallback].Id), after);
    }

    private void CaseBody(string? label, SyntaxNode node, IrBlock body, IrBlock after, Action? bind)
    {
        B.MoveTo(body);
        Scopes.Enter();
        bind?.Invoke();
        Breakable(label, after, null, () =>
        {
            foreach (var child in node.Children)
            {
                if (IsPart(child) && child.FieldName is not ("value" or "type" or "communication")) Statement(child);
            }
        });
        Scopes.Leave();
        B.End(new Goto(after.Id), after);
    }

    private void Fallthrough(SyntaxNode node) => B.End(fallInto is null ? new Return(node.Index, []) : new Goto(fallInto.Id));

    private void Select(SyntaxNode node)
    {
        var label = TakeLabel();
        var cases = Cases(node);
        var bodies = cases.ConvertAll(_ => B.NewBlock());
        var after = B.NewBlock();
        B.End(new AnyOf(node.Index, cases.Count == 0 ? [after.Id] : bodies.ConvertAll(b => b.Id)), after);
        for (var i = 0; i < cases.Count; i++)
        {
            Unit.Visit();
            var communication = cases[i].Field("communication");
            CaseBody(label, cases[i], bodies[i], after, () => Statement(communication));
        }
        B.MoveTo(after);
    }
}
