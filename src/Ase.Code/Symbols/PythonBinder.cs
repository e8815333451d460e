using Ase.Code.Trees;

namespace Ase.Code.Symbols;

/// <summary>Python. Members of <c>self</c> and <c>cls</c> are named <c>self.x</c>.</summary>
internal sealed class PythonBinder(SyntaxTree tree, SymbolBuilder symbols) : Binder(tree, symbols)
{
    protected override void Visit(int node, string kind)
    {
        switch (kind)
        {
            case "function_definition":
                var name = Field(node, "name");
                Symbols.Define(Text(name), DefinitionKind.Function, name);
                if (Symbols.KindOf(Symbols.Current) == ScopeKind.Class) Member(Text(name), DefinitionKind.Method, name);
                Symbols.Open(ScopeKind.Function, node);
                break;
            case "lambda" when First(node) >= 0:
                Symbols.Open(ScopeKind.Function, node);
                break;
            case "class_definition":
                Symbols.Define(Text(Field(node, "name")), DefinitionKind.Class, Field(node, "name"));
                Symbols.Open(ScopeKind.Class, node);
                break;
            case "list_comprehension" or "set_comprehension" or "dictionary_comprehension" or "generator_expression":
                Symbols.Open(ScopeKind.Block, node);
                break;
            case "import_statement" or "import_from_statement" or "future_import_statement":
                Import(node, kind);
                break;
            case "global_statement" or "nonlocal_statement":
                foreach (var shared in Named(node)) Redirect(Text(shared), isGlobal: kind == "global_statement");
                break;
            case "call" when Text(Field(node, "function")) is "setattr" or "self.__dict__.update" or "vars(self).update":
                Symbols.SetOpaque(NameSpace.Member);
                break;
            case "attribute":
                Attribute(node);
                break;
            case "identifier":
                Identifier(node);
                break;
        }
    }

    private void Member(string name, DefinitionKind kind, int node) => Symbols.Define("self." + name, kind, node, space: NameSpace.Member);

    private void Redirect(string name, bool isGlobal)
    {
        var from = Symbols.FunctionScope(Symbols.Current);
        var to = 0;
        if (!isGlobal && from > 0)
        {
            to = Symbols.FunctionScope(Symbols.ParentOf(from));
            while (to > 0 && Symbols.KindOf(to) == ScopeKind.Class) to = Symbols.ParentOf(to);
        }
        Symbols.Redirect(name, from, to);
    }

    private void Import(int node, string kind)
    {
        if (kind == "future_import_statement") return;
        var from = kind == "import_from_statement" ? Field(node, "module_name") : -1;
        foreach (var child in Named(node))
        {
            if (child == from) continue;
            switch (Kind(child))
            {
                case "wildcard_import":
                    Symbols.SetOpaque(NameSpace.Name);
                    Symbols.Import("", Text(from), "*", child);
                    break;
                case "aliased_import":
                    Bind(Field(child, "alias"), Text(Field(child, "alias")), Text(Field(child, "name")));
                    break;
                case "dotted_name" when from >= 0:
                    Bind(child, Text(child), Text(child));
                    break;
                case "dotted_name":
                    // import a.b binds a
                    var first = First(child);
                    Symbols.Define(Text(first), DefinitionKind.Import, first);
                    Symbols.Import(Text(first), Text(child), "*", child);
                    break;
            }
        }

        void Bind(int place, string local, string imported)
        {
            Symbols.Define(local, DefinitionKind.Import, place);
            if (from >= 0) Symbols.Import(local, Text(from), imported, place);
            else Symbols.Import(local, imported, "*", place);
        }
    }

    private void Attribute(int node)
    {
        if (Text(Field(node, "object")) is not ("self" or "cls")) return;
        var name = Field(node, "attribute");
        var target = Climb(node, IsTarget);
        if (IsDefined(target)) Member(Text(name), DefinitionKind.Field, name);
        else Symbols.Use("self." + Text(name), name, NameSpace.Member);
    }

    private void Identifier(int node)
    {
        var parent = Parent(node);
        var field = FieldOf(node);
        switch (Kind(parent))
        {
            case "function_definition" or "class_definition" or "keyword_argument" when field == "name":
            case "attribute" when field == "attribute":
            case "dotted_name" when Kind(Parent(parent)) is not "case_pattern":
            case "aliased_import" or "global_statement" or "nonlocal_statement":
                return;
            case "dotted_name" or "splat_pattern" or "case_pattern" when IsCapture(node):
            case "except_clause" when field == "alias":
            case "as_pattern_target":
                Define(node, DefinitionKind.Variable, Symbols.Current);
                return;
            case "named_expression" when field == "name":
                var scope = Symbols.Current;
                while (Symbols.KindOf(scope) == ScopeKind.Block) scope = Symbols.ParentOf(scope);
                Define(node, DefinitionKind.Variable, scope);
                return;
            case "except_clause" when IsPython2Alias(parent, node):
                Define(node, DefinitionKind.Variable, Symbols.Current);
                return;
            case "default_parameter" or "typed_default_parameter" when field == "name":
            case "typed_parameter" when field != "type":
            case "parameters" or "lambda_parameters":
                Define(node, DefinitionKind.Parameter, Symbols.Current);
                return;
        }
        var target = Climb(node, IsTarget);
        if (target != node && Kind(Parent(target)) is "parameters" or "lambda_parameters" or "typed_parameter") Define(node, DefinitionKind.Parameter, Symbols.Current);
        else if (IsDefined(target)) Define(node, DefinitionKind.Variable, Symbols.Current);
        else if (Kind(Parent(target)) != "delete_statement") Symbols.Use(Text(node), node);
    }

    private void Define(int node, DefinitionKind kind, int scope)
    {
        Symbols.Define(Text(node), kind, node, scope);
        if (Symbols.KindOf(scope) == ScopeKind.Class) Member(Text(node), DefinitionKind.Field, node);
    }

    // the capture pattern `case x:`; a dotted name is a value
    private bool IsCapture(int node)
    {
        var parent = Parent(node);
        return Text(node) != "_" && (Kind(parent) != "dotted_name" || Text(parent) == Text(node));
    }

    // except Error, name:
    private bool IsPython2Alias(int clause, int node) => Text(clause).StartsWith("except", StringComparison.Ordinal) && HasToken(clause, ",") && First(clause) != node && Kind(node) == "identifier";

    private bool IsTarget(int parent, string kind, int child) => kind switch
    {
        "pattern_list" or "tuple_pattern" or "list_pattern" or "list_splat_pattern" or "dictionary_splat_pattern" => true,
        "as_pattern_target" or "tuple" or "list" or "parenthesized_expression" => Kind(Parent(parent)) is "as_pattern_target" or "as_pattern" && kind != "parenthesized_expression",
        _ => false,
    };

    private bool IsDefined(int target)
    {
        var field = FieldOf(target);
        return Kind(Parent(target)) switch
        {
            "assignment" => field == "left" && Field(Parent(target), "right") >= 0,
            "for_statement" or "for_in_clause" => field == "left",
            "as_pattern" => field == "alias",
            "as_pattern_target" => true,
            _ => false,
        };
    }
}
