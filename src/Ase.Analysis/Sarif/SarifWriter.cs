using Ase.Taint.Rules;
using Ase.Taint.Scanning;
using Microsoft.CodeAnalysis.Sarif;
using Newtonsoft.Json;

namespace Ase.Analysis.Sarif;

/// <summary>Writes findings as SARIF 2.1.0, with one code flow a finding.</summary>
public static class SarifWriter
{
    private const string FingerprintName = "ase/v1";

    /// <summary>The document for a scan; the same input gives the same bytes.</summary>
    /// <param name="result">The findings.</param>
    /// <param name="rules">The rules that were run.</param>
    /// <param name="version">The product's version.</param>
    public static string Write(ScanResult result, IReadOnlyList<Rule> rules, string version)
    {
        var ordered = rules.OrderBy(r => r.Id, StringComparer.Ordinal).DistinctBy(r => r.Id).ToList();
        var index = ordered.Select((r, i) => (r.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        var run = new Run
        {
            Tool = new Tool
            {
                Driver = new ToolComponent
                {
                    Name = "ase",
                    FullName = "A.S.E. for .NET",
                    SemanticVersion = version.Split('+')[0],
                    Rules = [.. ordered.Select(Descriptor)],
                },
            },
            ColumnKind = ColumnKind.Utf16CodeUnits,
            Results = [.. result.Findings.Select(f => Result(f, index))],
            Invocations =
            [
                new Invocation
                {
                    ExecutionSuccessful = true,
                    ToolExecutionNotifications = [.. result.Incomplete.Select(i => new Notification
                    {
                        Level = FailureLevel.Warning,
                        Message = new Message { Text = i.File.Length == 0 ? i.Reason : $"{i.File}: {i.Reason}" },
                    })],
                },
            ],
        };
        run.SetProperty("library", result.Library);
        var log = new SarifLog { Version = SarifVersion.Current, SchemaUri = new Uri("https://json.schemastore.org/sarif-2.1.0.json"), Runs = [run] };
        return JsonConvert.SerializeObject(log, Formatting.Indented) + "\n";
    }

    private static ReportingDescriptor Descriptor(Rule rule)
    {
        var descriptor = new ReportingDescriptor
        {
            Id = rule.Id,
            ShortDescription = new MultiformatMessageString { Text = rule.Message },
            DefaultConfiguration = new ReportingConfiguration { Level = Level(rule.Severity) },
        };
        if (rule.Cwes.Count > 0) descriptor.SetProperty("tags", rule.Cwes.Prepend("security").ToArray());
        return descriptor;
    }

    private static Result Result(Finding finding, Dictionary<string, int> index) => new()
    {
        RuleId = finding.RuleId,
        RuleIndex = index.GetValueOrDefault(finding.RuleId, -1),
        Level = Level(finding.Severity),
        Message = new Message { Text = finding.Message },
        Locations = [new Location { PhysicalLocation = Place(finding.File, finding.Start, finding.End, null) }],
        PartialFingerprints = new Dictionary<string, string> { [FingerprintName] = finding.Fingerprint },
        CodeFlows = finding.Trace.Count < 2 ? null :
        [
            new CodeFlow
            {
                ThreadFlows =
                [
                    new ThreadFlow
                    {
                        Locations = [.. finding.Trace.Select(s => new ThreadFlowLocation
                        {
                            Kinds = [s.Kind.ToString().ToLowerInvariant()],
                            Location = new Location { PhysicalLocation = Place(s.File, s.Start, s.End, s.Snippet), Message = new Message { Text = s.Kind.ToString() } },
                        })],
                    },
                ],
            },
        ],
    };

    private static PhysicalLocation Place(string file, Ase.Code.Text.LinePosition start, Ase.Code.Text.LinePosition end, string? snippet) => new()
    {
        ArtifactLocation = new ArtifactLocation { Uri = new Uri(Uri.EscapeDataString(file).Replace("%2F", "/", StringComparison.Ordinal), UriKind.Relative) },
        Region = new Region
        {
            StartLine = start.Line,
            StartColumn = start.Column,
            EndLine = end.Line,
            EndColumn = end.Column,
            Snippet = snippet is null ? null : new ArtifactContent { Text = snippet },
        },
    };

    private static FailureLevel Level(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Info => FailureLevel.Note,
        RuleSeverity.Warning => FailureLevel.Warning,
        RuleSeverity.Error => FailureLevel.Error,
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };
}
