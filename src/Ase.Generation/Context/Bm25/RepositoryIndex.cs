using Ase.Core.Workspaces;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Ase.Generation.Context.Bm25;

/// <summary>An index in memory over the files of one masked tree that can be context. Thread-safe; the texts themselves stay in the tree.</summary>
internal sealed class RepositoryIndex
{
    private const string PathField = "path";
    private const string TextField = "text";

    private static readonly FieldType TextType = new() { IsIndexed = true, IsTokenized = true, IndexOptions = IndexOptions.DOCS_AND_FREQS };

    private readonly IndexSearcher searcher;
    private readonly CodeAnalyzer analyzer;
    private readonly Bm25Options options;

    private RepositoryIndex(DirectoryReader reader, CodeAnalyzer analyzer, Bm25Options options)
    {
        this.analyzer = analyzer;
        this.options = options;
        searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity(options.K1, options.B) };
    }

    /// <summary>Files in the index.</summary>
    public int Files => searcher.IndexReader.NumDocs;

    /// <summary>Indexes the files that can be context, path and content.</summary>
    public static RepositoryIndex Build(IFileTree tree, Bm25Options options, CancellationToken cancellationToken)
    {
        var words = new CodeAnalyzer();
        var directory = new RAMDirectory();
        var settings = new IndexWriterConfig(LuceneVersion.LUCENE_48, words)
        {
            Similarity = new BM25Similarity(options.K1, options.B),
            MergePolicy = new LogDocMergePolicy(), // keeps documents in the order of their paths, which breaks ties
        };
        using (var writer = new IndexWriter(directory, settings))
        {
            foreach (var path in tree.Paths)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (ContextFiles.Read(tree, path) is not { } text) continue;
                writer.AddDocument([new StoredField(PathField, path), new Field(TextField, path + "\n" + text, TextType)]);
            }
            writer.ForceMerge(1);
        }
        return new RepositoryIndex(DirectoryReader.Open(directory), words, options);
    }

    /// <summary>The best files for a question, best first; equal scores in ordinal order of the paths.</summary>
    /// <param name="summary">What the missing code does.</param>
    /// <param name="code">The masked code.</param>
    /// <param name="without">Paths that are never hits.</param>
    public IReadOnlyList<(string Path, double Score)> Search(string summary, string code, IReadOnlySet<string> without)
    {
        var query = Query(summary, code);
        if (query.Clauses.Count == 0) return [];
        var found = searcher.Search(query, options.MaxHits + without.Count);
        return [.. found.ScoreDocs
            .Select(hit => (Path: searcher.Doc(hit.Doc).Get(PathField), Score: (double)hit.Score))
            .Where(hit => !without.Contains(hit.Path))
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Path, StringComparer.Ordinal)
            .Take(options.MaxHits)];
    }

    /// <summary>The heaviest terms of the question that the index has, each with its weight.</summary>
    internal IReadOnlyList<(string Term, float Weight)> Terms(string summary, string code)
    {
        var counts = analyzer.Count(code);
        foreach (var (term, count) in analyzer.Count(summary)) counts[term] = counts.GetValueOrDefault(term) + count * options.SummaryWeight;
        var files = searcher.IndexReader.NumDocs;
        return [.. counts
            .Select(c => (Term: c.Key, Count: c.Value, Files: searcher.IndexReader.DocFreq(new Term(TextField, c.Key))))
            .Where(t => t.Files > 0)
            .Select(t => (t.Term, Weight: (options.K3 + 1) * t.Count / (options.K3 + t.Count), Rarity: Math.Log(1 + (files - t.Files + 0.5) / (t.Files + 0.5))))
            .OrderByDescending(t => t.Weight * t.Rarity).ThenBy(t => t.Term, StringComparer.Ordinal)
            .Take(options.MaxTerms)
            .Select(t => (t.Term, t.Weight))];
    }

    private BooleanQuery Query(string summary, string code)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var (term, weight) in Terms(summary, code)) query.Add(new TermQuery(new Term(TextField, term)) { Boost = weight }, Occur.SHOULD);
        return query;
    }
}
