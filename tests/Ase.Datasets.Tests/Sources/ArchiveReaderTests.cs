using System.Formats.Tar;
using Ase.Core.Errors;
using Ase.Datasets.Sources;
using Ase.Datasets.Tests.Support;

namespace Ase.Datasets.Tests.Sources;

public sealed class ArchiveReaderTests
{
    public static TheoryData<string, string> Outside => new()
    {
        { "../evil.js", "outside" },
        { "package/../../evil.js", "outside" },
        { "package/..", "outside" },
        { "/etc/cron.d/evil", "outside" },
        { "//etc/evil", "outside" },
        { "C:/evil.js", "outside" },
        { "package\\..\\evil.js", "outside" },
        { "evil.js", "beside" },
        { "./evil.js", "beside" },
        { "other/evil.js", "beside" },
    };

    [Theory, MemberData(nameof(Outside))]
    public void An_entry_outside_its_folder_is_refused(string path, string expected) =>
        AssertHostile(Archives.Of(("package/good.js", ""), (path, "evil")), expected);

    public static TheoryData<TarEntryType> Special => [TarEntryType.SymbolicLink, TarEntryType.HardLink, TarEntryType.CharacterDevice, TarEntryType.BlockDevice, TarEntryType.Fifo];

    [Theory, MemberData(nameof(Special))]
    public void An_entry_that_is_neither_file_nor_folder_is_refused(TarEntryType type) => AssertHostile(
        Archives.Pack(tar =>
        {
            var entry = new PaxTarEntry(type, "package/special");
            if (type is TarEntryType.SymbolicLink or TarEntryType.HardLink) entry.LinkName = "/etc/passwd";
            tar.WriteEntry(entry);
        }),
        "package/special");

    [Fact]
    public void The_highest_ratio_that_gzip_reaches_is_refused_while_it_unpacks() =>
        AssertHostile(Archives.Of([("package/zeros.js", new byte[150_000_000])]), "absurd size");

    [Fact]
    public void More_bytes_in_all_than_allowed_are_refused() =>
        AssertHostile(Archives.Of(Enumerable.Range(0, 5).Select(i => ($"package/{i}.js", new byte[1000]))), "absurd size", new ArchiveLimits { MaxBytes = 4000 });

    [Fact]
    public void An_entry_that_claims_more_than_there_is_is_refused()
    {
        var archive = Archives.Pack(tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "package/a.js") { DataStream = new MemoryStream(new byte[100_000]) }));
        AssertHostile(archive[..(archive.Length / 2)], "no readable archive");
    }

    [Fact]
    public void Too_many_entries_are_refused() =>
        AssertHostile(Archives.Of(Enumerable.Range(0, 101).Select(i => ($"package/{i}", Array.Empty<byte>()))), "more than 100 entries", new ArchiveLimits { MaxFiles = 100 });

    public static TheoryData<byte[]> Broken => [Array.Empty<byte>(), new byte[] { 0x1F, 0x8B }, "not an archive"u8.ToArray(), new byte[1024], Truncated()];

    [Theory, MemberData(nameof(Broken))]
    public void What_is_no_archive_is_refused(byte[] archive) => AssertHostile(archive, "");

    [Fact]
    public void A_file_of_50_MB_is_left_out_and_listed()
    {
        var random = new byte[50_000_000];
        for (var i = 0; i < random.Length; i++) random[i] = (byte)((i * 2654435761L) >> 13); // something that does not pack away
        var (files, omitted) = ArchiveReader.Read(Archives.Of([("package/large.js", random), ("package/small.js", [1])]), "p@1.0.0");
        Assert.Equal(["small.js"], files.Keys);
        Assert.Equal(["large.js"], omitted);
    }

    [Fact]
    public void Folders_and_odd_names_below_the_top_folder_are_fine()
    {
        var (files, omitted) = ArchiveReader.Read(
            Archives.Pack(tar =>
            {
                tar.WriteEntry(new V7TarEntry(TarEntryType.Directory, "package/"));
                tar.WriteEntry(new V7TarEntry(TarEntryType.V7RegularFile, "package/old/") { DataStream = new MemoryStream() });
                tar.WriteEntry(new V7TarEntry(TarEntryType.V7RegularFile, "package/a.js") { DataStream = new MemoryStream([1]) });
                tar.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, "./package/./..b..js") { DataStream = new MemoryStream([2]) });
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "package/" + new string('d', 150) + "/c.js") { DataStream = new MemoryStream([3]) });
            }),
            "p@1.0.0");
        Assert.Equal(["..b..js", "a.js", new string('d', 150) + "/c.js"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(omitted);
    }

    private static byte[] Truncated()
    {
        var archive = Archives.Of(Enumerable.Range(0, 50).Select(i => ($"package/{i}.js", Enumerable.Range(0, 500).Select(k => (byte)(k * i)).ToArray())));
        return archive[..(archive.Length / 2)];
    }

    private static void AssertHostile(byte[] archive, string expected, ArchiveLimits? limits = null)
    {
        var failure = Assert.Throws<AseException>(() => ArchiveReader.Read(archive, "evil@1.0.0", limits));
        Assert.Equal(ErrorCode.HostileArchive, failure.Code);
        Assert.Contains("evil@1.0.0", failure.Message, StringComparison.Ordinal);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }
}
