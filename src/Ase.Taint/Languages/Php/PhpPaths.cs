using System.Globalization;
using Ase.Code.Trees;

namespace Ase.Taint.Languages.Php;

/// <summary>The paths of included files, folded from constant expressions.</summary>
internal static class PhpPaths
{
    private const int MaxDepth = 32;

    /// <summary>
    /// The file that an expression names: <c>./x.php</c> or <c>../x.php</c> relative to the folder of this file, <c>x/y.php</c> relative to the
    /// include path or to a folder that is not known; null when not even the end of the path is known.
    /// </summary>
    /// <param name="expression">The operand of the include.</param>
    /// <param name="constants">Constants with their values, where known.</param>
    public static string? Fold(SyntaxNode expression, IReadOnlyDictionary<string, SyntaxNode> constants)
    {
        var path = Value(expression, constants, 0);
        if (path is null || path.Length == 0) return null;
        if (path.StartsWith(Unknown))
        {
            var end = path[(path.LastIndexOf(Unknown) + 1)..].TrimStart('/', '.');
            return path.AsSpan(1).Contains(Unknown) || end.Length < 3 || !end.Contains('.', StringComparison.Ordinal) ? null : end;
        }
        if (path.Contains(Unknown, StringComparison.Ordinal)) return null;
        return path.StartsWith(Here, StringComparison.Ordinal) ? Normalize(path[1..]) : path;
    }

    // stand-ins within a path: this file's folder, something unknown
    private const string Here = "\u0001";
    private const char Unknown = '\u0002';

    private static string? Value(SyntaxNode node, IReadOnlyDictionary<string, SyntaxNode> constants, int depth)
    {
        while (node.Is("parenthesized_expression") || node.Is("argument")) node = node.NamedChild(0);
        if (node.IsNone || depth > MaxDepth) return Unknown.ToString();
        switch (node.Kind)
        {
            case "string" or "encapsed_string":
                var text = new System.Text.StringBuilder();
                foreach (var part in node.NamedChildren)
                {
                    text.Append(part.Is("string_content") ? part.Text : part.Is("escape_sequence") ? PhpStrings.Unescape(part.TextSpan, raw: true) : Unknown);
                }
                return text.ToString();
            case "name":
                if (node.TextSpan is "__DIR__") return Here;
                if (node.TextSpan is "__FILE__") return Here + "/file";
                if (node.TextSpan is "DIRECTORY_SEPARATOR" or "DS") return "/";
                return constants.TryGetValue(node.Text, out var known) ? Value(known, constants, depth + 8) : Unknown.ToString();
            case "binary_expression" when node.Field("operator").TextSpan is ".":
                return Concat(node, constants, depth);
            case "function_call_expression":
                return Call(node, constants, depth);
            default:
                return Unknown.ToString();
        }
    }

    private static string Concat(SyntaxNode node, IReadOnlyDictionary<string, SyntaxNode> constants, int depth)
    {
        var parts = new List<string>();
        while (node.Is("binary_expression") && node.Field("operator").TextSpan is "." && parts.Count < MaxDepth)
        {
            parts.Add(Value(node.Field("right"), constants, depth + 1) ?? "");
            node = node.Field("left");
        }
        parts.Add(Value(node, constants, depth + 1) ?? "");
        parts.Reverse();
        return string.Concat(parts);
    }

    private static string? Call(SyntaxNode node, IReadOnlyDictionary<string, SyntaxNode> constants, int depth)
    {
        var name = node.Field("function");
        var arguments = node.Field("arguments");
        var first = arguments.NamedChild(0);
        if (!name.Is("name") || first.IsNone) return Unknown.ToString();
        var value = Value(first, constants, depth + 1);
        if (name.TextSpan.Equals("realpath", StringComparison.OrdinalIgnoreCase)) return value;
        if (!name.TextSpan.Equals("dirname", StringComparison.OrdinalIgnoreCase) || value is null) return Unknown.ToString();
        var levels = arguments.NamedChild(1) is { IsNone: false } second && int.TryParse(second.TextSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 16) : 1;
        for (var i = 0; i < levels; i++) value = Parent(value);
        return value;
    }

    private static string Parent(string path)
    {
        var slash = path.LastIndexOf('/');
        if (slash <= 0 || path.EndsWith("/..", StringComparison.Ordinal)) return path + "/..";
        return path[..slash];
    }

    private static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".") continue;
            if (part == ".." && parts.Count > 0 && parts[^1] != "..") parts.RemoveAt(parts.Count - 1);
            else parts.Add(part);
        }
        var joined = string.Join('/', parts);
        return joined.StartsWith("..", StringComparison.Ordinal) ? joined : "./" + joined;
    }
}
