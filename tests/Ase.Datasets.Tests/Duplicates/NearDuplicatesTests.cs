using System.Text;
using System.Text.Json;
using Ase.Core.Digests;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;
using Ase.Datasets.Duplicates;

namespace Ase.Datasets.Tests.Duplicates;

public sealed class NearDuplicatesTests
{
    private const string Body = """
          var names = [];
          for (var i = 0; i < entries.length; i++) {
            var entry = entries[i];
            if (entry.hidden && !options.all) continue;
            names.push(prefix + entry.name + (entry.folder ? '/' : ''));
          }
          names.sort(options.compare || byName);
          return callback(null, names.join(options.separator));

        """;

    private const string Before = "'use strict';\nvar byName = require('./names');\nmodule.exports = function list(entries, prefix, options, callback) {\n";
    private const string After = "};\n";

    private static readonly JsonSerializerOptions AsBundlersWrite = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Unrelated = """
        var count = 0;
        module.exports = function remember(store, key, value) {
          for (var i = 0; i < store.length; i++) {
            if (store[i].key === key) { store[i].value = value; return store; }
          }
          count += 1;
          store.push({ key: key, value: value });
          return store;
        };

        """;

    [Fact]
    public void The_region_itself_is_no_copy() => Assert.Empty(Find());

    [Fact]
    public void An_exact_copy_is_found_where_it_is() =>
        Assert.Equal([new FileRange("dist/list.js", 2, 9)], Find(("dist/list.js", "// built\n" + Body + "// end\n")));

    [Fact]
    public void Every_copy_is_found_in_order_of_file_and_line()
    {
        var found = Find(("b.js", Body + Unrelated + Body), ("a.ts", Unrelated + Body));
        Assert.Equal(["a.ts", "b.js", "b.js"], found.Select(f => f.File));
        Assert.True(found[1].Last < found[2].First);
    }

    [Fact]
    public void A_copy_in_the_file_of_the_region_is_found_above_and_below_it()
    {
        var text = Before + Body + Body + After;
        Assert.Equal([new FileRange("lib/list.js", 12, 19)], NearDuplicates.Find(Tree(("lib/list.js", text)), [RegionAt(4, 11)]));
        Assert.Equal([new FileRange("lib/list.js", 4, 11)], NearDuplicates.Find(Tree(("lib/list.js", text)), [RegionAt(12, 19)]));
    }

    [Fact]
    public void A_copy_in_a_bundle_of_one_line_is_found()
    {
        var bundle = new StringBuilder("!function(){");
        for (var i = 0; i < 200; i++) bundle.Append(Unrelated.ReplaceLineEndings(" ").Replace("remember", "f" + i, StringComparison.Ordinal));
        bundle.Append(string.Join(' ', Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" = ", "=", StringComparison.Ordinal).Replace("; ", ";", StringComparison.Ordinal));
        Assert.Equal([new FileRange("list.min.js", 1, 1)], Find(("list.min.js", bundle.Append("}();\n").ToString())));
    }

    [Fact]
    public void A_copy_in_a_source_map_is_found()
    {
        var map = JsonSerializer.Serialize(new { version = 3, sourcesContent = new[] { Unrelated, Before + Body + After } }, AsBundlersWrite);
        Assert.Equal([new FileRange("dist/list.js.map", 1, 1)], Find(("dist/list.js.map", map)));
        Assert.Empty(Find(("dist/list.js.map", JsonSerializer.Serialize(new { sourcesContent = new[] { Unrelated } }, AsBundlersWrite))));
    }

    [Theory]
    [InlineData("var entry = entries[i];", "var entry = entries[i]; log(entry);")]
    [InlineData("hidden", "isHidden")]
    [InlineData("    if (entry.hidden && !options.all) continue;\n", "")]
    [InlineData("  return callback(null, names.join(options.separator));\n", "")]
    public void A_copy_with_a_change_is_found(string right, string changed) =>
        Assert.Single(Find(("copy.js", Unrelated + Body.Replace(right, changed, StringComparison.Ordinal) + Unrelated)));

    [Fact]
    public void Half_of_the_region_is_no_copy() => Assert.Empty(Find(("half.js", string.Join('\n', Body.Split('\n').Take(4)))));

    [Fact]
    public void The_parts_of_the_region_far_from_each_other_are_no_copy()
    {
        var lines = Body.Split('\n');
        Assert.Empty(Find(("parts.js", string.Join('\n', lines.Take(4)) + string.Concat(Enumerable.Repeat(Unrelated, 10)) + string.Join('\n', lines.Skip(4)))));
    }

    [Fact]
    public void Unrelated_code_does_not_match() => Assert.Empty(Find(("other.js", string.Concat(Enumerable.Repeat(Unrelated, 50))), ("other.py", "for i in range(10):\n    print(i)\n")));

    [Fact]
    public void What_stands_by_chance_before_a_copy_is_not_taken_in() =>
        Assert.Equal([new FileRange("copy.js", 8, 15)], Find(("copy.js", "function early(entries) {\n  for (var i = 0; i < entries.length; i++) {\n    use(entries[i]);\n  }\n}\nfunction late() {\n  start();\n" + Body + "}\n")));

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("node_modules/list/index.js")]
    [InlineData("packages/a/node_modules/list/index.js")]
    public void Text_and_installed_dependencies_are_not_searched(string path) => Assert.Empty(Find((path, Body)));

    [Fact]
    public void A_region_too_short_to_tell_has_no_copies() =>
        Assert.Empty(NearDuplicates.Find(Tree(("lib/list.js", Before + Body + After), ("copy.js", Before + Body + After)), [RegionAt(4, 4)]));

    [Fact]
    public void Copies_of_every_region_are_found()
    {
        var text = Before + Body + After + Unrelated;
        var regions = new[] { RegionAt(4, 11), RegionAt(14, 20) };
        Assert.Equal(2, NearDuplicates.Find(Tree(("lib/list.js", text), ("copy.js", text)), regions).Count);
    }

    private static IReadOnlyList<FileRange> Find(params (string Path, string Text)[] others) =>
        NearDuplicates.Find(Tree([("lib/list.js", Before + Body + After), .. others]), [RegionAt(4, 11)]);

    private static Region RegionAt(int first, int last) => new("lib/list.js", first, last, Digest.Of(""));

    private static MemoryTree Tree(params (string Path, string Text)[] files) => new(files.ToDictionary(f => f.Path, f => Encoding.UTF8.GetBytes(f.Text), StringComparer.Ordinal));
}
