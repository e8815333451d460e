using System.Security.Cryptography;
using System.Text;
using Ase.Code.Text;
using Ase.Taint.Engine;
using Ase.Taint.Patterns;
using Ase.Taint.Rules;

namespace Ase.Taint.Scanning;

/// <summary>Makes findings out of matches and traces.</summary>
internal static class FindingBuilder
{
    private const int MaxSteps = 400;
    private const int MaxSnippet = 200;

    /// <summary>A match of a search rule.</summary>
    public static Finding Search(Rule rule, FileUnit file, FormulaMatch match)
    {
        var step = StepOf(TraceStepKind.Sink, file, match.Span);
        return Build(rule, file, match.Span, match.Bindings, [step]);
    }

    /// <summary>Data that flows from a source to a sink.</summary>
    public static Finding Flow(Rule rule, SinkMatch sink, Fact fact)
    {
        var steps = (fact.Trace?.Flatten(MaxSteps) ?? []).ConvertAll(t => StepOf(t.Kind, t.File, t.File.Tree[t.Node].Span));
        steps.Add(StepOf(TraceStepKind.Sink, sink.File, sink.Match.Span));
        var bindings = new Dictionary<string, Binding>(StringComparer.Ordinal);
        foreach (var (name, binding) in fact.Origin.Source?.Match.Bindings ?? new Dictionary<string, Binding>()) bindings[name] = binding;
        foreach (var (name, binding) in sink.Match.Bindings) bindings[name] = binding;
        return Build(rule, sink.File, sink.Match.Span, bindings, steps);
    }

    /// <summary>Orders findings and tells equal ones apart by a counter in the fingerprint.</summary>
    public static IReadOnlyList<Finding> Order(IEnumerable<Finding> findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new List<Finding>();
        foreach (var finding in findings.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Span.Start).ThenBy(f => f.Span.End).ThenBy(f => f.RuleId, StringComparer.Ordinal))
        {
            var count = seen[finding.Fingerprint] = seen.GetValueOrDefault(finding.Fingerprint) + 1;
            result.Add(count == 1 ? finding : finding with { Fingerprint = Hash(finding.Fingerprint + "#" + count) });
        }
        return result;
    }

    private static Finding Build(Rule rule, FileUnit file, TextSpan span, IReadOnlyDictionary<string, Binding> bindings, IReadOnlyList<TraceStep> steps)
    {
        span = file.InSource(span);
        var identity = new StringBuilder(rule.Id);
        foreach (var step in steps)
        {
            identity.Append('\n').Append(step.File).Append('\n');
            foreach (var c in step.Snippet)
            {
                if (!char.IsWhiteSpace(c)) identity.Append(c);
            }
        }
        return new Finding(
            rule.Id, Message(rule.Message, bindings), rule.Severity, rule.Cwes, file.Path, span, file.Source.PositionOf(span.Start), file.Source.PositionOf(span.End),
            steps, Hash(identity.ToString()));
    }

    private static TraceStep StepOf(TraceStepKind kind, FileUnit file, TextSpan tree)
    {
        var span = file.InSource(tree);
        return new(kind, file.Path, span, file.Source.PositionOf(span.Start), file.Source.PositionOf(span.End), Snippet(file.Source.Slice(span)));
    }

    private static string Snippet(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(Math.Min(text.Length, MaxSnippet));
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = result.Length > 0;
                continue;
            }
            if (result.Length + (space ? 1 : 0) >= MaxSnippet) break;
            if (space) result.Append(' ');
            space = false;
            result.Append(c);
        }
        return result.ToString();
    }

    /// <summary>Fills <c>$X</c> in; the longest name that is bound wins.</summary>
    private static string Message(string message, IReadOnlyDictionary<string, Binding> bindings)
    {
        if (bindings.Count == 0 || !message.Contains('$', StringComparison.Ordinal)) return message;
        var result = new StringBuilder();
        for (var i = 0; i < message.Length; i++)
        {
            var name = message[i] == '$' ? bindings.Keys.Where(k => string.CompareOrdinal(message, i, k, 0, k.Length) == 0).MaxBy(k => k.Length) : null;
            if (name is null)
            {
                result.Append(message[i]);
                continue;
            }
            result.Append(Snippet(bindings[name].Text));
            i += name.Length - 1;
        }
        return result.ToString();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
