using System.Collections.Frozen;
using Ase.Code.Languages;

namespace Ase.Code.Trees;

/// <summary>Kinds and fields of a compiled grammar. Several symbols can share a kind's name; kinds are compared by <see cref="KindOf"/> name ids.</summary>
public sealed class Grammar
{
    private readonly string[] symbolNames;
    private readonly ushort[] symbolToKind;
    private readonly FrozenDictionary<string, ushort> kinds;
    private readonly string[] fields;
    private readonly FrozenDictionary<string, ushort> fieldIds;

    private Grammar(string[] symbolNames, ushort[] symbolToKind, string[] fields)
    {
        this.symbolNames = symbolNames;
        this.symbolToKind = symbolToKind;
        this.fields = fields;
        kinds = symbolNames.Select((n, i) => (n, i)).GroupBy(p => p.n).ToFrozenDictionary(g => g.Key, g => (ushort)g.First().i);
        fieldIds = fields.Select((n, i) => (n, i)).Where(p => p.i > 0).ToFrozenDictionary(p => p.n, p => (ushort)p.i);
    }

    /// <summary>The kind used by error nodes.</summary>
    public const ushort ErrorKind = ushort.MaxValue;

    /// <summary>Number of kinds; every kind id but <see cref="ErrorKind"/> is below it.</summary>
    public int KindCount => symbolNames.Length;

    /// <summary>The name of a kind, for example <c>call_expression</c> or <c>"("</c> for a token.</summary>
    public string NameOf(ushort kind) => kind == ErrorKind ? "ERROR" : symbolNames[kind];

    /// <summary>The id of a kind's name, or null when the grammar has none of that name.</summary>
    public ushort? KindOf(string name) => kinds.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>The id of a field's name, or null when the grammar has none.</summary>
    public ushort? FieldOf(string name) => fieldIds.TryGetValue(name, out var id) ? id : null;

    /// <summary>The name of a field id; empty for 0 (none).</summary>
    public string FieldName(ushort field) => fields[field];

    internal ushort KindOfSymbol(ushort symbol) => symbol == ErrorKind ? ErrorKind : symbolToKind[symbol];

    internal static Grammar Load(LanguageId id)
    {
        var (names, fields) = NativeParser.Describe(id);
        var first = new Dictionary<string, ushort>(StringComparer.Ordinal);
        var map = new ushort[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            if (!first.TryGetValue(names[i], out var kind)) first[names[i]] = kind = (ushort)i;
            map[i] = kind;
        }
        return new Grammar(names, map, fields);
    }
}
