using System.Reflection;
using System.Text;

namespace Ase.Generation.Prompts;

/// <summary>A text with <c>{{variables}}</c>. What is put in is never looked at for variables again.</summary>
internal sealed class Template
{
    private const string Open = "{{";
    private const string Close = "}}";

    private readonly IReadOnlyList<(string Text, bool IsVariable)> parts;

    private Template(IReadOnlyList<(string Text, bool IsVariable)> parts) => this.parts = parts;

    /// <summary>Takes a template apart.</summary>
    /// <param name="text">The template; its last line end does not belong to it.</param>
    /// <param name="allowed">The variables that it may use.</param>
    /// <exception cref="FormatException">It uses another, or one is not closed.</exception>
    public static Template Parse(string text, IReadOnlyCollection<string> allowed)
    {
        text = text.ReplaceLineEndings("\n");
        if (text.EndsWith('\n')) text = text[..^1];
        var found = new List<(string, bool)>();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf(Open, at, StringComparison.Ordinal);
            if (open < 0)
            {
                found.Add((text[at..], false));
                break;
            }
            var close = text.IndexOf(Close, open, StringComparison.Ordinal);
            if (close < 0) throw new FormatException($"'{{{{' at character {open + 1} is not closed");
            var name = text[(open + Open.Length)..close].Trim();
            if (!allowed.Contains(name)) throw new FormatException($"there is no variable '{name}' (there are: {string.Join(", ", allowed)})");
            if (open > at) found.Add((text[at..open], false));
            found.Add((name, true));
            at = close + Close.Length;
        }
        return new Template(found);
    }

    /// <summary>One of the templates that come with the product.</summary>
    public static Template Embedded(string name, params string[] allowed)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Ase.Generation.Prompts.Templates.{name}.txt")
            ?? throw new InvalidOperationException($"no template '{name}'");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd(), allowed);
    }

    /// <summary>The text with the variables' values.</summary>
    public string Render(IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder();
        foreach (var (part, isVariable) in parts) text.Append(isVariable ? values[part] : part);
        return text.ToString();
    }
}
