using Ase.Taint.Engine;
using Ase.Taint.Ir;
using Ase.Taint.Scanning;
using Ase.Taint.Summaries;

namespace Ase.Taint.Templates;

/// <summary>A call that shows templates.</summary>
/// <param name="Templates">The templates.</param>
/// <param name="Spec">How values are passed.</param>
/// <param name="Dialect">The dialect.</param>
/// <param name="Escapes">Values are escaped where the template says nothing.</param>
internal sealed record TemplateShow(IReadOnlyList<FileUnit> Templates, ShowCall Spec, TemplateDialect Dialect, bool Escapes);

/// <summary>The templates of a project, and the calls that show them or pass values to them.</summary>
internal sealed class TemplateIndex
{
    private const int MaxDepth = 6;
    private const int MaxTemplates = 4;
    private readonly Dictionary<string, List<FileUnit>> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string>> handles = new(StringComparer.Ordinal);
    private readonly List<TemplateDialect> dialects = [];

    private TemplateIndex(IEnumerable<FileUnit> templates)
    {
        foreach (var file in templates)
        {
            if (!byName.TryGetValue(NameOf(file.Path), out var list)) byName[NameOf(file.Path)] = list = [];
            list.Add(file);
            if (!dialects.Contains(file.Template!)) dialects.Add(file.Template!);
        }
    }

    /// <summary>The index, or null when there are no templates.</summary>
    public static TemplateIndex? Build(IReadOnlyList<FileUnit> files)
    {
        if (!files.Any(f => f.Template is not null)) return null;
        var index = new TemplateIndex(files.Where(f => f.Template is not null));
        foreach (var file in files)
        {
            foreach (var function in file.Functions)
            {
                foreach (var call in function.Definitions.Calls) index.AddHandles(function, call);
            }
        }
        return index;
    }

    /// <summary>The templates that a call shows, or null.</summary>
    public TemplateShow? Show(FunctionUnit function, Call call)
    {
        var name = call.Name.Length > 0 && !call.IsNew ? call.Name : call.ClassName ?? call.Name;
        foreach (var dialect in dialects)
        {
            foreach (var spec in dialect.Shows)
            {
                if (spec.Returned || !spec.Names.Contains(name) || !Imports(function.File, spec)) continue;
                var names = new List<string>();
                if (!spec.Template.IsReceiver) Texts(function, call.Arguments.ElementAtOrDefault(spec.Template.Argument)?.Value, names, isChain: false);
                else if (call.Receiver is { } receiver) Texts(function, receiver, names, isChain: true);
                if (Make(function.File, dialect, spec, names) is { } show) return show;
            }
        }
        return null;
    }

    /// <summary>The templates whose name a function returns, or null.</summary>
    public TemplateShow? Returned(FunctionUnit function, Return end)
    {
        foreach (var dialect in dialects)
        {
            foreach (var spec in dialect.Shows)
            {
                if (!spec.Returned || end.Values is not [var value]) continue;
                var names = new List<string>();
                Texts(function, value, names, isChain: false);
                if (Make(function.File, dialect, spec, names) is { } show) return show;
            }
        }
        return null;
    }

    /// <summary>How a call passes values to a template that will be shown, or null.</summary>
    public PassCall? Pass(FunctionUnit function, Call call)
    {
        if (call.Receiver is null) return null;
        foreach (var dialect in dialects)
        {
            if (dialect.Host != function.File.Family) continue;
            foreach (var pass in dialect.Passes)
            {
                if (!pass.Names.Contains(call.Name) || call.Arguments.Count <= Math.Max(pass.Values.Argument, pass.Values.Value)) continue;
                if (pass.Values.Kind != ValuesKind.Pair || call.Arguments[pass.Values.Argument].Value.IsString) return pass;
            }
        }
        return null;
    }

    /// <summary>The templates of a name, those nearest to a file.</summary>
    public IReadOnlyList<FileUnit> Find(FileUnit from, TemplateDialect dialect, string name)
    {
        name = Plain(name, dialect);
        if (name.Length == 0) return [];
        var found = Named(dialect, name);
        if (found.Count == 0)
        {
            foreach (var end in dialect.Files) found.AddRange(Named(dialect, name + end));
        }
        if (found.Count <= 1) return found;
        var nearest = found.Max(f => Common(f.Path, from.Path));
        return [.. found.Where(f => Common(f.Path, from.Path) == nearest).Take(MaxTemplates)];
    }

    private TemplateShow? Make(FileUnit from, TemplateDialect dialect, ShowCall spec, List<string> names)
    {
        var templates = new List<FileUnit>();
        foreach (var name in names)
        {
            IReadOnlyList<string> known = handles.TryGetValue(name, out var meant) ? meant : [name];
            foreach (var file in known.SelectMany(k => Find(from, dialect, k)))
            {
                if (!templates.Contains(file) && templates.Count < MaxTemplates) templates.Add(file);
            }
        }
        if (templates.Count == 0) return null;
        var escapes = spec.Escapes ?? dialect.Escapes;
        if (spec.Unless is { } unless && unless.IsMatch(from.Source.Text)) escapes = !escapes;
        return new TemplateShow(templates, spec, dialect, escapes);
    }

