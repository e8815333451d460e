using System.Text;
using System.Text.RegularExpressions;

namespace Ase.Taint.Scanning;

/// <summary><c>paths.include</c> and <c>paths.exclude</c>: <c>*</c> within a name, <c>**</c> across directories; a pattern without <c>/</c> matches any part of the path.</summary>
internal sealed class PathGlobs
{
    private readonly Regex[] include;
    private readonly Regex[] exclude;

    public PathGlobs(IReadOnlyList<string> include, IReadOnlyList<string> exclude)
    {
        this.include = [.. include.Select(Compile)];
        this.exclude = [.. exclude.Select(Compile)];
    }

    public bool Matches(string path) =>
        (include.Length == 0 || Array.Exists(include, g => g.IsMatch(path))) && !Array.Exists(exclude, g => g.IsMatch(path));

    private static Regex Compile(string glob)
    {
        var text = new StringBuilder("^");
        var pattern = glob.TrimStart('/');
        if (!glob.StartsWith('/')) text.Append("(?:.*/)?");
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '*' when i + 1 < pattern.Length && pattern[i + 1] == '*':
                    i++;
                    if (i + 1 < pattern.Length && pattern[i + 1] == '/')
                    {
                        i++;
                        text.Append("(?:.*/)?");
                    }
                    else
                    {
                        text.Append(".*");
                    }
                    break;
                case '*':
                    text.Append("[^/]*");
                    break;
                case '?':
                    text.Append("[^/]");
                    break;
                case '[' when pattern.IndexOf(']', i) is > 0 and var close:
                    text.Append('[').Append(pattern.AsSpan(i + 1, close - i - 1).ToString().Replace("!", "^", StringComparison.Ordinal)).Append(']');
                    i = close;
                    break;
                default:
                    text.Append(Regex.Escape(pattern[i].ToString()));
                    break;
            }
        }
        // a directory stands for everything in it
        text.Append(pattern.EndsWith('/') ? ".*$" : "(?:/.*)?$");
        return new Regex(text.ToString(), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
