using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ase.Taint.Rules;

/// <summary>Collects the errors of one file while it is read.</summary>
internal sealed class RuleErrors(string origin)
{
    private readonly List<RuleError> errors = [];

    /// <summary>The rule being read, or null.</summary>
    public string? RuleId { get; set; }

    /// <summary>Its mode, as far as it can be told.</summary>
    public RuleMode? Mode { get; set; }

    public IReadOnlyList<RuleError> All => errors;

    public int Count => errors.Count;

    public void Add(YamlNode node, string message) => Add(node.Start, message);

    public void Add(Mark mark, string message) => errors.Add(new RuleError(origin, (int)mark.Line, (int)mark.Column, RuleId, message) { Mode = Mode });
}
