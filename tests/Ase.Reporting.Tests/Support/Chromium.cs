using System.Diagnostics;
using System.Text;

namespace Ase.Reporting.Tests.Support;

/// <summary>What a page came to in a browser.</summary>
/// <param name="Dom">The document after its scripts ran.</param>
/// <param name="Console">What the page logged: errors and violations of its policy among it.</param>
public sealed record BrowserPage(string Dom, IReadOnlyList<string> Console);

/// <summary>Opens pages in a headless Chromium, each with a profile of its own; a test that needs it skips itself where there is none.</summary>
public static class Chromium
{
    private static readonly string[] Paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static async Task<BrowserPage> OpenAsync(string html, string address = "")
    {
        if (Paths.FirstOrDefault(File.Exists) is not { } path)
        {
            Assert.Skip("Chromium is not installed: apt-get install -y chromium");
            return new BrowserPage("", []);
        }
        var folder = Directory.CreateTempSubdirectory("ase-chromium-").FullName;
        try
        {
            var page = Path.Combine(folder, "report.html");
            await File.WriteAllTextAsync(page, html);
            return await RunAsync(path, folder, new Uri(page).AbsoluteUri + address);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<BrowserPage> RunAsync(string path, string folder, string address)
    {
        var start = new ProcessStartInfo(path)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in (string[])
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--user-data-dir=" + Path.Combine(folder, "profile"), "--enable-logging=stderr", "--virtual-time-budget=10000", "--dump-dom", address,
        ]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new BrowserPage(await output, [.. (await errors).Split('\n').Where(l => l.Contains(":CONSOLE", StringComparison.Ordinal))]);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
