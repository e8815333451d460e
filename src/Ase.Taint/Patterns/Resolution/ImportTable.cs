using Ase.Code.Languages;
using Ase.Code.Trees;

namespace Ase.Taint.Patterns.Resolution;

/// <summary>
/// What the names of a file stand for by its imports.
/// </summary>
/// <example><c>from flask import request as r</c> makes <c>r</c> stand for <c>flask.request</c>; <c>const { exec } = require('child_process')</c>
/// makes <c>exec</c> stand for <c>child_process.exec</c>.</example>
internal sealed class ImportTable
{
    private readonly Dictionary<string, List<Meaning>> names = new(StringComparer.Ordinal);
    private readonly List<string[]> wildcards = [];
    private Dictionary<int, string[]>? requires;
    private readonly SyntaxTree tree;
    private readonly bool isScript;

    private ImportTable(SyntaxTree tree)
    {
        this.tree = tree;
        isScript = tree.Language.Id is LanguageId.JavaScript or LanguageId.TypeScript or LanguageId.Tsx;
    }

    /// <summary>Reads the imports of a file.</summary>
    public static ImportTable Read(SyntaxTree tree)
    {
        var table = new ImportTable(tree);
        switch (tree.Language.Id)
        {
            case LanguageId.JavaScript or LanguageId.TypeScript or LanguageId.Tsx:
                new ScriptImports(tree, table).Read();
                break;
            case LanguageId.Python:
                PythonImports.Read(tree, table);
                break;
            case LanguageId.Java:
                OtherImports.Java(tree, table);
                break;
            case LanguageId.Go:
                OtherImports.Go(tree, table);
                break;
            case LanguageId.Php:
                OtherImports.Php(tree, table);
                break;
        }
        return table;
    }

    public void Add(string name, string[] meaning) => Add(name, new Meaning(meaning, -1, 0, int.MaxValue, int.MaxValue));

    /// <summary>A name that stands for something only after its import.</summary>
    public void Add(string name, Meaning meaning)
    {
        if (!names.TryGetValue(name, out var meanings)) names[name] = meanings = [];
        if (!meanings.Exists(m => m.Position == meaning.Position && m.Parts.AsSpan().SequenceEqual(meaning.Parts))) meanings.Add(meaning);
    }

    /// <summary>Every name in a package may be used without it.</summary>
    public void AddWildcard(string[] package) => wildcards.Add(package);

    /// <summary>What a name stands for, or null.</summary>
    public string[]? Find(ReadOnlySpan<char> name) => names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var meanings) ? meanings[0].Parts : null;

    /// <summary>True when the name stands for the dotted name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="parts">The dotted name.</param>
    /// <param name="at">The node where it is used; -1 for anywhere.</param>
    public bool Resolves(ReadOnlySpan<char> name, ReadOnlySpan<string> parts, int at = -1)
    {
        if (names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var meanings))
        {
            // the last import before, and those before it as far as they may have been skipped (`try: … except ImportError: …`)
            for (var i = meanings.Count - 1; i >= 0; i--)
            {
                if (!meanings[i].IsVisible(at)) continue;
                if (parts.SequenceEqual(meanings[i].Parts)) return true;
                if (meanings[i].Position >= 0 && at >= 0 && at < meanings[i].BlockEnd) break;
            }
        }
        if (parts.Length < 2 || wildcards.Count == 0 || !name.SequenceEqual(parts[^1])) return false;
        foreach (var package in wildcards)
        {
            if (parts[..^1].SequenceEqual(package)) return true;
        }
        return false;
    }

    /// <summary>True when the name stands for a member of the dotted name.</summary>
    public bool ResolvesInto(ReadOnlySpan<char> name, ReadOnlySpan<string> parts, int at)
    {
        if (!names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var meanings)) return false;
        foreach (var meaning in meanings)
        {
            if (meaning.IsVisible(at) && meaning.Parts.Length == parts.Length + 1 && parts.SequenceEqual(meaning.Parts.AsSpan(0, parts.Length))) return true;
        }
        return false;
    }

    /// <summary>True for a name such as <c>\exec</c> or <c>A\f</c> that is the dotted name, directly or through <c>use</c>.</summary>
    public bool IsQualified(ReadOnlySpan<char> text, ReadOnlySpan<string> parts, bool ignoreCase)
    {
        var actual = text.ToString().Split('\\', StringSplitOptions.RemoveEmptyEntries);
        var comparer = ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        if (parts.SequenceEqual(actual, comparer)) return true;
        return actual.Length > 0 && Find(actual[0]) is { } prefix && parts.SequenceEqual([.. prefix, .. actual[1..]], comparer);
    }

    /// <summary>True for <c>require('m')</c> where m is the dotted name.</summary>
    public bool IsRequire(SyntaxTree code, int node, ReadOnlySpan<string> parts) =>
        isScript && (requires ??= ScriptImports.Requires(code)).TryGetValue(node, out var module) && parts.SequenceEqual(module);

    /// <summary>What an import makes a name stand for.</summary>
    /// <param name="Parts">The full name.</param>
    /// <param name="Position">The node of the import; -1 when it holds in the whole file.</param>
    /// <param name="ScopeStart">The first node of the function around the import.</param>
    /// <param name="ScopeEnd">The end of that function.</param>
    /// <param name="BlockEnd">The end of the block around the import.</param>
    internal sealed record Meaning(string[] Parts, int Position, int ScopeStart, int ScopeEnd, int BlockEnd)
    {
        public bool IsVisible(int at) => Position < 0 || at < 0 || Position < at && ScopeStart <= at && at < ScopeEnd;
    }

    /// <summary>The tree it was read from.</summary>
    public SyntaxTree Tree => tree;
}
