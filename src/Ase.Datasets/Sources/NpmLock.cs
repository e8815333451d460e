using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ase.Core.Errors;
using Ase.Datasets.TaskFiles;

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
            return [.. packages.Where(p => p.Key.Length > 0).Select(p => Entry(p.Key, p.Value as JsonObject ?? throw new JsonException($"'{p.Key}' is no mapping")))];
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

    private static NpmLockEntry Entry(string path, JsonObject entry)
    {
        if (!path.StartsWith("node_modules/", StringComparison.Ordinal) || !TaskPaths.IsRelative(path)) throw new JsonException($"'{path}' is no place below node_modules");
        var name = entry["name"]?.GetValue<string>() ?? path[(path.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..];
        return new NpmLockEntry(
            path,
            Checked(path, "name", name, NpmFile.PackagePattern),
            Checked(path, "version", entry["version"]?.GetValue<string>(), NpmFile.VersionPattern),
            Checked(path, "integrity", entry["integrity"]?.GetValue<string>(), NpmFile.IntegrityPattern));
    }

    // The text goes to the npm client: anything but name and version could name a folder, an address, or an option.
    private static string Checked(string path, string key, string? value, string pattern) =>
        value is not null && Regex.IsMatch(value, pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)
            ? value
            : throw new JsonException(value is null ? $"'{path}' has no {key}" : $"'{path}' has the {key} '{value}'");
}
