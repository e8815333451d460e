using Ase.Core.Attempts;
using Ase.Core.Errors;
using Ase.Core.Ports;
using Ase.Core.Runs;
using Ase.Core.Subjects;
using Ase.Core.Workspaces;

namespace Ase.Datasets.Validation;

/// <summary>Writes the answer of a well-behaved subject in an answer format, of the texts that belong in place of the regions.</summary>
/// <param name="format">The answer format, as <c>infill</c>.</param>
/// <param name="task">The task as the subject sees it.</param>
/// <param name="texts">One text a region.</param>
public delegate string WriteAnswer(string format, MaskedTask task, IReadOnlyList<string> texts);

/// <summary>Sends texts the whole way that a model's answer takes: written down, extracted, applied, checked, scanned.</summary>
internal sealed class AnswerGrading(IQuestionnaire questionnaire, IGrader grader, WriteAnswer write)
{
    private const string Format = "infill";

    private static readonly Subject Subject = SubjectParser.Parse(
        $"check/answers?{SubjectOptions.Context}=none&{SubjectOptions.Format}={Format}", [new SubjectGrammar("check", SubjectOptions.Common, ["answers"])]);

    /// <summary>The verdict on the texts, and why.</summary>
    /// <exception cref="AseException">The grader cannot work.</exception>
    public async Task<(Verdict Verdict, string Reason)> GradeAsync(MaterializedTask task, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var masked = questionnaire.Mask(task);
        var (patch, failure) = questionnaire.Extract(Subject, masked, write(Format, masked, texts));
        if (patch is null) return (failure!.Verdict, failure.Reason);
        var grade = await grader.GradeAsync(task, patch, GradingProfile.Default, cancellationToken);
        return (grade.Verdict, grade.Reason);
    }
}
