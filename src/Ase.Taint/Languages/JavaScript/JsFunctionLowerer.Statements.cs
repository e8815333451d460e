using Ase.Taint.Ir;

namespace Ase.Taint.Languages.JavaScript;

internal sealed partial class JsFunctionLowerer
{
    private void Statement(int node)
    {
        if (!Deeper())
        {
            TooDeep(node);
            return;
        }
        file.Visit();
        StatementCore(node);
        file.Depth--;
    }

    private void StatementCore(int node)
    {
        switch (tree.Kind(node))
        {
            case JsKind.ExpressionStatement:
                foreach (var child in tree.Named(node)) Effect(child);
                break;
            case JsKind.VariableDeclaration or JsKind.LexicalDeclaration or JsKind.UsingDeclaration:
                foreach (var child in tree.Named(node)) Declarator(child);
                break;
            case JsKind.VariableDeclarator:
                Declarator(node);
                break;
            case JsKind.StatementBlock or JsKind.Program:
                Statements(node);
                break;
            case JsKind.FunctionDeclaration or JsKind.GeneratorFunctionDeclaration:
                // done at the start of the block
                break;
            case JsKind.ClassDeclaration or JsKind.AbstractClassDeclaration:
                ClassDeclaration(node);
                break;
            case JsKind.IfStatement:
                If(node);
                break;
            case JsKind.SwitchStatement:
                Switch(node);
                break;
            case JsKind.ForStatement:
                For(node);
                break;
            case JsKind.ForInStatement:
                ForIn(node);
                break;
            case JsKind.WhileStatement:
                While(node);
                break;
            case JsKind.DoStatement:
                Do(node);
                break;
            case JsKind.LabeledStatement:
                Labelled(node);
                break;
            case JsKind.BreakStatement or JsKind.ContinueStatement:
                BreakOrContinue(node);
                break;
            case JsKind.ReturnStatement:
                Return(node);
                break;
            case JsKind.ThrowStatement:
                Throw(node);
                break;
            case JsKind.TryStatement:
                Try(node);
                break;
            case JsKind.WithStatement:
                With(node);
                break;
            case JsKind.ImportStatement:
                Import(node);
                break;
            case JsKind.ExportStatement:
                Export(node);
                break;
            case JsKind.EnumDeclaration:
                Enum(node);
                break;
            case JsKind.InternalModule or JsKind.Module:
                Namespace(node);
                break;
            case JsKind.ImportAlias:
                ImportAlias(node);
                break;
            case JsKind.InterfaceDeclaration:
                Interface(node);
                break;
            case JsKind.EmptyStatement or JsKind.DebuggerStatement or JsKind.HashBangLine or JsKind.TypeAliasDeclaration or JsKind.AmbientDeclaration or JsKind.FunctionSignature:
                break;
            case var kind when IsExpression(kind):
                Effect(node);
                break;
            default:
                Unknown(node);
                break;
        }
    }

    /// <summary>The statements of a block in a scope of their own; functions first.</summary>
    private void Statements(int block, bool isFunctionBody = false)
    {
        var scope = OpenScope(tree.Named(block), isFunctionBody);
        foreach (var child in tree.Named(block)) Statement(child);
        Close(scope);
    }

