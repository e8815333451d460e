using Ase.Code.Languages;
using Ase.Taint.Scanning;
using Ase.Taint.Templates;

namespace Ase.Taint.Summaries;

/// <summary>The names of a scan: files, functions, classes, methods.</summary>
internal sealed class ProjectIndex
{
    private readonly Func<FileUnit, int> groupOf;
    private readonly Dictionary<string, FileUnit> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FileUnit>> directories = new(StringComparer.Ordinal);
    private readonly Dictionary<(LanguageId, string), List<FunctionUnit>> functions = [];
    private readonly Dictionary<(LanguageId, string), List<FunctionUnit>> methods = [];
    private readonly Dictionary<(LanguageId, string), List<ClassUnit>> classes = [];
    private readonly Dictionary<(LanguageId, string), List<ClassUnit>> derived = [];
    private readonly Dictionary<FileUnit, Dictionary<string, ClassUnit>> classesOfFile = [];

    /// <param name="units">The files, ordered by path.</param>
    /// <param name="groupOf">The group of a file; objects do not pass from one group to another.</param>
    public ProjectIndex(IEnumerable<FileUnit> units, Func<FileUnit, int> groupOf)
    {
        this.groupOf = groupOf;
        var packages = new Dictionary<(string Scope, string Name), ClassUnit>();
        foreach (var file in units)
        {
            if (file.Ir is null) continue;
            files[file.Path] = file;
            Of(directories, DirectoryOf(file.Path)).Add(file);
            Files.Add(file);
            foreach (var function in file.Functions)
            {
                Functions.Add(function);
                if (function.Ir.Id != 0 && function.Ir.Class is null && function.Ir.Name.Length > 0 && function.Ir.Enclosing is null or { Id: 0 })
                {
                    Of(functions, (file.Family, Fold(file.Family, function.Ir.Name))).Add(function);
                }
            }
            var own = new Dictionary<string, ClassUnit>(StringComparer.Ordinal);
            classesOfFile[file] = own;
            foreach (var declaration in file.Ir.Classes)
            {
                // a Go type and its methods may stand in several files of a package
                var scope = file.Family == LanguageId.Go ? DirectoryOf(file.Path) : file.Path + ":" + declaration.Node;
                if (!packages.TryGetValue((scope, declaration.Name), out var unit))
                {
                    unit = new ClassUnit(declaration.Name, file);
                    packages[(scope, declaration.Name)] = unit;
                    Classes.Add(unit);
                    if (declaration.Name.Length > 0) Of(classes, (file.Family, Fold(file.Family, declaration.Name))).Add(unit);
                }
                unit.Declare(declaration, file);
                own.TryAdd(declaration.Name, unit);
                foreach (var method in declaration.Methods)
                {
                    ClassOf[file.Functions[method.Id]] = unit;
                    if (!method.IsConstructor) Of(methods, (file.Family, Fold(file.Family, method.Name))).Add(file.Functions[method.Id]);
                }
            }
        }
        foreach (var unit in Classes)
        {
            foreach (var name in unit.Bases) Of(derived, (unit.File.Family, Fold(unit.File.Family, name))).Add(unit);
        }
        Modules = new ModuleFinder(this);
        Templates = TemplateIndex.Build(Files);
    }

    public List<FileUnit> Files { get; } = [];

    /// <summary>All functions, by file and position.</summary>
    public List<FunctionUnit> Functions { get; } = [];

    public List<ClassUnit> Classes { get; } = [];

    /// <summary>The class of each method.</summary>
    public Dictionary<FunctionUnit, ClassUnit> ClassOf { get; } = [];

    public ModuleFinder Modules { get; }

    /// <summary>The templates; null when there are none.</summary>
    public TemplateIndex? Templates { get; }

    public FileUnit? File(string path) => files.GetValueOrDefault(path);

    public bool HasDirectory(string directory) => directories.ContainsKey(directory);

    public IEnumerable<string> Directories => directories.Keys;

    public IReadOnlyList<FileUnit> FilesIn(string directory) => directories.GetValueOrDefault(directory) ?? (IReadOnlyList<FileUnit>)[];

    /// <summary>Functions outside classes and other functions.</summary>
    public IReadOnlyList<FunctionUnit> FunctionsNamed(LanguageId family, string name) => functions.GetValueOrDefault((family, Fold(family, name))) ?? (IReadOnlyList<FunctionUnit>)[];

    public IReadOnlyList<FunctionUnit> MethodsNamed(LanguageId family, string name) => methods.GetValueOrDefault((family, Fold(family, name))) ?? (IReadOnlyList<FunctionUnit>)[];

    public IReadOnlyList<ClassUnit> ClassesNamed(LanguageId family, string name) => classes.GetValueOrDefault((family, Fold(family, name))) ?? (IReadOnlyList<ClassUnit>)[];

    /// <summary>Classes that name a base.</summary>
    public IReadOnlyList<ClassUnit> Derived(ClassUnit unit) => derived.GetValueOrDefault((unit.File.Family, Fold(unit.File.Family, unit.Name))) ?? (IReadOnlyList<ClassUnit>)[];

    /// <summary>True when objects made in one file may come to the other.</summary>
    public bool AreConnected(FileUnit left, FileUnit right) => groupOf(left) == groupOf(right);

    /// <summary>The class that a name means in a file: its own, else one that the file imports, else one of its directory, else the only one.</summary>
    public ClassUnit? ClassNamed(FileUnit from, string name)
    {
        name = SimpleName(name);
        if (name.Length == 0) return null;
        if (classesOfFile.TryGetValue(from, out var own) && own.TryGetValue(name, out var found)) return found;
        var candidates = ClassesNamed(from.Family, name);
        if (candidates.Count <= 1) return candidates.Count == 1 ? candidates[0] : null;
        foreach (var import in from.Ir!.Imports)
        {
            if (import.LocalName != name && SimpleName(import.Module) != name) continue;
            var module = import.Module.Replace('\\', '/').Replace('.', '/');
            foreach (var candidate in candidates)
            {
                var path = candidate.File.Path;
                var stem = path[..(path.Length - Path.GetExtension(path).Length)];
                if (stem.EndsWith(module, StringComparison.OrdinalIgnoreCase) || module.EndsWith(stem, StringComparison.OrdinalIgnoreCase)) return candidate;
                if (candidate.File.Ir!.Namespace is { Length: > 0 } space && import.Module.StartsWith(space, StringComparison.OrdinalIgnoreCase)) return candidate;
            }
        }
        var directory = DirectoryOf(from.Path);
        foreach (var candidate in candidates)
        {
            if (DirectoryOf(candidate.File.Path) == directory) return candidate;
        }
        return candidates[0];
    }

    /// <summary>The directory of a path, empty for the root.</summary>
    public static string DirectoryOf(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    /// <summary>The last part of a qualified name.</summary>
    public static string SimpleName(string name)
    {
        var cut = name.AsSpan().LastIndexOfAny('\\', '.', ':');
        return cut < 0 ? name : name[(cut + 1)..];
    }

    // PHP does not distinguish case in names of functions, methods and classes
    private static string Fold(LanguageId family, string name) => family == LanguageId.Php ? name.ToLowerInvariant() : name;

    private static List<T> Of<TKey, T>(Dictionary<TKey, List<T>> map, TKey key)
        where TKey : notnull
    {
        if (!map.TryGetValue(key, out var list)) map[key] = list = [];
        return list;
    }
}
