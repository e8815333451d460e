namespace Ase.Core.Workspaces;

/// <summary>A read-only tree of files. Thread-safe.</summary>
public interface IFileTree
{
    /// <summary>All paths, with <c>/</c>, in ordinal order.</summary>
    IReadOnlyList<string> Paths { get; }

    /// <summary>The bytes of a file, or null when there is none (or it was left out as too large).</summary>
    byte[]? Read(string path);
}

/// <summary>A tree in memory.</summary>
public sealed class MemoryTree(IReadOnlyDictionary<string, byte[]> files) : IFileTree
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Paths { get; } = [.. files.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public byte[]? Read(string path) => files.GetValueOrDefault(path);
}

/// <summary>A tree with changed files on top: <c>null</c> deletes.</summary>
public sealed class OverlayTree(IFileTree @base, IReadOnlyDictionary<string, byte[]?> overlay) : IFileTree
{
    /// <summary>The tree below.</summary>
    public IFileTree Base { get; } = @base;

    /// <summary>The changes.</summary>
    public IReadOnlyDictionary<string, byte[]?> Overlay { get; } = overlay;

    /// <inheritdoc/>
    public IReadOnlyList<string> Paths { get; } =
        [.. @base.Paths.Where(p => !overlay.ContainsKey(p)).Concat(overlay.Where(o => o.Value is not null).Select(o => o.Key)).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public byte[]? Read(string path) => Overlay.TryGetValue(path, out var bytes) ? bytes : Base.Read(path);
}
