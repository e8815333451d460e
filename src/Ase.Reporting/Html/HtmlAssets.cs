using System.Text;

namespace Ase.Reporting.Html;

/// <summary>The page's own files, embedded in this assembly.</summary>
internal static class HtmlAssets
{
    // In the order in which they stand in the page.
    private static readonly string[] Scripts = ["dom", "inflate", "data", "verdicts", "table", "overview", "lists", "diff", "attempt", "main"];

    /// <summary>The frame with its placeholders.</summary>
    public static string Frame { get; } = Read("report.html");

    /// <summary>The style sheet.</summary>
    public static string Style { get; } = Read("report.css");

    /// <summary>The script, in a scope of its own.</summary>
    public static string Script { get; } = Join(Scripts.Select(name => Read(name + ".js")));

    private static string Join(IEnumerable<string> parts)
    {
        var script = new StringBuilder("(() => {\n\"use strict\";\n");
        foreach (var part in parts) script.Append(part);
        return script.Append("})();\n").ToString();
    }

    // HTML turns CRLF into LF before the hashes of the policy are compared.
    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(HtmlAssets).Assembly.GetManifestResourceStream("Ase.Reporting.Html." + name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
