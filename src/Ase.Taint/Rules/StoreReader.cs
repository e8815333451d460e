using Ase.Code.Languages;
using Ase.Taint.Library;
using Ase.Taint.Scanning;
using YamlDotNet.RepresentationModel;

namespace Ase.Taint.Rules;

/// <summary>Reads <c>stored</c>: names of stores that the language has, and stores that the rule describes.</summary>
internal sealed class StoreReader(FormulaReader formulas, RuleErrors errors)
{
    private static readonly string[] Keys = ["write", "read", "key", "value"];

    /// <summary>The stores of a list.</summary>
    public IReadOnlyList<StoreSpec> Read(YamlNode node)
    {
        List<StoreSpec> stores = [];
        if (YamlReader.Sequence(node, errors, "stored") is not { } sequence) return stores;
        foreach (var item in sequence)
        {
            if (item is YamlScalarNode { Value: { } name }) stores.AddRange(Named(item, name));
            else if (YamlReader.Mapping(item, errors, "an entry of 'stored'") is { } entry && Store(entry) is { } store) stores.Add(store);
        }
        return stores;
    }

    // a pattern, or a whole formula
    private Patterns.Formula? Formula(YamlMappingNode entry, string key)
    {
        var node = YamlReader.Find(entry, key)!;
        return node is YamlMappingNode ? formulas.Read(node, key, new HashSet<string>()) : formulas.Pattern(node);
    }

    private List<StoreSpec> Named(YamlNode node, string name)
    {
        List<StoreSpec> stores = [];
        foreach (var family in formulas.Languages.Select(l => FileUnit.FamilyOf(l.Id)).Distinct())
        {
            var known = StoreLibrary.Of(family);
            if (known.TryGetValue(name, out var found)) stores.AddRange(found);
            else errors.Add(node, $"stored: {LanguageRegistry.Get(family).Name} has no store '{name}'; it has {string.Join(", ", known.Keys)}");
        }
        return stores;
    }

    private StoreSpec? Store(YamlMappingNode entry)
    {
        var before = errors.Count;
        foreach (var (key, _) in entry)
        {
            if (!Keys.Contains(YamlReader.Key(key))) errors.Add(key, $"stored: the key '{YamlReader.Key(key)}' is not supported; supported are {string.Join(", ", Keys)}");
        }
        foreach (var key in (string[])["write", "read", "value"])
        {
            if (YamlReader.Find(entry, key) is null) errors.Add(entry, $"stored: '{key}' is missing");
        }
        if (errors.Count > before) return null;
        var (write, read) = (Formula(entry, "write"), Formula(entry, "read"));
        var value = YamlReader.Text(YamlReader.Find(entry, "value")!, errors, "value");
        var keys = YamlReader.Find(entry, "key") is { } node ? YamlReader.Texts(node, errors, "key") : [];
        foreach (var name in keys) formulas.CheckMetavariable(entry, name);
        if (value is not null) formulas.CheckMetavariable(entry, value);
        return write is null || read is null || value is null || errors.Count > before ? null : new StoreSpec(write, read, keys, value);
    }
}
