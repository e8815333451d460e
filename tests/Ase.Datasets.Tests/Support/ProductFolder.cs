using System.Runtime.CompilerServices;

namespace Ase.Datasets.Tests.Support;

/// <summary>The checkout that the tests were built from.</summary>
public static class ProductFolder
{
    public static string Root { get; } = Find();

    public static string Of(string path) => Path.Combine(Root, path);

    // The output folder may lie elsewhere; the source file does not.
    private static string Find([CallerFilePath] string file = "")
    {
        foreach (var start in (string[])[AppContext.BaseDirectory, file])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "ase.slnx"))) return folder.FullName;
            }
        }
        throw new InvalidOperationException("the tests do not run from a checkout");
    }
}
