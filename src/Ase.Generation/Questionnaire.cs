using Ase.Core.Attempts;
using Ase.Core.Ports;
using Ase.Core.Subjects;
using Ase.Core.Workspaces;
using Ase.Generation.Answers;
using Ase.Generation.Context;
using Ase.Generation.Masking;
using Ase.Generation.Prompts;

namespace Ase.Generation;

/// <summary>Masks, retrieves, prompts, extracts: one stage each, as the subject's options say.</summary>
/// <param name="strategies">The context strategies, one for each name.</param>
public sealed class Questionnaire(IReadOnlyList<IContextStrategy> strategies) : IQuestionnaire
{
    /// <inheritdoc/>
    public string MaskingVersion => Masker.Version;

    /// <inheritdoc/>
    public string PromptVersion => PromptBuilder.Version;

    /// <inheritdoc/>
    public MaskedTask Mask(MaterializedTask task) => Masker.Mask(task);

    /// <inheritdoc/>
    public async Task<Prompt> AskAsync(Subject subject, MaskedTask task, CancellationToken cancellationToken)
    {
        var name = subject.Option(SubjectOptions.Context);
        var hits = await strategies.First(s => s.Name == name).RetrieveAsync(task, cancellationToken);
        return PromptBuilder.Build(subject, task, hits);
    }

    /// <inheritdoc/>
    public PatchOutcome Extract(Subject subject, MaskedTask task, string answer) => AnswerExtractor.Extract(subject.Option(SubjectOptions.Format), task, answer);
}
