using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Ase.Datasets.Yaml;

/// <summary>A problem in a YAML text.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
internal sealed record YamlProblem(int Line, int Column, string Message)
{
    public static YamlProblem At(Mark mark, string message) => new(Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column), message);
}

/// <summary>
/// Loads one document of YAML that may be hostile. The library's loader recurses, an alias can stand for a large part a thousand times, and the
/// scanner throws what it likes at some malformed texts; all three come out as a problem with its place.
/// </summary>
internal static class YamlLoader
{
    private const int MaxDepth = 32;

    /// <summary>The root of the only document, or the problem.</summary>
    public static (YamlNode? Root, YamlProblem? Problem) Load(string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            if (Refused(parser) is { } refused) return (null, refused);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 1 ? (stream.Documents[0].RootNode, null) : (null, new YamlProblem(1, 1, $"one document is expected, there are {stream.Documents.Count}"));
        }
        catch (YamlException e)
        {
            return (null, YamlProblem.At(e.Start, "this is no YAML: " + e.Message));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            return (null, YamlProblem.At(parser.Current?.End ?? Mark.Empty, "this is no YAML: " + e.Message));
        }
    }

    private static YamlProblem? Refused(Parser parser)
    {
        var depth = 0;
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart or SequenceStart when ++depth > MaxDepth:
                    return YamlProblem.At(parser.Current.Start, $"more than {MaxDepth} levels are not allowed");
                case MappingEnd or SequenceEnd:
                    depth--;
                    break;
                case AnchorAlias:
                    return YamlProblem.At(parser.Current.Start, "an alias is not allowed; write the value again");
            }
        }
        return null;
    }
}
