namespace Ase.Taint.Scanning;

/// <summary>The files to scan: a base tree, an overlay, a folder.</summary>
public interface ISourceFiles
{
    /// <summary>All paths, with <c>/</c>, in ordinal order.</summary>
    IReadOnlyList<string> Paths { get; }

    /// <summary>The bytes of a file, or null when it cannot be read (it is then reported as incomplete).</summary>
    byte[]? Read(string path);
}

/// <summary>Limits and width of a scan.</summary>
public sealed record ScanOptions
{
    /// <summary>Threads. <value>number of processors</value></summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Library mode: the parameters of what files offer to others (exported functions, public methods) are sources too, for every taint rule that
    /// does not decline (<c>ase: { library: false }</c>). For packages that have no request object. <value>false</value>
    /// </summary>
    public bool Library { get; init; }

    /// <summary>Files above this many bytes are reported as incomplete. <value>5 MB</value></summary>
    public int MaxFileBytes { get; init; } = 5_000_000;

    /// <summary>Functions considered for one call. <value>12</value></summary>
    public int MaxCallees { get; init; } = 12;

    /// <summary>Passes over one function before it is given up as incomplete. <value>60</value></summary>
    public int MaxPasses { get; init; } = 60;

    /// <summary>Whole-scan wall-time limit; what is left is reported as incomplete. <value>10 minutes</value></summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);
}