    private List<(string Name, IrVariable? Hidden)>? OpenScope(JsTree.NamedNodes statements, bool isFunctionBody)
    {
        List<(string, IrVariable?)>? scope = null;
        List<int>? functions = null;
        foreach (var statement in statements)
        {
            var node = Declaration(statement);
            switch (tree.Kind(node))
            {
                case JsKind.LexicalDeclaration or JsKind.UsingDeclaration:
                    foreach (var declarator in tree.Named(node))
                    {
                        foreach (var name in JsNames.Bound(tree, tree.Field(declarator, JsField.Name))) Declare(name);
                    }
                    break;
                case JsKind.ClassDeclaration or JsKind.AbstractClassDeclaration or JsKind.EnumDeclaration:
                    Declare(tree.Text(tree.Field(node, JsField.Name)));
                    break;
                case JsKind.InternalModule or JsKind.Module:
                    var root = tree.Field(node, JsField.Name);
                    while (tree.Kind(root) is JsKind.NestedIdentifier or JsKind.MemberExpression) root = tree.First(root);
                    Declare(tree.Text(root));
                    break;
                case JsKind.ImportAlias:
                    Declare(tree.Text(tree.First(node)));
                    break;
                case JsKind.ImportStatement:
                    foreach (var name in ImportedNames(node)) Declare(name);
                    break;
                case JsKind.FunctionDeclaration or JsKind.GeneratorFunctionDeclaration:
                    (functions ??= []).Add(node);
                    break;
            }
        }
        if (functions is not null)
        {
            foreach (var function in functions) FunctionDeclaration(function);
        }
        return scope;

        void Declare(string name)
        {
            if (name.Length == 0) return;
            if (isFunctionBody) b.Declare(name);
            else if (scope is null || !scope.Exists(s => string.Equals(s.Item1, name, StringComparison.Ordinal))) (scope ??= []).Add((name, b.Shadow(name).Hidden));
        }
    }

    // what an export, a label or an expression statement wraps
    private int Declaration(int statement)
    {
        switch (tree.Kind(statement))
        {
            case JsKind.ExportStatement:
                return tree.Field(statement, JsField.Declaration) is var inner and >= 0 ? inner : tree.First(statement);
            case JsKind.ExpressionStatement when tree.First(statement) is var only and >= 0 && tree.Kind(only) is JsKind.InternalModule or JsKind.Module:
                return tree.First(statement);
            case JsKind.LabeledStatement:
                return tree.Field(statement, JsField.Body);
            default:
                return statement;
        }
    }

    private void Close(List<(string Name, IrVariable? Hidden)>? scope)
    {
        if (scope is null) return;
        for (var i = scope.Count - 1; i >= 0; i--) b.Restore(scope[i].Name, scope[i].Hidden);
    }

    private void If(int node)
    {
        // else-if chains are long in generated code: iterate
        var end = b.NewBlock();
        while (true)
        {
            var alternative = tree.First(tree.Field(node, JsField.Alternative));
            var yes = b.NewBlock();
            var no = alternative < 0 ? end : b.NewBlock();
            Condition(tree.Field(node, JsField.Condition), yes, no);
            b.MoveTo(yes);
            if (tree.Field(node, JsField.Consequence) is var consequence and >= 0) Statement(consequence);
            Jump(end);
            b.MoveTo(no);
            if (alternative < 0) return;
            if (tree.Kind(alternative) != JsKind.IfStatement)
            {
                Statement(alternative);
                b.Enter(end);
                return;
            }
            file.Visit();
            node = alternative;
        }
    }

    private void Return(int node)
    {
        var value = tree.First(node) is var expression and >= 0 ? Predicated(expression) : null;
        ReturnValue(node, value);
    }

    private void ReturnValue(int node, Operand? value)
    {
        if (yields is not null)
        {
            var joined = TempPlace();
            b.Emit(new Operation(-1, joined, OperationKind.Select, "", value is null ? [Read(-1, yields)] : [value, Read(-1, yields)]));
            value = Read(value?.Node ?? -1, joined);
        }
        if (finallies.Count > 0)
        {
            returned ??= b.Temp();
            if (value is not null) b.Emit(new Assign(node, new Place(returned), value));
            returnTarget ??= new JumpTarget([], null, null, 0) { ReturnNode = node };
            Leave(returnTarget);
        }
        else
        {
            b.End(new Return(node, value is null ? [] : [value]));
        }
    }

    private void With(int node)
    {
        var scope = Expression(tree.Field(node, JsField.Object));
        b.Emit(new Evaluate(node, scope));
        if (tree.Field(node, JsField.Body) is var body and >= 0) Statement(body);
    }
}
