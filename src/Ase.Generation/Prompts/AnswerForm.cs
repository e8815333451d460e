using System.Globalization;
using Ase.Core.Ports;
using Ase.Generation.Masking;

namespace Ase.Generation.Prompts;

/// <summary>The instructions for one answer format.</summary>
internal static class AnswerForm
{
    private static readonly Template InfillOne = Template.Embedded("infill-one", "marker");
    private static readonly Template InfillMany = Template.Embedded("infill-many", "marker", "count");
    private static readonly Template Diff = Template.Embedded("diff", "marker", "path");
    private static readonly Template Files = Template.Embedded("files", "marker", "path");

    /// <summary>The instructions for a format and a task.</summary>
    // coupling: the allowed values of SubjectOptions.Format, and AnswerExtractor, which reads what is asked for here
    public static string Write(string format, MaskedTask task)
    {
        var regions = task.Task.Task.Regions;
        var template = format switch
        {
            "infill" => regions.Count == 1 ? InfillOne : InfillMany,
            "diff" => Diff,
            "files" => Files,
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };
        return template.Render(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["marker"] = Placeholders.Marker,
            ["count"] = regions.Count.ToString(CultureInfo.InvariantCulture),
            ["path"] = FileBlock.SafePath(regions[0].File),
        });
    }
}
