using Ase.Core.Tasks;
using Ase.Datasets.Materialization;
using Ase.Datasets.Sources;
using Ase.Datasets.Suites;
using Ase.Datasets.TaskFiles;
using Ase.Datasets.Tests.Support;
using Ase.Datasets.Validation;

namespace Ase.Datasets.Tests.Product;

/// <summary>The suites of the product, as far as they can be proven without a network and without the engine.</summary>
public sealed class ProductTasksTests
{
    private static readonly SuiteCatalog Catalog = new(ProductFolder.Of("tasks"));
    private static readonly Dictionary<string, BenchmarkTask> Tasks = Catalog.Names.SelectMany(n => Catalog.Load(n).Tasks).ToDictionary(t => t.Id, StringComparer.Ordinal);

    public static TheoryData<string> Suites => [.. Catalog.Names];

    public static TheoryData<string> All => [.. Tasks.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string> Offline => [.. Tasks.Values.Where(t => t.Source is TaskSource.Directory).Select(t => t.Id).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_suites_of_the_product_are_there() => Assert.Subset(new HashSet<string>(Catalog.Names), new HashSet<string> { "npm", "samples" });

    [Theory, MemberData(nameof(Suites))]
    public void Every_task_of_a_suite_loads(string suite)
    {
        var loaded = Catalog.Load(suite);
        Assert.Empty(loaded.Errors);
        Assert.True(loaded.Tasks.Count >= 20, $"{loaded.Tasks.Count} tasks");
    }

    [Theory, MemberData(nameof(All))]
    public void A_task_keeps_to_the_form(string id) =>
        Assert.All(StaticPoints.Run(Tasks[id]), p => Assert.True(p.Status == CheckStatus.Proven, $"{p.Name}: {p.Evidence}"));

    [Theory, MemberData(nameof(All))]
    public void Every_file_that_a_task_names_is_there_and_every_file_that_is_there_is_named(string id)
    {
        var task = Tasks[id];
        List<string> named = [.. task.Variants.SelectMany(v => v.Files), .. task.Static.Rules, TaskReader.FileName];
        if (task.Fixed.Hardened is { } hardened) named.Add(hardened);
        if (task.Source is TaskSource.Npm { Lock: { } file })
        {
            named.Add(file);
            Assert.NotEmpty(NpmLock.Read(TaskPaths.Resolve(task.Folder, file)));
        }
        foreach (var path in named) Assert.NotEmpty(TaskPaths.ReadText(task.Folder, path));
        var there = Directory.EnumerateFiles(task.Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(task.Folder, f).Replace('\\', '/'));
        Assert.Empty(there.Where(f => !f.StartsWith("repo/", StringComparison.Ordinal) && !f.StartsWith("fixed/", StringComparison.Ordinal) && !f.StartsWith("exploit/", StringComparison.Ordinal)).Except(named));
        Assert.All(task.Variants, v => Assert.NotEmpty(v.Note));
    }

    [Theory, MemberData(nameof(Offline))]
    public async Task A_task_that_needs_no_network_has_its_region_and_our_own_words(string id)
    {
        var task = await new TaskMaterializer([new DirectorySource()]).MaterializeAsync(Tasks[id], TestContext.Current.CancellationToken);
        foreach (var point in new[] { RegionCompleteness.Check(task), OwnWords.Check(task) }) Assert.True(point.Status == CheckStatus.Proven, $"{point.Name}: {point.Evidence}");
        Assert.Empty(task.Omitted);
        Assert.Empty(task.Duplicates);
    }

    [Fact]
    public void No_id_is_in_two_suites() => Assert.Equal(Catalog.Names.Sum(n => Catalog.Load(n).Tasks.Count), Tasks.Count);
}
