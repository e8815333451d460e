using Ase.Code.Languages;
using Ase.Taint.Ir;
using Ase.Taint.Scanning;
using Ase.Taint.Templates;

namespace Ase.Taint.Summaries;

/// <summary>
/// PHP files that run in the scope of the code that includes them. To its includer such a file is a function that captured the includer's
/// variables by name. What passes between two files that a third one includes needs a place there, even if that one never mentions it.
/// </summary>
/// <example><c>input.php</c> sets <c>$id</c>, <c>view.php</c> shows it, <c>index.php</c> only includes both: <c>$id</c> is foreign to it.</example>
internal static class SharedScopes
{
    /// <summary>Foreign variables of one function; more are not followed through it.</summary>
    public const int MaxForeign = 300;

    private static readonly HashSet<string> IncludeNames = new(StringComparer.Ordinal) { "include", "include_once", "require", "require_once" };

    /// <summary>True for a variable of a file's top-level code that the includer shares.</summary>
    public static bool IsShared(FunctionUnit function, IrVariable variable)
    {
        if (function.Ir.Id != 0) return false;
        if (function.File.Template is not null) return variable.Kind == VariableKind.Global && !variable.Name.StartsWith("__", StringComparison.Ordinal);
        if (function.File.Family != LanguageId.Php || !variable.Name.StartsWith('$')) return false;
        return variable.Name == "$this" || (variable.Kind == VariableKind.Global && !IsSuperglobal(variable.Name));
    }

    /// <summary>The file that a call includes, or null.</summary>
    public static FileUnit? Included(ProjectIndex index, FunctionUnit function, Call call)
    {
        if (function.File.Template is { } dialect)
        {
            if (call.Name != TemplateText.Include || call.Arguments is not [{ Value: { IsString: true, Literal: { } name } }]) return null;
            return index.Templates?.Find(function.File, dialect, name) is [var template, ..] && !ReferenceEquals(template, function.File) ? template : null;
        }
        if (function.File.Family != LanguageId.Php || call is not { Receiver: null, Function: null, ClassName: null } || !IncludeNames.Contains(call.Name)) return null;
        foreach (var import in function.File.Ir!.Imports)
        {
            if (import.Node != call.Node || import.LocalName.Length > 0) continue;
            return index.Modules.Find(function.File, import.Module) is Value.Module { File: var file } && !ReferenceEquals(file, function.File) ? file : null;
        }
        return null;
    }

    /// <summary>Notes in the targets what the files of a project share.</summary>
    public static void Complete(IReadOnlyList<FileUnit> files, IReadOnlyDictionary<FunctionUnit, FunctionTargets> targets)
    {
        var free = new HashSet<string>(StringComparer.Ordinal);
        var included = new HashSet<FileUnit>();
        var including = new List<FunctionUnit>();
        foreach (var file in files)
        {
            if (file.Ir is null || file.Family != LanguageId.Php && file.Template is null) continue;
            free.UnionWith(file.Ir.FreeNames);
            if (file.Template is not null) included.Add(file);
            foreach (var function in file.Functions)
            {
                var found = targets[function].Includes;
                if (found.Count == 0) continue;
                including.Add(function);
                foreach (var callee in found) included.Add(callee.File);
            }
        }
        if (included.Count == 0) return;
        var below = new Dictionary<FileUnit, IReadOnlyList<string>>();
        foreach (var function in including) AddForeign(function, targets, free, below);
        foreach (var file in included)
        {
            var top = targets[file.Functions[0]];
            top.IsIncluded = true;
            foreach (var variable in file.Ir!.Functions[0].Variables.Concat(top.Foreign))
            {
                if (IsShared(file.Functions[0], variable)) top.Shared.TryAdd(variable.Name, variable);
            }
        }
    }

    private static void AddForeign(FunctionUnit function, IReadOnlyDictionary<FunctionUnit, FunctionTargets> targets, HashSet<string> free, Dictionary<FileUnit, IReadOnlyList<string>> below)
    {
        var known = function.Ir.Variables.Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        var foreign = targets[function].Foreign;
        foreach (var callee in targets[function].Includes)
        {
            if (!below.TryGetValue(callee.File, out var names)) below[callee.File] = names = NamesBelow(callee.File, targets, free);
            foreach (var name in names)
            {
                if (foreign.Count >= MaxForeign) return;
                if (known.Add(name)) foreign.Add(new IrVariable(function.Ir.Variables.Count + foreign.Count, name, function.Ir.Id == 0 ? VariableKind.Global : VariableKind.Local));
            }
        }
    }

    /// <summary>The variables of a file and of what it includes, at any depth, that some file takes from another.</summary>
    private static List<string> NamesBelow(FileUnit file, IReadOnlyDictionary<FunctionUnit, FunctionTargets> targets, HashSet<string> free)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<FileUnit> { file };
        var open = new Queue<FileUnit>(seen);
        while (open.TryDequeue(out var next))
        {
            var top = next.Functions[0];
            foreach (var variable in top.Ir.Variables)
            {
                if (variable.Name != "$this" && free.Contains(variable.Name) && IsShared(top, variable)) names.Add(variable.Name);
            }
            foreach (var callee in targets[top].Includes)
            {
                if (seen.Add(callee.File)) open.Enqueue(callee.File);
            }
        }
        return [.. names.Order(StringComparer.Ordinal)];
    }

    private static bool IsSuperglobal(string name) => name.StartsWith("$_", StringComparison.Ordinal) || name == "$GLOBALS" || name.StartsWith("$HTTP_", StringComparison.Ordinal);
}
