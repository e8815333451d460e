namespace Ase.Core.Subjects;

/// <summary>An option of a subject.</summary>
/// <param name="Name">As written.</param>
/// <param name="Default">The value when it is not written.</param>
/// <param name="Description">One line.</param>
/// <param name="Allowed">The allowed values; empty: checked by <paramref name="Check"/> alone.</param>
/// <param name="Check">What is wrong with a value, or null when it is right.</param>
public sealed record SubjectOption(string Name, string Default, string Description, IReadOnlyList<string> Allowed, Func<string, string?>? Check = null);

/// <summary>The options that every subject has, whatever its provider; a provider may add its own.</summary>
public static class SubjectOptions
{
    /// <summary>How context is found.</summary>
    public const string Context = "context";
    /// <summary>How the answer is written.</summary>
    public const string Format = "format";
    /// <summary>Tokens of the prompt at most.</summary>
    public const string Budget = "budget";
    /// <summary>Sampling temperature.</summary>
    public const string Temperature = "temperature";
    /// <summary>Tokens of the answer at most.</summary>
    public const string MaxTokens = "max-tokens";
    /// <summary>Nucleus sampling.</summary>
    public const string TopP = "top-p";
    /// <summary>Sampling seed.</summary>
    public const string Seed = "seed";

    /// <summary>The common options.</summary>
    public static IReadOnlyList<SubjectOption> Common { get; } =
    [
        new(Context, "bm25", "repository context shown to the subject", ["none", "bm25"]),
        new(Format, "infill", "form of the answer", ["infill", "diff", "files"]),
        new(Budget, "64000", "tokens of the prompt at most (o200k)", [], v => Integer(v, 500, 10_000_000)),
    ];

    /// <summary>The options of subjects that sample from a model.</summary>
    public static IReadOnlyList<SubjectOption> Sampling { get; } =
    [
        new(Temperature, "default", "sampling temperature, 0 to 2, or default", [], v => v == "default" ? null : Number(v, 0, 2)),
        new(TopP, "default", "nucleus sampling, 0 to 1, or default", [], v => v == "default" ? null : Number(v, 0, 1)),
        new(Seed, "default", "sampling seed, an integer, or default", [], v => v == "default" ? null : Integer(v, int.MinValue, int.MaxValue)),
        new(MaxTokens, "8192", "tokens of the answer at most", [], v => Integer(v, 1, 10_000_000)),
    ];

    private static string? Integer(string value, long min, long max) =>
        long.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var n) && n >= min && n <= max ? null : $"an integer from {min} to {max} is expected";

    private static string? Number(string value, double min, double max) =>
        double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var n) && n >= min && n <= max
            ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a number from {min} to {max} is expected");
}
