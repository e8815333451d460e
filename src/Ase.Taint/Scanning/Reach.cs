using Ase.Code.Languages;

namespace Ase.Taint.Scanning;

/// <summary>
/// Groups of files between which data can flow. Files of JavaScript and TypeScript form groups by their imports; scripts that are no modules
/// share one scope and form one group; the files of any other language are one group.
/// </summary>
internal sealed class Reach
{
    private readonly Dictionary<string, int> group = new(StringComparer.Ordinal);
    private readonly List<int> parent = [];

    public Reach(IEnumerable<LoadedFile> files)
    {
        var known = new Dictionary<string, LoadedFile>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            known[file.Path] = file;
            group[file.Path] = parent.Count;
            parent.Add(parent.Count);
        }
        var first = new Dictionary<LanguageId, int>();
        foreach (var file in known.Values)
        {
            var family = file.Family;
            if (file.Dialect is not null && family == LanguageId.JavaScript)
            {
                JoinUsers(file, known.Values);
                continue;
            }
            if (family != LanguageId.JavaScript || !file.IsModule)
            {
                if (!first.TryAdd(family, group[file.Path])) Join(first[family], group[file.Path]);
            }
            foreach (var module in file.Imports)
            {
                if (ScriptModules.Find(file.Path, module, known.ContainsKey) is { } target) Join(group[file.Path], group[target]);
            }
        }
    }

    /// <summary>The group of a file.</summary>
    public int GroupOf(string path) => Root(group[path]);

    /// <summary>The groups in which a flow of some taint rule may begin and end.</summary>
    public IReadOnlySet<int> Needed(IEnumerable<LoadedFile> files, int rules)
    {
        var sources = new HashSet<(int, int)>();
        var sinks = new HashSet<(int, int)>();
        foreach (var file in files)
        {
            for (var rule = 0; rule < rules; rule++)
            {
                if (file.MaySource[rule]) sources.Add((GroupOf(file.Path), rule));
                if (file.MaySink[rule]) sinks.Add((GroupOf(file.Path), rule));
            }
        }
        sources.IntersectWith(sinks);
        return sources.Select(s => s.Item1).ToHashSet();
    }

    // a template goes with the scripts that name it
    private void JoinUsers(LoadedFile template, IEnumerable<LoadedFile> files)
    {
        var name = template.Path[(template.Path.LastIndexOf('/') + 1)..];
        var stem = name[..Math.Max(1, name.IndexOf('.', StringComparison.Ordinal))];
        foreach (var file in files)
        {
            if (file.Family == template.Family && file.Source?.Text.Contains(stem, StringComparison.Ordinal) == true) Join(group[template.Path], group[file.Path]);
        }
    }

    private void Join(int left, int right) => parent[Root(left)] = Root(right);

    private int Root(int at)
    {
        while (parent[at] != at) at = parent[at] = parent[parent[at]];
        return at;
    }
}
