using Ase.Code.Trees;
using Ase.Taint.Ir;

namespace Ase.Taint.Languages.Java;

/// <summary>A field of a class.</summary>
/// <param name="Type">Its type as written; none for a constant of an enum.</param>
/// <param name="IsStatic">True for static fields and constants.</param>
internal sealed record JavaField(SyntaxNode Type, bool IsStatic);

/// <summary>A method of a class; of overloads the first.</summary>
/// <param name="Result">Its result type as written.</param>
/// <param name="IsStatic">True for static methods.</param>
internal sealed record JavaMethod(SyntaxNode Result, bool IsStatic);

/// <summary>A class, interface, enum or record of the file, or an anonymous class.</summary>
/// <param name="Class">What the representation has of it.</param>
/// <param name="Node">The declaration, the creation of an anonymous class, or an enum constant with a body.</param>
/// <param name="Outer">The class around it, or null.</param>
internal sealed record JavaType(IrClass Class, SyntaxNode Node, JavaType? Outer)
{
    /// <summary>The superclass's simple name, or null.</summary>
    public string? Superclass { get; set; }

    /// <summary>The fields declared here.</summary>
    public Dictionary<string, JavaField> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>The methods declared here.</summary>
    public Dictionary<string, JavaMethod> Methods { get; } = new(StringComparer.Ordinal);

    /// <summary>The name for static members: the simple name, for an anonymous class that of its base.</summary>
    public string StaticName => Class.Name.Length > 0 ? Class.Name : Superclass ?? "";

    /// <summary>The members; of an enum those after its constants.</summary>
    public IEnumerable<SyntaxNode> Members()
    {
        var body = Node.Field("body");
        if (Node.Is("object_creation_expression")) body = JavaTypes.Last(Node);
        if (body.IsNone) yield break;
        foreach (var child in body.NamedChildren.ToList())
        {
            if (child.Is("enum_body_declarations"))
            {
                foreach (var member in child.NamedChildren.ToList()) yield return member;
            }
            else
            {
                yield return child;
            }
        }
    }

    /// <summary>The components of a record.</summary>
    public List<SyntaxNode> Components() => Node.Is("record_declaration") && Node.Field("parameters") is { IsNone: false } list ? list.NamedChildren.ToList() : [];

    /// <summary>True when the modifiers of a declaration have this keyword.</summary>
    public static bool Has(SyntaxNode declaration, string keyword)
    {
        foreach (var child in declaration.NamedChildren)
        {
            if (!child.Is("modifiers")) continue;
            foreach (var modifier in child.Children)
            {
                if (modifier.Is(keyword)) return true;
            }
        }
        return false;
    }

    /// <summary>The name of a parameter, and the node that spells it; none for a receiver parameter.</summary>
    public static SyntaxNode ParameterName(SyntaxNode parameter) => parameter.Kind switch
    {
        "formal_parameter" => parameter.Field("name"),
        "spread_parameter" => JavaTypes.Last(parameter).Field("name"),
        "identifier" => parameter,
        _ => default,
    };
}
