using Ase.Code.Languages;
using Ase.Taint.Engine;
using Ase.Taint.Ir;
using Ase.Taint.Patterns;
using Ase.Taint.Rules;
using Ase.Taint.Summaries;

namespace Ase.Taint.Scanning;

/// <summary>
/// Library mode: what a file offers to whoever uses the package, judged by the file alone. The parameters of these functions are sources.
/// Tests, examples and installed packages offer nothing.
/// </summary>
/// <example>In JavaScript what <c>module.exports</c>, <c>exports.x</c> and <c>export</c> lead to: functions, the members of objects, the methods of
/// classes and prototypes, functions that these functions return. In Go, Java, PHP and Python functions and methods that are public.</example>
internal static class LibraryEntries
{
    private const int MaxFunctions = 2_000;
    private const int MaxDepth = 4;
    private static readonly string[] Folders =
    [
        "test", "tests", "__tests__", "spec", "specs", "testing", "testdata", "example", "examples", "demo", "demos", "bench", "benchmark", "benchmarks",
        "fixture", "fixtures", "doc", "docs", "node_modules", "vendor", "third_party", "internal",
    ];

    private static readonly string[] Endings = [".min.js", ".test.js", ".spec.js", ".test.ts", ".spec.ts", "_test.go", "_test.py", "Test.java", "Tests.java", "Test.php", ".d.ts"];

    /// <summary>What such a source is, as if a pattern had said so.</summary>
    public static SourceSpec Spec { get; } = new(new Nothing());

    /// <summary>True when a file may offer something.</summary>
    public static bool Concerns(string path)
    {
        if (Array.Exists(Endings, e => path.EndsWith(e, StringComparison.Ordinal))) return false;
        var parts = path.Split('/');
        return !parts[..^1].Any(p => Folders.Contains(p, StringComparer.OrdinalIgnoreCase)) && !parts[^1].StartsWith("test_", StringComparison.Ordinal);
    }

    /// <summary>The parameters of what a file offers.</summary>
    public static List<FormulaMatch> Of(FileUnit file)
    {
        if (file.Ir is null || !Concerns(file.Path)) return [];
        var result = new List<FormulaMatch>();
        foreach (var function in Functions(file).DistinctBy(f => f.Ir.Id).OrderBy(f => f.Ir.Id).Take(MaxFunctions))
        {
            foreach (var parameter in function.Ir.Parameters)
            {
                if (parameter.Node > 0) result.Add(At(file, parameter.Node));
            }
            if (file.Family == LanguageId.JavaScript) AddArguments(file, function, result);
        }
        return result;
    }

    // the arguments of a JavaScript function that does not name them
    private static void AddArguments(FileUnit file, FunctionUnit function, List<FormulaMatch> result)
    {
        if (file.Tree.Language.Grammar.KindOf("identifier") is not { } identifier) return;
        for (var node = function.Ir.Node; node < file.Tree.LastOf(function.Ir.Node); node++)
        {
            if (file.Tree.KindOf(node) != identifier || !file.Tree[node].TextSpan.SequenceEqual("arguments")) continue;
            if (file.OwnerOf(node) == function.Ir.Id) result.Add(At(file, node));
        }
    }

    private static FormulaMatch At(FileUnit file, int node) => new(file.Tree[node].Span, node, new Dictionary<string, Binding>(StringComparer.Ordinal));

    private static IEnumerable<FunctionUnit> Functions(FileUnit file) => file.Family switch
    {
        LanguageId.JavaScript => new Exported(file).Functions(),
        LanguageId.Go when file.Ir!.Namespace == "main" => [],
        _ => file.Functions.Where(f => f.Ir.Id != 0 && f.Ir.Enclosing is null or { Id: 0 } && f.Ir.Name.Length > 0 && IsPublic(file, f.Ir)),
    };

    private static bool IsPublic(FileUnit file, IrFunction function) => file.Family switch
    {
        LanguageId.Go => char.IsUpper(function.Name[0]),
        LanguageId.Python => function.Name == "__init__" || function.Name[0] != '_' && function.Class is not { Name: ['_', ..] },
        LanguageId.Java => Modifiers(file, function.Node).Contains("public", StringComparison.Ordinal),
        LanguageId.Php => Modifiers(file, function.Node) is var said && !said.Contains("private", StringComparison.Ordinal) && !said.Contains("protected", StringComparison.Ordinal),
        _ => false,
    };

