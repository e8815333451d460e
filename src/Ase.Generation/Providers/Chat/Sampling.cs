using System.Globalization;
using Ase.Core.Subjects;
using Microsoft.Extensions.AI;

namespace Ase.Generation.Providers.Chat;

/// <summary>The sampling settings of a subject, as a request carries them: what is left at its default is not sent.</summary>
internal static class Sampling
{
    private const string Unset = "default";

    public static ChatOptions Of(Subject subject) => new()
    {
        Temperature = Value(subject, SubjectOptions.Temperature) is { } t ? float.Parse(t, CultureInfo.InvariantCulture) : null,
        TopP = Value(subject, SubjectOptions.TopP) is { } p ? float.Parse(p, CultureInfo.InvariantCulture) : null,
        Seed = Value(subject, SubjectOptions.Seed) is { } s ? long.Parse(s, CultureInfo.InvariantCulture) : null,
        MaxOutputTokens = Value(subject, SubjectOptions.MaxTokens) is { } m ? int.Parse(m, CultureInfo.InvariantCulture) : null,
    };

    private static string? Value(Subject subject, string name) => subject.Options.GetValueOrDefault(name) is { } value && value != Unset ? value : null;
}