    private void AddHandles(FunctionUnit function, Call call)
    {
        foreach (var dialect in dialects)
        {
            foreach (var spec in dialect.Handles)
            {
                if (!spec.Names.Contains(call.Name) || call.Arguments.Count <= Math.Max(spec.Handle, spec.File)) continue;
                if (spec.File >= 0) Add(Text(function, call.Arguments[spec.Handle].Value), Text(function, call.Arguments[spec.File].Value));
                else if (call.Arguments[spec.Handle].Value.Place is { Path.Count: 0 } map)
                {
                    foreach (var part in function.Definitions.PartsOf(map.Variable))
                    {
                        if (part is Assign { Target.Path: [{ Kind: AccessorKind.Field } key] } assign) Add(key.Name, Text(function, assign.Value));
                    }
                }
            }
        }

        void Add(string? handle, string? file)
        {
            if (handle is null || file is null) return;
            if (!handles.TryGetValue(handle, out var list)) handles[handle] = list = [];
            if (!list.Contains(file)) list.Add(file);
        }
    }

    private static string? Text(FunctionUnit function, Operand operand)
    {
        var texts = new List<string>();
        Texts(function, operand, texts, isChain: false);
        return texts.Count == 1 ? texts[0] : null;
    }

    /// <summary>The constant texts that a value may be, or end in; of a value that calls made, also the texts that they were given.</summary>
    private static void Texts(FunctionUnit function, Operand? operand, List<string> result, bool isChain, int depth = 0)
    {
        if (operand is null || depth > MaxDepth || result.Count > MaxTemplates) return;
        if (operand.IsString)
        {
            result.Add(operand.Literal!);
            return;
        }
        if (operand.Place is not { } place || place.Path.Count > 0 && place.Path[^1].Kind != AccessorKind.Field) return;
        var (owner, variable) = FunctionAnalysis.Original(function, place.Variable);
        if (variable.Kind == VariableKind.Global && owner.Ir.Id != 0)
        {
            owner = owner.File.Functions[0];
            variable = owner.Ir.Variables.Find(v => v.Name == variable.Name && v.Kind != VariableKind.Temp) ?? variable;
        }
        foreach (var definition in place.Path.Count == 0 ? owner.Definitions.Of(variable) : [])
        {
            switch (definition)
            {
                case Assign assign:
                    Texts(owner, assign.Value, result, isChain, depth + 1);
                    break;
                case Operation { Kind: OperationKind.Concat, Operands: [.., var last] }:
                    Texts(owner, last, result, isChain: false, depth + 1);
                    break;
                case Operation { Kind: OperationKind.Select or OperationKind.Cast } operation:
                    foreach (var part in operation.Operands) Texts(owner, part, result, isChain, depth + 1);
                    break;
                case Call call when isChain:
                    foreach (var argument in call.Arguments) Texts(owner, argument.Value, result, isChain, depth + 1);
                    Texts(owner, call.Receiver, result, isChain, depth + 1);
                    break;
            }
        }
    }

    private List<FileUnit> Named(TemplateDialect dialect, string name) =>
        byName.TryGetValue(NameOf(name), out var files)
            ? files.FindAll(f => f.Template == dialect && (f.Path.Equals(name, StringComparison.OrdinalIgnoreCase) || f.Path.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase)))
            : [];

    // ./a/b, @App/a/b, App:a:b, file:a/b, a.b
    private static string Plain(string name, TemplateDialect dialect)
    {
        if (name.StartsWith('@') && name.IndexOf('/', StringComparison.Ordinal) is > 0 and var space) name = name[(space + 1)..];
        if (name.LastIndexOf("::", StringComparison.Ordinal) is >= 0 and var package) name = name[(package + 2)..];
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0) name = name[(colon + 1)..].Replace(':', '/');
        if (dialect.Separator != '/' && !dialect.Files.Any(f => name.EndsWith(f, StringComparison.OrdinalIgnoreCase))) name = name.Replace(dialect.Separator, '/');
        while (name.StartsWith("./", StringComparison.Ordinal) || name.StartsWith("../", StringComparison.Ordinal) || name.StartsWith('/')) name = name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return name;
    }

    private static bool Imports(FileUnit file, ShowCall spec) =>
        spec.Imports.Count == 0 || file.Ir!.Imports.Exists(i => spec.Imports.Any(m => i.Module == m || i.Module.StartsWith(m + ".", StringComparison.Ordinal) || i.Module.StartsWith(m + "/", StringComparison.Ordinal)));

    private static int Common(string left, string right)
    {
        var (count, slash) = (0, 0);
        while (count < left.Length && count < right.Length && left[count] == right[count])
        {
            if (left[count++] == '/') slash = count;
        }
        return slash;
    }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
