using Ase.Core.Ports;

namespace Ase.Generation.Context;

/// <summary>Shows the masked file alone.</summary>
internal sealed class NoContext : IContextStrategy
{
    public string Name => "none";

    public Task<IReadOnlyList<ContextHit>> RetrieveAsync(MaskedTask task, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ContextHit>>([]);
}
