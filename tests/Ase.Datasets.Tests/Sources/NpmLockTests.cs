using Ase.Core.Errors;
using Ase.Datasets.Sources;
using Ase.Datasets.Tests.Support;

namespace Ase.Datasets.Tests.Sources;

public sealed class NpmLockTests
{
    private const string Integrity = "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==";

    public static TheoryData<string, string> Wrong => new()
    {
        { "not json", "no dependency lock" },
        { "[]", "no dependency lock" },
        { "{}", "packages" },
        { """{ "packages": [] }""", "packages" },
        { """{ "packages": { "node_modules/a": null } }""", "node_modules/a" },
        { """{ "packages": { "node_modules/a": 1 } }""", "node_modules/a" },
        { Entry("node_modules/../../etc", "1.0.0", Integrity), "no place" },
        { Entry("/node_modules/a", "1.0.0", Integrity), "no place" },
        { Entry("packages/a", "1.0.0", Integrity), "no place" },
        { Entry("node_modules/a", "file:../a", Integrity), "version" },
        { Entry("node_modules/a", "git+ssh://host/a", Integrity), "version" },
        { Entry("node_modules/a", "1.0.0 --registry=x", Integrity), "version" },
        { Entry("node_modules/-g", "1.0.0", Integrity), "name" },
        { Entry("node_modules/a", "1.0.0", "md5-x"), "integrity" },
        { """{ "packages": { "node_modules/a": { "version": "1.0.0" } } }""", "no integrity" },
        { $$"""{ "packages": { "node_modules/a": { "integrity": "{{Integrity}}" } } }""", "no version" },
        { """{ "packages": { "node_modules/a": { "version": 1 } } }""", "no dependency lock" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_lock_that_is_wrong_is_an_invalid_file(string json, string expected)
    {
        using var folder = new TempFolder();
        folder.Write("lock.json", json);
        var failure = Assert.Throws<AseException>(() => NpmLock.Read(folder["lock.json"]));
        Assert.Equal(ErrorCode.InvalidFile, failure.Code);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_is_fetched_by_its_real_name()
    {
        using var folder = new TempFolder();
        folder.Write("lock.json", $$"""{ "packages": { "": {}, "node_modules/short": { "name": "long-name", "version": "1.2.3-beta.1", "integrity": "{{Integrity}}" } } }""");
        Assert.Equal([new NpmLockEntry("node_modules/short", "long-name", "1.2.3-beta.1", Integrity)], NpmLock.Read(folder["lock.json"]));
    }

    [Fact]
    public void A_lock_that_is_not_there_is_a_failure_of_access() =>
        Assert.Equal(ErrorCode.FileAccess, Assert.Throws<AseException>(() => NpmLock.Read("/nowhere/lock.json")).Code);

    private static string Entry(string path, string version, string integrity) =>
        $$"""{ "packages": { "{{path}}": { "version": "{{version}}", "integrity": "{{integrity}}" } } }""";
}
