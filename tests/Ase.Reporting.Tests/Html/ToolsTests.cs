using Ase.Reporting.Tests.Support;

namespace Ase.Reporting.Tests.Html;

/// <summary>A runner prints the names of skipped tests, not their reasons: this name says what to install.</summary>
public sealed class ToolsTests
{
    [Fact(DisplayName = "The pages are tested in Chromium (skipped without it: apt-get install -y chromium)")]
    public void Chromium_is_there()
    {
        Assert.SkipUnless(Chromium.IsInstalled, "apt-get install -y chromium");
        Assert.True(Chromium.IsInstalled);
    }
}
