using Ase.Code.Languages;
using Ase.Taint.Scanning;

namespace Ase.Taint.Summaries;

/// <summary>Finds the file or directory of the project that a module's name means.</summary>
internal sealed class ModuleFinder(ProjectIndex index)
{
    /// <summary>The module, or null when it is none of the project's.</summary>
    /// <param name="from">The file that imports.</param>
    /// <param name="module">The module as written.</param>
    public Value? Find(FileUnit from, string module) => from.Family switch
    {
        LanguageId.JavaScript => Script(from, module) is { } file ? new Value.Module(file) : null,
        LanguageId.Python => Python(from, module),
        LanguageId.Php => Include(from, module) is { } file ? new Value.Module(file) : null,
        LanguageId.Go => GoPackage(module) is { } directory ? new Value.Package(directory) : null,
        _ => null,
    };

    /// <summary>A part of a package that is itself a module.</summary>
    public Value? Child(string directory, string name)
    {
        var path = Join(directory, name);
        if (index.File(path + ".py") is { } file) return new Value.Module(file);
        if (index.File(Join(path, "__init__.py")) is { } package) return new Value.Module(package);
        return index.HasDirectory(path) ? new Value.Package(path) : null;
    }

    public static string Join(string directory, string relative)
    {
        var parts = new List<string>(directory.Length == 0 ? [] : directory.Split('/'));
        foreach (var part in relative.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
        }
        return string.Join('/', parts);
    }

    private FileUnit? Script(FileUnit from, string module) =>
        ScriptModules.Find(from.Path, module, p => index.File(p) is not null) is { } path ? index.File(path) : null;

    private Value? Python(FileUnit from, string module)
    {
        var dots = 0;
        while (dots < module.Length && module[dots] == '.') dots++;
        var path = module[dots..].Replace('.', '/');
        var directory = ProjectIndex.DirectoryOf(from.Path);
        if (dots > 0)
        {
            for (var i = 1; i < dots; i++) directory = ProjectIndex.DirectoryOf(directory);
            return path.Length > 0 ? Child(directory, path) : Itself(directory);
        }
        for (var at = directory; ; at = ProjectIndex.DirectoryOf(at))
        {
            if (Child(at, path) is { } found) return found;
            if (at.Length == 0) return Child("src", path);
        }
    }

    private Value? Itself(string directory)
    {
        if (index.File(Join(directory, "__init__.py")) is { } package) return new Value.Module(package);
        return index.HasDirectory(directory) ? new Value.Package(directory) : null;
    }

    private FileUnit? Include(FileUnit from, string module)
    {
        if (!module.EndsWith(".php", StringComparison.OrdinalIgnoreCase) && !module.EndsWith(".inc", StringComparison.OrdinalIgnoreCase)
            && !module.EndsWith(".phtml", StringComparison.OrdinalIgnoreCase)) return null;
        for (var at = ProjectIndex.DirectoryOf(from.Path); ; at = ProjectIndex.DirectoryOf(at))
        {
            if (index.File(Join(at, module)) is { } found) return found;
            if (at.Length == 0) return null;
        }
    }

    /// <summary>The directory with the longest tail in common with the import's path.</summary>
    private string? GoPackage(string module)
    {
        for (var tail = module; tail.Length > 0;)
        {
            if (index.HasDirectory(tail)) return tail;
            var slash = tail.IndexOf('/', StringComparison.Ordinal);
            if (slash < 0) return null;
            tail = tail[(slash + 1)..];
        }
        return null;
    }
}
