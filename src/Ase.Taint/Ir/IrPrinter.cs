using System.Globalization;
using System.Text;

namespace Ase.Taint.Ir;

/// <summary>The textual form of the representation, one line an instruction: for tests and for looking at what a front-end made of a file.</summary>
/// <example><code>function f(a) #1
///   b0: if a.x ? b1 : b2
///   b1: %0 = call exec(a.x)
///       return %0
///   b2: return</code></example>
public static class IrPrinter
{
    /// <summary>All functions of a file, then classes, imports and exports, each when there are any. Lines end in <c>\n</c>.</summary>
    public static string Print(IrFile file)
    {
        var text = new StringBuilder();
        foreach (var function in file.Functions) Print(function, text);
        foreach (var type in file.Classes)
        {
            text.Append("class ").Append(Name(type.Name));
            if (type.Bases.Count > 0) text.Append(" : ").AppendJoin(", ", type.Bases);
            text.Append(" { ").AppendJoin(", ", type.Methods.Select(m => $"{Name(m.Name)}#{Number(m.Id)}"));
            if (type.FieldTypes.Count > 0) text.Append("; ").AppendJoin(", ", type.FieldTypes.Select(f => $"{f.Key}: {f.Value}"));
            text.Append(" }\n");
        }
        foreach (var import in file.Imports) text.Append("import ").Append(Name(import.LocalName)).Append(" = ").Append(import.Module).Append(" : ").Append(import.ImportedName).Append('\n');
        foreach (var export in file.Exports)
        {
            text.Append("export ").Append(export.Name);
            if (export.Value is not null) text.Append(" = ").Append(export.Value);
            if (export.Function is not null) text.Append(" -> #").Append(Number(export.Function.Id));
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>One function. Blocks that nothing reaches and that hold nothing are left out.</summary>
    public static string Print(IrFunction function)
    {
        var text = new StringBuilder();
        Print(function, text);
        return text.ToString();
    }

    private static void Print(IrFunction function, StringBuilder text)
    {
        text.Append(function.IsConstructor ? "constructor " : "function ").Append(function.Id == 0 ? "<top>" : function.ToString())
            .Append('(').AppendJoin(", ", function.Parameters.Select(Parameter)).Append(") #").Append(Number(function.Id));
        if (function.IsStatic) text.Append(" static");
        text.Append('\n');
        var reached = Targets(function);
        foreach (var block in function.Blocks)
        {
            var empty = block.Instructions.Count == 0 && block.Terminator is Return { Values.Count: 0, Node: < 0 } or Goto;
            if (empty && block.Id > 0 && !reached.Contains(block.Id)) continue;
            var head = "  b" + Number(block.Id) + (block.Handler < 0 ? ": " : " !b" + Number(block.Handler) + ": ");
            var indent = new string(' ', head.Length);
            text.Append(head);
            for (var i = 0; i < block.Instructions.Count; i++)
            {
                if (i > 0) text.Append(indent);
                text.Append(Print(block.Instructions[i])).Append('\n');
            }
            if (block.Instructions.Count > 0) text.Append(indent);
            text.Append(Print(block.Terminator)).Append('\n');
        }
    }

    private static HashSet<int> Targets(IrFunction function)
    {
        var targets = new HashSet<int>();
        foreach (var block in function.Blocks)
        {
            if (block.Terminator is not null) targets.UnionWith(block.Successors);
            targets.Add(block.Handler);
        }
        return targets;
    }

    /// <summary>One instruction.</summary>
    public static string Print(Instruction instruction) => instruction switch
    {
        Assign a => $"{Print(a.Target)} = {Print(a.Value)}",
        Operation o => $"{Print(o.Target)} = {o.Kind.ToString().ToLowerInvariant()}{(o.Operator.Length > 0 ? " " + o.Operator : "")}({string.Join(", ", o.Operands.Select(Print))})",
        Call c => Print(c),
        MakeClosure m => $"{Print(m.Target)} = closure {Name(m.Function.Name)}#{Number(m.Function.Id)}",
        Evaluate e => "evaluate " + Print(e.Value),
        DefinePredicate d => $"{d.Target} :: {Print(d.Predicate)}",
        _ => throw new InvalidOperationException(instruction.GetType().Name),
    };

    /// <summary>The end of a block.</summary>
    public static string Print(Terminator? terminator) => terminator switch
    {
        null => "(open)",
        Goto g => "goto b" + Number(g.Target),
        Branch b => $"if {Print(b.Condition)} ? b{Number(b.WhenTrue)} : b{Number(b.WhenFalse)}",
        AnyOf a => "any " + string.Join(", ", a.Targets.Select(t => "b" + Number(t))),
        Return r => r.Values.Count == 0 ? "return" : "return " + string.Join(", ", r.Values.Select(Print)),
        Throw t => t.Value is null ? "throw" : "throw " + Print(t.Value),
        Stop => "stop",
        _ => throw new InvalidOperationException(terminator.GetType().Name),
    };

    private static string Print(Call call)
    {
        var text = new StringBuilder();
        if (call.Target is not null) text.Append(Print(call.Target)).Append(" = ");
        text.Append(call.IsNew ? "new " : "call ");
        if (call.ClassName is not null) text.Append(call.ClassName).Append("::");
        if (call.Receiver is not null) text.Append('(').Append(Print(call.Receiver)).Append(").");
        text.Append(Name(call.Name));
        if (call.Function is not null && call.Function.Place?.ToString() != call.Name) text.Append('<').Append(Print(call.Function)).Append('>');
        return text.Append('(').AppendJoin(", ", call.Arguments.Select(Print)).Append(')').ToString();
    }

    private static string Print(Argument argument) =>
        (argument.Keyword is null ? "" : argument.Keyword + ": ") + (argument.IsSpread ? "..." : "") + (argument.ByReference ? "&" : "") + Print(argument.Value);

    private static string Parameter(IrParameter parameter) =>
        (parameter.IsRest ? "..." : parameter.IsKeywordRest ? "**" : "") + (parameter.ByReference ? "&" : "") + parameter.Variable.Name + (parameter.TypeName is null ? "" : ": " + parameter.TypeName);

    private static string Print(Predicate predicate) => predicate switch
    {
        Predicate.Leaf l => Print(l.Value),
        Predicate.Not n => "!" + Print(n.Inner),
        Predicate.And a => $"({Print(a.Left)} && {Print(a.Right)})",
        Predicate.Or o => $"({Print(o.Left)} || {Print(o.Right)})",
        _ => throw new InvalidOperationException(predicate.GetType().Name),
    };

    private static string Print(Operand operand) =>
        operand.Place is null ? operand.ToString().Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) : Print(operand.Place);

    // like Place.ToString, with computed keys
    private static string Print(Place place) => place.Variable.Name + string.Concat(place.Path.Select(a => a.Kind switch
    {
        AccessorKind.Field => "." + a.Name,
        AccessorKind.Index => "[" + a.Name + "]",
        AccessorKind.Any => a.Key is null ? "[*]" : $"[{Print(a.Key)}]",
        _ => throw new InvalidOperationException(a.Kind.ToString()),
    }));

    private static string Name(string name) => name.Length == 0 ? "_" : name;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
