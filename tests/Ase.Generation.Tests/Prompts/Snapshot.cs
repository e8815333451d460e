using System.Runtime.CompilerServices;

namespace Ase.Generation.Tests.Prompts;

/// <summary>Compares a text with a file in the folder <c>Snapshots</c> beside the test; what differs is written beside it as <c>.received</c>.</summary>
internal static class Snapshot
{
    public static void Check(string name, string actual, [CallerFilePath] string test = "")
    {
        var expected = Path.Combine(Path.GetDirectoryName(test)!, "Snapshots", name);
        var received = Path.ChangeExtension(expected, ".received" + Path.GetExtension(name));
        if (File.Exists(expected) && File.ReadAllText(expected) == actual)
        {
            File.Delete(received);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(expected)!);
        File.WriteAllText(received, actual);
        Assert.Fail($"{received} differs from {Path.GetFileName(expected)}; rename it if it is right.");
    }
}
