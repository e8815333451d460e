using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Java;

/// <summary><c>try</c> with resources, handlers and a last block.</summary>
internal sealed partial class JavaBody
{
    private void TryStatement(SyntaxNode node)
    {
        var catches = new List<Action>();
        var complete = false;
        Action? final = null;
        foreach (var child in node.NamedChildren)
        {
            if (child.Is("catch_clause"))
            {
                catches.Add(() => Catch(child));
                complete |= CatchesAll(child);
            }
            else if (child.Is("finally_clause"))
            {
                final = () =>
                {
                    Unit.Visit();
                    Statement(child.NamedChild(0));
                };
            }
        }
        Scopes.Enter();
        if (catches.Count == 0 && final is null) Body();
        else Try(node, Body, catches, complete, null, final);
        Scopes.Leave();

        void Body()
        {
            if (node.Field("resources") is { IsNone: false } resources)
            {
                foreach (var resource in resources.NamedChildren) Resource(resource);
            }
            Statement(node.Field("body"));
        }
    }

    private void Resource(SyntaxNode node)
    {
        Unit.Visit();
        var (name, type, value) = (node.Field("name"), node.Field("type"), node.Field("value"));
        if (value.IsNone)
        {
            if (node.NamedChild(0) is { IsNone: false } existing) Discard(existing);
            return;
        }
        var initial = Expression(value);
        if (!name.Is("identifier")) return;
        var variable = Scopes.Declare(name.Text);
        Unit.SetType(variable, type.Is("type_identifier") && type.TextSpan is "var" ? StaticType(value) : type);
        B.Emit(new Assign(node.Index, new Place(variable), initial, name.Index));
    }

    private void Catch(SyntaxNode clause)
    {
        Unit.Visit();
        Scopes.Enter();
        foreach (var parameter in clause.NamedChildren)
        {
            if (!parameter.Is("catch_formal_parameter") || parameter.Field("name") is not { IsNone: false } name || !name.Is("identifier")) continue;
            var variable = Scopes.Declare(name.Text);
            foreach (var type in parameter.NamedChildren)
            {
                if (type.Is("catch_type")) variable.TypeName = JavaTypes.Name(type);
            }
            B.Emit(new Assign(parameter.Index, new Place(variable), new Operand(-1, new Place(Exception)), name.Index));
        }
        Statement(clause.Field("body"));
        Scopes.Leave();
    }

    private static bool CatchesAll(SyntaxNode clause)
    {
        foreach (var parameter in clause.NamedChildren)
        {
            if (!parameter.Is("catch_formal_parameter")) continue;
            foreach (var types in parameter.NamedChildren)
            {
                if (!types.Is("catch_type")) continue;
                foreach (var type in types.NamedChildren)
                {
                    if (JavaTypes.Name(type) is "Throwable" or "Exception") return true;
                }
            }
        }
        return false;
    }
}
