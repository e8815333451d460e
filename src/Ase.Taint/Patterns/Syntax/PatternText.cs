namespace Ase.Taint.Patterns.Syntax;

/// <summary>A place in a pattern that the grammar does not accept as written.</summary>
/// <param name="Position">Its place in the pattern.</param>
/// <param name="Group">Places of one group (the <c>...</c> of one pair of brackets) take the same form.</param>
/// <param name="Forms">What can stand there, by preference.</param>
/// <param name="Preferred">The form to try first.</param>
internal sealed record PatternHole(int Position, int Group, string[] Forms, int Preferred);

/// <summary>A metavariable with a type.</summary>
internal sealed record TypedHole(string Name, string Type);

/// <summary>A pattern cut into literal text and holes.</summary>
internal sealed class PatternText(IReadOnlyList<string> literals, IReadOnlyList<PatternHole> holes, IReadOnlyList<TypedHole> typed)
{
    public IReadOnlyList<PatternHole> Holes { get; } = holes;
    public IReadOnlyList<TypedHole> Typed { get; } = typed;

    /// <summary>The text with a form chosen for each group.</summary>
    public string Render(int[] formOfGroup)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < Holes.Count; i++)
        {
            var hole = Holes[i];
            text.Append(literals[i]).Append(hole.Forms[formOfGroup[hole.Group]]);
        }
        return text.Append(literals[^1]).ToString();
    }
}
