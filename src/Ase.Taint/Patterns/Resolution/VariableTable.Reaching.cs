using Ase.Code.Trees;
using Ase.Taint.Patterns.Grammars;

namespace Ase.Taint.Patterns.Resolution;

// Constants of variables that are assigned more than once.
internal sealed partial class VariableTable
{
    /// <summary>Stores of one variable that are told apart.</summary>
    private const int MaxStores = 200;

    /// <summary>One place where a variable changes.</summary>
    /// <param name="Target">The variable there.</param>
    /// <param name="Node">The assignment; -1 when it is none.</param>
    /// <param name="Value">The literal that is assigned; -1 for anything else.</param>
    private readonly record struct Store(int Target, int Node, int Value);

    /// <summary>
    /// The literal that the last store before a use left in the variable, or -1: the store stands in a statement of its own in a block around
    /// the use, nothing between changes the variable, and no loop around the use does.
    /// </summary>
    private static int Reaching(SyntaxTree tree, GrammarProfile profile, Entry entry, int use)
    {
        if (entry.Stores.Count > MaxStores) return -1;
        var scope = EnclosingFunction(tree, profile, use);
        Store? last = null;
        foreach (var store in entry.Stores)
        {
            if (EnclosingFunction(tree, profile, store.Target) != scope) return -1;
            var end = store.Node < 0 ? store.Target : tree.LastOf(store.Node);
            if (end <= use && (last is null || store.Target > last.Value.Target)) last = store;
        }
        if (last is not { Value: >= 0, Node: >= 0 } reaching || tree.EndOf(reaching.Value) > tree.StartOf(use)) return -1;
        var block = BlockOf(tree, profile, reaching.Node);
        if (block < 0 || use >= tree.LastOf(block)) return -1;
        for (var around = tree.ParentOf(use); around > block; around = tree.ParentOf(around))
        {
            if (!IsLoop(tree, around)) continue;
            foreach (var store in entry.Stores)
            {
                if (store.Target > around && store.Target < tree.LastOf(around)) return -1;
            }
        }
        return reaching.Value;
    }

    /// <summary>The block of which the assignment is a statement; -1 when it is only a part of one (<c>if (x = f())</c>).</summary>
    private static int BlockOf(SyntaxTree tree, GrammarProfile profile, int assignment)
    {
        for (var node = assignment; tree.ParentOf(node) is var parent and >= 0; node = parent)
        {
            if (profile.IsBlock(tree.KindOf(parent))) return parent;
            if (tree[parent].Kind is not ("expression_statement" or "lexical_declaration" or "variable_declaration" or "variable_declarator" or "var_declaration" or "var_spec"
                or "local_variable_declaration" or "expression_list" or "const_declaration")) return -1;
        }
        return -1;
    }

    private static bool IsLoop(SyntaxTree tree, int node) => tree[node].Kind is "for_statement" or "for_in_statement" or "foreach_statement" or "while_statement" or "do_statement" or "enhanced_for_statement"
        or "list_comprehension" or "generator_expression";

    private static int DeclarationOf(SyntaxTree tree, GrammarProfile profile, int name)
    {
        for (var node = tree.ParentOf(name); node >= 0 && !profile.IsBlock(tree.KindOf(node)); node = tree.ParentOf(node))
        {
            if (tree[node].Kind is "variable_declarator" or "var_spec" or "const_spec" or "short_var_declaration" or "const_element") return node;
        }
        return -1;
    }

    // `a, b = f()`, `[a, b] = f()`: each of them changes
    private void AssignParts(SyntaxTree tree, GrammarProfile profile, int scope, int target, int node, bool declares)
    {
        if (!profile.IsTransparent(tree.KindOf(target)) && tree[target].Kind is not ("pattern_list" or "tuple_pattern" or "list_pattern" or "array_pattern" or "list_literal" or "object_pattern")) return;
        for (int i = target + 1, last = tree.LastOf(target); i < last; i++)
        {
            if (IsVariable(profile, tree, i) && !profile.IsNamePlace(tree, i)) Assign(tree, profile, scope, i, -1, node, declares);
        }
    }
}
