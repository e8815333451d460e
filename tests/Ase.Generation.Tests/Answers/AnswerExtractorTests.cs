using Ase.Core.Attempts;
using Ase.Core.Tasks;
using Ase.Generation.Answers;

namespace Ase.Generation.Tests.Answers;

public sealed class AnswerExtractorTests
{
    private const string Region = "    const file = base + name;\n    fs.readFile(file, (error, text) => {\n        done(error, text);\n    });\n";

    public static TheoryData<string, string> Wrappings => new()
    {
        { "bare", Region },
        { "bare without final newline", Region.TrimEnd('\n') },
        { "fenced", $"```javascript\n{Region}```" },
        { "fenced with prose", $"Here is the code:\n\n```js\n{Region}```\n\nIt loads the file." },
        { "tildes", $"~~~\n{Region}~~~\n" },
        { "unclosed fence", $"```js\n{Region}" },
        { "CRLF", $"```js\n{Region}```".Replace("\n", "\r\n") },
        { "signature repeated", $"```js\nfunction load(name, done) {{\n{Region}```" },
        { "signature and end repeated", $"```js\nfunction load(name, done) {{\n{Region}}}\n\nmodule.exports = {{ load }};\n```" },
        { "deeper", $"```js\n{Indented(Region, "    ")}```" },
        { "shallower", $"```js\n{Outdented(Region)}```" },
        { "first line trimmed", $"```js\n{Region.TrimStart()}```" },
        { "blank lines around", $"```js\n\n\n{Region}\n\n```" },
        { "placeholder kept above", $"```js\n    // ASE-MISSING-CODE-1: write the code that belongs here\n{Region}```" },
        { "reasoning in front", $"<think>\nfirst ```js\nfoo()\n``` no\n</think>\n```js\n{Region}```" },
        { "two blocks", $"Usage:\n```js\nload('a', f);\n```\nThe code:\n```js\n{Region}```" },
        { "fence in a list", $"1. do this\n   ```js\n{Indented(Region, "   ")}   ```\n" },
    };

