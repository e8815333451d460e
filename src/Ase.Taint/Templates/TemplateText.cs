using System.Text;
using Ase.Code.Text;

namespace Ase.Taint.Templates;

/// <summary>What a template does with data, as code of the engine's own, and where each piece of it stands in the template.</summary>
internal sealed class TemplateText
{
    /// <summary>The call that stands for showing a value as it is.</summary>
    public const string Raw = "__raw";

    /// <summary>The call that stands for showing a value that the program may have asked to be escaped.</summary>
    public const string Plain = "__plain";

    /// <summary>The call that stands for showing another template.</summary>
    public const string Include = "__include";

    private readonly StringBuilder code = new();
    private readonly List<(int Start, int End, TextSpan Original)> pieces = [];

    public string Code => code.ToString();

    /// <summary>Adds code that stands for a part of the template.</summary>
    public void Append(string text, int start, int end)
    {
        if (text.Length == 0) return;
        pieces.Add((code.Length, code.Length + text.Length, new TextSpan(start, end)));
        code.Append(text);
    }

    /// <summary>The place in the template of a piece of the code.</summary>
    public TextSpan Original(TextSpan span)
    {
        if (pieces.Count == 0) return new TextSpan(0, 0);
        var start = At(span.Start, isEnd: false);
        var end = At(Math.Max(span.Start, span.End - 1), isEnd: true);
        return new TextSpan(start, Math.Max(start, end));
    }

    private int At(int position, bool isEnd)
    {
        var (low, high) = (0, pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (pieces[middle].Start <= position) low = middle;
            else high = middle - 1;
        }
        var (first, last, original) = pieces[low];
        var isSame = last - first == original.Length;
        if (isSame && position < last) return original.Start + position - first + (isEnd ? 1 : 0);
        return isEnd ? original.End : original.Start;
    }
}
