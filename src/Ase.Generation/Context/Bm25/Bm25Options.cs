namespace Ase.Generation.Context.Bm25;

/// <summary>How the index is asked. Changing a default changes prompts: <see cref="Prompts.PromptBuilder.Version"/> goes up with it.</summary>
public sealed record Bm25Options
{
    /// <summary>Saturation of a term's count in a file. <value>0.9</value></summary>
    public float K1 { get; init; } = 0.9f;

    /// <summary>How much long files are held back, 0 to 1. <value>0.4</value></summary>
    public float B { get; init; } = 0.4f;

    /// <summary>Saturation of a term's count in the query. <value>8</value></summary>
    public float K3 { get; init; } = 8;

    /// <summary>How often a word of the summary counts, compared with one of the masked file. <value>3</value></summary>
    public int SummaryWeight { get; init; } = 3;

    /// <summary>Terms of the query, the heaviest ones, 1 to 1,024. <value>512</value></summary>
    public int MaxTerms { get; init; } = 512;

    /// <summary>Hits, at least 1. <value>20</value></summary>
    public int MaxHits { get; init; } = 20;

    /// <summary>Indexes kept in memory, at least 1. <value>8</value></summary>
    public int CachedIndexes { get; init; } = 8;
}
