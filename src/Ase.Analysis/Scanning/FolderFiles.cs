using Ase.Core.Errors;
using Ase.Taint.Scanning;

namespace Ase.Analysis.Scanning;

/// <summary>A folder (or one file) of the disk; links are not followed, version control and installed packages are left out.</summary>
public sealed class FolderFiles : ISourceFiles
{
    private static readonly string[] Skipped = [".git", ".hg", ".svn", "node_modules", ".venv", "__pycache__"];
    private readonly string root;

    /// <summary>Lists the files.</summary>
    /// <param name="path">A folder or a file.</param>
    /// <param name="includePackages">Take installed packages too. <value>false</value></param>
    /// <exception cref="AseException"><see cref="ErrorCode.FileAccess"/>.</exception>
    public FolderFiles(string path, bool includePackages = false)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            root = Path.GetDirectoryName(full)!;
            Paths = [Path.GetFileName(full)];
            return;
        }
        if (!Directory.Exists(full)) throw new AseException(ErrorCode.FileAccess, $"There is no file or folder '{path}'.");
        root = full;
        var found = new List<string>();
        var folders = new Stack<string>([full]);
        try
        {
            while (folders.TryPop(out var folder))
            {
                foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
                {
                    if (entry.LinkTarget is not null) continue;
                    if (entry is FileInfo file) found.Add(Path.GetRelativePath(full, file.FullName).Replace('\\', '/'));
                    else if (includePackages || !Skipped.Contains(entry.Name)) folders.Push(entry.FullName);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(full, e);
        }
        Paths = [.. found.Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Paths { get; }

    /// <inheritdoc/>
    public byte[]? Read(string path)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(root, path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // the scan reports the file as incomplete
        }
    }
}
