using Ase.Code.Languages;
using Ase.Generation.Answers;

namespace Ase.Generation.Prompts;

/// <summary>A file as a prompt shows it: its path, and its content in a fence that the content cannot close.</summary>
internal static class FileBlock
{
    public static string Write(string path, string text) => $"File `{SafePath(path)}`:\n{Fences.Around(text, LanguageRegistry.ForPath(path)?.Name ?? "")}\n";

    /// <summary>The text without byte order mark, with <c>\n</c> as line end.</summary>
    public static string Normalize(string text) => text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>A path that stays on its line and inside its quotes, whatever a repository calls its files.</summary>
    public static string SafePath(string path) => string.Concat(path.Select(c => char.IsControl(c) || c is '`' or '\u2028' or '\u2029' ? '?' : c));
}
