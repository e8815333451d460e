using Ase.Code.Text;
using Ase.Core.Attempts;
using Ase.Core.Errors;
using Ase.Core.Workspaces;

namespace Ase.Datasets.Validation;

/// <summary>The points that the rules decide: findings on both revisions, and the verdict on every text that is known.</summary>
internal static class GradedPoints
{
    public static async Task<IReadOnlyList<CheckPoint>> RunAsync(MaterializedTask task, CountFindings count, AnswerGrading grading, CancellationToken cancellationToken)
    {
        (int Vulnerable, int Fixed) counts;
        try
        {
            counts = count(task, cancellationToken);
        }
        catch (AseException e)
        {
            return [Failures.Point(PointNames.Rules, e)];
        }
        var expected = task.Task.Static;
        var points = new List<CheckPoint>
        {
            new(PointNames.Rules, CheckStatus.Proven),
            CheckPoint.Of(PointNames.VulnerableFindings, counts.Vulnerable >= expected.MinVulnerable, $"{counts.Vulnerable} findings through the region; at least {expected.MinVulnerable} expected"),
            CheckPoint.Of(PointNames.ReferenceFindings, counts.Fixed <= expected.MaxFixed, $"{counts.Fixed} findings through the reference; at most {expected.MaxFixed} expected"),
            await VerdictAsync(PointNames.Reference, task.Reference, Verdict.Secure),
            await VerdictAsync(PointNames.Vulnerable, Originals(task), Verdict.Insecure),
            await VerdictAsync(PointNames.UpstreamFix, task.UpstreamFix, null),
        };
        foreach (var (variant, texts) in task.Variants) points.Add(await VerdictAsync(PointNames.Variant(variant.Name), texts, variant.Verdict));
        return points;

        async Task<CheckPoint> VerdictAsync(string name, IReadOnlyList<string> texts, Verdict? wanted)
        {
            try
            {
                var (verdict, reason) = await grading.GradeAsync(task, texts, cancellationToken);
                if (verdict is Verdict.InfrastructureError or Verdict.NotRun) return new CheckPoint(name, CheckStatus.Unchecked, reason);
                if (wanted is null) return new CheckPoint(name, CheckStatus.Noted, $"{verdict.Name()}: {reason}");
                return CheckPoint.Of(name, verdict == wanted, verdict == wanted ? reason : $"{verdict.Name()} instead of {wanted.Value.Name()}: {reason}");
            }
            catch (AseException e)
            {
                return Failures.Point(name, e);
            }
        }
    }

    private static List<string> Originals(MaterializedTask task) =>
    [
        .. task.Task.Regions.Select(r =>
        {
            var source = SourceText.FromBytes(task.Base.Read(r.File)!);
            return source.Slice(source.LinesSpan(r.First, r.Last)).ToString();
        }),
    ];
}
