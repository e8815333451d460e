namespace Ase.Datasets.Validation;

/// <summary>The names of the points, in their order. docs/tasks.md lists them.</summary>
internal static class PointNames
{
    public const string SummaryLength = "summary-length";
    public const string SummaryHints = "summary-hints";
    public const string VariantCounts = "variant-counts";
    public const string RuleLines = "rule-lines";
    public const string Revision = "revision";
    public const string Region = "region";
    public const string RegionComplete = "region-complete";
    public const string OwnWords = "own-words";
    public const string Rules = "rules";
    public const string VulnerableFindings = "vulnerable-findings";
    public const string ReferenceFindings = "reference-findings";
    public const string Reference = "reference";
    public const string Vulnerable = "vulnerable";
    public const string UpstreamFix = "upstream-fix";

    public static string Variant(string name) => "variant " + name;
}
