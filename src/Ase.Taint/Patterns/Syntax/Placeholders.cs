using System.Text.RegularExpressions;

namespace Ase.Taint.Patterns.Syntax;

/// <summary>The names that stand for metavariables and the like while a pattern goes through a grammar.</summary>
internal static partial class Placeholders
{
    public const string Ellipsis = "__ase_e";
    public const string EllipsisType = "__ASE_E";
    public const string Chain = "__ase_c";
    public const string Deep = "__ase_d";
    public const string MetavariablePrefix = "__ase_m_";
    public const string RunPrefix = "__ase_v_";
    public const string TypedPrefix = "__ase_t_";

    /// <summary>True when the text is nothing but <c>...</c> in one of the forms that a grammar asked for.</summary>
    public static bool IsEllipsis(ReadOnlySpan<char> text) => text.Contains(Ellipsis, StringComparison.Ordinal) && EllipsisForm().IsMatch(text);

    /// <summary>The name (with <c>$...</c>) when the text is nothing but <c>$...NAME</c>, or null.</summary>
    public static string? RunName(string text) =>
        text.Contains(RunPrefix, StringComparison.Ordinal) && RunForm().Match(text) is { Success: true } m ? "$..." + m.Groups["name"].Value : null;

    /// <summary>The name (with <c>$</c>) when the text is nothing but <c>$NAME</c>, or null.</summary>
    public static string? MetavariableName(string text)
    {
        var start = text.StartsWith('$') ? 1 : text.StartsWith(EllipsisType + " ", StringComparison.Ordinal) ? EllipsisType.Length + 1 : 0;
        return text.AsSpan(start).StartsWith(MetavariablePrefix, StringComparison.Ordinal) && IsWord(text.AsSpan(start)) ? "$" + text[(start + MetavariablePrefix.Length)..] : null;
    }

    /// <summary>The index of a typed metavariable, or -1.</summary>
    public static int TypedIndex(string text) =>
        text.StartsWith(TypedPrefix, StringComparison.Ordinal) && int.TryParse(text.AsSpan(TypedPrefix.Length), out var index) ? index : -1;

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_') return false;
        }
        return true;
    }

    [GeneratedRegex(@"^(?:public\s|case\s|var\s|\*\*|\*|\$|\s|__ASE_E\b)*__ase_e(?:__ASE_E\b|\s|[;:,=]|__ASE_E|__ase_e)*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking, 1000)]
    private static partial Regex EllipsisForm();

    [GeneratedRegex(@"^(?:public\s|case\s|\*\*|\*|\$|\s|__ASE_E\b)*__ase_v_(?<name>\w+?)(?:\s*__ASE_E\b)?[\s;:,]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RunForm();
}
