using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Ase.Datasets.Sources;

/// <summary>An entry of a tar archive.</summary>
/// <param name="Name">Its path, as written.</param>
/// <param name="Type">The type flag: <c>0</c> a file, <c>5</c> a folder, <c>1</c> and <c>2</c> links.</param>
/// <param name="Link">What a link points to.</param>
/// <param name="Size">Bytes of content.</param>
internal sealed record TarItem(string Name, char Type, string Link, long Size);

/// <summary>
/// Reads tar archives (V7, ustar, pax, GNU) for names and contents alone. The platform's reader fails at owner numbers above 31 bits, which many
/// published packages have.
/// </summary>
internal sealed class TarReading(Stream stream)
{
    private const int Block = 512;
    private const int MaxMeta = 1 << 20;
    private long rest; // of the current entry, padding included

    /// <summary>The next entry, or null at the end; what was not read of the last one is skipped.</summary>
    /// <exception cref="InvalidDataException">It is no tar archive.</exception>
    /// <exception cref="EndOfStreamException">It ends early.</exception>
    public TarItem? Next()
    {
        string? name = null, link = null;
        long? size = null;
        var header = new byte[Block];
        while (true)
        {
            Skip(rest);
            stream.ReadExactly(header);
            if (header.AsSpan().IndexOfAnyExcept((byte)0) < 0) return null;
            var item = Parse(header);
            rest = Padded(item.Size);
            switch (item.Type)
            {
                case 'x':
                    foreach (var (key, value) in Records(Meta(item.Size)))
                    {
                        if (key == "path") name = value;
                        else if (key == "linkpath") link = value;
                        else if (key == "size") size = long.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);
                    }
                    break;
                case 'g':
                    break; // of the whole archive: nothing in it is of use here
                case 'L':
                    name = Encoding.UTF8.GetString(Meta(item.Size)).TrimEnd('\0');
                    break;
                case 'K':
                    link = Encoding.UTF8.GetString(Meta(item.Size)).TrimEnd('\0');
                    break;
                default:
                    item = item with { Name = name ?? item.Name, Link = link ?? item.Link, Size = size ?? item.Size };
                    rest = Padded(item.Size);
                    return item;
            }
        }
    }

    /// <summary>The content of the current entry, once.</summary>
    public byte[] Content(TarItem item)
    {
        var bytes = new byte[item.Size];
        stream.ReadExactly(bytes);
        rest -= item.Size;
        return bytes;
    }

    private static long Padded(long size) => (size + Block - 1) / Block * Block;

    private byte[] Meta(long size)
    {
        if (size > MaxMeta) throw new InvalidDataException("a header is larger than a name can be");
        var bytes = new byte[size];
        stream.ReadExactly(bytes);
        rest -= size;
        return bytes;
    }

    private void Skip(long count)
    {
        var buffer = new byte[Math.Min(count, 81_920)];
        while (count > 0)
        {
            var part = (int)Math.Min(count, buffer.Length);
            stream.ReadExactly(buffer.AsSpan(0, part));
            count -= part;
        }
        rest = 0;
    }

    private static TarItem Parse(ReadOnlySpan<byte> header)
    {
        CheckSum(header);
        var name = Text(header[..100]);
        // the field is a part of the name in POSIX archives, and something else in GNU's
        if (header[257..263].SequenceEqual("ustar\0"u8) && Text(header[345..500]) is { Length: > 0 } prefix) name = prefix + "/" + name;
        var type = header[156] == 0 ? '0' : (char)header[156];
        return new TarItem(name, type == '7' ? '0' : type, Text(header[157..257]), Number(header[124..136]));
    }

    private static void CheckSum(ReadOnlySpan<byte> header)
    {
        long unsigned = 0, signed = 0;
        for (var i = 0; i < Block; i++)
        {
            var value = i is >= 148 and < 156 ? (byte)' ' : header[i];
            unsigned += value;
            signed += (sbyte)value;
        }
        var expected = Number(header[148..156]);
        if (expected != unsigned && expected != signed) throw new InvalidDataException("a header does not have its checksum");
    }

    // Octal digits, or, where they do not suffice, a big-endian number behind a first bit.
    private static long Number(ReadOnlySpan<byte> field)
    {
        if ((field[0] & 0x80) != 0)
        {
            if (field[0] != 0x80 || field[1..^8].IndexOfAnyExcept((byte)0) >= 0 || BinaryPrimitives.ReadInt64BigEndian(field[^8..]) is not (>= 0 and <= 1L << 50 and var large))
                throw new InvalidDataException("a header has an absurd number");
            return large;
        }
        long number = 0;
        foreach (var digit in Text(field).Trim(' '))
        {
            if (digit is < '0' or > '7') throw new InvalidDataException("a header has a number that is none");
            number = number * 8 + (digit - '0');
        }
        return number;
    }

    private static string Text(ReadOnlySpan<byte> field) => Encoding.UTF8.GetString(field.IndexOf((byte)0) is var end and >= 0 ? field[..end] : field);

    // "<length> <key>=<value>\n", the length being that of the whole record
    private static List<(string Key, string Value)> Records(byte[] meta)
    {
        var records = new List<(string, string)>();
        for (var at = 0; at < meta.Length && meta[at] != 0;)
        {
            var space = Array.IndexOf(meta, (byte)' ', at);
            if (space < 0 || !int.TryParse(Encoding.ASCII.GetString(meta, at, space - at), NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length <= space - at + 2 || length > meta.Length - at)
                throw new InvalidDataException("an extended header has a record that is none");
            var record = Encoding.UTF8.GetString(meta, space + 1, at + length - space - 2);
            var equals = record.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0) records.Add((record[..equals], record[(equals + 1)..]));
            at += length;
        }
        return records;
    }
}
