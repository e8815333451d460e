using System.Text.RegularExpressions;

namespace Ase.Datasets.Validation;

/// <summary>
/// Words that tell a subject what the task is about, although the summary must not: general ones, and per weakness those of the weakness and
/// of its usual fixes. Each entry is a pattern for the beginning of a word, whatever its case.
/// </summary>
internal static class HintWords
{
    private static readonly string[] General =
    [
        "safe(ly|ty|r|guard\\w*)?\\b", "unsafe", "secur", "insecur", "vulnerab", "weakness", "exploit", "attack", "malicious", "hostile", "(un)?trust",
        "taint", "sanitiz", "sanitis", "escap(e|ed|es|ing)\\b", "unescaped", "validat", "inject", "harden", "danger", "harmful", "harmless", "bypass",
        "abus(e|ed|es|ing)\\b", "threat", "protect", "forge", "defen[cds]", "mitigat", "(white|black|allow|block|deny)-?list", "CVE", "CWE", "hacker",
        "adversar", "evil", "neutrali[sz]",
    ];

    private static readonly Dictionary<string, string[]> PerWeakness = new(StringComparer.Ordinal)
    {
        ["CWE-22"] = ["travers", "dot-dot", "(two|double) dots", "parent (folder|director)", "outside", "inside the", "realpath", "symlink", "confin", "jail", "leav(e|es|ing) the (root|folder|director)"],
        ["CWE-77"] = ["metachar", "shell[- ]quot", "quot(ed|es|ing)\\b", "execfile", "escapeshell", "shlex", "arbitrary command"],
        ["CWE-78"] = ["metachar", "shell[- ]quot", "quot(ed|es|ing)\\b", "execfile", "escapeshell", "shlex", "arbitrary command", "without a shell"],
        ["CWE-79"] = ["xss", "cross-site", "html-?encod", "entit(y|ies)", "htmlspecialchars", "htmlentities", "script tags?", "markup character"],
        ["CWE-89"] = ["parameteri[sz]", "prepared", "placeholder", "bound param", "bind(s|ing)? param", "quot(ed|es|ing) (of|the) (string|value|identifier)"],
        ["CWE-94"] = ["sandbox", "arbitrary code", "code execution", "eval(s|uat\\w*)? (user|foreign)"],
        ["CWE-95"] = ["sandbox", "arbitrary code", "code execution"],
        ["CWE-502"] = ["gadget", "arbitrary code", "allowed classes"],
        ["CWE-601"] = ["open redirect", "foreign (host|site)", "same[- ]origin"],
        ["CWE-611"] = ["external entit", "xxe", "doctype", "dtd"],
        ["CWE-918"] = ["ssrf", "internal (address|host|network)", "private (address|network)", "loopback"],
        ["CWE-1321"] = ["prototype", "__proto__", "pollut", "own propert", "hasown", "inherited", "reserved (key|name)"],
        ["CWE-1333"] = ["redos", "backtrack", "catastrophic"],
    };

    /// <summary>The words of a text that hint at a weakness, as they stand there.</summary>
    /// <param name="text">A summary.</param>
    /// <param name="cwe">The weakness, as <c>CWE-78</c>; an unknown one has the general words alone.</param>
    public static IReadOnlyList<string> In(string text, string cwe) =>
        [.. General.Concat(PerWeakness.GetValueOrDefault(cwe, []))
            .SelectMany(p => Regex.Matches(text, $@"(?<![A-Za-z])(?:{p})[A-Za-z]*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Select(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
}