    // what stands before the name of a method
    private static string Modifiers(FileUnit file, int node)
    {
        var tree = file.Tree;
        foreach (var child in tree[node].NamedChildren)
        {
            if (child.Kind is "modifiers" or "visibility_modifier") return child.Text;
        }
        return "";
    }

    /// <summary>Matches nothing: library mode makes its matches itself.</summary>
    private sealed class Nothing : Formula
    {
        public override IReadOnlyList<FormulaMatch> Match(PatternContext context) => [];

        public override bool MayMatch(string text) => false;
    }

    /// <summary>The functions that the exports of a script lead to.</summary>
    private sealed class Exported
    {
        private readonly FileUnit file;
        private readonly ProjectIndex index;
        private readonly ValueResolver values;
        private readonly HashSet<Value> seen = [];
        private readonly Queue<(Value Value, int Depth)> open = new();
        private readonly List<FunctionUnit> found = [];

        public Exported(FileUnit file)
        {
            this.file = file;
            index = new ProjectIndex([file], _ => 0);
            values = new ValueResolver(index);
        }

        public List<FunctionUnit> Functions()
        {
            var top = file.Functions[0];
            foreach (var export in file.Ir!.Exports)
            {
                if (export.Name.StartsWith('_')) continue;
                if (export.Function is { } function) Add(new Value.Function(file.Functions[function.Id]), 0);
                if (export.Value is not { } place) continue;
                foreach (var value in values.Of(top, place)) Add(value, 0);
            }
            while (open.TryDequeue(out var next) && found.Count < MaxFunctions) Visit(next.Value, next.Depth);
            return found;
        }

        private void Add(Value value, int depth)
        {
            if (depth <= MaxDepth && seen.Add(value)) open.Enqueue((value, depth));
        }

        private void Visit(Value value, int depth)
        {
            switch (value)
            {
                case Value.Function { Unit: var unit } when ReferenceEquals(unit.File, file):
                    found.Add(unit);
                    foreach (var end in unit.Definitions.Returns)
                    {
                        if (end.Values is not [{ Place: { } place }]) continue;
                        foreach (var returned in values.Of(unit, place)) Add(returned, depth + 1);
                    }
                    foreach (var type in index.ClassesNamed(file.Family, unit.Ir.Name)) Add(new Value.Class(type), depth);
                    break;
                case Value.Class { Unit: var type }:
                    Methods(type);
                    break;
                case Value.Instance { Unit: var type }:
                    Methods(type);
                    break;
                case Value.Made { Constructor: var constructor }:
                    foreach (var type in index.ClassesNamed(file.Family, constructor.Ir.Name)) Methods(type);
                    if (constructor.Ir.This is { } receiver) Parts(new Value.Stored(constructor, receiver, AccessPath.Empty), depth);
                    break;
                case Value.Stored stored:
                    Parts(stored, depth);
                    break;
            }
        }

        private void Methods(ClassUnit type)
        {
            found.AddRange(type.Constructors.Concat(type.AllMethods).Where(m => m.Ir.IsConstructor || m.Ir.Name.Length > 0 && m.Ir.Name[0] is not ('_' or '#')));
        }

        // the members of an object
        private void Parts(Value.Stored stored, int depth)
        {
            foreach (var part in stored.Owner.Definitions.PartsOf(stored.Variable))
            {
                if (Definitions.TargetOf(part) is not { } target || target.Path.Count != stored.Path.Length + 1) continue;
                if (target.Path[^1] is not { Kind: AccessorKind.Field, Name: var name } || name.StartsWith('_')) continue;
                if (stored.Path.Length > 0 && !AccessPath.Of([.. target.Path.Take(stored.Path.Length)], 0).Meets(stored.Path)) continue;
                foreach (var value in values.Of(stored.Owner, target)) Add(value, depth + 1);
            }
        }
    }
}
