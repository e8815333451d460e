using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Python;

internal sealed partial class PythonBody
{
    private Operand Call(SyntaxNode node)
    {
        var callee = Unwrap(node.Field("function"));
        string name = "";
        string? className = null;
        Operand? receiver = null, function = null;
        var isNew = false;
        if (callee.Is("attribute"))
        {
            Unit.Visit();
            name = callee.Field("attribute").Text;
            var whole = callee.Field("object");
            if (IsSuper(whole))
            {
                receiver = SelfOperand(whole);
                className = OwnClass?.Bases.FirstOrDefault() ?? "object";
            }
            else
            {
                receiver = Expression(whole);
                if (whole.Is("identifier") && Unit.ClassNames.Contains(whole.Text)) className = whole.Text;
            }
        }
        else if (callee.Is("identifier"))
        {
            Unit.Visit();
            name = callee.Text;
            var variable = IsClassName(name) ? null : B.Find(name);
            if (variable is not null || IsClassName(name)) function = Name(callee);
            isNew = Unit.ClassNames.Contains(name) && variable is null or { Kind: VariableKind.Local or VariableKind.Captured };
            if (variable is { Kind: VariableKind.This } && OwnClass is { } own) (name, function, isNew) = (own.Name, null, true);
        }
        else
        {
            function = Expression(callee);
        }
        var arguments = Arguments(node.Field("arguments"));
        if (receiver is not null && arguments is [{ Keyword: null, IsSpread: false } self, ..] && IsSelf(self.Value) && IsBase(callee))
        {
            // Base.method(self, x)
            className = Unwrap(callee.Field("object")) is var named && named.Is("attribute") ? named.Field("attribute").Text : named.Text;
            receiver = self.Value;
            arguments.RemoveAt(0);
        }
        var result = Invoke(node, name, receiver, arguments, function, className, isNew);
        Leave(node, callee);
        return result;
    }

    private List<Argument> Arguments(SyntaxNode list)
    {
        var arguments = new List<Argument>();
        if (list.Is("generator_expression"))
        {
            arguments.Add(new Argument(Expression(list)));
            return arguments;
        }
        foreach (var child in list.NamedChildren)
        {
            switch (child.Kind)
            {
                case "keyword_argument":
                    Unit.Visit();
                    arguments.Add(new Argument(Expression(child.Field("value")), child.Field("name").Text));
                    break;
                case "list_splat" or "dictionary_splat":
                    Unit.Visit();
                    arguments.Add(new Argument(Expression(child.NamedChild(0)), IsSpread: true));
                    break;
                default:
                    arguments.Add(new Argument(Expression(child)));
                    break;
            }
        }
        return arguments;
    }

    private static bool IsSuper(SyntaxNode node) => node.Is("call") && node.Field("function").Is("identifier") && node.Field("function").TextSpan is "super";

    private Operand SelfOperand(SyntaxNode node)
    {
        var function = Function;
        while (function.This is null && function.Enclosing is { } outer) function = outer;
        return Variable(node, function.This is { } self ? Lookup(self.Name) : B.Global("super"));
    }

    private bool IsBase(SyntaxNode callee)
    {
        var whole = Unwrap(callee.Field("object"));
        if (whole.Is("attribute")) whole = whole.Field("attribute");
        return whole.Is("identifier") && (OwnClass?.Bases.Contains(whole.Text) == true || Unit.ClassNames.Contains(whole.Text));
    }

    /// <summary>Ends the path after a call that does not come back.</summary>
    private void Leave(SyntaxNode node, SyntaxNode callee)
    {
        if (callee.Is("attribute") ? callee.Field("attribute").TextSpan is not ("exit" or "_exit" or "abort") : callee.TextSpan is not ("exit" or "quit" or "abort")) return;
        if (callee.Is("attribute") && !callee.Field("object").Is("identifier")) return;
        switch (Unit.Qualify(callee.Text))
        {
            case "sys.exit" or "os._exit" or "os.abort":
                B.End(new Stop(node.Index));
                break;
            case "exit" or "quit" when B.Find(callee.Text) is null:
                B.End(new Stop(node.Index));
                break;
            case "flask.abort" or "werkzeug.exceptions.abort" or "bottle.abort" or "flask_restful.abort" or "flask_smorest.abort":
                B.End(new Throw(node.Index, null));
                break;
        }
    }
}