    [Theory]
    [MemberData(nameof(Wrappings))]
    public void The_regions_own_text_in_any_wrapping_restores_the_file(string wrapping, string answer)
    {
        var task = Sample.Task();

        var outcome = AnswerExtractor.Extract("infill", task, answer);

        Assert.Equal(Sample.Program, outcome.NewText(task));
        Assert.Empty(outcome.Patch!.Files);
        Assert.Equal([new FileRange("lib/load.js", 5, 8)], outcome.Patch.Replaced);
        Assert.NotNull(wrapping);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Line_ends_are_the_files_own(string ending)
    {
        var text = Sample.Program.Replace("\n", ending, StringComparison.Ordinal);
        var task = Sample.Task(text);

        var outcome = AnswerExtractor.Extract("infill", task, "```\n    one();\r\n    two();\n```");

        Assert.Contains($"{{{ending}    one();{ending}    two();{ending}}}{ending}", outcome.NewText(task), StringComparison.Ordinal);
        Assert.Equal([new FileRange("lib/load.js", 5, 6)], outcome.Patch!.Replaced);
    }

    [Fact]
    public void Tabs_stay_tabs()
    {
        var text = "function f() {\n\tif (a) {\n\t\tb();\n\t}\n}\n";
        var task = Sample.Task(text, first: 2, last: 4);

        Assert.Equal("function f() {\n\tif (c) {\n\t\td();\n\t}\n}\n", AnswerExtractor.Extract("infill", task, "```\nif (c) {\n\td();\n}\n```").NewText(task));
    }

    [Fact]
    public void Text_inside_of_strings_is_not_indented()
    {
        var text = "function f() {\n    g();\n}\n";
        var task = Sample.Task(text, first: 2, last: 2);

        Assert.Equal("function f() {\n    g(`a\n b\nc`);\n    h();\n}\n", AnswerExtractor.Extract("infill", task, "```\ng(`a\n b\nc`);\nh();\n```").NewText(task));
    }

    [Fact]
    public void Python_is_brought_to_the_regions_indentation()
    {
        var text = "class A:\n    def f(self):\n        return 1\n\n    def g(self):\n        return 2\n";
        var task = Sample.Task(text, "a.py", 3, 3);

        var answer = "```python\ndef f(self):\n    if self.x:\n        return 3\n    return 4\n```";

        Assert.Equal("class A:\n    def f(self):\n        if self.x:\n            return 3\n        return 4\n\n    def g(self):\n        return 2\n",
            AnswerExtractor.Extract("infill", task, answer).NewText(task, "a.py"));
    }

    [Fact]
    public void A_region_at_the_end_of_a_file_without_final_newline_keeps_it_so()
    {
        var task = Sample.Task("a();\nb();", first: 2, last: 2);

        Assert.Equal("a();\nc();", AnswerExtractor.Extract("infill", task, "```\nc();\n```").NewText(task));
    }

    [Fact]
    public void Several_regions_take_blocks_in_order()
    {
        var task = Sample.Task("a();\nb();\nc();\nd();\n", first: 1, last: 1, more: (3, 3));

        var outcome = AnswerExtractor.Extract("infill", task, "```\nx();\ny();\n```\nand\n```\nz();\n```");

        Assert.Equal("x();\ny();\nb();\nz();\nd();\n", outcome.NewText(task));
        Assert.Equal([new FileRange("lib/load.js", 1, 2), new FileRange("lib/load.js", 4, 4)], outcome.Patch!.Replaced);
        Assert.Equal(Verdict.IntegrationFailed, AnswerExtractor.Extract("infill", task, "```\nx();\n```").Failure!.Verdict);
    }

    [Theory]
    [InlineData("infill", "")]
    [InlineData("infill", "  \n\t\n")]
    [InlineData("infill", "```js\n```")]
    [InlineData("infill", "```js\n\n\n```\n")]
    [InlineData("diff", "I would rather not.")]
    [InlineData("files", "```js\nfoo();\n```")]
    public void An_answer_without_code_is_no_answer(string format, string answer) =>
        Assert.Equal(Verdict.NoAnswer, AnswerExtractor.Extract(format, Sample.Task(), answer).Failure!.Verdict);

    [Fact]
    public void A_diff_against_the_masked_file_applies_and_says_what_replaced_the_region()
    {
        var task = Sample.Task();
        var answer = """
            ```diff
            --- a/lib/load.js
            +++ b/lib/load.js
            @@ -1,8 +1,10 @@
             'use strict';
             const fs = require('fs');
            +const path = require('path');

             function load(name, done) {
            -    // ASE-MISSING-CODE-1: write the code that belongs here
            +    const file = path.join(base, path.basename(name));
            +    fs.readFile(file, done);
             }
            ```
            """;

        var outcome = AnswerExtractor.Extract("diff", task, answer);

        Assert.Contains("basename(name));\n    fs.readFile(file, done);\n}\n", outcome.NewText(task), StringComparison.Ordinal);
        Assert.Equal([new FileRange("lib/load.js", 6, 7)], outcome.Patch!.Replaced);
        Assert.Equal([new FileRange("lib/load.js", 3, 3)], outcome.Patch.Elsewhere);
        Assert.Equal(0, outcome.Patch.Fuzz);
    }

    [Theory]
    [InlineData("@@ -40,3 +40,3 @@")]
    [InlineData("@@ -4,99 +4,1 @@")]
    [InlineData("@@ @@")]
    [InlineData("@@ ... @@")]
    public void Wrong_line_numbers_do_not_matter_when_the_old_lines_are_found(string header)
    {
        var task = Sample.Task();
        var answer = $"--- a/lib/load.js\n+++ b/lib/load.js\n{header}\n function load(name, done) {{\n-    // ASE-MISSING-CODE-1: write the code that belongs here\n+    done();\n }}\n";

        Assert.Contains("done) {\n    done();\n}\n", AnswerExtractor.Extract("diff", task, answer).NewText(task), StringComparison.Ordinal);
    }

    [Fact]
    public void Trailing_white_space_and_one_wrong_outer_line_are_forgiven_and_recorded()
    {
        var task = Sample.Task();
        var answer = "--- a/lib/load.js\n+++ b/lib/load.js\n@@ -3,4 +3,4 @@\n // not there\n function load(name, done) {  \n-    // ASE-MISSING-CODE-1: write the code that belongs here\n+    done();\n }\n";

        var outcome = AnswerExtractor.Extract("diff", task, answer);

        Assert.Contains("function load(name, done) {\n    done();\n}\n", outcome.NewText(task), StringComparison.Ordinal);
        Assert.Equal(1, outcome.Patch!.Fuzz);
    }

    [Fact]
    public void A_diff_can_add_and_delete_files()
    {
        var task = Sample.Task(others: new Dictionary<string, string> { ["old.js"] = "x();\n" });
        var answer = "--- /dev/null\n+++ b/lib/new.js\n@@ -0,0 +1,2 @@\n+a();\n+b();\n--- a/old.js\n+++ /dev/null\n@@ -1 +0,0 @@\n-x();\n";

        var patch = AnswerExtractor.Extract("diff", task, answer).Patch!;

        Assert.Equal(["lib/load.js", "lib/new.js", "old.js"], patch.Files.Keys);
        Assert.Null(patch.Files["old.js"]);
        Assert.Equal([new FileRange("lib/new.js", 1, 2)], patch.Elsewhere);
    }

    [Fact]
    public void Whole_files_are_taken_by_their_headers()
    {
        var task = Sample.Task();
        var content = Sample.Program.Replace(Region, "    done(null, '');\n", StringComparison.Ordinal);

        var outcome = AnswerExtractor.Extract("files", task, $"### FILE: lib/load.js\n```js\n{content}```\n\n**FILE: `lib/b.js`**\n```\nb();\n```\n");

        Assert.Equal(content, outcome.NewText(task));
        Assert.Equal([new FileRange("lib/load.js", 5, 5)], outcome.Patch!.Replaced);
        Assert.Equal([new FileRange("lib/b.js", 1, 1)], outcome.Patch.Elsewhere);
    }

    public static TheoryData<string, string, string> Hostile => new()
    {
        { "diff", "--- a/x\n+++ /etc/passwd\n@@ -0,0 +1 @@\n+x\n", "absolute" },
        { "diff", "--- a/../../x\n+++ b/../../x\n@@ -1 +1 @@\n-a\n+b\n", "leaves the workspace" },
        { "diff", "--- a/.git/hooks/x\n+++ b/.git/hooks/x\n@@ -0,0 +1 @@\n+x\n", ".git" },
        { "diff", "diff --git a/l b/l\nnew file mode 120000\n--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+/etc\n", "symbolic link" },
        { "diff", "diff --git a/x b/x\nGIT binary patch\nliteral 3\nabc\n@@", "binary" },
        { "diff", "--- a/lib/load.js\n+++ b/lib/load.js\n@@ -1,2 +1,2 @@\n other();\n-base();\n+x();\n", "fits nowhere" },
        { "diff", "--- a/none.js\n+++ b/none.js\n@@ -1 +1 @@\n-a\n+b\n", "no file none.js" },
        { "diff", "--- a/lib/load.js\n+++ b/lib/else.js\n@@ -1 +1 @@\n-a\n+b\n", "renames" },
        { "diff", "--- a/lib/load.js\n+++ b/lib/load.js\n" + string.Concat(Enumerable.Repeat("@@ -1 +1 @@\n-a\n+b\n", 3000)), "hunks" },
        { "files", "FILE: ../x.js\n```\nx\n```\n", "leaves the workspace" },
        { "files", "FILE: C:\\x.js\n```\nx\n```\n", "signs" },
        { "files", "FILE: lib/load.js\n```\ncut off", "in the middle" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_or_unfit_answers_are_integration_failures_with_a_reason(string format, string answer, string reason)
    {
        var failure = AnswerExtractor.Extract(format, Sample.Task(), answer).Failure!;

        Assert.Equal(Verdict.IntegrationFailed, failure.Verdict);
        Assert.Contains(reason, failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_hunks_or_brackets_end_soon()
    {
        var hunks = "--- a/lib/load.js\n+++ b/lib/load.js\n" + string.Concat(Enumerable.Repeat("@@ -1 +1 @@\n-a\n+b\n", 100_000));
        var brackets = new string('(', 100_000) + new string(')', 100_000);

        Assert.NotNull(AnswerExtractor.Extract("diff", Sample.Task(), hunks).Failure);
        Assert.NotNull(AnswerExtractor.Extract("infill", Sample.Task(), brackets).Patch);
    }

    [Fact]
    public void Copies_of_the_region_stay_hidden_and_unchanged()
    {
        var task = Sample.Task(others: new Dictionary<string, string> { ["dist/bundle.js"] = "head();\n" + Region + "tail();\n" });
        task = Ase.Generation.Masking.Masker.Mask(task.Task with { Duplicates = [new FileRange("dist/bundle.js", 2, 5)] });

        Assert.Equal("head();\n// ASE-OMITTED-COPY-1\ntail();\n", System.Text.Encoding.UTF8.GetString(task.Masked.Read("dist/bundle.js")!));
        var outcome = AnswerExtractor.Extract("files", task, "FILE: dist/bundle.js\n```\nhead();\nmore();\n// ASE-OMITTED-COPY-1\ntail();\n```\n");
        Assert.Equal("head();\nmore();\n" + Region + "tail();\n", outcome.NewText(task, "dist/bundle.js"));
        Assert.Equal([new FileRange("dist/bundle.js", 2, 2)], outcome.Patch!.Elsewhere);
        Assert.Contains("ASE-MISSING-CODE-1", outcome.NewText(task), StringComparison.Ordinal);
    }

    private static string Indented(string text, string by) => string.Concat(Ase.Generation.Masking.Lines.Split(text).Select(l => by + l));

    private static string Outdented(string text) => string.Concat(Ase.Generation.Masking.Lines.Split(text).Select(l => l[4..]));
}
