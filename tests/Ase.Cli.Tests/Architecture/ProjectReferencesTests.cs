using System.Xml.Linq;

namespace Ase.Cli.Tests.Architecture;

/// <summary>Holds the project files against the picture of the architecture: references go one way.</summary>
public sealed class ProjectReferencesTests
{
    private static readonly Dictionary<string, string[]> Picture = new(StringComparer.Ordinal)
    {
        ["Ase.Core"] = [],
        ["Ase.Code"] = [],
        ["Ase.Taint"] = ["Ase.Code"],
        ["Ase.Analysis"] = ["Ase.Core", "Ase.Taint"],
        ["Ase.Datasets"] = ["Ase.Code", "Ase.Core"],
        ["Ase.Generation"] = ["Ase.Code", "Ase.Core"],
        ["Ase.Storage"] = ["Ase.Core"],
        ["Ase.Reporting"] = ["Ase.Core"],
        ["Ase.Web"] = ["Ase.Reporting"],
        ["Ase.Cli"] = ["Ase.Analysis", "Ase.Datasets", "Ase.Generation", "Ase.Storage", "Ase.Web"],
    };

    public static TheoryData<string> Projects => [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_projects_are_those_of_the_picture() => Assert.Equal(Picture.Keys.Order(StringComparer.Ordinal), Projects.Select(p => p.Data));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_what_the_picture_says(string project)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        var references = file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))).Order(StringComparer.Ordinal);

        Assert.Equal(Picture[project], references);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "ase.slnx"));
        foreach (var project in Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).Where(p => !p.Contains("/obj/", StringComparison.Ordinal)))
            Assert.Contains(Path.GetRelativePath(Repository.Root, project).Replace('\\', '/'), solution, StringComparison.Ordinal);
    }
}
