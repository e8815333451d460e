using System.Collections.Concurrent;
using Ase.Code.Languages;
using Ase.Taint.Rules;
using YamlDotNet.RepresentationModel;

namespace Ase.Taint.Library;

/// <summary>
/// Named stores (<c>ase: { stored: [session] }</c>): how a language writes to one and reads from it. Data beside each front-end
/// (<c>Languages/&lt;Lang&gt;/stores.yaml</c>).
/// </summary>
internal static class StoreLibrary
{
    private static readonly ConcurrentDictionary<LanguageId, Lazy<IReadOnlyDictionary<string, IReadOnlyList<StoreSpec>>>> Loaded = new();

    /// <summary>The stores of a language by name.</summary>
    /// <exception cref="FormatException">The data beside the language is wrong.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<StoreSpec>> Of(LanguageId family) =>
        Loaded.GetOrAdd(family, static id => new Lazy<IReadOnlyDictionary<string, IReadOnlyList<StoreSpec>>>(() => Load(id))).Value;

    private static SortedDictionary<string, IReadOnlyList<StoreSpec>> Load(LanguageId family)
    {
        var result = new SortedDictionary<string, IReadOnlyList<StoreSpec>>(StringComparer.Ordinal);
        var origin = $"stores/{LibraryModels.FolderOf(family)}/stores.yaml";
        using var resource = typeof(StoreLibrary).Assembly.GetManifestResourceStream(origin);
        if (resource is null) return result;
        using var reader = new StreamReader(resource);
        var stream = new YamlStream();
        stream.Load(reader);
        var errors = new RuleErrors(origin);
        var stores = new StoreReader(new FormulaReader([LanguageRegistry.Get(family)], errors), errors);
        foreach (var (name, list) in (YamlMappingNode)stream.Documents[0].RootNode) result[YamlReader.Key(name)] = [.. stores.Read(list).Select(s => s with { Name = YamlReader.Key(name) })];
        if (errors.All.Count > 0) throw new FormatException(string.Join("; ", errors.All.Select(e => $"{e.File}:{e.Line}:{e.Column}: {e.Message}")));
        return result;
    }
}
