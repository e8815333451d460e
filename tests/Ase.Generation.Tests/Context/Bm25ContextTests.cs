using System.Text;
using Ase.Core.Ports;
using Ase.Generation.Context;
using Ase.Generation.Context.Bm25;

namespace Ase.Generation.Tests.Context;

public sealed class Bm25ContextTests
{
    private const string Masked = """
        const { resolveBase } = require('./paths');

        function load(name, done) {
            // the region
            readWhole(resolveBase(name), done);
        }

        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_that_share_rare_words_with_the_masked_file_come_first()
    {
        var hits = await RetrieveAsync(Repository(new()
        {
            ["lib/paths.js"] = "exports.resolveBase = function resolveBase(name) { return base + name; };\n",
            ["lib/other.js"] = "exports.other = function other(value) { return value; };\n",
            ["lib/names.js"] = "function load(name) { return name; }\n",
        }));

        Assert.Equal("lib/paths.js", hits[0].Path);
        Assert.Equal(Enumerable.Range(1, hits.Count), hits.Select(h => h.Rank));
        Assert.Equal(hits.Select(h => h.Score).OrderDescending(), hits.Select(h => h.Score));
        Assert.StartsWith("exports.resolveBase", hits[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_of_a_name_and_words_of_the_summary_find_files_too()
    {
        var hits = await RetrieveAsync(Repository(new()
        {
            ["a.py"] = "def resolve_base_folder(x):\n    return x\n",
            ["b.conf"] = "files = loaded\n",
            ["c.toml"] = "unrelated = 1\n",
        }));

        Assert.Equal(["a.py", "b.conf"], hits.Select(h => h.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_masked_file_itself_and_what_is_no_context_are_never_hits()
    {
        const string Text = "resolveBase(name)\n";
        var hits = await RetrieveAsync(Repository(new()
        {
            ["node_modules/x/index.js"] = Text,
            [".github/build.yml"] = Text,
            ["dist/app.min.js"] = Text,
            ["dist/app.js"] = Text + new string('x', 6000),
            ["package-lock.json"] = Text,
            ["README.md"] = Text,
            ["logo.png"] = Text,
            ["binary.js"] = Text + "\0",
            ["huge.js"] = string.Concat(Enumerable.Repeat(Text, 60_000)),
            ["LICENSE"] = Text,
            ["bin/run"] = "#!/usr/bin/env node\n" + Text,
            ["kept.html"] = Text,
        }));

        Assert.Equal(["bin/run", "kept.html"], hits.Select(h => h.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_of_the_region_finds_or_shows_anything()
    {
        var text = Masked.Replace("// the region", "secretWord(name);", StringComparison.Ordinal);
        var task = Sample.Task(text, first: 4, last: 4, others: new Dictionary<string, string> { ["a.html"] = "secretWord();\n", ["b.js"] = "resolveBase();\n" });
        var hits = await RetrieveAsync(task);

        Assert.Equal(["b.js"], hits.Select(h => h.Path));
        Assert.DoesNotContain(hits, h => h.Text.Contains("secretWord", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Equal_scores_are_in_the_order_of_the_paths_and_the_number_of_hits_is_bounded()
    {
        var files = Enumerable.Range(0, 60).ToDictionary(i => $"f{i:00}.js", _ => "resolveBase(name)\n", StringComparer.Ordinal);
        var hits = await RetrieveAsync(Repository(files), new Bm25Options { MaxHits = 7 });

        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"f{i:00}.js"), hits.Select(h => h.Path));
        Assert.Single(hits.Select(h => h.Score).Distinct());
    }

    [Fact]
    public async Task The_same_task_gives_the_same_hits_from_any_number_of_threads()
    {
        var files = Enumerable.Range(0, 40).ToDictionary(i => $"f{i}.js", i => string.Concat(Enumerable.Range(0, i + 1).Select(j => $"resolveBase(name{j % 7}, load{i % 5});\n")), StringComparer.Ordinal);
        var strategy = new Bm25Context(new Bm25Options());
        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => strategy.RetrieveAsync(Repository(files), Token)));
        var again = await RetrieveAsync(Repository(files));

        Assert.All(all, hits => Assert.Equal(again, hits));
        Assert.Equal(1, strategy.CachedIndexes);
    }

    [Fact]
    public async Task Tasks_on_one_revision_that_mask_other_places_do_not_share_an_index()
    {
        const string Other = "other(one);\nresolveBase(name);\nother(two);\n";
        var strategy = new Bm25Context(new Bm25Options { CachedIndexes = 2 });
        var files = new Dictionary<string, string> { ["b.js"] = Other };
        for (var line = 3; line <= 5; line++) await strategy.RetrieveAsync(Sample.Task(Masked, first: line, last: line, others: files), Token);

        Assert.Equal(2, strategy.CachedIndexes);
    }

    [Fact]
    public async Task A_repository_without_anything_else_has_no_hits() => Assert.Empty(await RetrieveAsync(Repository([])));

    [Fact]
    public async Task A_huge_masked_file_asks_with_its_heaviest_terms_only()
    {
        var text = new StringBuilder(Masked);
        for (var i = 0; i < 20_000; i++) text.Append("value").Append(i).Append("();\n");
        var index = RepositoryIndex.Build(Sample.Task(text.ToString(), first: 4, last: 4).Masked, new Bm25Options { MaxTerms = 100 }, Token);
        var terms = index.Terms("Loads a file.", text.ToString());

        Assert.Equal(100, terms.Count);
        Assert.Equal(terms, index.Terms("Loads a file.", text.ToString()));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task The_strategy_none_shows_nothing() => Assert.Empty(await ContextStrategies.Create().Single(s => s.Name == "none").RetrieveAsync(Repository([]), Token));

    [Fact]
    public void Every_allowed_strategy_exists_once() => Assert.Equal(
        Ase.Core.Subjects.SubjectOptions.Common.Single(o => o.Name == Ase.Core.Subjects.SubjectOptions.Context).Allowed.Order(StringComparer.Ordinal),
        ContextStrategies.Create().Select(s => s.Name).Order(StringComparer.Ordinal));

    private static MaskedTask Repository(Dictionary<string, string> files) => Sample.Task(Masked, first: 4, last: 4, others: files);

    private static Task<IReadOnlyList<ContextHit>> RetrieveAsync(MaskedTask task, Bm25Options? options = null) => new Bm25Context(options ?? new Bm25Options()).RetrieveAsync(task, Token);
}
