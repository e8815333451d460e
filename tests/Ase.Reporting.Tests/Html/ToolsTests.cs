using Ase.Reporting.Tests.Support;

namespace Ase.Reporting.Tests.Html;

/// <summary>A runner prints the names of skipped tests, not their reasons: this name says what to install.</summary>
public sealed class ToolsTests
{
    [Fact(DisplayName = "The pages are tested in Chromium (skipped without it: apt-get install -y chromium)")]
    public async Task Chromium_shows_a_page()
    {
        var page = await Chromium.OpenAsync("<!doctype html><title>t</title><p id=a></p><script>a.textContent = 'sc' + 'ript ran'</script>");

        Assert.Contains("script ran", page.Dom, StringComparison.Ordinal);
    }
}
