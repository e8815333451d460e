using System.Formats.Tar;
using System.Globalization;
using System.Text;
using Ase.Datasets.Sources;
using CsCheck;

namespace Ase.Datasets.Tests.Sources;

public sealed class TarReadingTests
{
    public static TheoryData<TarEntryFormat> Formats => [TarEntryFormat.V7, TarEntryFormat.Ustar, TarEntryFormat.Pax, TarEntryFormat.Gnu];

    [Theory, MemberData(nameof(Formats))]
    public void Every_format_is_read_with_names_and_contents(TarEntryFormat format)
    {
        var names = new List<string> { "package/a.js", "package/folder/b", "package/empty" };
        if (format != TarEntryFormat.V7) names.Add("package/" + string.Join('/', Enumerable.Repeat(new string('d', 40), 4)) + "/long.js");
        if (format is TarEntryFormat.Pax or TarEntryFormat.Gnu) names.AddRange(["package/" + new string('n', 300) + ".js", "package/gr\u00FC\u00DFe = 1.js"]);
        var archive = Write(writer =>
        {
            foreach (var name in names) writer.WriteEntry(Entry(format, name, Encoding.UTF8.GetBytes(name.EndsWith("empty", StringComparison.Ordinal) ? "" : name + "!")));
        });

        var items = Read(archive);

        Assert.Equal(names, items.Select(i => i.Item.Name));
        Assert.Equal(names.Select(n => n.EndsWith("empty", StringComparison.Ordinal) ? "" : n + "!"), items.Select(i => Encoding.UTF8.GetString(i.Content)));
        Assert.All(items, i => Assert.Equal('0', i.Item.Type));
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink, '2')]
    [InlineData(TarEntryType.HardLink, '1')]
    public void A_link_says_where_it_leads(TarEntryType type, char flag)
    {
        var target = "/" + new string('t', 200);
        var item = Assert.Single(Read(Write(w => w.WriteEntry(new GnuTarEntry(type, "package/l") { LinkName = target })))).Item;
        Assert.Equal((flag, target), (item.Type, item.Link));
        Assert.Equal(target, Assert.Single(Read(Write(w => w.WriteEntry(new PaxTarEntry(type, "package/l") { LinkName = target })))).Item.Link);
    }

    [Fact]
    public void Owner_numbers_above_31_bits_do_not_matter()
    {
        var archive = Write(w => w.WriteEntry(Entry(TarEntryFormat.Ustar, "package/a.js", "content"u8.ToArray())));
        archive[108] = 0x80; // the user's number, 8 bytes behind the first bit
        archive[112] = 0xF0;
        Assert.Equal("content"u8.ToArray(), Assert.Single(Read(WithCheckSum(archive))).Content);
    }

    [Fact]
    public void A_size_behind_the_first_bit_is_read()
    {
        var archive = Write(w => w.WriteEntry(Entry(TarEntryFormat.Ustar, "package/a.js", "content"u8.ToArray())));
        archive.AsSpan(124, 12).Clear();
        (archive[124], archive[135]) = (0x80, 7);
        Assert.Equal("content"u8.ToArray(), Assert.Single(Read(WithCheckSum(archive))).Content);
    }

    [Theory]
    [InlineData(124, 0xFF)] // negative
    [InlineData(124, 0x81)] // beyond 64 bits
    [InlineData(124, (byte)'9')] // no octal digit
    [InlineData(124, (byte)'-')]
    public void A_size_that_is_none_is_refused(int at, byte value)
    {
        var archive = Write(w => w.WriteEntry(Entry(TarEntryFormat.Ustar, "package/a.js", "content"u8.ToArray())));
        archive[at] = value;
        Assert.Throws<InvalidDataException>(() => Read(WithCheckSum(archive)));
    }

    [Fact]
    public void A_header_with_another_checksum_is_refused()
    {
        var archive = Write(w => w.WriteEntry(Entry(TarEntryFormat.Ustar, "package/a.js", [])));
        archive[3] ^= 1;
        Assert.Throws<InvalidDataException>(() => Read(archive));
    }

    [Fact]
    public void An_archive_without_its_end_is_refused() =>
        Assert.Throws<EndOfStreamException>(() => Read(Write(w => w.WriteEntry(Entry(TarEntryFormat.Ustar, "package/a.js", [])))[..512]));

    [Theory]
    [InlineData("x")]
    [InlineData("5 path=abc\n")]
    [InlineData("-9 path=abc\n")]
    [InlineData("99 path=abc\n")]
    [InlineData("3 \n")]
    public void An_extended_header_with_a_record_that_is_none_is_refused(string record)
    {
        var archive = Write(w => w.WriteEntry(Entry(TarEntryFormat.Ustar, "package/a.js", Encoding.UTF8.GetBytes(record))));
        archive[156] = (byte)'x';
        Assert.Throws<InvalidDataException>(() => Read(WithCheckSum(archive)));
    }

    [Fact]
    public void An_extended_header_of_megabytes_is_refused()
    {
        var archive = Write(w => w.WriteEntry(Entry(TarEntryFormat.Ustar, "package/a.js", new byte[2_000_000])));
        archive[156] = (byte)'L';
        Assert.Throws<InvalidDataException>(() => Read(WithCheckSum(archive)));
    }

    [Fact]
    public void Whatever_bytes_are_changed_only_the_expected_failures_come()
    {
        var archive = Write(w =>
        {
            w.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "package/" + new string('n', 200)) { DataStream = new MemoryStream("x"u8.ToArray()) });
            w.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, "package/" + new string('n', 200)) { DataStream = new MemoryStream("x"u8.ToArray()) });
        });
        Gen.Select(Gen.Int[0, archive.Length - 1], Gen.Byte, Gen.Int[0, archive.Length]).Sample(
            (at, value, length) =>
            {
                var changed = (byte[])archive.Clone();
                changed[at] = value;
                try
                {
                    Read(WithCheckSum(changed)[..length]);
                }
                catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or OverflowException)
                {
                    // what the archive reader turns into a refusal
                }
            },
            iter: 2000);
    }

    private static TarEntry Entry(TarEntryFormat format, string name, byte[] content)
    {
        TarEntry entry = format switch
        {
            TarEntryFormat.V7 => new V7TarEntry(TarEntryType.V7RegularFile, name),
            TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name),
            TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
            _ => new PaxTarEntry(TarEntryType.RegularFile, name),
        };
        entry.DataStream = new MemoryStream(content);
        return entry;
    }

    private static byte[] Write(Action<TarWriter> write)
    {
        using var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, leaveOpen: true)) write(tar);
        return stream.ToArray();
    }

    // of the first header alone
    private static byte[] WithCheckSum(byte[] archive)
    {
        archive.AsSpan(148, 8).Fill((byte)' ');
        var sum = archive.Take(512).Sum(b => (int)b);
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0').ToString(CultureInfo.InvariantCulture) + "\0 ").CopyTo(archive, 148);
        return archive;
    }

    private static List<(TarItem Item, byte[] Content)> Read(byte[] archive)
    {
        var tar = new TarReading(new MemoryStream(archive));
        var items = new List<(TarItem, byte[])>();
        while (tar.Next() is { } item) items.Add((item, item.Size <= 100_000 ? tar.Content(item) : []));
        return items;
    }
}
