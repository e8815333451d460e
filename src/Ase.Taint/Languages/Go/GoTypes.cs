using Ase.Code.Trees;

namespace Ase.Taint.Languages.Go;

/// <summary>Types as written.</summary>
internal static class GoTypes
{
    /// <summary>The name that stands for every channel type.</summary>
    public const string Channel = "chan";

    private const int MaxSteps = 32;

    /// <summary>The simple name of a type: <c>*pkg.T[K]</c> is <c>T</c>; null for slices, maps, functions and other types without a name.</summary>
    public static string? Name(SyntaxNode type)
    {
        for (var steps = 0; steps < MaxSteps && !type.IsNone; steps++)
        {
            switch (type.Kind)
            {
                case "type_identifier" or "identifier":
                    return type.Text;
                case "qualified_type":
                    return type.Field("name").Text;
                case "channel_type":
                    return Channel;
                case "generic_type":
                    type = type.Field("type");
                    break;
                case "pointer_type" or "parenthesized_type" or "type_elem":
                    type = type.NamedChild(0);
                    break;
                default:
                    return null;
            }
        }
        return null;
    }

    /// <summary>The type without pointers and parentheses.</summary>
    public static SyntaxNode Bare(SyntaxNode type)
    {
        for (var steps = 0; steps < MaxSteps && (type.Is("pointer_type") || type.Is("parenthesized_type")); steps++) type = type.NamedChild(0);
        return type;
    }

    /// <summary>The type of the elements of a slice, array, map or channel; none for others.</summary>
    public static SyntaxNode Element(SyntaxNode type) => type.IsNone ? default : type.Kind switch
    {
        "slice_type" or "array_type" or "implicit_length_array_type" => type.Field("element"),
        "map_type" or "channel_type" => type.Field("value"),
        _ => default,
    };

    /// <summary>True for the predeclared types whose values are numbers or booleans and cannot carry text.</summary>
    public static bool IsScalar(string name) => name is "bool" or "int" or "int8" or "int16" or "int32" or "int64" or "uint" or "uint8" or "uint16" or "uint32"
        or "uint64" or "uintptr" or "float32" or "float64" or "complex64" or "complex128";

    /// <summary>True for the predeclared types by which values are converted.</summary>
    public static bool IsPredeclared(string name) => name is "string" or "byte" or "rune" or "any" or "error" || IsScalar(name);
}
