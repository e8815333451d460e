using Ase.Core.Errors;

namespace Ase.Datasets.Cache;

/// <summary>
/// Fetched content on disk, in <c>$ASE_CACHE</c> or the platform's cache folder. Whatever is written is moved to its place when it is complete,
/// so a killed process leaves no half entry. Readers verify what they read and call <see cref="Discard"/> for what is damaged.
/// </summary>
/// <param name="root">The folder.</param>
/// <param name="clock">Tells what scratch folders are old. <value>the system's</value></param>
public sealed class ContentCache(string root, TimeProvider? clock = null)
{
    private static readonly TimeSpan ScratchLife = TimeSpan.FromDays(1);
    private int swept;

    /// <summary>The folder.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The folder that the environment asks for.</summary>
    public static string DefaultRoot =>
        Environment.GetEnvironmentVariable("ASE_CACHE") is { Length: > 0 } set ? set
        : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? Path.Combine(xdg, "ase")
        : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "ase", "cache")
        : OperatingSystem.IsMacOS() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Library", "Caches", "ase")
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "ase");

    /// <summary>The place of an entry.</summary>
    /// <param name="kind">The sort of content: a folder name.</param>
    /// <param name="key">A file name, usually a digest.</param>
    public string PathOf(string kind, string key) => Path.Combine(Root, kind, key);

    /// <summary>An entry's bytes, or null when there is none.</summary>
    public byte[]? Read(string kind, string key)
    {
        var path = PathOf(kind, key);
        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(path, e);
        }
    }

    /// <summary>Stores an entry.</summary>
    public void Write(string kind, string key, byte[] bytes)
    {
        var path = PathOf(kind, key);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var scratch = Scratch();
            try
            {
                var temporary = Path.Combine(scratch, key);
                File.WriteAllBytes(temporary, bytes);
                File.Move(temporary, path, overwrite: true);
            }
            finally
            {
                Remove(scratch);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(path, e);
        }
    }

    /// <summary>Removes a damaged entry.</summary>
    public void Discard(string kind, string key)
    {
        try
        {
            File.Delete(PathOf(kind, key));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(PathOf(kind, key), e);
        }
    }

    /// <summary>Removes a damaged entry that is a folder.</summary>
    public void DiscardFolder(string kind, string key)
    {
        var path = PathOf(kind, key);
        var scratch = Scratch();
        try
        {
            if (Directory.Exists(path)) Directory.Move(path, Path.Combine(scratch, key)); // at once, so that nobody finds half of it
        }
        catch (DirectoryNotFoundException)
        {
            // another process was faster
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(path, e);
        }
        finally
        {
            Remove(scratch);
        }
    }

    /// <summary>Makes a finished scratch folder an entry; one that another process has put there meanwhile is kept.</summary>
    public void Adopt(string scratch, string kind, string key)
    {
        var path = PathOf(kind, key);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (!Directory.Exists(path)) Directory.Move(scratch, path);
        }
        catch (IOException) when (Directory.Exists(path))
        {
            // another process was faster
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(path, e);
        }
    }

    /// <summary>A new empty folder for scratch work on the cache's disk; the caller removes it with <see cref="Remove"/>.</summary>
    public string Scratch()
    {
        var path = Path.Combine(Root, "scratch", Guid.NewGuid().ToString("N"));
        try
        {
            Directory.CreateDirectory(path);
            if (Interlocked.Exchange(ref swept, 1) == 0) RemoveOldScratch(Path.GetDirectoryName(path)!);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(path, e);
        }
    }

    /// <summary>Removes a scratch folder; what cannot be removed stays, for it harms nobody.</summary>
    public static void Remove(string scratch)
    {
        try
        {
            if (Directory.Exists(scratch)) Directory.Delete(scratch, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the failure that led here, if any, says more
        }
    }

    // What killed processes left.
    private void RemoveOldScratch(string folder)
    {
        var limit = (clock ?? TimeProvider.System).GetUtcNow().UtcDateTime - ScratchLife;
        foreach (var old in Directory.EnumerateDirectories(folder).Where(d => Directory.GetLastWriteTimeUtc(d) < limit)) Remove(old);
    }
}
