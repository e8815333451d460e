using System.Text.Json.Nodes;
using Ase.Core.Digests;
using Ase.Core.Tasks;

namespace Ase.Core.Pipeline;

/// <summary>The identity of what a task asks: revision, regions, summary, masking. Correcting a variant or a rule does not change it.</summary>
public static class Questions
{
    /// <summary>The digest of a question.</summary>
    /// <param name="task">The task.</param>
    /// <param name="maskingVersion">See <see cref="Ports.IQuestionnaire.MaskingVersion"/>.</param>
    public static string DigestOf(BenchmarkTask task, string maskingVersion) => Digest.Of(new JsonObject
    {
        ["source"] = Identity(task.Source),
        ["support"] = task.Fixed.Support.Count == 0 ? null : new JsonArray([task.Fixed.Upstream.Revision, .. task.Fixed.Support.Select(s => JsonValue.Create(s))]),
        ["regions"] = new JsonArray([.. task.Regions.Select(r => new JsonArray(r.File, r.First, r.Last, r.Sha256))]),
        ["summary"] = task.Summary,
        ["masking"] = maskingVersion,
    });

    private static string Identity(TaskSource source) => source switch
    {
        TaskSource.Npm n => $"npm:{n.Package}@{n.Version}#{n.Integrity}",
        TaskSource.Git g => $"git:{g.Url}@{g.Commit}",
        TaskSource.Directory d => $"directory:{d.Digest}",
        _ => throw new InvalidOperationException(source.GetType().Name),
    };
}
