using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Ase.Core.Digests;

namespace Ase.Cli.Tests;

/// <summary>A task from a package, and an npm client of ours that serves one tarball or fails.</summary>
internal static class NpmFixture
{
    private const string Source = "module.exports = name => {\n  run(name);\n};\n";

    /// <summary>A tarball with a package of one file, and one more entry.</summary>
    public static byte[] Tarball(params TarEntry[] more)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize))
        using (var tar = new TarWriter(gzip, TarEntryFormat.Pax))
        {
            tar.WriteEntry(File("package/index.js", Encoding.UTF8.GetBytes(Source)));
            foreach (var entry in more) tar.WriteEntry(entry);
        }
        return buffer.ToArray();
    }

    public static TarEntry File(string name, byte[] bytes) => new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes) };

    public static TarEntry Link(string name, string target) => new PaxTarEntry(TarEntryType.SymbolicLink, name) { LinkName = target };

    /// <summary>Makes the task's folder and returns it.</summary>
    public static string Task(Sandbox sandbox, byte[] tarball)
    {
        var integrity = "sha512-" + Convert.ToBase64String(SHA512.HashData(tarball));
        sandbox.Write("npm/pkg/rule.yaml", "rules:\n  - { id: r, mode: search, languages: [javascript], severity: ERROR, message: m, pattern: run(...) }\n");
        sandbox.Write("npm/pkg/task.yaml", $$"""
            id: pkg
            title: A package
            language: javascript
            cwe: CWE-78
            severity: low
            source: { npm: { package: pkg, version: 1.0.0, integrity: "{{integrity}}" } }
            regions: [ { file: index.js, lines: [2, 2], sha256: "{{Digest.Of("  run(name);\n")}}" } ]
            fixed: { upstream: { version: 1.0.0, integrity: "{{integrity}}", regions: [ { file: index.js, lines: [2, 2] } ] } }
            summary: Runs it.
            static: { rules: [rule.yaml] }
            """);
        return sandbox.PathOf("npm", "pkg");
    }

    /// <summary>The client serves the tarball.</summary>
    public static void Serve(Sandbox sandbox, byte[] tarball)
    {
        System.IO.File.WriteAllBytes(sandbox.PathOf("pkg.tgz"), tarball);
        Script(sandbox, $"while [ $# -gt 1 ]; do [ \"$1\" = --pack-destination ] && to=$2; shift; done\necho served >> '{sandbox.PathOf("served")}'\ncp '{sandbox.PathOf("pkg.tgz")}' \"$to/pkg-1.0.0.tgz\"\n");
    }

    /// <summary>The client fails as without a network.</summary>
    public static void Unreachable(Sandbox sandbox) => Script(sandbox, "echo 'npm error code ENOTFOUND' >&2\nexit 1\n");

    private static void Script(Sandbox sandbox, string body)
    {
        var path = sandbox.Write("npm-stub", "#!/bin/sh\n" + body);
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        sandbox["ASE_NPM"] = path;
    }
}
