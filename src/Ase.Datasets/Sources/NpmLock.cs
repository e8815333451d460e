using System.Text.Json;
using System.Text.Json.Nodes;
using Ase.Core.Errors;

namespace Ase.Datasets.Sources;

/// <summary>A package of a dependency lock.</summary>
/// <param name="Path">Where it is installed: <c>node_modules/a/node_modules/b</c>.</param>
/// <param name="Package">Its name on the registry.</param>
/// <param name="Version">The exact version.</param>
/// <param name="Integrity">The tarball's hash.</param>
internal sealed record NpmLockEntry(string Path, string Package, string Version, string Integrity);

/// <summary>Reads npm lock files of version 2 and 3.</summary>
internal static class NpmLock
{
    public static IReadOnlyList<NpmLockEntry> Read(string file)
    {
        try
        {
            var packages = JsonNode.Parse(File.ReadAllText(file))?["packages"] as JsonObject ?? throw new JsonException("it has no 'packages' (npm lock file version 2 or 3)");
            return [.. packages.Where(p => p.Key.Length > 0).Select(p => Entry(p.Key, p.Value!))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new AseException(ErrorCode.InvalidFile, $"{file} is no dependency lock: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(file, e);
        }
    }

    private static NpmLockEntry Entry(string path, JsonNode entry)
    {
        if (!path.StartsWith("node_modules/", StringComparison.Ordinal) || path.Split('/').Contains("..")) throw new JsonException($"'{path}' is no place below node_modules");
        var name = entry["name"]?.GetValue<string>() ?? path[(path.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..];
        return new NpmLockEntry(
            path, name,
            entry["version"]?.GetValue<string>() ?? throw new JsonException($"'{path}' has no version"),
            entry["integrity"]?.GetValue<string>() ?? throw new JsonException($"'{path}' has no integrity"));
    }
}
