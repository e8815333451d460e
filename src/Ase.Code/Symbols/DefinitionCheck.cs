using Ase.Code.Languages;
using Ase.Code.Text;
using Ase.Code.Trees;

namespace Ase.Code.Symbols;

/// <summary>
/// Whether what a region defined and the code around it uses is still defined after the region was replaced. Lenient where names may
/// come from places that cannot be seen; for languages without a symbol table nothing is ever lost.
/// </summary>
public static class DefinitionCheck
{
    /// <summary>The names that got lost.</summary>
    /// <param name="before">The file with the original region.</param>
    /// <param name="region">The region in it.</param>
    /// <param name="after">The file with the replacement; outside of it the text is the same.</param>
    /// <param name="replacement">The replacement's place; it starts where the region does.</param>
    /// <returns>Ordered, without duplicates; members with their owner (<c>this.x</c>, <c>exports.x</c>).</returns>
    public static IReadOnlyList<string> Lost(SyntaxTree before, TextSpan region, SyntaxTree after, TextSpan replacement) =>
        Lost(SymbolTable.Build(before), region, SymbolTable.Build(after), replacement);

    /// <summary>As above, for tables that exist already.</summary>
    public static IReadOnlyList<string> Lost(SymbolTable before, TextSpan region, SymbolTable after, TextSpan replacement)
    {
        var lost = new SortedSet<string>(StringComparer.Ordinal);
        var usesAfter = new Dictionary<(int Start, NameSpace Space, string Name), Use>();
        foreach (var use in after.Uses) usesAfter.TryAdd((after.Tree.StartOf(use.Node), use.Space, use.Name), use);
        foreach (var use in before.Uses)
        {
            var span = before.Tree[use.Node].Span;
            if (use.IsWrite || region.Overlaps(span) || lost.Contains(Shown(use.Space, use.Name))) continue;
            if (before.Candidates(use.Space, use.Name, use.Scope, d => !d.IsLoose && InRegion(d)).Count == 0) continue;
            if (IsDefined(before, use.Space, use.Name, use.Scope, d => !d.IsLoose && !InRegion(d))) continue;
            var start = span.Start < region.Start ? span.Start : span.Start + replacement.Length - region.Length;
            var isDefined = usesAfter.TryGetValue((start, use.Space, use.Name), out var same)
                ? IsDefined(after, use.Space, use.Name, same.Scope, d => !d.IsLoose || replacement.Contains(after.Tree[d.Node].Span))
                // the parser made something else of it
                : after.IsDefinedAnywhere(use.Space, use.Name);
            if (!isDefined && !IsVisibleElsewhere(before, after, use.Space, use.Name)) lost.Add(Shown(use.Space, use.Name));
        }
        // an export is used by other files
        foreach (var export in before.Definitions.Where(d => d.Space == NameSpace.Export && InRegion(d)))
        {
            if (before.Candidates(NameSpace.Export, export.Name, 0, d => !InRegion(d)).Count > 0) continue;
            if (!after.IsDefinedAnywhere(NameSpace.Export, export.Name) && !after.Opaque.Contains(NameSpace.Export)) lost.Add(Shown(NameSpace.Export, export.Name));
        }
        return [.. lost];

        bool InRegion(Definition definition) => region.Contains(before.Tree[definition.Node].Span);
    }

    private static bool IsDefined(SymbolTable table, NameSpace space, string name, int scope, Func<Definition, bool> accept) =>
        table.Candidates(space, name, scope, accept).Count > 0
        || (space == NameSpace.Member && table.Candidates(space, "*" + name[Math.Max(0, name.LastIndexOf('.'))..], scope, accept).Count > 0);

    // names may come in unseen ways that did not exist before, or the language knows the name itself
    private static bool IsVisibleElsewhere(SymbolTable before, SymbolTable after, NameSpace space, string name) =>
        (after.Opaque.Contains(space) && !before.Opaque.Contains(space)) || (space == NameSpace.Name && Predefined(after.Tree.Language.Id).Contains(name));

    private static string Shown(NameSpace space, string name) => space switch
    {
        NameSpace.Export => name == "*" ? "module.exports" : "exports." + name,
        _ => name,
    };

    private static HashSet<string> Predefined(LanguageId id) => id switch
    {
        LanguageId.JavaScript or LanguageId.TypeScript or LanguageId.Tsx => EcmaScript,
        LanguageId.Python => Python,
        _ => [],
    };

    private static readonly HashSet<string> EcmaScript = new(StringComparer.Ordinal)
    {
        "Array", "ArrayBuffer", "BigInt", "Blob", "Boolean", "Buffer", "DataView", "Date", "Error", "EventTarget", "File", "FormData", "Function", "Headers", "Intl", "JSON", "Map", "Math",
        "Number", "Object", "Promise", "Proxy", "RangeError", "Reflect", "RegExp", "Request", "Response", "Set", "String", "Symbol", "SyntaxError", "TextDecoder", "TextEncoder", "TypeError",
        "URL", "URLSearchParams", "Uint8Array", "WeakMap", "WeakSet", "AbortController", "__dirname", "__filename", "atob", "btoa", "clearImmediate", "clearInterval", "clearTimeout",
        "console", "decodeURI", "decodeURIComponent", "document", "encodeURI", "encodeURIComponent", "escape", "exports", "fetch", "global", "globalThis", "isFinite", "isNaN", "location",
        "module", "navigator", "parseFloat", "parseInt", "performance", "process", "queueMicrotask", "require", "setImmediate", "setInterval", "setTimeout", "structuredClone", "unescape", "window",
    };

    private static readonly HashSet<string> Python = new(StringComparer.Ordinal)
    {
        "abs", "all", "any", "ascii", "bin", "bool", "bytearray", "bytes", "callable", "chr", "classmethod", "compile", "dict", "dir", "divmod", "enumerate", "eval", "exec", "filter", "float", "format",
        "frozenset", "getattr", "globals", "hasattr", "hash", "help", "hex", "id", "input", "int", "isinstance", "issubclass", "iter", "len", "list", "locals", "map", "max", "memoryview", "min", "next",
        "object", "oct", "open", "ord", "pow", "print", "property", "range", "repr", "reversed", "round", "set", "setattr", "slice", "sorted", "staticmethod", "str", "sum", "super", "tuple", "type",
        "vars", "zip", "ConnectionError", "Exception", "FileNotFoundError", "IOError", "ImportError", "KeyError", "ModuleNotFoundError", "OSError", "PermissionError", "TimeoutError", "TypeError", "ValueError",
        "__doc__", "__file__", "__name__", "__path__",
    };
}
