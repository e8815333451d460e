using Ase.Core.Errors;

namespace Ase.Core.Subjects;

/// <summary>What a provider accepts as subjects.</summary>
/// <param name="Provider">Its name before the slash.</param>
/// <param name="Options">All its options, the common ones included.</param>
/// <param name="Models">The allowed models; empty: any.</param>
public sealed record SubjectGrammar(string Provider, IReadOnlyList<SubjectOption> Options, IReadOnlyList<string> Models);

/// <summary>Reads subjects as people write them.</summary>
public static class SubjectParser
{
    /// <summary>Parses <c>provider/model?option=value</c> and makes every default explicit. All mistakes are named at once.</summary>
    /// <exception cref="AseException"><see cref="ErrorCode.InvalidSubject"/>.</exception>
    public static Subject Parse(string text, IReadOnlyList<SubjectGrammar> grammars)
    {
        var question = text.IndexOf('?', StringComparison.Ordinal);
        var name = question < 0 ? text : text[..question];
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == name.Length - 1) throw Invalid(text, ["it has no provider/model"]);
        var provider = name[..slash];
        var model = name[(slash + 1)..];
        if (grammars.FirstOrDefault(g => g.Provider == provider) is not { } grammar)
            throw Invalid(text, [$"there is no provider '{provider}' (there are: {string.Join(", ", grammars.Select(g => g.Provider))})"]);

        var problems = new List<string>();
        if (grammar.Models.Count > 0 && !grammar.Models.Contains(model))
            problems.Add($"{provider} has no '{model}' (there are: {string.Join(", ", grammar.Models)})");
        var given = question < 0 ? [] : ParseOptions(text[(question + 1)..], problems);
        foreach (var unknown in given.Keys.Where(k => grammar.Options.All(o => o.Name != k)))
            problems.Add($"there is no option '{unknown}' (there are: {string.Join(", ", grammar.Options.Select(o => o.Name))})");
        foreach (var option in grammar.Options)
        {
            if (!given.TryGetValue(option.Name, out var value)) continue;
            if (option.Allowed.Count > 0 && !option.Allowed.Contains(value)) problems.Add($"{option.Name}={value}: allowed are {string.Join(", ", option.Allowed)}");
            else if (option.Check?.Invoke(value) is { } problem) problems.Add($"{option.Name}={value}: {problem}");
        }
        if (problems.Count > 0) throw Invalid(text, problems);

        var all = grammar.Options.ToDictionary(o => o.Name, o => given.GetValueOrDefault(o.Name, o.Default), StringComparer.Ordinal);
        var changed = grammar.Options.Where(o => all[o.Name] != o.Default).OrderBy(o => o.Name, StringComparer.Ordinal).Select(o => o.Name + "=" + all[o.Name]).ToList();
        return new Subject
        {
            Provider = provider,
            Model = model,
            Options = new SortedDictionary<string, string>(all, StringComparer.Ordinal),
            Display = name + (changed.Count > 0 ? "?" + string.Join('&', changed) : ""),
        };
    }

    private static Dictionary<string, string> ParseOptions(string text, List<string> problems)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) problems.Add($"'{part}' is not option=value");
            else if (!options.TryAdd(part[..equals], Uri.UnescapeDataString(part[(equals + 1)..]))) problems.Add($"'{part[..equals]}' is given twice");
        }
        return options;
    }

    private static AseException Invalid(string text, IEnumerable<string> problems) =>
        new(ErrorCode.InvalidSubject, $"'{text}' is no valid subject: {string.Join("; ", problems)}.");
}
