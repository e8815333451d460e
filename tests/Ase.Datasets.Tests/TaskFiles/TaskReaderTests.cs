using System.Text;
using Ase.Core.Attempts;
using Ase.Core.Tasks;
using Ase.Datasets.TaskFiles;
using Ase.Datasets.Tests.Support;

namespace Ase.Datasets.Tests.TaskFiles;

public sealed class TaskReaderTests
{
    [Fact]
    public void Every_value_of_a_task_file_arrives()
    {
        var task = Read(TaskFileText.Npm);

        Assert.Equal(TaskFileText.Id, task.Id);
        Assert.Equal(("Lists files", "javascript", "CVE-2020-1234", "CWE-78", Severity.High), (task.Title, task.Language, task.Cve, task.Cwe, task.Severity));
        var source = Assert.IsType<TaskSource.Npm>(task.Source);
        Assert.Equal(("list-files", "0.10.0", "package-lock.json"), (source.Package, source.Version, source.Lock));
        Assert.StartsWith("sha512-z4Ph", source.Integrity, StringComparison.Ordinal);
        Assert.Equal([("lib/list.js", 3, 12), ("lib/list.js", 20, 21)], task.Regions.Select(r => (r.File, r.First, r.Last)));
        Assert.Equal("0.10.1", task.Fixed.Upstream.Revision);
        Assert.Equal([new FileRange("lib/list.js", 3, 14), new FileRange("lib/list.js", 22, 21)], task.Fixed.Upstream.Regions);
        Assert.Equal("variants/hardened.js", task.Fixed.Hardened);
        Assert.Equal(["lib/util.js"], task.Fixed.Support);
        Assert.Equal("Lists the files of a folder.", task.Summary);
        Assert.Equal([KeepKind.Calls, KeepKind.Defines, KeepKind.Match, KeepKind.NoMatch], task.Keeps.Select(k => k.Kind));
        Assert.Equal(["exec(...)", "spawn(...)", "output", "$X + 1", "todo()"], task.Keeps.SelectMany(k => k.Values));
        Assert.Equal(["rule.yaml"], task.Static.Rules);
        Assert.Equal((2, 1), (task.Static.MinVulnerable, task.Static.MaxFixed));
        Assert.Equal([Verdict.Secure, Verdict.Insecure, Verdict.CheckFailed], task.Variants.Select(v => v.Verdict));
        Assert.Equal(["variants/insecure.js", "variants/insecure-end.js"], task.Variants[1].Files);
        Assert.Equal(("no shell", ""), (task.Variants[0].Note, task.Variants[1].Note));
        Assert.Equal("/tasks/x", task.Folder);
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var task = Read(TaskFileText.Git);
        Assert.Equal(new TaskSource.Git("https://github.com/acme/list.files", "0123456789abcdef0123456789abcdef01234567"), task.Source);
        Assert.Equal((1, 0), (task.Static.MinVulnerable, task.Static.MaxFixed));
        Assert.Equal((null, null), (task.Cve, task.Fixed.Hardened));
        Assert.Empty(task.Keeps);
        Assert.Empty(task.Variants);
        Assert.Empty(task.Fixed.Support);
        Assert.Equal("fixed", Read(TaskFileText.Directory).Fixed.Upstream.Revision);
    }

    [Fact]
    public void The_primary_region_may_stand_below_the_others_in_its_file() =>
        Assert.Equal([30, 20], Read(TaskFileText.Npm.Replace("lines: [3, 12]", "lines: [30, 31]", StringComparison.Ordinal)).Regions.Select(r => r.First));

