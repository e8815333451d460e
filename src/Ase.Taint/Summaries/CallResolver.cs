using Ase.Code.Languages;
using Ase.Taint.Ir;
using Ase.Taint.Library;
using Ase.Taint.Scanning;
using Ase.Taint.Templates;

namespace Ase.Taint.Summaries;

/// <summary>The call targets of a function.</summary>
internal sealed class FunctionTargets
{
    public static FunctionTargets None { get; } = new();

    /// <summary>By call instruction.</summary>
    public Dictionary<Call, CallTarget> Calls { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The top-level code of the files that the function includes.</summary>
    public List<FunctionUnit> Includes { get; } = [];

    /// <summary>Calls that show templates.</summary>
    public Dictionary<Call, TemplateShow> Shows { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Returns of the name of a template.</summary>
    public Dictionary<Return, TemplateShow> ReturnShows { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Calls that pass values to a template.</summary>
    public Dictionary<Call, PassCall> Passes { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Variables of files that the function includes which it does not itself mention; ids continue those of the function.</summary>
    public List<IrVariable> Foreign { get; } = [];

    /// <summary>For the top-level code of an included file: what it shares with the scope around, by name.</summary>
    public Dictionary<string, IrVariable> Shared { get; } = new(StringComparer.Ordinal);

    /// <summary>The top-level code of a file that another file includes.</summary>
    public bool IsIncluded { get; set; }

    /// <summary>Every function whose summary the function may need: callees, closures made or passed.</summary>
    public HashSet<FunctionUnit> Needs { get; } = [];
}

/// <summary>Finds the targets of the calls of one file.</summary>
internal sealed class CallResolver
{
    private readonly ProjectIndex index;
    private readonly FileUnit file;
    private readonly ValueResolver values;
    private readonly LibraryModels models;
    private readonly int maxCallees;

    public CallResolver(ProjectIndex index, FileUnit file, int maxCallees)
    {
        (this.index, this.file, this.maxCallees) = (index, file, maxCallees);
        values = new ValueResolver(index);
        models = LibraryModels.Of(file.Family);
    }

    public FunctionTargets Resolve(FunctionUnit function)
    {
        var result = new FunctionTargets();
        foreach (var call in function.Definitions.Calls)
        {
            var included = SharedScopes.Included(index, function, call)?.Functions[0];
            if (included is not null) result.Includes.Add(included);
            var target = included is null ? Resolve(function, call) : new CallTarget([included], CallShape.Plain, true, false, null, false, false, []);
            result.Calls[call] = target;
            AddTemplates(function, call, result);
            result.Needs.UnionWith(target.Callees);
            foreach (var functions in target.Functions) result.Needs.UnionWith(functions);
        }
        if (result.Passes.Count > 0)
        {
            foreach (var end in function.Definitions.Returns)
            {
                if (index.Templates!.Returned(function, end) is not { } show) continue;
                result.ReturnShows[end] = show;
                foreach (var template in show.Templates) result.Needs.Add(template.Functions[0]);
            }
        }
        foreach (var closure in function.Definitions.Closures) result.Needs.Add(file.Functions[closure.Function.Id]);
        if (function.Ir.Id == 0)
        {
            // the top-level code of an imported file runs first and fills what is imported
            foreach (var import in file.Ir!.Imports)
            {
                if (index.Modules.Find(file, import.Module) is Value.Module module && !ReferenceEquals(module.File, file)) result.Needs.Add(module.File.Functions[0]);
            }
            // functions that no instruction makes: declarations, methods
            foreach (var other in file.Functions)
            {
                if (other.Ir.Id != 0 && other.Ir.Enclosing is null or { Id: 0 } && HasCaptures(other.Ir)) result.Needs.Add(other);
            }
        }
        return result;
    }

    private void AddTemplates(FunctionUnit function, Call call, FunctionTargets result)
    {
        if (index.Templates is not { } templates || file.Template is not null) return;
        if (templates.Pass(function, call) is { } pass) result.Passes[call] = pass;
        if (templates.Show(function, call) is not { } show) return;
        result.Shows[call] = show;
        foreach (var template in show.Templates) result.Needs.Add(template.Functions[0]);
    }

    private static bool HasCaptures(IrFunction function) => function.Variables.Exists(v => v.Kind == VariableKind.Captured);

    private CallTarget Resolve(FunctionUnit function, Call call)
    {
        var functions = new List<IReadOnlyList<FunctionUnit>>();
        foreach (var argument in call.Arguments) functions.Add(FunctionsOf(function, argument.Value));
        var found = values.Callees(function, call);
        var callees = new List<FunctionUnit>();
        string? qualified = null;
        var constructs = call.IsNew;
        var (known, isModule) = (false, false);
        foreach (var value in found)
        {
            switch (value)
            {
                case Value.Function direct:
                    callees.Add(direct.Unit);
                    break;
                case Value.Class type:
                    constructs = known = true;
                    callees.AddRange(Constructors(type.Unit));
                    break;
                case Value.Instance { Unit: var invoked }:
                    // an object that is called: __call__, __invoke
                    callees.AddRange(values.MethodsOf(invoked, file.Family == LanguageId.Php ? "__invoke" : "__call__", overrides: false));
                    break;
                case Value.External external:
                    isModule |= qualified is null && external.IsModule;
                    qualified ??= call.IsNew && !external.Name.StartsWith("new ", StringComparison.Ordinal) ? "new " + external.Name : external.Name;
                    break;
            }
        }
        known |= callees.Count > 0 || qualified is not null;
        if (callees.Count > 1) callees = Fitting(callees, call);
        var shape = CallShape.Plain;
        if (callees.Count > 0 && call.Function is null && call.Receiver is not null)
        {
            var isMethod = callees.TrueForAll(c => c.Ir.Name == call.Name);
            shape = isMethod ? CallShape.Plain : call.Name switch
            {
                "call" => CallShape.Call,
                "apply" => CallShape.Apply,
                "bind" => CallShape.Bind,
                _ => CallShape.Plain,
            };
        }
        var certain = callees.Count > 0;
        var capped = false;
        if (!known && call is { Receiver: not null, IsNew: false, Name.Length: > 0 })
        {
            (callees, capped) = ByName(call);
            certain = false;
        }
        if (callees.Count > maxCallees)
        {
            callees.RemoveRange(maxCallees, callees.Count - maxCallees);
            capped = true;
        }
        return new CallTarget(callees, shape, certain, constructs, qualified, isModule, capped, functions);
    }

    private List<FunctionUnit> FunctionsOf(FunctionUnit function, Operand operand)
    {
        var result = new List<FunctionUnit>();
        if (operand.Place is null) return result;
        foreach (var value in values.Of(function, operand))
        {
            if (value is Value.Function { Unit: var unit } && result.Count < maxCallees) result.Add(unit);
        }
        return result;
    }

    private List<FunctionUnit> Constructors(ClassUnit unit)
    {
        var seen = new HashSet<ClassUnit>();
        var next = unit;
        while (next is not null && seen.Add(next))
        {
            if (next.Constructors.Count > 0) return next.Constructors;
            next = next.Bases.Select(b => index.ClassNamed(next.File, b)).FirstOrDefault(b => b is not null);
        }
        return [];
    }

    /// <summary>Of several functions those that can take the arguments, if any can.</summary>
    private static List<FunctionUnit> Fitting(List<FunctionUnit> callees, Call call)
    {
        var fitting = callees.FindAll(c => Fits(c.Ir, call));
        return fitting.Count > 0 ? fitting : callees;
    }

    private static bool Fits(IrFunction function, Call call)
    {
        if (call.Arguments.Any(a => a.IsSpread) || function.Parameters.Exists(p => p.IsRest || p.IsKeywordRest)) return true;
        return call.Arguments.Count <= function.Parameters.Count;
    }

    /// <summary>A method of an unknown receiver: the project's methods of that name, unless the name is a library's.</summary>
    private (List<FunctionUnit> Callees, bool Capped) ByName(Call call)
    {
        if (models.HasMethod(call.Name)) return ([], false);
        var candidates = index.MethodsNamed(file.Family, call.Name).Where(m => Fits(m.Ir, call) && index.AreConnected(m.File, file)).ToList();
        return candidates.Count > maxCallees ? ([], true) : (candidates, false);
    }
}
