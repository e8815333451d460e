using System.Text.RegularExpressions;
using Ase.Code.Languages;

namespace Ase.Taint.Templates;

/// <summary>What a tag of a template does with data.</summary>
internal enum TagKind
{
    /// <summary>Nothing: a comment, literal text.</summary>
    Nothing,
    /// <summary>Shows a value; whether escaped is the dialect's default unless a filter says otherwise.</summary>
    Output,
    /// <summary>Shows a value as it is.</summary>
    Raw,
    /// <summary>Takes the elements of something, one by one.</summary>
    Each,
    /// <summary>Gives a value a name.</summary>
    Set,
    /// <summary>Shows another template.</summary>
    Include,
    /// <summary>Code of the host.</summary>
    Code,
    /// <summary>Begins a block within which <c>.</c> is something else.</summary>
    Enter,
    /// <summary>Begins any other block.</summary>
    Open,
    /// <summary>Ends a block.</summary>
    Close,
    /// <summary>From here on values are shown as they are.</summary>
    EscapeOff,
    /// <summary>From here on values are escaped.</summary>
    EscapeOn,
    /// <summary>From here on it is as before.</summary>
    EscapeEnd,
}

/// <summary>What in a call names the template.</summary>
/// <param name="Argument">The argument; -1 for the calls that made the receiver.</param>
internal readonly record struct TemplateName(int Argument)
{
    public bool IsReceiver => Argument < 0;
}

/// <summary>Where the values are that a template gets.</summary>
internal enum ValuesKind
{
    /// <summary>What was passed to the receiver before.</summary>
    Receiver,
    /// <summary>Arguments by keyword.</summary>
    Keywords,
    /// <summary>The keys or fields of an argument.</summary>
    Map,
    /// <summary>One argument, as a whole.</summary>
    Dot,
    /// <summary>A name and a value.</summary>
    Pair,
    /// <summary>What was passed to an argument before.</summary>
    Passed,
    /// <summary>The keys or fields of an argument by keyword.</summary>
    Keyword,
}

/// <summary>Where values are.</summary>
/// <param name="Kind">How they are passed.</param>
/// <param name="Argument">The argument; for a pair that of the name.</param>
/// <param name="Value">For a pair the argument of the value.</param>
/// <param name="Name">The keyword.</param>
internal readonly record struct ValuesAt(ValuesKind Kind, int Argument = 0, int Value = 0, string Name = "");

/// <summary>A call that shows a template.</summary>
internal sealed record ShowCall
{
    public required IReadOnlyList<string> Names { get; init; }

    public required TemplateName Template { get; init; }

    public required IReadOnlyList<ValuesAt> Values { get; init; }

    /// <summary>Values are escaped unless the template says otherwise; null: as the dialect does.</summary>
    public bool? Escapes { get; init; }

    /// <summary>Text of the calling file that reverses <see cref="Escapes"/>.</summary>
    public Regex? Unless { get; init; }

    /// <summary>Modules of which the calling file must import one.</summary>
    public IReadOnlyList<string> Imports { get; init; } = [];

    /// <summary>The name of the template is what the function returns.</summary>
    public bool Returned { get; init; }
}

/// <summary>A call that passes values to a template which the receiver will show.</summary>
internal sealed record PassCall(IReadOnlyList<string> Names, ValuesAt Values);

/// <summary>A call that gives a template a name of its own.</summary>
/// <param name="Names">The calls.</param>
/// <param name="Handle">The argument that holds the name; with <paramref name="File"/> -1 it holds a map of names and files.</param>
/// <param name="File">The argument that holds the template.</param>
internal sealed record HandleCall(IReadOnlyList<string> Names, int Handle, int File);

/// <summary>A template language: data in <c>Templates/Dialects/NAME.yaml</c>, see docs/rules.md.</summary>
internal sealed record TemplateDialect
{
    public required string Name { get; init; }

    /// <summary>The language of the programs that show such templates.</summary>
    public required LanguageId Host { get; init; }

    /// <summary>Ends of the paths of templates.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>What a file must contain to be taken for one; null: anything.</summary>
    public Regex? Content { get; init; }

    /// <summary>All tags in one expression; the group <c>tN</c> says which.</summary>
    public required Regex Tags { get; init; }

    public required IReadOnlyList<TagKind> Kinds { get; init; }

    /// <summary>A variable with the way into it, within an expression: groups <c>root</c> and <c>rest</c>.</summary>
    public required Regex Variables { get; init; }

    /// <summary>Names that are no variables.</summary>
    public required IReadOnlySet<string> Words { get; init; }

    /// <summary>A filter within an expression, with the group <c>filter</c>.</summary>
    public Regex? Filters { get; init; }

    /// <summary>Filters after which a value is harmless in a page.</summary>
    public required IReadOnlySet<string> Escaping { get; init; }

    /// <summary>Filters after which a value is shown as it is.</summary>
    public required IReadOnlySet<string> Unescaping { get; init; }

    /// <summary>Values are escaped where nothing says otherwise.</summary>
    public bool Escapes { get; init; }

    /// <summary>A name without a root (<c>.Name</c>) is a part of what the template was given.</summary>
    public bool HasDot { get; init; }

    /// <summary>A plain name is also a part of whatever <c>.</c> is.</summary>
    public bool IsImplicit { get; init; }

    /// <summary>What stands before quoted text that is a name and not a text: <c>[</c>, <c>getAttribute(</c>.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>Expressions are code of the host.</summary>
    public bool IsCode => Kinds.Contains(TagKind.Code);

    /// <summary>Names for all that a template was given.</summary>
    public required IReadOnlySet<string> Self { get; init; }

    /// <summary>What separates folders in names of templates, besides <c>/</c>.</summary>
    public char Separator { get; init; } = '/';

    public required IReadOnlyList<ShowCall> Shows { get; init; }

    public required IReadOnlyList<PassCall> Passes { get; init; }

    public required IReadOnlyList<HandleCall> Handles { get; init; }
}
