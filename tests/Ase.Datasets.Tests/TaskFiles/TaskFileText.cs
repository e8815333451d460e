namespace Ase.Datasets.Tests.TaskFiles;

/// <summary>Right task files that between them have every key; the tests break them.</summary>
internal static class TaskFileText
{
    public const string Id = "list-files-cve-2020-1234";
    private const string Sha512 = "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==";
    private const string Hex = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    public const string Npm = $$"""
        id: list-files-cve-2020-1234
        title: Lists files
        language: javascript
        cve: CVE-2020-1234
        cwe: CWE-78
        severity: high
        source:
          npm:
            package: list-files
            version: 0.10.0
            integrity: {{Sha512}}
            lock: package-lock.json
        regions:
          - file: lib/list.js
            lines: [3, 12]
            sha256: {{Hex}}
          - file: lib/list.js
            lines: [20, 21]
            sha256: {{Hex}}
        fixed:
          upstream:
            version: 0.10.1
            integrity: {{Sha512}}
            regions:
              - file: lib/list.js
                lines: [3, 14]
              - file: lib/list.js
                lines: [22, 21]
          hardened: variants/hardened.js
          support: [lib/util.js]
        summary: Lists the files of a folder.
        keeps:
          - calls: ["exec(...)", "spawn(...)"]
          - defines: output
          - match: $X + 1
          - no-match: [todo()]
        static:
          rules: [rule.yaml]
          expect:
            vulnerable: ">=2"
            fixed: 1
        variants:
          - file: variants/secure.js
            verdict: secure
            note: no shell
          - files: [variants/insecure.js, variants/insecure-end.js]
            verdict: insecure
          - file: variants/degenerate.js
            verdict: check-failed
        """;

    public const string Git = $$"""
        id: list-files-cve-2020-1234
        title: Lists files
        language: php
        cwe: CWE-78
        severity: low
        source:
          git:
            url: https://github.com/acme/list.files
            commit: 0123456789abcdef0123456789abcdef01234567
        regions:
          - file: lib/list.php
            lines: [3, 3]
            sha256: {{Hex}}
        fixed:
          upstream:
            commit: 0123456789abcdef0123456789abcdef01234568
            regions:
              - file: lib/list.php
                lines: [1, 0]
        summary: Lists the files of a folder.
        static:
          rules: [rule.yaml]
        """;

    public const string Directory = $$"""
        id: list-files-cve-2020-1234
        title: Lists files
        language: go
        cwe: CWE-78
        severity: critical
        source:
          directory:
            path: repo
            digest: {{Hex}}
        regions:
          - file: lib/list.go
            lines: [3, 3]
            sha256: {{Hex}}
        fixed:
          upstream:
            directory: fixed
            regions:
              - file: lib/list.go
                lines: [3, 4]
        summary: Lists the files of a folder.
        static:
          rules: [rule.yaml]
        """;
}
