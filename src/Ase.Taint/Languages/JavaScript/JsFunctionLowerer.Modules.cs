using Ase.Taint.Ir;

namespace Ase.Taint.Languages.JavaScript;

internal sealed partial class JsFunctionLowerer
{
    private IEnumerable<string> ImportedNames(int statement)
    {
        foreach (var clause in tree.Named(statement))
        {
            switch (tree.Kind(clause))
            {
                case JsKind.ImportClause:
                    foreach (var (local, _, _) in Imported(clause)) yield return tree.Text(local);
                    break;
                case JsKind.ImportRequireClause:
                    yield return tree.Text(tree.First(clause));
                    break;
            }
        }
    }

    private IEnumerable<(int Local, string Imported, int Node)> Imported(int clause)
    {
        foreach (var part in tree.Named(clause))
        {
            switch (tree.Kind(part))
            {
                case JsKind.Identifier:
                    yield return (part, "default", part);
                    break;
                case JsKind.NamespaceImport:
                    yield return (tree.First(part), "*", part);
                    break;
                case JsKind.NamedImports:
                    foreach (var specifier in tree.Named(part))
                    {
                        var name = tree.Field(specifier, JsField.Name);
                        var alias = tree.Field(specifier, JsField.Alias);
                        yield return (alias >= 0 ? alias : name, NameOf(name), specifier);
                    }
                    break;
            }
        }
    }

    private string NameOf(int node) => tree.Kind(node) == JsKind.String ? JsNames.StringValue(tree, node) : tree.Text(node);

    private void Import(int node)
    {
        var source = tree.Field(node, JsField.Source);
        var module = JsNames.StringValue(tree, source);
        var any = false;
        foreach (var clause in tree.Named(node))
        {
            switch (tree.Kind(clause))
            {
                case JsKind.ImportClause:
                    any = true;
                    foreach (var (local, imported, place) in Imported(clause)) file.Modules.Import(Lookup(tree.Text(local)), module, imported, place);
                    break;
                case JsKind.ImportRequireClause:
                    any = true;
                    file.Modules.Import(Lookup(tree.Text(tree.First(clause))), JsNames.StringValue(tree, tree.Field(clause, JsField.Source)), "*", clause);
                    break;
            }
        }
        if (!any) file.Ir.Imports.Add(new IrImport("", module, "*", node));
    }

    private void Export(int node)
    {
        Decorators(node);
        var declaration = tree.Field(node, JsField.Declaration);
        var value = tree.Field(node, JsField.Value);
        var isDefault = tree.HasToken(node, "default");
        if (tree.Field(node, JsField.Source) is var source and >= 0)
        {
            ExportFrom(node, JsNames.StringValue(tree, source));
        }
        else if (declaration >= 0)
        {
            Statement(declaration);
            foreach (var name in DeclaredNames(declaration))
            {
                var variable = Read(declaration, Lookup(name));
                if (enclosingNamespace is { } target) Store(node, Field(target, node, name), variable, node);
                else file.Modules.Export(isDefault ? "default" : name, variable);
            }
        }
        else if (value >= 0 && isDefault)
        {
            file.Top.Declare("export:default");
            var holder = new Place(Lookup("export:default"));
            Store(node, holder, Predicated(value, "default"), value, value);
            file.Modules.Export("default", Read(value, holder));
        }
        else if (tree.HasToken(node, "as"))
        {
            // export as namespace X: types only
        }
        else
        {
            foreach (var child in tree.Named(node))
            {
                if (tree.Kind(child) == JsKind.ExportClause) ExportNames(child);
                else if (IsExpression(tree.Kind(child))) ExportAssignment(node, child);
                else if (tree.Kind(child) is not JsKind.Decorator) Unknown(child);
            }
        }
    }

    private void ExportNames(int clause)
    {
        foreach (var (name, alias, specifier) in Specifiers(clause))
        {
            if (enclosingNamespace is { } target) Store(specifier, Field(target, specifier, alias), Read(specifier, Lookup(name)), specifier);
            else file.Modules.Export(alias, Read(specifier, Lookup(name)));
        }
    }

    // export = value
    private void ExportAssignment(int node, int value)
    {
        var module = ModuleVariable();
        Store(node, new Place(module, [new Accessor(AccessorKind.Field, "exports", -1)]), Predicated(value), -1, value);
    }

    private void ExportFrom(int node, string module)
    {
        var any = false;
        foreach (var child in tree.Named(node))
        {
            switch (tree.Kind(child))
            {
                case JsKind.ExportClause:
                    any = true;
                    foreach (var (name, alias, specifier) in Specifiers(child)) file.Modules.Reexport(alias, module, name, specifier);
                    break;
                case JsKind.NamespaceExport:
                    any = true;
                    file.Modules.Reexport(NameOf(tree.First(child)), module, "*", child);
                    break;
            }
        }
        if (!any) file.Modules.Reexport("*", module, "*", node);
    }

    private IEnumerable<(string Name, string Alias, int Node)> Specifiers(int clause)
    {
        foreach (var specifier in tree.Named(clause))
        {
            file.Visit();
            var name = tree.Field(specifier, JsField.Name);
            if (name < 0) continue;
            var alias = tree.Field(specifier, JsField.Alias);
            yield return (NameOf(name), NameOf(alias >= 0 ? alias : name), specifier);
        }
    }

    private IEnumerable<string> DeclaredNames(int declaration)
    {
        switch (tree.Kind(declaration))
        {
            case JsKind.VariableDeclaration or JsKind.LexicalDeclaration:
                foreach (var declarator in tree.Named(declaration))
                {
                    foreach (var name in JsNames.Bound(tree, tree.Field(declarator, JsField.Name))) yield return name;
                }
                break;
            case JsKind.FunctionDeclaration or JsKind.GeneratorFunctionDeclaration or JsKind.ClassDeclaration or JsKind.AbstractClassDeclaration or JsKind.EnumDeclaration:
                yield return tree.Text(tree.Field(declaration, JsField.Name));
                break;
            case JsKind.InternalModule or JsKind.Module:
                yield return tree.Text(tree.Field(declaration, JsField.Name));
                break;
            case JsKind.ImportAlias:
                yield return tree.Text(tree.First(declaration));
                break;
        }
    }
}
