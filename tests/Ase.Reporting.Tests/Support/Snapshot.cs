using System.Runtime.CompilerServices;

namespace Ase.Reporting.Tests.Support;

/// <summary>Compares a text with a file of the folder Snapshots; <c>ASE_UPDATE_SNAPSHOTS=1</c> writes the files anew.</summary>
public static class Snapshot
{
    public static void Match(string actual, string name, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Snapshots", name);
        if (Environment.GetEnvironmentVariable("ASE_UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }
        Assert.True(File.Exists(path), $"There is no snapshot {name}; run the tests once with ASE_UPDATE_SNAPSHOTS=1 and read what it wrote.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
