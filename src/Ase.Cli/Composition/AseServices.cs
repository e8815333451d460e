using Ase.Cli.Output;
using Ase.Datasets.Cache;
using Ase.Datasets.Materialization;
using Ase.Datasets.Sources;
using Ase.Datasets.Suites;

namespace Ase.Cli.Composition;

/// <summary>Puts the parts together; the only place that knows the implementations of the ports.</summary>
internal sealed class AseServices
{
    public AseServices(Terminal terminal, string? gitMirror = null)
    {
        var cache = new ContentCache(terminal.Variable("ASE_CACHE") is { Length: > 0 } set ? set : ContentCache.DefaultRoot);
        Catalog = new SuiteCatalog(terminal.Variable("ASE_TASKS") is { Length: > 0 } tasks ? tasks : ProductFolder("tasks"));
        Materializer = new TaskMaterializer(
        [
            new DirectorySource(),
            new NpmSource(cache),
            new GitSource(cache, gitMirror ?? terminal.Variable("ASE_GIT_MIRROR")),
        ]);
    }

    public SuiteCatalog Catalog { get; }

    public TaskMaterializer Materializer { get; }

    /// <summary>A folder of the product: beside the program when it is installed, in the checkout when it runs from there.</summary>
    public static string ProductFolder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ase.slnx"))) return Path.Combine(folder.FullName, name);
        }
        return Path.Combine(AppContext.BaseDirectory, name);
    }
}
