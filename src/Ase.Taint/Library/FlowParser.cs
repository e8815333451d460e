using System.Globalization;
using Ase.Taint.Engine;
using Ase.Taint.Ir;

namespace Ase.Taint.Library;

/// <summary>Reads <c>this[*] -> arg0.param0</c>.</summary>
internal static class FlowParser
{
    /// <exception cref="FormatException">The text is not a flow.</exception>
    public static Flow Parse(string text)
    {
        var arrow = text.IndexOf("->", StringComparison.Ordinal);
        if (arrow < 0) throw new FormatException($"'{text}' has no '->'");
        return new Flow(ParseEnd(text[..arrow].Trim()), ParseEnd(text[(arrow + 2)..].Trim()));
    }

    /// <exception cref="FormatException">The text does not name an argument.</exception>
    public static int ParseArgument(string text) =>
        text.StartsWith("arg", StringComparison.Ordinal) && int.TryParse(text.AsSpan(3), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
            ? index
            : throw new FormatException($"'{text}' is no argument");

    private static Endpoint ParseEnd(string text)
    {
        var words = Split(text);
        var path = AccessPath.Empty;
        var first = words.Count > 0 ? words[0] : "";
        var next = 1;
        var (kind, argument, parameter, inner) = (EndpointKind.This, 0, 0, 0);
        if (first == "args") kind = EndpointKind.AnyArgument;
        else if (first == "return") kind = EndpointKind.Result;
        else if (first.StartsWith("arg", StringComparison.Ordinal))
        {
            kind = EndpointKind.Argument;
            argument = ParseArgument(first);
            if (words.Count > 1 && words[1] == "return") (kind, next) = (EndpointKind.CallbackResult, 2);
            else if (words.Count > 1 && Number(words[1], "param") is { } p)
            {
                (kind, parameter, next) = (EndpointKind.CallbackParameter, p, 2);
                if (words.Count > 2 && Number(words[2], "param") is { } i) (kind, inner, next) = (EndpointKind.CallbackArgument, i, 3);
            }
        }
        else if (first != "this") throw new FormatException($"'{text}' does not begin with this, args, argN or return");
        int? key = null;
        if (next < words.Count && words[next].StartsWith("[arg", StringComparison.Ordinal)) key = ParseArgument(words[next++][1..^1]);
        for (; next < words.Count; next++) path = path.Append(Step(words[next]));
        return new Endpoint(kind, argument, parameter, inner, path) { Key = key };
    }

    private static PathStep Step(string word)
    {
        if (word == "[*]") return PathStep.Any;
        return word[0] == '[' ? new PathStep(AccessorKind.Index, word[1..^1]) : new PathStep(AccessorKind.Field, word);
    }

    private static int? Number(string word, string prefix) =>
        word.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(word.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('.' or '[')) continue;
            if (i > start) words.Add(text[start..i]);
            start = i < text.Length && text[i] == '[' ? i : i + 1;
        }
        return words;
    }
}
