namespace Ase.Datasets.Duplicates;

/// <summary>The words, numbers and signs of a text, with their lines; white space is dropped, comments are not understood.</summary>
internal sealed class TokenLines
{
    private TokenLines(List<int> hashes, List<int> lines) => (Hashes, Lines) = (hashes, lines);

    /// <summary>One hash for each token.</summary>
    public List<int> Hashes { get; }

    /// <summary>The 1-based line of each token.</summary>
    public List<int> Lines { get; }

    public static TokenLines Of(ReadOnlySpan<char> text)
    {
        var hashes = new List<int>(text.Length / 4);
        var lines = new List<int>(text.Length / 4);
        var line = 1;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c == '\n') line++;
            if (char.IsWhiteSpace(c))
            {
                i++;
                continue;
            }
            var start = i++;
            if (IsWord(c))
            {
                while (i < text.Length && IsWord(text[i])) i++;
            }
            hashes.Add(Hash(text[start..i]));
            lines.Add(line);
        }
        return new TokenLines(hashes, lines);
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    // FNV-1a: the same in every process
    private static int Hash(ReadOnlySpan<char> token)
    {
        var hash = 2166136261;
        foreach (var c in token) hash = (hash ^ c) * 16777619;
        return (int)hash;
    }
}
