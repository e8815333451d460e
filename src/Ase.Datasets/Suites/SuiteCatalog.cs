using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Core.Tasks;
using Ase.Datasets.TaskFiles;

namespace Ase.Datasets.Suites;

/// <summary>Suites as folders: every subfolder with a <c>task.yaml</c> is a task.</summary>
/// <param name="root">The folder that holds the suites of the product.</param>
public sealed class SuiteCatalog(string root) : ISuiteCatalog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names => !Directory.Exists(root) ? [] :
        [.. Subfolders(root).Where(HasTasks).Select(d => Path.GetFileName(d)!)];

    /// <inheritdoc/>
    public Suite Load(string nameOrFolder)
    {
        var folder = IsName(nameOrFolder) && Directory.Exists(Path.Combine(root, nameOrFolder)) ? Path.Combine(root, nameOrFolder) : FolderOf(nameOrFolder);
        if (folder is null || !Directory.Exists(folder) || !HasTasks(folder))
            throw new AseException(ErrorCode.UnknownSuite, $"There is no suite '{nameOrFolder}' (there are: {string.Join(", ", Names)}), nor a folder with tasks of that name.");
        var tasks = new List<BenchmarkTask>();
        var errors = new List<TaskError>();
        foreach (var directory in Subfolders(folder))
        {
            if (!File.Exists(Path.Combine(directory, TaskReader.FileName))) continue;
            var (task, problems) = TaskReader.Read(directory);
            if (task is not null) tasks.Add(task);
            errors.AddRange(problems);
        }
        return new Suite(Path.GetFileName(folder), folder, tasks, errors);
    }

    /// <summary>Finds a task by id in the suites of the product, or by its folder.</summary>
    /// <exception cref="AseException"><see cref="ErrorCode.UnknownTask"/>, or <see cref="ErrorCode.InvalidFile"/> with every error.</exception>
    public (BenchmarkTask Task, string Suite) FindTask(string idOrFolder)
    {
        var folder = IsName(idOrFolder)
            ? Names.Select(n => Path.Combine(root, n, idOrFolder)).FirstOrDefault(f => File.Exists(Path.Combine(f, TaskReader.FileName)))
            : null;
        folder ??= FolderOf(idOrFolder);
        if (folder is null || !File.Exists(Path.Combine(folder, TaskReader.FileName)))
            throw new AseException(ErrorCode.UnknownTask, $"There is no task '{idOrFolder}' in the suites {string.Join(", ", Names)}, nor a folder with a task of that name.");
        var (task, errors) = TaskReader.Read(folder);
        if (task is null) throw new AseException(ErrorCode.InvalidFile, string.Join(Environment.NewLine, errors));
        return (task, Path.GetFileName(Path.GetDirectoryName(folder)!));
    }

    private static bool IsName(string text) => text.Length > 0 && text.IndexOfAny(['/', '\\']) < 0 && text is not ("." or "..");

    private static string? FolderOf(string text) =>
        string.IsNullOrWhiteSpace(text) || text.Contains('\0', StringComparison.Ordinal) ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(text));

    private static bool HasTasks(string folder) => Subfolders(folder).Any(d => File.Exists(Path.Combine(d, TaskReader.FileName)));

    private static string[] Subfolders(string folder)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(folder, e);
        }
    }
}
