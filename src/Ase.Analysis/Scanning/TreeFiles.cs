using Ase.Core.Workspaces;
using Ase.Taint.Scanning;

namespace Ase.Analysis.Scanning;

/// <summary>A file tree as the engine reads it.</summary>
internal sealed class TreeFiles(IFileTree tree) : ISourceFiles
{
    public IReadOnlyList<string> Paths => tree.Paths;

    public byte[]? Read(string path) => tree.Read(path);
}
