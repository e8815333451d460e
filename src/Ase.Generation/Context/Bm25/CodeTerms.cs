using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Ase.Generation.Context.Bm25;

/// <summary>
/// Analyses code and prose alike: words as wholes and, at the same position, the parts that camelCase and snake_case join; lower case,
/// without English stop words, stemmed.
/// </summary>
/// <example><c>readUser_name2(x)</c> gives <c>readuser_name2</c>, <c>read</c>, <c>user</c>, <c>name</c>; one letter is no term.</example>
internal sealed class CodeAnalyzer : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var source = new CodeTokenizer(reader);
        return new TokenStreamComponents(source, new PorterStemFilter(new StopFilter(LuceneVersion.LUCENE_48, source, StopAnalyzer.ENGLISH_STOP_WORDS_SET)));
    }

    /// <summary>The terms of a text with how often each occurs.</summary>
    public Dictionary<string, int> Count(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        using var stream = GetTokenStream("text", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            var value = term.ToString();
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }
        stream.End();
        return counts;
    }
}

/// <summary>Cuts a text into words and the parts of words.</summary>
internal sealed class CodeTokenizer : Tokenizer
{
    private const int MaxLength = 100;

    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute position;
    private readonly Queue<string> parts = new();
    private readonly char[] buffer = new char[4096];
    private int next;
    private int filled;

    public CodeTokenizer(TextReader reader)
        : base(reader)
    {
        term = AddAttribute<ICharTermAttribute>();
        position = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (parts.TryDequeue(out var part))
        {
            term.SetEmpty().Append(part);
            position.PositionIncrement = 0;
            return true;
        }
        if (ReadWord() is not { } word) return false;
        foreach (var p in Parts(word)) parts.Enqueue(p);
        term.SetEmpty().Append(word.ToLowerInvariant());
        position.PositionIncrement = 1;
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        parts.Clear();
        next = filled = 0;
    }

    /// <summary>The parts of a word of at least two letters, lower case; none when it has but one.</summary>
    internal static IReadOnlyList<string> Parts(string word)
    {
        var found = new List<string>();
        for (var i = 0; i < word.Length;)
        {
            if (!char.IsLetter(word[i]))
            {
                i++;
                continue;
            }
            var start = i++;
            while (i < word.Length && char.IsLetter(word[i]) && !StartsPart(word, i)) i++;
            if (i - start > 1) found.Add(word[start..i].ToLowerInvariant());
        }
        return found.Count == 1 && found[0].Length == word.Length ? [] : found;
    }

    // aB starts one at B, and so does ABc at B.
    private static bool StartsPart(string word, int at) =>
        char.IsUpper(word[at]) && (!char.IsUpper(word[at - 1]) || (at + 1 < word.Length && char.IsLower(word[at + 1])));

    // The next word of 2 to 100 characters that is not a number.
    private string? ReadWord()
    {
        var word = new System.Text.StringBuilder();
        var letters = false;
        while (true)
        {
            if (next == filled)
            {
                next = 0;
                filled = m_input.Read(buffer, 0, buffer.Length);
            }
            var c = filled > 0 ? buffer[next++] : '\0';
            if (filled > 0 && (char.IsLetterOrDigit(c) || c is '_' or '$'))
            {
                letters |= char.IsLetter(c);
                if (word.Length <= MaxLength) word.Append(c);
                continue;
            }
            if (letters && word.Length is >= 2 and <= MaxLength) return word.ToString();
            if (filled <= 0) return null;
            word.Clear();
            letters = false;
        }
    }
}
