using System.Text;
using Ase.Core.Attempts;
using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Core.Runs;
using Ase.Core.Subjects;
using Ase.Core.Tasks;
using Ase.Core.Workspaces;
using Ase.Datasets.Materialization;
using Ase.Datasets.Sources;
using Ase.Datasets.Validation;

namespace Ase.Datasets.Tests.Validation;

/// <summary>Answers are the texts between marks; the verdict is the one that the text's content asks for.</summary>
internal sealed class FakeGrading : IQuestionnaire, IGrader
{
    /// <summary>The verdict by a part of the answer.</summary>
    public Dictionary<string, Verdict> Verdicts { get; } = new(StringComparer.Ordinal)
    {
        ["execFileSync"] = Verdict.Secure,
        ["cp.execSync"] = Verdict.Insecure,
        ["'secure-"] = Verdict.Secure,
        ["'insecure-"] = Verdict.Insecure,
        ["'degenerate-"] = Verdict.CheckFailed,
    };

    public (int Vulnerable, int Fixed) Counts { get; set; } = (1, 0);
    public AseException? RulesFail { get; set; }
    public AseException? GradingFails { get; set; }
    public List<(string Subject, string Answer)> Answers { get; } = [];

    public string MaskingVersion => "1";
    public string PromptVersion => "1";

    public TaskChecker Checker(ITaskMaterializer? materializer = null) => new(materializer ?? new TaskMaterializer([new DirectorySource()]), this, this, Count, Write);

    public (int Vulnerable, int Fixed) Count(MaterializedTask task, CancellationToken cancellationToken) => RulesFail is null ? Counts : throw RulesFail;

    public static string Write(string format, MaskedTask task, IReadOnlyList<string> texts) => format + "|" + string.Join('|', texts);

    public MaskedTask Mask(MaterializedTask task) => new(task, task.Base, "// missing");

    public Task<Prompt> AskAsync(Subject subject, MaskedTask task, CancellationToken cancellationToken) => throw new NotSupportedException();

    public PatchOutcome Extract(Subject subject, MaskedTask task, string answer)
    {
        lock (Answers) Answers.Add((subject.Display, answer));
        return answer.Contains("'no answer'", StringComparison.Ordinal)
            ? new PatchFailure(Verdict.NoAnswer, "There is no code.")
            : new Patch { Files = new Dictionary<string, byte[]?> { ["answer"] = Encoding.UTF8.GetBytes(answer) }, Replaced = [] };
    }

    public string GradingDigest(BenchmarkTask task, GradingProfile profile) => "";

    public Task<GradeRecord> GradeAsync(MaterializedTask task, Patch patch, GradingProfile profile, CancellationToken cancellationToken)
    {
        if (GradingFails is not null) throw GradingFails;
        var answer = Encoding.UTF8.GetString(patch.Files["answer"]!);
        var verdict = Verdicts.First(v => answer.Contains(v.Key, StringComparison.Ordinal)).Value;
        return Task.FromResult(new GradeRecord { Verdict = verdict, Quality = verdict != Verdict.CheckFailed, Security = verdict == Verdict.Secure, Reason = "because of " + profile.Name });
    }
}
