namespace Ase.Cli.Tests;

internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        // tests may be built elsewhere: the source file knows where the repository is
        for (var folder = new DirectoryInfo(Path.GetDirectoryName(Here())!); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ase.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException("no repository");
    }

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
