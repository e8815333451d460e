using Ase.Taint.Engine;
using Ase.Taint.Ir;
using Ase.Taint.Scanning;

namespace Ase.Taint.Summaries;

/// <summary>What a place may hold, as far as it decides which function a call means.</summary>
internal abstract record Value
{
    private Value() { }

    /// <summary>A function of the project.</summary>
    public sealed record Function(FunctionUnit Unit) : Value;

    /// <summary>A class of the project.</summary>
    public sealed record Class(ClassUnit Unit) : Value;

    /// <summary>An object of a class of the project.</summary>
    public sealed record Instance(ClassUnit Unit) : Value;

    /// <summary>An object made by a constructor function.</summary>
    public sealed record Made(FunctionUnit Constructor) : Value;

    /// <summary>A file of the project as a module.</summary>
    public sealed record Module(FileUnit File) : Value;

    /// <summary>A directory of the project as a package (Go, Java, Python).</summary>
    public sealed record Package(string Directory) : Value;

    /// <summary>Something from outside by its qualified name: <c>fs</c>, <c>fs.readFile</c>; <c>new X</c> for an object of a class X.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="IsModule">It is an imported module or a part of one.</param>
    public sealed record External(string Name, bool IsModule = false) : Value;

    /// <summary>Whatever is stored in a part of a variable.</summary>
    public sealed record Stored(FunctionUnit Owner, IrVariable Variable, AccessPath Path) : Value
    {
        public bool Equals(Stored? other) => other is not null && ReferenceEquals(Owner, other.Owner) && ReferenceEquals(Variable, other.Variable) && Path.Equals(other.Path);

        public override int GetHashCode() => HashCode.Combine(Owner, Variable.Id, Path);
    }
}