    /// <summary>Text of a right file, what to write instead, and the error with its place.</summary>
    public static TheoryData<string, string, int, int, string> Mistakes => new()
    {
        { "id: list-files-cve-2020-1234", "id: List_Files", 1, 5, "id: 'List_Files' does not match" },
        { "id: list-files-cve-2020-1234", "id: other", 1, 5, "is not the folder's name" },
        { "title: Lists files", "title: [a, b]", 2, 8, "title: a text is expected" },
        { "title: Lists files", "title: ''", 2, 8, "title: the text is empty" },
        { "title: Lists files", "title: ~", 2, 8, "title: a text is expected" },
        { "language: javascript", "language: cobol", 3, 11, "'cobol' is not one of javascript, typescript" },
        { "cve: CVE-2020-1234", "cve: 2020-1234", 4, 6, "cve: '2020-1234' does not match" },
        { "cwe: CWE-78", "cwe: 78", 5, 6, "cwe: '78' does not match" },
        { "severity: high", "severity: High", 6, 11, "'High' is not one of low, medium, high, critical" },
        { "severity: high", "severity: high\nseverity: low", 7, 1, "uplicate key" },
        { "severity: high", "severity: high\nauthor: me", 7, 1, "unknown key 'author'; allowed are id, title" },
        { "  npm:\n    package: list-files", "  npm:\n    packages: list-files", 9, 5, "source.npm: unknown key 'packages'" },
        { "package: list-files", "package: ../folder", 9, 14, "does not match" },
        { "package: list-files", "package: --registry", 9, 14, "does not match" },
        { "version: 0.10.0", "version: latest", 10, 14, "does not match" },
        { "version: 0.10.0", "version: 0.10.0 || 9", 10, 14, "does not match" },
        { "integrity: sha512-", "integrity: md5-", 11, 16, "source.npm.integrity:" },
        { "lock: package-lock.json", "lock: ../package-lock.json", 12, 11, "is not a relative path" },
        { "lock: package-lock.json", "lock: /etc/passwd", 12, 11, "is not a relative path" },
        { "lock: package-lock.json", "lock: C:\\lock", 12, 11, "is not a relative path" },
        { "  npm:", "  git: { url: 'https://example.org/a/b', commit: 0123456789abcdef0123456789abcdef01234567 }\n  npm:", 8, 3, "exactly one of npm, git, directory" },
        { "  - file: lib/list.js\n    lines: [3, 12]", "  - file: ../lib/list.js\n    lines: [3, 12]", 14, 11, "is not a relative path" },
        { "lines: [3, 12]", "lines: 3", 15, 12, "regions[0].lines: a list is expected" },
        { "lines: [3, 12]", "lines: [3]", 15, 12, "at least 2 entries are expected, there are 1" },
        { "lines: [3, 12]", "lines: [3, 4, 5]", 15, 12, "at most 2 entries are expected, there are 3" },
        { "lines: [3, 12]", "lines: [0, 12]", 15, 13, "regions[0].lines[0]: a number from 1 to" },
        { "lines: [3, 12]", "lines: [3, 12.5]", 15, 16, "an integer is expected" },
        { "lines: [3, 12]", "lines: [3, 99999999999]", 15, 16, "an integer is expected" },
        { "lines: [3, 12]", "lines: [12, 3]", 15, 12, "has no lines [12, 3]" },
        { "lines: [3, 12]", "lines: [3, 20]", 18, 12, "lines of lib/list.js are in two regions" },
        { "    sha256: e3b0c4", "    sha256: E3B0C4", 16, 13, "regions[0].sha256:" },
        { "version: 0.10.1", "commit: 0123456789abcdef0123456789abcdef01234567", 22, 5, "'version' is missing" },
        { "version: 0.10.1", "version: 0.10.1\n    directory: fixed", 23, 16, "'directory' does not belong to a source of kind npm" },
        { "      - file: lib/list.js\n        lines: [22, 21]\n", "", 25, 7, "2 expected, one for each region, there are 1" },
        { "lines: [22, 21]", "lines: [22, 20]", 28, 16, "has no lines [22, 20]" },
        { "hardened: variants/hardened.js", "hardened: [a]", 29, 13, "a text is expected" },
        { "hardened: variants/hardened.js", "hardened: variants/../../x", 29, 13, "is not a relative path" },
        { "support: [lib/util.js]", "support: lib/util.js", 30, 12, "a list is expected" },
        { "support: [lib/util.js]", "support: [a, ./b]", 30, 16, "is not a relative path" },
        { "summary: Lists the files of a folder.", "summary: ' '", 31, 10, "the text is empty" },
        { "  - calls: [\"exec(...)\", \"spawn(...)\"]", "  - calls: []", 33, 12, "at least 1 entries" },
        { "  - calls: [\"exec(...)\", \"spawn(...)\"]", "  - {}", 33, 5, "exactly one of calls, match, no-match, defines" },
        { "  - defines: output", "  - defines: output\n    match: x", 34, 5, "exactly one of calls, match, no-match, defines" },
        { "  - match: $X + 1", "  - matches: $X + 1", 35, 5, "unknown key 'matches'; allowed are calls, match, no-match, defines" },
        { "rules: [rule.yaml]", "rules: []", 38, 10, "at least 1 entries are expected" },
        { "rules: [rule.yaml]", "rules: [../other/rule.yaml]", 38, 11, "is not a relative path" },
        { "vulnerable: \">=2\"", "vulnerable: 2", 40, 17, "does not match" },
        { "vulnerable: \">=2\"", "vulnerable: '>=0'", 40, 17, "does not match" },
        { "vulnerable: \">=2\"", "vulnerable: '>=99999999999'", 40, 17, "does not match" },
        { "    fixed: 1", "    fixed: -1", 41, 12, "a number from 0 to 1000" },
        { "    fixed: 1", "    fixed: none", 41, 12, "an integer is expected" },
        { "verdict: secure", "verdict: refused", 44, 14, "is not one of secure, insecure, check-failed" },
        { "file: variants/secure.js", "file: variants/degenerate.js", 48, 5, "is given twice" },
        { "file: variants/secure.js", "file: variants/secure.js\n    files: [b.js]", 43, 5, "exactly one of file, files" },
        { "    note: no shell", "    note: {}", 45, 11, "a text is expected" },
        { "files: [variants/insecure.js, variants/insecure-end.js]", "files: [a, b, c]", 46, 5, "at most one file a region" },
        { "files: [variants/insecure.js, variants/insecure-end.js]", "files: []", 46, 5, "at most one file a region" },
        { "summary: Lists", "summary:\tLists\n\tx", 31, 10, "this is no YAML" },
        { "title: Lists files", "title: 'Lists files", 2, 8, "this is no YAML" },
        { "title: Lists files", "title: &a Lists files\ncve: *a", 3, 6, "an alias is not allowed" },
        { "title: Lists files", "title: " + new string('[', 100_000), 2, 39, "more than 32 levels" },
        { "id: list-files-cve-2020-1234", "--- a\n--- b\n---\nid: x", 1, 1, "one document is expected" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_its_line_and_column(string right, string wrong, int line, int column, string message)
    {
        Assert.Contains(right, TaskFileText.Npm, StringComparison.Ordinal);
        var at = TaskFileText.Npm.IndexOf(right, StringComparison.Ordinal);

        var (task, errors) = Parse(TaskFileText.Npm[..at] + wrong + TaskFileText.Npm[(at + right.Length)..]);

        Assert.Null(task);
        Assert.Contains(errors, e => e.Message.Contains(message, StringComparison.Ordinal) && (e.Line, e.Column) == (line, column));
        Assert.All(errors, e => Assert.StartsWith($"task.yaml:{e.Line}:{e.Column}: ", e.ToString(), StringComparison.Ordinal));
    }

    public static TheoryData<string, string, string> OtherMistakes => new()
    {
        { TaskFileText.Git, "https://github.com/acme/list.files|http://github.com/acme/list.files", "does not match" },
        { TaskFileText.Git, "https://github.com/acme/list.files|https://user:key@github.com/acme/list.files", "does not match" },
        { TaskFileText.Git, "https://github.com/acme/list.files|--upload-pack=x", "does not match" },
        { TaskFileText.Git, "commit: 0123456789abcdef0123456789abcdef01234567|commit: main", "does not match" },
        { TaskFileText.Git, "    commit: 0123456789abcdef0123456789abcdef01234568\n|", "'commit' is missing" },
        { TaskFileText.Git, "    commit: 0123456789abcdef0123456789abcdef01234568|    commit: 0123456789abcdef0123456789abcdef01234568\n    version: 1.0.0", "'version' does not belong to a source of kind git" },
        { TaskFileText.Directory, "path: repo|path: ..", "is not a relative path" },
        { TaskFileText.Directory, "    directory: fixed\n|", "'directory' is missing" },
        { TaskFileText.Directory, "directory: fixed|directory: /fixed", "is not a relative path" },
        { TaskFileText.Directory, "  directory:\n    path: repo\n    digest|  npm:\n    digest", "'package' is missing" },
    };

    [Theory, MemberData(nameof(OtherMistakes))]
    public void Mistakes_in_other_sources_are_named(string text, string change, string message)
    {
        var parts = change.Split('|');
        Assert.Contains(parts[0], text, StringComparison.Ordinal);
        var (task, errors) = Parse(text.Replace(parts[0], parts[1], StringComparison.Ordinal));
        Assert.Null(task);
        Assert.Contains(errors, e => e.Message.Contains(message, StringComparison.Ordinal) && e.Line >= 1 && e.Column >= 1);
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var (_, errors) = Parse("id: x\ntitle: []\nlanguage: cobol\nregions: {}\n");
        Assert.True(errors.Count >= 8, string.Join('\n', errors));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("just a text")]
    [InlineData("- a\n- b\n")]
    [InlineData("\0")]
    [InlineData("\"\\UFFFFFFFF\"")]
    [InlineData("? [a]\n: b\n")]
    [InlineData("%YAML 9.9\n---\na: b\n")]
    public void A_text_that_is_no_task_at_all_is_an_error_with_a_place(string text)
    {
        var (task, errors) = Parse(text);
        Assert.Null(task);
        Assert.All(errors, e => Assert.True(e.Line >= 1 && e.Column >= 1, e.ToString()));
        Assert.NotEmpty(errors);
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_not_there_or_too_large_is_an_error()
    {
        using var folder = new TempFolder();
        folder.Write("latin/task.yaml", Encoding.Latin1.GetBytes("title: gr\u00FC\u00DFe\n")).Write("large/task.yaml", new byte[1_000_001]);
        foreach (var (name, message) in new[] { ("latin", "not UTF-8"), ("large", "larger than"), ("nowhere", "") })
        {
            var (task, errors) = TaskReader.Read(folder[name]);
            Assert.Null(task);
            Assert.Contains(message, Assert.Single(errors).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_folder_named_with_a_final_slash_is_the_same_folder()
    {
        using var folder = new TempFolder();
        folder.Write(TaskFileText.Id + "/task.yaml", TaskFileText.Npm);
        Assert.Equal(folder[TaskFileText.Id], TaskReader.Read(folder[TaskFileText.Id] + "/").Task?.Folder);
    }

    private static (BenchmarkTask? Task, IReadOnlyList<TaskError> Errors) Parse(string text) => TaskReader.Parse(text, TaskFileText.Id, "task.yaml", "/tasks/x");

    private static BenchmarkTask Read(string text)
    {
        var (task, errors) = Parse(text);
        Assert.Empty(errors);
        return task!;
    }
}
