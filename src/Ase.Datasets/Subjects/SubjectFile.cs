using Ase.Core.Errors;
using Ase.Datasets.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ase.Datasets.Subjects;

/// <summary>A YAML file that lists subjects, one text each, at the top or under <c>subjects:</c>.</summary>
public static class SubjectFile
{
    private const int MaxBytes = 1_000_000;

    /// <summary>The subjects of a file, as written.</summary>
    /// <exception cref="AseException"><see cref="ErrorCode.InvalidFile"/> with line and column.</exception>
    public static IReadOnlyList<string> Read(string path)
    {
        string text;
        try
        {
            if (new FileInfo(path).Length > MaxBytes) throw new AseException(ErrorCode.FileTooLarge, $"{path} is larger than {MaxBytes} bytes.");
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AseException.FromIo(path, e);
        }
        var (root, problem) = YamlLoader.Load(text);
        if (problem is not null) throw Invalid(path, problem);
        if (root is YamlMappingNode mapping) root = mapping.Children.FirstOrDefault(c => c.Key is YamlScalarNode { Value: "subjects" }).Value;
        if (root is not YamlSequenceNode { Children.Count: > 0 } list) throw Invalid(path, YamlProblem.At(root?.Start ?? Mark.Empty, "a list of subjects is expected"));
        return [.. list.Children.Select(c => c is YamlScalarNode { Value: { Length: > 0 } subject }
            ? subject
            : throw Invalid(path, YamlProblem.At(c.Start, "a subject, as provider/model?option=value, is expected")))];
    }

    private static AseException Invalid(string path, YamlProblem problem) => new(ErrorCode.InvalidFile, $"{path}:{problem.Line}:{problem.Column}: {problem.Message}.");
}
