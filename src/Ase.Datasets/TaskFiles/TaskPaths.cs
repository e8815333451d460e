using Ase.Core.Errors;

namespace Ase.Datasets.TaskFiles;

/// <summary>Paths of files that belong to a task, and their texts. Links are not followed: a task cannot name a file outside its folder.</summary>
internal static class TaskPaths
{
    private const int MaxTextBytes = 1_000_000;

    /// <summary>True for a path with <c>/</c> that stays inside its folder.</summary>
    public static bool IsRelative(string path) =>
        path.Length > 0 && path[0] != '/' && path.IndexOfAny(['\\', ':', '\0']) < 0 && !path.Split('/').Any(p => p is "" or "." or "..");

    /// <summary>The absolute path of a file of the task.</summary>
    /// <exception cref="AseException"><see cref="ErrorCode.InvalidFile"/> when it leads outside, or when part of it is a link.</exception>
    public static string Resolve(string folder, string path)
    {
        if (!IsRelative(path)) throw new AseException(ErrorCode.InvalidFile, $"{folder}: '{path}' is not a relative path inside the task's folder.");
        var place = folder;
        foreach (var part in path.Split('/'))
        {
            place = Path.Combine(place, part);
            if (new FileInfo(place).LinkTarget is not null) throw new AseException(ErrorCode.InvalidFile, $"{place} is a link; links are not followed.");
        }
        return place;
    }

    /// <summary>The text of a file of the task.</summary>
    /// <exception cref="AseException">It is not there, too large, or cannot be read.</exception>
    public static string ReadText(string folder, string path)
    {
        var place = Resolve(folder, path);
        try
        {
            if (new FileInfo(place).Length > MaxTextBytes) throw new AseException(ErrorCode.FileTooLarge, $"{place} is larger than {MaxTextBytes} bytes.");
            return File.ReadAllText(place);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new AseException(ErrorCode.InvalidFile, $"There is no file '{path}' in the task's folder {folder}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(place, e);
        }
    }
}
