using Ase.Code.Trees;
using Ase.Taint.Ir;
using Ase.Taint.Lowering.Bodies;

namespace Ase.Taint.Languages.Java;

/// <summary>Patterns of <c>instanceof</c> and <c>switch</c>: they bind variables to a value and its parts.</summary>
internal sealed partial class JavaBody
{
    private void Bind(SyntaxNode name, SyntaxNode type, Operand value)
    {
        Unit.Visit();
        if (!name.Is("identifier")) return;
        var variable = Scopes.Declare(name.Text);
        Unit.SetType(variable, type);
        B.Emit(new Assign(name.Index, new Place(variable), value, name.Index));
    }

    private void BindPattern(SyntaxNode pattern, Operand value)
    {
        if (Unit.Depth >= LoweringUnit.MaxDepth) return;
        Unit.Visit();
        Unit.Depth++;
        switch (pattern.Kind)
        {
            case "pattern":
                if (pattern.NamedChild(0) is { IsNone: false } inner) BindPattern(inner, value);
                break;
            case "type_pattern" or "record_pattern_component":
                if (pattern.NamedChild(1) is { IsNone: false } name) Bind(name, pattern.NamedChild(0), value);
                break;
            case "record_pattern":
                Deconstruct(pattern, value);
                break;
        }
        Unit.Depth--;
    }

    /// <summary>The parts of a record by the names of its components, when they are known here; else any part.</summary>
    private void Deconstruct(SyntaxNode pattern, Operand value)
    {
        var components = Unit.Type(JavaTypes.Name(pattern.NamedChild(0)))?.Components();
        var position = 0;
        foreach (var child in JavaTypes.Last(pattern).NamedChildren)
        {
            var name = components is not null && position < components.Count ? JavaType.ParameterName(components[position]) : default;
            BindPattern(child, name.IsNone ? Element(value) : Part(-1, value, AccessorKind.Field, name.Text));
            position++;
        }
    }
}
