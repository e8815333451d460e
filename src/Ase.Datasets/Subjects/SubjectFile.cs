using Ase.Core.Errors;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ase.Datasets.Subjects;

/// <summary>A YAML file that lists subjects, one text each, at the top or under <c>subjects:</c>.</summary>
public static class SubjectFile
{
    /// <summary>The subjects of a file, as written.</summary>
    /// <exception cref="AseException"><see cref="ErrorCode.InvalidFile"/> with line and column.</exception>
    public static IReadOnlyList<string> Read(string path)
    {
        try
        {
            var stream = new YamlStream();
            using (var reader = new StreamReader(path)) stream.Load(reader);
            var root = stream.Documents.Count == 1 ? stream.Documents[0].RootNode : null;
            if (root is YamlMappingNode mapping) root = mapping.Children.FirstOrDefault(c => c.Key is YamlScalarNode { Value: "subjects" }).Value;
            if (root is not YamlSequenceNode { Children.Count: > 0 } list) throw new AseException(ErrorCode.InvalidFile, $"{path}:1:1: a list of subjects is expected.");
            return [.. list.Children.Select(c => c is YamlScalarNode { Value: { Length: > 0 } text }
                ? text
                : throw new AseException(ErrorCode.InvalidFile, $"{path}:{c.Start.Line}:{c.Start.Column}: a subject, as provider/model?option=value, is expected."))];
        }
        catch (YamlException e)
        {
            throw new AseException(ErrorCode.InvalidFile, $"{path}:{e.Start.Line}:{e.Start.Column}: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(path, e);
        }
    }
}
