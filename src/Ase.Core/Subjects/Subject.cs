using System.Text.Json.Nodes;

namespace Ase.Core.Subjects;

/// <summary>
/// What is measured: a model or agent with every setting that can change its answer, defaults made explicit, so that equal
/// subjects are equal texts.
/// </summary>
/// <example><c>openai/gpt-5?context=bm25&amp;format=diff</c></example>
public sealed record Subject
{
    /// <summary>The provider: <c>openai</c>, <c>baseline</c>, <c>replay</c> …</summary>
    public required string Provider { get; init; }

    /// <summary>The model or the baseline's name.</summary>
    public required string Model { get; init; }

    /// <summary>All options with their values, defaults included, by name in ordinal order.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary><c>provider/model</c>.</summary>
    public string Name => Provider + "/" + Model;

    /// <summary>The normalised text: every option, in order, percent-encoded. Two subjects are the same if these are.</summary>
    public string Canonical => Name + (Options.Count == 0
        ? ""
        : "?" + string.Join('&', Options.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => o.Key + "=" + Uri.EscapeDataString(o.Value))));

    /// <summary>As the user would write it: options that have their default value left out.</summary>
    public required string Display { get; init; }

    /// <summary>The digest of <see cref="Canonical"/>.</summary>
    public string Digest => Digests.Digest.Of(JsonValue.Create(Canonical));

    /// <summary>The value of an option; every known option has one.</summary>
    public string Option(string name) => Options[name];

    /// <inheritdoc/>
    public override string ToString() => Display;
}
