using Ase.Datasets.TaskFiles;
using CsCheck;
using YamlDotNet.RepresentationModel;

namespace Ase.Datasets.Tests.TaskFiles;

/// <summary>Breaks every value of a right task file in turn, so that no new key is forgotten.</summary>
public sealed class EveryFieldTests
{
    private static readonly string[] Optional =
    [
        "cve", "keeps", "variants", "source.npm.lock", "fixed.hardened", "fixed.support", "static.expect", "static.expect.vulnerable", "static.expect.fixed", "variants[0].note",
    ];

    public static TheoryData<string> Values => [.. Paths(Load(TaskFileText.Npm)).Select(p => p.Path)];

    [Theory, MemberData(nameof(Values))]
    public void A_value_of_another_type_is_an_error_with_its_place(string path)
    {
        var document = Load(TaskFileText.Npm);
        var (_, parent, key) = Paths(document).Single(p => p.Path == path);
        var wrong = Child(parent, key) is YamlScalarNode ? (YamlNode)new YamlMappingNode(new YamlScalarNode("x"), new YamlScalarNode("y")) : new YamlScalarNode("text");
        // one text where a list of texts is expected is right for keeps
        if (path.StartsWith("keeps[", StringComparison.Ordinal) && wrong is YamlScalarNode) wrong = path.Contains('.', StringComparison.Ordinal) ? new YamlMappingNode() : wrong;
        Replace(parent, key, wrong);
        AssertErrors(document, path);
    }

    [Theory, MemberData(nameof(Values))]
    public void A_required_value_that_is_missing_is_an_error_and_an_optional_one_is_not(string path)
    {
        var document = Load(TaskFileText.Npm);
        var (_, parent, key) = Paths(document).Single(p => p.Path == path);
        if (parent is not YamlMappingNode mapping) return; // entries of lists are counted by other rules
        mapping.Children.Remove(new YamlScalarNode(key));
        if (Optional.Contains(path)) Assert.Empty(Errors(document));
        else Assert.Contains(Errors(document), e => e.Line >= 1 && e.Column >= 1);
    }

    [Theory, MemberData(nameof(Values))]
    public void An_unknown_key_beside_any_value_is_an_error_that_lists_the_right_ones(string path)
    {
        var document = Load(TaskFileText.Npm);
        var (_, parent, _) = Paths(document).Single(p => p.Path == path);
        if (parent is not YamlMappingNode mapping) return;
        mapping.Add("zzz", "1");
        Assert.Contains(Errors(document), e => e.Message.Contains("unknown key 'zzz'; allowed are", StringComparison.Ordinal) && e.Line >= 1 && e.Column >= 1);
    }

    [Fact]
    public void Whatever_is_cut_out_or_put_in_the_reader_does_not_throw()
    {
        var text = TaskFileText.Npm;
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 40], Gen.String[Gen.Char["{}[]:,-#&*!|>'\"%@`~ \n\tab01\\"], 0, 12])
            .Sample(
                (at, cut, put) =>
                {
                    var (task, errors) = TaskReader.Parse(text[..at] + put + text[Math.Min(text.Length, at + cut)..], TaskFileText.Id, "task.yaml", "");
                    Assert.Equal(task is null, errors.Count > 0);
                    Assert.All(errors, e => Assert.True(e.Line >= 1 && e.Column >= 1, e.ToString()));
                },
                iter: 3000);
    }

    private static void AssertErrors(YamlMappingNode document, string path) =>
        Assert.Contains(Errors(document), e => e.Line >= 1 && e.Column >= 1 && e.Message.Contains(path.Split('[')[0].Split('.')[0], StringComparison.Ordinal));

    private static IReadOnlyList<Core.Tasks.TaskError> Errors(YamlMappingNode document)
    {
        using var text = new StringWriter();
        new YamlStream(new YamlDocument(document)).Save(text, assignAnchors: false);
        return TaskReader.Parse(text.ToString(), TaskFileText.Id, "task.yaml", "").Errors;
    }

    private static YamlMappingNode Load(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static IEnumerable<(string Path, YamlNode Parent, string Key)> Paths(YamlNode root)
    {
        var pending = new Stack<(string Path, YamlNode Node)>([("", root)]);
        while (pending.TryPop(out var current))
        {
            if (current.Node is YamlMappingNode mapping)
            {
                foreach (var (key, value) in mapping.Children)
                {
                    var path = current.Path.Length == 0 ? key.ToString() : $"{current.Path}.{key}";
                    yield return (path, mapping, key.ToString());
                    pending.Push((path, value));
                }
            }
            else if (current.Node is YamlSequenceNode sequence)
            {
                for (var i = 0; i < sequence.Children.Count; i++)
                {
                    yield return ($"{current.Path}[{i}]", sequence, i.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    pending.Push(($"{current.Path}[{i}]", sequence.Children[i]));
                }
            }
        }
    }

    private static YamlNode Child(YamlNode parent, string key) =>
        parent is YamlMappingNode mapping ? mapping.Children[new YamlScalarNode(key)] : ((YamlSequenceNode)parent).Children[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)];

    private static void Replace(YamlNode parent, string key, YamlNode value)
    {
        if (parent is YamlMappingNode mapping) mapping.Children[new YamlScalarNode(key)] = value;
        else ((YamlSequenceNode)parent).Children[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)] = value;
    }
}
